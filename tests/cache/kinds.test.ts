import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { CACHES, type CacheKind, cacheKey, placeOf } from '../../src/cache/index.ts';
import { LOCKFILE, programFingerprint, SOURCE_FOLDER } from '../../src/system/program.ts';
import { cacheIn } from '../dafu.ts';

const kinds: readonly (readonly [string, CacheKind])[] = Object.entries(CACHES);
const cache = cacheIn('/cache');

describe.each(kinds)('what is kept of %s', (_, kind) => {
  const inputs = Object.fromEntries(kind.inputs.map((input) => [input, `of ${input}`]));
  const key = cacheKey(cache, kind, inputs);

  test.each(kind.inputs.map((input) => [input]))('is another where its %s changes', (input) => {
    expect(cacheKey(cache, kind, { ...inputs, [input]: 'changed' })).not.toBe(key);
  });

  test('is another of another program, and is kept apart', () => {
    const other = { ...cache, program: 'another' };
    expect(cacheKey(other, kind, inputs)).not.toBe(key);
    expect(placeOf(other, kind)).not.toBe(placeOf(cache, kind));
  });

  test('is known by nothing else', () => {
    expect(cacheKey({ ...cacheIn('/elsewhere'), sealingKey: 'key' }, kind, inputs)).toBe(key);
  });
});

test('what one input lacks, another does not make up for', () => {
  const keyOf = (about: string, files: readonly string[]) => cacheKey(cache, CACHES.check, { about, files });
  const keys = [keyOf('a', ['b', 'c']), keyOf('a', ['bc']), keyOf('ab', ['c']), keyOf('a', ['b', '', 'c'])];
  expect(new Set(keys).size).toBe(keys.length);
});

test('no two kinds are kept in one place, or have one key of the same inputs', () => {
  const names = kinds.map(([, { name }]) => name);
  expect(new Set(names).size).toBe(names.length);
  const same = { site: 'x' };
  expect(cacheKey(cache, CACHES.texts, same)).not.toBe(cacheKey(cache, CACHES.audit, same));
});

/** What each kind is made from: a change here is a decision. */
test('every kind says what it is made from', () => {
  expect(Object.fromEntries(kinds.map(([name, { inputs }]) => [name, inputs.join(' ')]))).toEqual({
    code: '',
    check: 'about files',
    output: 'address today sources',
    pages: 'address shared',
    page: 'common shows reads',
    texts: 'site',
    audit: 'site',
    archives: 'site replies',
    entries: 'files',
    pictures: 'svg',
    attachments: 'sha256 name',
    replies: 'naming json',
    search: 'folder chunkSize withScript salt documents',
  });
});

describe('the fingerprint of the program', () => {
  const work = mkdtempSync(join(tmpdir(), 'dafu-program-'));
  const source = join(work, 'src');
  const lockfile = join(work, 'lock.json');
  cpSync(SOURCE_FOLDER, source, { recursive: true });
  cpSync(LOCKFILE, lockfile);
  const usual = programFingerprint(source, lockfile);
  afterAll(() => rmSync(work, { recursive: true }));

  test('is that of the program that runs', () => {
    expect(programFingerprint()).toBe(usual);
  });

  /** Parts of the program that decide what is found, shown, drawn or searched, each with one of its files. */
  test.each([
    'language/formats.ts',
    'language/messages/check.ts',
    'locales/ug.ts',
    'rule.ts',
    'rules/personal/index.ts',
    'model/units.ts',
    'attachments/index.ts',
    'text/parse.ts',
    'search/units.ts',
    'charts/registry.ts',
    'pictures/chart-picture.ts',
    'formats/card/card.ts',
    'site/styles/tokens.css',
    'build/search-index/replies.ts',
  ])('changes with src/%s', (file) => {
    const text = readFileSync(join(source, file));
    writeFileSync(join(source, file), `${text.toString('utf8')}\n`);
    expect(programFingerprint(source, lockfile)).not.toBe(usual);
    writeFileSync(join(source, file), text);
    expect(programFingerprint(source, lockfile)).toBe(usual);
  });

  test('changes with a file that comes, goes or is renamed, and with the packages', () => {
    const path = resolve(source, 'new.ts');
    writeFileSync(path, '');
    const added = programFingerprint(source, lockfile);
    rmSync(path);
    writeFileSync(resolve(source, 'newer.ts'), '');
    const renamed = programFingerprint(source, lockfile);
    rmSync(resolve(source, 'newer.ts'));
    writeFileSync(lockfile, '{}');
    expect(new Set([usual, added, renamed, programFingerprint(source, lockfile)]).size).toBe(4);
  });
});
