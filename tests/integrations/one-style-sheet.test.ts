import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { uniteStyleSheets } from '../../src/integrations/one-style-sheet.ts';

let out: string;
const page = (...sheets: string[]) =>
  `<head>${sheets.map((sheet) => `<link rel="stylesheet" href="/base/assets/${sheet}">`).join('')}</head>`;

beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'dafu-sheets-'));
  mkdirSync(join(out, 'assets'));
  for (const name of ['a', 'b', 'c']) writeFileSync(join(out, `assets/${name}.css`), `.${name}{}`);
});
afterEach(() => rmSync(out, { recursive: true }));

test('a page of several style sheets gets one that holds them in their order, shared by pages with the same', () => {
  writeFileSync(join(out, 'one.html'), page('b.css', 'a.css'));
  writeFileSync(join(out, 'two.html'), page('b.css', 'a.css'));
  uniteStyleSheets(out, '/base/', 'assets');
  const one = readFileSync(join(out, 'one.html'), 'utf8');
  const sheets = [...one.matchAll(/href="\/base\/(assets\/[^"]+)"/g)].map(([, path = '']) => path);
  expect(sheets).toHaveLength(1);
  expect(readFileSync(join(out, sheets[0] ?? ''), 'utf8')).toBe('.b{}.a{}');
  expect(readFileSync(join(out, 'two.html'), 'utf8')).toBe(one);
});

test('what no page asks for any more goes, and what a page asks for alone stays', () => {
  writeFileSync(join(out, 'one.html'), page('a.css', 'b.css'));
  writeFileSync(join(out, 'two.html'), page('b.css'));
  uniteStyleSheets(out, '/base/', 'assets');
  expect(existsSync(join(out, 'assets/a.css'))).toBe(false);
  expect(existsSync(join(out, 'assets/b.css'))).toBe(true);
  expect(readFileSync(join(out, 'two.html'), 'utf8')).toBe(page('b.css'));
});

test('a page used again has its sheet from the build before, and sheets that no page asks for go', () => {
  const previous = mkdtempSync(join(tmpdir(), 'dafu-sheets-'));
  mkdirSync(join(previous, 'assets'));
  writeFileSync(join(previous, 'assets/site.old.css'), '.old{}');
  writeFileSync(join(out, 'one.html'), page('site.old.css'));
  uniteStyleSheets(out, '/base/', 'assets', previous);
  rmSync(previous, { recursive: true });
  expect(readdirSync(join(out, 'assets'))).toEqual(['site.old.css']);
  expect(readFileSync(join(out, 'assets/site.old.css'), 'utf8')).toBe('.old{}');
});
