import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { finishRelease, servedRelease } from '../../src/release/finish-release.ts';
import { isWhole, verifyFolder } from '../../src/release/verify.ts';
import { writeFileAndFolders } from '../../src/system/files.ts';
import { BUREAU } from '../dafu.ts';

const PAGE = '<p>一段文字。</p>'.repeat(100);
const FILES: Readonly<Record<string, string>> = {
  'index.html': `${PAGE}cover`,
  'zh/index.html': `${PAGE}zh`,
  'data/areas.csv': 'a,b\r\n'.repeat(200),
  'assets/small.css': 'p{}',
  'cards/zh.png': 'picture',
};

describe('a release after another', () => {
  let releases: string;
  let lastReplaced: readonly unknown[];
  beforeEach(() => {
    releases = mkdtempSync(join(tmpdir(), 'dafu-finish-'));
  });
  afterEach(() => rmSync(releases, { recursive: true }));

  const request = (released: string) => ({
    root: BUREAU,
    address: 'https://replies.gov.cn',
    today: '2026-11-23',
    verbose: false,
    jobs: 1,
    key: undefined,
    released,
  });
  /** Finishes a folder of these files as the next release, and serves it. Gives the folder. */
  async function release(files: Readonly<Record<string, string>>, released: string): Promise<string> {
    const next = join(releases, '.next');
    for (const [name, text] of Object.entries(files)) writeFileAndFolders(join(next, name), text);
    const served = join(releases, 'current');
    const places = { next, served, releases, previous: servedRelease(served) };
    const { name, replaced } = (await finishRelease(request(released), places, () => {})) ?? {
      name: '',
      replaced: new Set(),
    };
    lastReplaced = [...replaced].sort();
    const folder = join(releases, name);
    renameSync(next, folder);
    rmSync(served, { force: true });
    symlinkSync(name, served);
    return folder;
  }
  const first = () => release(FILES, '2026-11-23T01:00:00.000Z');
  const second = (files = FILES) => release(files, '2026-11-23T02:00:00.000Z');
  const inode = (folder: string, name: string) => lstatSync(join(folder, name)).ino;

  test('shares with it what stayed, compressed copies included, and keeps its date', async () => {
    const earlier = await first();
    const date = new Date('2026-01-02T03:04:05Z');
    for (const name of readdirSync(earlier, { recursive: true, encoding: 'utf8' }))
      utimesSync(join(earlier, name), date, date);
    const later = await second({ ...FILES, 'zh/index.html': `${PAGE}another` });
    for (const name of ['index.html', 'index.html.br', 'index.html.gz', 'data/areas.csv.br', 'cards/zh.png']) {
      expect([name, inode(later, name)]).toEqual([name, inode(earlier, name)]);
      expect(lstatSync(join(later, name)).mtime).toEqual(date);
    }
    expect(lastReplaced).toEqual(['assets/small.css', 'cards/zh.png', 'data/areas.csv', 'index.html', 'sbom.cdx.json']);
    for (const name of ['zh/index.html', 'zh/index.html.br', 'zh/index.html.gz'])
      expect([name, inode(later, name)]).not.toEqual([name, inode(earlier, name)]);
    for (const folder of [earlier, later]) expect(isWhole(await verifyFolder(folder))).toBe(true);
  });

  test('is none where the build took a file from it that is not what it lists', async () => {
    const earlier = await first();
    const next = join(releases, '.next');
    for (const [name, text] of Object.entries(FILES)) writeFileAndFolders(join(next, name), text);
    rmSync(join(next, 'zh/index.html'));
    linkSync(join(earlier, 'zh/index.html'), join(next, 'zh/index.html'));
    writeFileSync(join(earlier, 'zh/index.html'), `${PAGE}another`);
    const served = join(releases, 'current');
    const places = { next, served, releases, previous: servedRelease(served) };
    expect(await finishRelease(request('2026-11-23T02:00:00.000Z'), places, () => {})).toBeUndefined();
  });

  test.each<[string, string, (bytes: Buffer) => string | Buffer]>([
    ['a page', 'zh/index.html', (bytes) => `${bytes}<p>another’s words</p>`],
    ['a page, its length kept', 'zh/index.html', (bytes) => bytes.toString().replace('字', '句')],
    ['a compressed copy that holds something else', 'zh/index.html.br', () => brotliCompressSync('another’s words')],
    ['a compressed copy that is cut short', 'zh/index.html.gz', (bytes) => bytes.subarray(0, 40)],
    ['a picture', 'cards/zh.png', () => 'another'],
  ])('takes nothing over from it that was changed since: %s', async (_, name, damage) => {
    const earlier = await first();
    const path = join(earlier, name);
    writeFileSync(path, damage(readFileSync(path)));
    const damaged = readFileSync(path);
    const later = await second();
    expect(isWhole(await verifyFolder(later))).toBe(true);
    // Nor is what is served meanwhile written to.
    expect(readFileSync(path).equals(damaged)).toBe(true);
  });

  test.each<[string, string, (path: string) => unknown]>([
    [
      'a link to the same',
      'zh/index.html',
      (path) => {
        renameSync(path, `${path}.moved`);
        symlinkSync('index.html.moved', path);
      },
    ],
    [
      'a link to the same copy',
      'zh/index.html.br',
      (path) => {
        renameSync(path, join(releases, 'copy'));
        symlinkSync(join(releases, 'copy'), path);
      },
    ],
    [
      'a pipe',
      'zh/index.html',
      (path) => {
        rmSync(path);
        execFileSync('mkfifo', [path]);
      },
    ],
    [
      'a pipe for a copy',
      'zh/index.html.gz',
      (path) => {
        rmSync(path);
        execFileSync('mkfifo', [path]);
      },
    ],
    [
      'a folder',
      'cards/zh.png',
      (path) => {
        rmSync(path);
        mkdirSync(path);
      },
    ],
    [
      'a pipe for its manifest',
      'manifest.json',
      (path) => {
        rmSync(path);
        execFileSync('mkfifo', [path]);
      },
    ],
    ['a copy with more behind it', 'index.html.gz', (path) => appendFileSync(path, 'more')],
  ])('takes over nothing of it that is %s', async (_, name, lay) => {
    lay(join(await first(), name));
    const later = await second();
    expect(isWhole(await verifyFolder(later))).toBe(true);
    expect(lstatSync(join(later, name)).isFile()).toBe(true);
  });

  test('makes what was lost of it again', async () => {
    const earlier = await first();
    for (const name of ['zh/index.html', 'index.html.br']) rmSync(join(earlier, name));
    const later = await second();
    expect(isWhole(await verifyFolder(later))).toBe(true);
    expect(readdirSync(later)).toContain('index.html.br');
  });

  test('names it, and repeats its manifest where nothing changed', async () => {
    const earlier = await first();
    const later = await second();
    const read = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8');
    expect(read(later, 'manifest.json')).toBe(read(earlier, 'manifest.json'));
    const [before, after] = [earlier, later].map((folder) => JSON.parse(read(folder, 'manifest.envelope.json')));
    expect(before).toMatchObject({ previous: null, released: '2026-11-23T01:00:00.000Z' });
    expect(after.previous).toEqual({ release: before.release, manifestSha256: before.manifestSha256 });
    expect(after.release.split('-')[0]).toBe('2');
  });
});
