import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LONG_LIST, NEWEST_OF_LONG_LIST } from '../../src/model/facets.ts';

const PROJECT = resolve(import.meta.dirname, '../..');
const root = mkdtempSync(join(tmpdir(), 'dafu-long-lists-'));
const run = (...parameters: string[]) => execFileSync(process.execPath, parameters, { cwd: PROJECT, encoding: 'utf8' });
const page = (path: string) => readFileSync(join(root, 'dist', path, 'index.html'), 'utf8');
const entries = (html: string) => html.match(/class="reply-list-title"/g)?.length ?? 0;

beforeAll(() => {
  run('tests/corpus/write.ts', '--replies', String(LONG_LIST), '--seed', '1', '--out', root);
  run('src/cli/main.ts', 'build', '--root', root, '--today', '2026-01-05');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test(`${LONG_LIST} made-up replies stand in pages by year, all of them, under a first page of the newest`, () => {
  expect(entries(page('zh/replies'))).toBe(NEWEST_OF_LONG_LIST);
  const years = readdirSync(join(root, 'dist/zh/replies/years'));
  for (const year of years) expect(page('zh/replies')).toContain(`/zh/replies/years/${year}/`);
  const listed = years.reduce((sum, year) => sum + entries(page(`zh/replies/years/${year}`)), 0);
  expect(listed).toBe(LONG_LIST);
});
