import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshStaging, moveFolder } from '../../../src/build/output/state.ts';

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'dafu-staging-'));
});
afterEach(() => rmSync(parent, { recursive: true }));

test.each([
  ['a process that was killed', '999999999'],
  ['one that the system still lists, as it lists this test’s', String(process.ppid)],
])('what %s left is removed', (_who, left) => {
  mkdirSync(join(parent, left));
  writeFileSync(join(parent, left, 'index.html'), '');
  const folder = freshStaging(parent);
  expect(existsSync(join(parent, left))).toBe(false);
  expect(readdirSync(folder)).toEqual([]);
});

test('a folder is moved whole to where nothing is', () => {
  const folder = freshStaging(join(parent, 'staging'));
  writeFileSync(join(folder, 'index.html'), '');
  moveFolder(folder, join(parent, 'builds', '1'));
  expect(readdirSync(join(parent, 'builds', '1'))).toEqual(['index.html']);
  expect(readdirSync(join(parent, 'staging'))).toEqual([]);
});
