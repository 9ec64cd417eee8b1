import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { copyPublicFiles, publicFiles } from '../../src/build/copied-files.ts';
import { SiteError } from '../../src/errors.ts';
import { listEntriesBelow, writeFileAndFolders } from '../../src/system/files.ts';

let folder: string;
const at = (...parts: readonly string[]) => join(folder, ...parts);
const put = (name: string, text = name) => writeFileAndFolders(at(name), text);
const copy = () => copyPublicFiles(at('root'), at('out'));
const copied = () => listEntriesBelow(at('out'));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dafu-public-'));
  put('out/index.html', 'cover');
  put('root/public/files/map.png');
  put('root/public/favicon.ico');
  put('root/public/.well-known/security.txt');
  put('key', 'secret');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the files of public/', () => {
  test('are published as they are, but for what systems leave behind', () => {
    for (const name of ['Thumbs.db', '.DS_Store', 'files/desktop.ini', 'files/.gitkeep']) put(`root/public/${name}`);
    copy();
    expect(copied()).toEqual(['.well-known/security.txt', 'favicon.ico', 'files/map.png', 'index.html']);
    expect(readFileSync(at('out/files/map.png'), 'utf8')).toBe('root/public/files/map.png');
    expect(publicFiles(at('root'))).toEqual(['.well-known/security.txt', 'favicon.ico', 'files/map.png']);
  });

  test('may be none', () => {
    rmSync(at('root/public'), { recursive: true });
    copy();
    expect([copied(), publicFiles(at('root'))]).toEqual([['index.html'], []]);
  });

  test.each<[string, () => unknown]>([
    ['a link to a file', () => symlinkSync(at('key'), at('root/public/key.txt'))],
    ['a link to a folder', () => symlinkSync(folder, at('root/public/all'))],
    ['a link called as litter is', () => symlinkSync(at('key'), at('root/public/Thumbs.db'))],
    ['a folder by a link called as litter is', () => symlinkSync(folder, at('root/public/.gitkeep'))],
    ['a pipe', () => execFileSync('mkfifo', [at('root/public/pipe.txt')])],
    [
      'public/ that is a link',
      () => {
        rmSync(at('root/public'), { recursive: true });
        symlinkSync(folder, at('root/public'));
      },
    ],
    [
      'public/ that is a file',
      () => {
        rmSync(at('root/public'), { recursive: true });
        put('root/public');
      },
    ],
    ['a file that is far too long', () => truncateSync(at('root/public/files/map.png'), 5e9)],
    ['a page of the site', () => put('root/public/index.html')],
    ['a page that the site does not have', () => put('root/public/zh/evil/index.html')],
    ['the list of a release', () => put('root/public/manifest.json')],
  ])('are not copied where there is %s', (_, lay) => {
    lay();
    expect(copy).toThrow(SiteError);
    expect(readFileSync(at('out/index.html'), 'utf8')).toBe('cover');
    for (const name of copied()) expect(readFileSync(at('out', name), 'utf8')).not.toBe('secret');
  });
});
