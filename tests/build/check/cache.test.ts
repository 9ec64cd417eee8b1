import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { openCheckCache } from '../../../src/build/check/cache.ts';
import { checkSite } from '../../../src/build/check/index.ts';
import { openCache, stateFolder, sweepCaches } from '../../../src/build/output/state.ts';
import { CACHES, placeOf } from '../../../src/cache/index.ts';
import { writeFileAndFolders } from '../../../src/system/files.ts';
import type { MachineSecret } from '../../../src/system/machine-secret.ts';
import { CommandError } from '../../../src/terminal/failures.ts';
import { findingLine, SAMPLE, temporaryRoot } from '../../faults/root.ts';
import { git } from '../../git.ts';

const root = mkdtempSync(path.join(tmpdir(), 'dafu-check-cache-'));
const secret: MachineSecret = { bytes: Buffer.alloc(32, 7), lasting: true };
const another: MachineSecret = { bytes: Buffer.alloc(32, 8), lasting: true };
const open = (of = secret) => openCheckCache(openCache(root, of));
/** Where the check keeps what it found in a root. */
const fileIn = (of: string, by?: MachineSecret) => `${placeOf(openCache(of, by), CACHES.check)}.ndjson`;
const file = fileIn(root, secret);
afterAll(() => rmSync(root, { recursive: true, force: true }));

const names = Array.from({ length: 20 }, (_, index) => `key-${index}`);

/** A run that asks for some entries and makes those that are not kept. Gives which it made. */
function run(keys: readonly string[]): string[] {
  const cache = open();
  const made = keys.filter((key) => cache.get(key) === undefined);
  for (const key of made) cache.set(key, { of: key });
  cache.save();
  return made;
}
const keptKeys = () =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split(' ')[1]);

beforeEach(() => {
  rmSync(file, { force: true });
  run(names);
});

describe('what runs keep for each other', () => {
  test('gives what an earlier run made', () => {
    expect(run(names)).toEqual([]);
    expect(open().get('key-3')).toEqual({ of: 'key-3' });
  });

  test('writes only what is new, as long as little is unused', () => {
    const before = readFileSync(file, 'utf8');
    expect(run([...names.slice(1), 'new'])).toEqual(['new']);
    const added = readFileSync(file, 'utf8').slice(before.length);
    expect(readFileSync(file, 'utf8').startsWith(before)).toBe(true);
    expect(added).toMatch(/^[\w-]{43} new \{"of":"new"\}\n$/);
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
    [
      'an entry that was changed',
      () => writeFileSync(file, readFileSync(file, 'utf8').replace('{"of":"key-7"}', '{"of":"key-8"}')),
      ['key-7', 'new'],
    ],
    [
      'an entry with the seal of another',
      () => {
        const lines = readFileSync(file, 'utf8').split('\n');
        lines[7] = `${lines[0]?.split(' ')[0]} key-7 {"of":"key-7"}`;
        writeFileSync(file, lines.join('\n'));
      },
      ['key-7', 'new'],
    ],
    [
      'an entry under the name of another',
      () => writeFileSync(file, readFileSync(file, 'utf8').replace(' key-7 ', ' key-x ')),
      ['key-7', 'new'],
    ],
    [
      'an entry without a seal, as earlier versions wrote them',
      () => writeFileSync(file, readFileSync(file, 'utf8').replace(/^\S+ key-7 /m, 'key-7 ')),
      ['key-7', 'new'],
    ],
    ['no file', () => rmSync(file), [...names, 'new']],
  ])('%s: makes again what it lacks, and is whole afterwards', (_, damage, expected) => {
    damage();
    expect(run([...names, 'new'])).toEqual(expected);
    expect(run([...names, 'new'])).toEqual([]);
    // A few that no run uses may stay.
    expect(keptKeys()).toEqual(expect.arrayContaining([...names, 'new']));
  });
});

