import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { oneStyleSheet } from '../../src/build/one-style-sheet.ts';

let out: string;
const page = (...sheets: string[]) =>
  `<head>${sheets.map((sheet) => `<link rel="stylesheet" href="/base/assets/${sheet}">`).join('')}</head>`;

const sheets = (previous?: string) => oneStyleSheet({ bundled: out, out, base: '/base/', folder: 'assets', previous });

beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'dafu-sheets-'));
  mkdirSync(join(out, 'assets'));
  for (const name of ['a', 'b', 'c']) writeFileSync(join(out, `assets/${name}.css`), `.${name}{}`);
});
afterEach(() => rmSync(out, { recursive: true }));

test('a page of several style sheets gets one that holds them in their order, shared by pages with the same', () => {
  const { finish } = sheets();
  const one = finish(page('b.css', 'a.css'));
  expect(one.html.match(/<link/g)).toHaveLength(1);
  expect(one.html).toContain(`href="/base/${one.sheet}"`);
  expect(readFileSync(join(out, one.sheet ?? ''), 'utf8')).toBe('.b{}.a{}');
  expect(finish(page('b.css', 'a.css'))).toEqual(one);
});

test('what no page asks for goes, and what a page asks for alone stays', () => {
  const { finish, removeOthers } = sheets();
  const { sheet = '' } = finish(page('a.css', 'b.css'));
  expect(finish(page('b.css'))).toEqual({ html: page('b.css'), sheet: 'assets/b.css' });
  removeOthers();
  expect(readdirSync(join(out, 'assets')).sort()).toEqual(['b.css', sheet.slice('assets/'.length)].sort());
});

test('a page without a style sheet stays as it is', () => {
  expect(sheets().finish('<head></head>')).toEqual({ html: '<head></head>', sheet: undefined });
});

test('a page used again has its sheet from the build before', () => {
  const previous = mkdtempSync(join(tmpdir(), 'dafu-sheets-'));
  mkdirSync(join(previous, 'assets'));
  writeFileSync(join(previous, 'assets/site.old.css'), '.old{}');
  const { keep, removeOthers } = sheets(previous);
  keep('assets/site.old.css');
  removeOthers();
  rmSync(previous, { recursive: true });
  expect(readdirSync(join(out, 'assets'))).toEqual(['site.old.css']);
  expect(readFileSync(join(out, 'assets/site.old.css'), 'utf8')).toBe('.old{}');
});
