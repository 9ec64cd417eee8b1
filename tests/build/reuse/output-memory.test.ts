import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openMemory, recordReplaced } from '../../../src/build/reuse/output-memory.ts';
import { CACHES, type Cache, placeOf } from '../../../src/cache/index.ts';
import { cacheIn } from '../../dafu.ts';

let work: string;
const kind = CACHES.texts;
const cacheOf = (program: string): Cache => ({ ...cacheIn(join(work, 'cache')), program, sealingKey: 'key' });
const open = (folder: string, previous: string | undefined, program = 'program', site = 'site') =>
  openMemory({
    folder: join(work, folder),
    previous: previous === undefined ? undefined : join(work, previous),
    cache: cacheOf(program),
    kind,
    site,
  });

const recordFile = () => `${placeOf(cacheOf('program'), kind)}.ndjson`;
const replaceInRecord = (from: string, to: string) =>
  writeFileSync(recordFile(), readFileSync(recordFile(), 'utf8').replace(from, to));

/** A first output with one file, which was made from `of a` and read once. */
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'dafu-memory-'));
  mkdirSync(join(work, 'first'));
  mkdirSync(join(work, 'second'));
  writeFileSync(join(work, 'first/a.txt'), 'A');
  const memory = open('first', undefined);
  memory.wrote('a.txt', 'of a');
  memory.fact('a.txt', 'says', () => 'A');
  memory.save();
});
afterEach(() => rmSync(work, { recursive: true }));

test('a file that would be made from the same is the last one, and is not read again', () => {
  const memory = open('second', 'first');
  expect(memory.reuse('a.txt', 'of a')).toBe(true);
  expect(readFileSync(join(work, 'second/a.txt'), 'utf8')).toBe('A');
  expect(memory.fact('a.txt', 'says', () => 'read again')).toBe('A');
});

test('a file that is named by what it holds is known by what it was made from', () => {
  const memory = open('second', 'first');
  expect(memory.reuseMade('of a')).toBe('a.txt');
  expect(readFileSync(join(work, 'second/a.txt'), 'utf8')).toBe('A');
  expect(memory.reuseMade('of b')).toBeUndefined();
});

test('what a file says is found again where the file was rewritten, though it says the same', () => {
  const memory = open('second', 'first');
  writeFileSync(join(work, 'second/a.txt'), 'A');
  expect(memory.fact('a.txt', 'says', () => 'read again')).toBe('read again');
});

test('a file that another with the same bytes took the place of is known, once the record is told', () => {
  writeFileSync(join(work, 'first/of-another'), 'A');
  renameSync(join(work, 'first/of-another'), join(work, 'first/a.txt'));
  expect(open('second', 'first').reuse('a.txt', 'of a')).toBe(false);
  const folder = join(work, 'first');
  recordReplaced({ folder, cache: cacheOf('program'), kind, site: 'site' }, new Set(['another.txt']));
  expect(open('second', 'first').reuse('a.txt', 'of a')).toBe(false);
  recordReplaced({ folder, cache: cacheOf('program'), kind, site: 'site' }, new Set(['a.txt']));
  const memory = open('second', 'first');
  expect(memory.reuse('a.txt', 'of a')).toBe(true);
  expect(memory.fact('a.txt', 'says', () => 'read again')).toBe('A');
});

test.each([
  ['it would be made from something else', 'of b', () => {}, 'program'],
  ['the program is another one', 'of a', () => {}, 'other'],
  ['it was changed since', 'of a', () => writeFileSync(join(work, 'first/a.txt'), 'B'), 'program'],
  ['it is gone', 'of a', () => rmSync(join(work, 'first/a.txt')), 'program'],
  ['the site is another one', 'of a', () => {}, 'program', 'another'],
  ['the record is gone', 'of a', () => rmSync(recordFile()), 'program'],
  ['the record is damaged', 'of a', () => writeFileSync(recordFile(), 'x'.repeat(99)), 'program'],
  ['its line was changed', 'of a', () => replaceInRecord('"A"', '"B"'), 'program'],
])('a file is not the last one where %s', (_why, key, happens, program, site = 'site') => {
  happens();
  const memory = open('second', 'first', program, site);
  expect(memory.reuse('a.txt', key)).toBe(false);
});
