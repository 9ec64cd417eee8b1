import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Stamp, stampOf } from '../../../src/build/reuse/page-record.ts';
import { takeFiles } from '../../../src/build/reuse/take-files.ts';
import { filesBelow, writeFileAndFolders } from '../../../src/system/files.ts';

let work = '';
const at = (...parts: string[]) => path.join(work, ...parts);
beforeEach(() => {
  work = mkdtempSync(path.join(tmpdir(), 'dafu-take-'));
  mkdirSync(at('out'));
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

const write = (build: string, file: string, text: string) => writeFileAndFolders(at(build, file), text);

/** A file of the last build that is also, or was, in the one before it. */
function writeLast(file: string, before: 'same' | 'other' | 'missing'): void {
  write('last', file, `last ${file}`);
  mkdirSync(path.dirname(at('before', file)), { recursive: true });
  if (before === 'same') linkSync(at('last', file), at('before', file));
  else if (before === 'other') write('before', file, `before ${file}`);
}

const files = (build: string) => filesBelow(at(build)).files;

const take = (wanted: readonly string[], discarded = true) =>
  takeFiles(new Map(wanted.map((file): [string, Stamp] => [file, stampOf(at('last'), file) ?? [0, 0, 0]])), {
    previous: at('last'),
    discarded: discarded ? at('before') : undefined,
    out: at('out'),
  });

test('takes what is wanted, and nothing else, from whichever build has it', () => {
  writeLast('zh/replies/1/index.html', 'same');
  writeLast('zh/replies/2/index.html', 'other');
  writeLast('zh/replies/3/index.html', 'missing');
  writeLast('zh/replies/4/index.html', 'same');
  writeLast('zh/index.html', 'same');
  write('before', 'zh/replies/1/index.md', 'a file that a later stage makes');
  write('before', 'zh/topics/gone/index.html', 'a page that is no more');
  writeLast('index.html', 'same');
  const wanted = ['index.html', 'zh/index.html', ...[1, 2, 3].map((id) => `zh/replies/${id}/index.html`)];
  expect([...take(wanted)].sort()).toEqual(wanted);
  expect(files('out')).toEqual(wanted);
  for (const file of wanted) expect(statSync(at('out', file)).ino, file).toBe(statSync(at('last', file)).ino);
  expect(readdirSync(at('out/zh')).sort(), 'no empty folder is left').toEqual(['index.html', 'replies']);
});

test('leaves the last build as it was', () => {
  writeLast('zh/replies/1/index.html', 'same');
  writeLast('zh/replies/2/index.html', 'other');
  take(['zh/replies/1/index.html']);
  expect(files('last')).toEqual(['zh/replies/1/index.html', 'zh/replies/2/index.html']);
  expect(readFileSync(at('last/zh/replies/2/index.html'), 'utf8')).toBe('last zh/replies/2/index.html');
});

test('moves a folder whole where all of it is wanted and none of the name stands there', () => {
  writeLast('zh/replies/1/index.html', 'same');
  const { ino } = statSync(at('before/zh'));
  take(['zh/replies/1/index.html']);
  expect(statSync(at('out/zh')).ino).toBe(ino);
});

test('does not take the place of a file that stands there', () => {
  writeLast('zh/replies/1/index.html', 'same');
  writeLast('zh/replies/2/index.html', 'same');
  write('out', 'zh/replies/1/index.html', 'a file of public/');
  expect([...take(['zh/replies/1/index.html', 'zh/replies/2/index.html'])]).toEqual(['zh/replies/2/index.html']);
  expect(readFileSync(at('out/zh/replies/1/index.html'), 'utf8')).toBe('a file of public/');
});

test('takes no file that was changed since, in either build', () => {
  writeLast('zh/1/index.html', 'same');
  const stamp = stampOf(at('last'), 'zh/1/index.html') ?? [0, 0, 0];
  writeFileSync(at('last/zh/1/index.html'), 'changed by hand');
  const taken = takeFiles(new Map([['zh/1/index.html', stamp]]), {
    previous: at('last'),
    discarded: at('before'),
    out: at('out'),
  });
  expect([...taken]).toEqual([]);
  expect(existsSync(at('out/zh'))).toBe(false);
});

test.each([
  ['there is no build before the last', false],
  ['that build is gone', true],
])('links where %s', (_, discarded) => {
  write('last', 'zh/index.html', 'last');
  expect([...take(['zh/index.html'], discarded)]).toEqual(['zh/index.html']);
  expect(files('out')).toEqual(['zh/index.html']);
});