describe('what was not kept by this machine', () => {
  test('counts for nothing, one entry or all', () => {
    const foreign = fileIn(root, another);
    mkdirSync(path.dirname(foreign), { recursive: true });
    cpSync(file, foreign);
    expect(names.map((name) => open(another).get(name))).toEqual(names.map(() => undefined));
  });

  test('is not written where the secret does not last', () => {
    const before = readFileSync(file, 'utf8');
    const cache = open({ ...secret, lasting: false });
    cache.set('new', {});
    cache.save();
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  test('is not followed out of the root', () => {
    const elsewhere = mkdtempSync(path.join(tmpdir(), 'dafu-elsewhere-'));
    writeFileSync(path.join(elsewhere, 'mine'), 'x');
    for (const part of ['.dafu', '.dafu/cache']) {
      rmSync(path.join(root, '.dafu'), { recursive: true, force: true });
      mkdirSync(path.dirname(path.join(root, part)), { recursive: true });
      symlinkSync(elsewhere, path.join(root, part));
      expect(() => openCache(root)).toThrow(CommandError);
      expect(readdirSync(elsewhere)).toEqual(['mine']);
      expect(() => sweepCaches(root, NOT_OPENED)).toThrow(CommandError);
      expect(() => stateFolder(root)).toThrow(CommandError);
    }
    rmSync(path.join(root, '.dafu'), { recursive: true, force: true });
    rmSync(elsewhere, { recursive: true });
  });

  test('stands in folders of other names than a build looks in, and goes', () => {
    const own = openCache(root);
    const program = path.basename(path.dirname(placeOf(own, CACHES.check)));
    const before = ['search', '0123456789abcdef/check.ndjson', `${program}/search`, 'output.json'];
    for (const name of ['output.json', 'check.ndjson', 'search/bundles/x', `${'A'.repeat(22)}/output.json`])
      mkdirSync(path.join(root, '.dafu/cache', name), { recursive: true });
    for (const name of before) mkdirSync(path.join(own.folder, name), { recursive: true });
    sweepCaches(root, own);
    expect(readdirSync(path.join(root, '.dafu/cache'))).toEqual([path.basename(own.folder)]);
    expect(readdirSync(own.folder).sort()).toEqual([program, 'output.json'].sort());
    expect(openCache(root)).toEqual(own);
  });
});

const NOT_OPENED = { folder: '', program: '', lasting: false };

describe('the whole check', () => {
  const FAULT = 'content/replies/2024-7/zh.mdx';
  const check = async (site: string) => (await checkSite(site, { today: '2026-01-01' })).findings.map(findingLine);

  test('finds what a forged cache says is not there', async () => {
    using site = temporaryRoot(SAMPLE);
    writeFileSync(
      path.join(site.root, FAULT),
      `${readFileSync(path.join(site.root, FAULT), 'utf8')}\n<script>1</script>\n`,
    );
    const expected = await check(site.root);
    expect(expected.length).toBeGreaterThan(0);
    const kept = fileIn(site.root);
    const forged = readFileSync(kept, 'utf8').replaceAll(/"findings":\[\{.*?\}\](?=,"facts")/g, '"findings":[]');
    expect(forged).not.toBe(readFileSync(kept, 'utf8'));
    writeFileSync(kept, forged);
    expect(await check(site.root)).toEqual(expected);
  });

  test('names what is committed of the folders that commands write', async () => {
    using site = temporaryRoot(SAMPLE);
    git(site.root, 'init', '--quiet');
    expect(await check(site.root)).toEqual([]);
    expect(await check(site.root)).toEqual([]);
    git(site.root, 'add', '--force', '.dafu');
    expect(await check(site.root)).toEqual([
      `${path.relative(site.root, fileIn(site.root))} error state-in-repository`,
    ]);
    git(site.root, 'rm', '--quiet', '-r', '--cached', '.dafu');
    for (const name of ['releases/kept/assets/a.js', '.DAFU/x']) {
      writeFileAndFolders(path.join(site.root, name), 'x');
      git(site.root, 'add', '--force', name);
    }
    expect(await check(site.root)).toEqual([
      '.DAFU/x error state-in-repository',
      'releases/kept/assets/a.js error state-in-repository',
    ]);
  });
});
