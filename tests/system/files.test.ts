import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readHead } from '../../src/system/files.ts';

const folder = mkdtempSync(join(tmpdir(), 'dafu-head-'));
afterAll(() => rmSync(folder, { recursive: true }));

it.each([
  ['a short title', '题'],
  ['an end tag across two parts', 'x'.repeat(16_384 - 24)],
  ['a title of more than two parts', '题'.repeat(30_000)],
])('the head of a page with %s is read to its end', (_what, title) => {
  const file = join(folder, 'index.html');
  writeFileSync(file, `<html><head><title>${title}</title></head><body>text</body></html>`);
  expect(readHead(file)).toBe(`<html><head><title>${title}</title>`);
});

it('a page without an end tag is read whole', () => {
  const file = join(folder, 'index.html');
  writeFileSync(file, '<html>');
  expect(readHead(file)).toBe('<html>');
});
