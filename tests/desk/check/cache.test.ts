import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { openCache } from '../../../src/desk/check/cache.ts';

const root = mkdtempSync(path.join(tmpdir(), 'dafu-check-cache-'));
const file = path.join(root, '.dafu/cache/check.ndjson');
afterAll(() => rmSync(root, { recursive: true, force: true }));

const names = Array.from({ length: 20 }, (_, index) => `key-${index}`);

/** A run that asks for some entries and makes those that are not kept. Gives which it made. */
function run(keys: readonly string[]): string[] {
  const cache = openCache(root);
  const made = keys.filter((key) => cache.get(key) === undefined);
  for (const key of made) cache.set(key, { of: key });
  cache.save();
  return made;
}
const keptKeys = () =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(' ')[0]);

beforeEach(() => {
  rmSync(file, { force: true });
  run(names);
});

describe('what runs keep for each other', () => {
  test('gives what an earlier run made', () => {
    expect(run(names)).toEqual([]);
    expect(openCache(root).get('key-3')).toEqual({ of: 'key-3' });
  });

  test('writes only what is new, as long as little is unused', () => {
    const before = readFileSync(file, 'utf8');
    expect(run([...names.slice(1), 'new'])).toEqual(['new']);
    expect(readFileSync(file, 'utf8')).toBe(`${before}new {"of":"new"}\n`);
    expect(run([...names.slice(1), 'new'])).toEqual([]);
  });

  test('forgets what is unused once that is much', () => {
    run([...names.slice(5), 'new']);
    expect(keptKeys()).toEqual([...names.slice(5), 'new']);
  });

  test.each<[string, () => void, string[]]>([
    ['half a line of a run that was killed', () => appendFileSync(file, 'new {"of"'), ['new']],
    [
      'an entry that is no JSON',
      () => writeFileSync(file, readFileSync(file, 'utf8').replace('{"of":"key-7"}', '{"of":')),
      ['key-7', 'new'],
    ],
    ['another version', () => writeFileSync(file, `x${readFileSync(file, 'utf8')}`), [...names, 'new']],
    ['no file', () => rmSync(file), [...names, 'new']],
  ])('%s: makes again what it lacks, and is whole afterwards', (_, damage, expected) => {
    damage();
    expect(run([...names, 'new'])).toEqual(expected);
    expect(run([...names, 'new'])).toEqual([]);
    expect(new Set(keptKeys())).toEqual(new Set([...names, 'new']));
  });
});
