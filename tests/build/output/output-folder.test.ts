import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildSite } from '../../../src/build/build.ts';
import {
  noteMade,
  outputPlace,
  placeToFill,
  refuseOthersFiles,
  refuseOthersFolder,
  replaceMade,
} from '../../../src/build/output/output-folder.ts';
import { isReport } from '../../../src/intake/inbox/report.ts';
import { inEach } from '../../../src/model/locale.ts';
import { secretKeyFrom } from '../../../src/release/minisign.ts';
import { releaseSite } from '../../../src/release/release.ts';
import { initSite } from '../../../src/scaffold/init/index.ts';
import { writeFileAndFolders } from '../../../src/system/files.ts';
import { PROJECT_FOLDER } from '../../../src/system/program.ts';
import { CommandError } from '../../../src/terminal/failures.ts';
import { dafu } from '../../dafu.ts';
import { SAMPLE } from '../../faults/root.ts';
import { writeRelease } from '../../release/small-release.ts';

let folder: string;
let root: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'dafu-place-')));
  root = join(folder, 'site');
  cpSync(SAMPLE, root, { recursive: true });
  mkdirSync(join(root, '.git'));
  mkdirSync(join(root, 'public'), { recursive: true });
  mkdirSync(join(folder, 'work'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (...parts: readonly string[]) => join(folder, ...parts);
const put = (name: string, text = name) => writeFileAndFolders(at(name), text);
const homes = () => [root, PROJECT_FOLDER];

describe('a place to write to', () => {
  test.each([
    'site/dist',
    'site/dist/',
    'site/new/deep/er',
    'site/contents',
    'site/pdf',
    'work',
    'work/../work/x',
    'elsewhere/content/x',
    'work/.github/x',
    'work/a.git',
  ])('may be %s', (name) => {
    expect(outputPlace(`${folder}/${name}`, homes())).toBe(resolve(folder, name));
    expect(existsSync(at('elsewhere'))).toBe(false);
  });

  test.each([
    ['the root', 'site'],
    ['the root in other words', 'site/dist/..'],
    ['the folder above the root', '.'],
    ['a folder far above', '..'],
    ['the root of the disk', '../../../../../../..'],
    ['content', 'site/content'],
    ['content with a slash', 'site/content/'],
    ['content in capitals', 'site/Content'],
    ['a folder in content', 'site/content/replies/2024-7/out'],
    ['what will be in content', 'site/content/new/out'],
    ['data', 'site/data'],
    ['what was published', 'site/data/published'],
    ['public', 'site/public'],
    ['a folder in public', 'site/public/files'],
    ['the repository', 'site/.git'],
    ['a folder in the repository', 'site/.git/hooks'],
    ['a repository elsewhere', 'work/.git/x'],
    ['a repository in capitals', 'work/.GIT/x'],
    ['the inbox', 'site/inbox'],
    ['the state', 'site/.dafu'],
    ['a build', 'site/.dafu/builds/1'],
    ['the releases', 'site/releases'],
    ['a release', 'site/releases/1-0123456789ab'],
    ['content by a link', 'link/out'],
    ['content by a link to the root', 'link-to-root/content/out'],
    ['content of another site', 'other/content/x'],
  ])('is never %s', (_, name) => {
    symlinkSync(join(root, 'content'), at('link'));
    symlinkSync(root, at('link-to-root'));
    cpSync(SAMPLE, at('other'), { recursive: true });
    expect(() => outputPlace(`${folder}/${name}`, homes())).toThrow(CommandError);
    expect(() => placeToFill(`${folder}/${name}`, homes())).toThrow(CommandError);
  });

  test.each([
    ['nothing', ''],
    ['what no file system has', 'a\0b'],
    ['the program', PROJECT_FOLDER],
    ['what holds the program', join(PROJECT_FOLDER, '..')],
    ['the program’s content', join(PROJECT_FOLDER, 'content/x')],
    ['the program’s packages', join(PROJECT_FOLDER, 'node_modules/x')],
    ['a name that is too long', `/tmp/${'a'.repeat(300)}/b`],
  ])('is never %s', (_, name) => {
    expect(() => outputPlace(name, homes())).toThrow(CommandError);
  });

  test('is not content that a link at its end leads to, where files are added', () => {
    symlinkSync(join(root, 'content'), at('link'));
    expect(() => placeToFill(at('link'), homes())).toThrow(CommandError);
    symlinkSync('work', at('link-to-work'));
    expect(placeToFill(at('link-to-work'), homes())).toBe(at('work'));
  });
});

describe('a folder that is to be replaced', () => {
  const refuse = (also: readonly string[] = []) => refuseOthersFolder(at('out'), ['build'], () => also);

  test('may be empty, but for what systems put everywhere', () => {
    mkdirSync(at('out'));
    expect(refuse).not.toThrow();
    put('out/.DS_Store');
    expect(refuse).not.toThrow();
  });

  test('may be what the command made before, and is not once anything else was put there', () => {
    put('out.next/index.html');
    put('out.next/zh/index.html');
    replaceMade(at('out'), at('out.next'), 'build');
    expect(refuse).not.toThrow();
    put('out.next/index.html');
    put('out.next/en/index.html');
    replaceMade(at('out'), at('out.next'), 'build');
    expect(refuse).not.toThrow();
    expect(readdirSync(at('out')).sort()).toEqual(['en', 'index.html']);
    put('out/notes.txt');
    expect(refuse).toThrow(CommandError);
  });

  test('is not what another command made, or somebody, unless its names are known from elsewhere', () => {
    put('out/index.html');
    expect(refuse).toThrow(CommandError);
    expect(() => refuse(['index.html'])).not.toThrow();
    noteMade(at('out'), 'pdf', ['index.html']);
    expect(refuse).toThrow(CommandError);
  });

  test('is not one that took the place of what the command made', () => {
    put('out.next/index.html');
    replaceMade(at('out'), at('out.next'), 'build');
    rmSync(at('out'), { recursive: true });
    put('out/photos/1.jpg');
    expect(refuse).toThrow(CommandError);
  });

  test.each(['', 'nonsense', 'null', '5', '[]', '{"made":"build"}', '{"made":"build","names":{"0":"mine"}}'])(
    'is nobody’s where the note of it is %j',
    (note) => {
      put('out/mine');
      put('.out.made', note);
      expect(refuse).toThrow(CommandError);
    },
  );
});

describe('a folder that files are added to', () => {
  const refuse = (...names: readonly string[]) => refuseOthersFiles(at('pdf'), 'pdf', names);

  test('may be new, empty, or hold such files, whatever else was put beside them', () => {
    expect(() => refuse('1.pdf')).not.toThrow();
    put('pdf/1.pdf');
    noteMade(at('pdf'), 'pdf', ['1.pdf']);
    put('pdf/notes.txt');
    expect(() => refuse('1.pdf', '2.pdf')).not.toThrow();
  });

  test('is not somebody’s own, and no file in it is written over that the command did not write', () => {
    put('pdf/photos/1.jpg');
    expect(() => refuse('1.pdf')).toThrow(CommandError);
    rmSync(at('pdf/photos'), { recursive: true });
    put('pdf/1.pdf');
    noteMade(at('pdf'), 'pdf', ['1.pdf']);
    put('pdf/2.pdf');
    expect(() => refuse('1.pdf', '2.pdf')).toThrow(CommandError);
  });
});

/** Everything below a folder, with its text. */
const all = (of: string) =>
  readdirSync(of, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !join(entry.parentPath, entry.name).includes('.lock'))
    .map((entry) => `${join(entry.parentPath, entry.name)} ${readFileSync(join(entry.parentPath, entry.name), 'utf8')}`)
    .sort();

describe.each([
  [
    'a build',
    (out: string) =>
      buildSite({ root, out, plain: true, address: undefined, today: '2026-01-01', verbose: false, jobs: 1 }),
  ],
  [
    'a release',
    (out: string) =>
      releaseSite({
        root,
        out,
        address: 'https://replies.gov.cn',
        today: '2026-01-01',
        verbose: false,
        jobs: 1,
        keep: 5,
        key: undefined,
        released: '2026-01-01T00:00:00Z',
      }),
  ],
] as const)('%s', (_, make) => {
  test.each<[string, () => void]>([
    ['a folder with somebody’s files', () => put('work/out/letters/1.docx')],
    ['a folder with a hidden file', () => put('work/out/.profile')],
    ['a repository', () => put('work/out/.git/HEAD')],
    ['a file', () => put('work/out')],
    [
      'a link to a folder',
      () => {
        put('work/mine/a');
        symlinkSync('mine', at('work/out'));
      },
    ],
    ['a link to nothing', () => symlinkSync('nowhere', at('work/out'))],
    [
      'a folder of PDFs',
      () => {
        put('work/out/2024-7.zh.pdf');
        noteMade(at('work/out'), 'pdf', ['2024-7.zh.pdf']);
      },
    ],
  ])('leaves %s as it is', async (_name, lay) => {
    lay();
    const before = all(folder);
    await expect(make(at('work/out'))).rejects.toThrow(CommandError);
    expect(all(folder)).toEqual(before);
  });
});

test('a build does not take the place of a release, nor of what is called dist and is somebody’s', async () => {
  const build = (out: string) =>
    buildSite({ root, out, plain: false, address: undefined, today: '2026-01-01', verbose: false, jobs: 1 });
  await writeRelease(at('work/out'), secretKeyFrom(Buffer.alloc(32, 7), Buffer.alloc(8, 1)));
  noteMade(at('work/out'), 'release', readdirSync(at('work/out')));
  put('site/dist/thesis.pdf');
  const before = all(folder);
  await expect(build(at('work/out'))).rejects.toThrow(CommandError);
  await expect(build(at('site/dist'))).rejects.toThrow(CommandError);
  expect(all(folder)).toEqual(before);
});

test('a release leaves a folder called releases alone that never held one', async () => {
  put('site/releases/kept/program-1.0.zip');
  const request = {
    root,
    out: undefined,
    address: 'https://replies.gov.cn',
    today: '2026-01-01',
    verbose: false,
    jobs: 1,
  };
  await expect(releaseSite({ ...request, keep: 5, key: undefined, released: '2026-01-01T00:00:00Z' })).rejects.toThrow(
    CommandError,
  );
  expect(readdirSync(at('site/releases/kept'))).toEqual(['program-1.0.zip']);
});

describe('a new site', () => {
  const init = (name: string) =>
    initSite(
      at(name),
      { languages: ['zh'], issuer: inEach(['zh'], () => '虚构县水利局'), address: undefined },
      { forge: 'none', tarball: undefined },
      'en',
    );

  test('may be made in an empty repository', async () => {
    put('work/new/.git/HEAD');
    const { code } = await dafu(['init', at('work/new'), '--issuer', '虚构县水利局']);
    expect(code).toBe(0);
    expect(readdirSync(at('work/new')).sort()).toEqual([
      '.git',
      '.gitignore',
      '.vscode',
      'CODEOWNERS',
      'content',
      'data',
    ]);
  });

  test.each([
    ['a folder with a file', () => put('work/new/a.txt')],
    ['a file', () => put('work/new')],
    ['a folder that has content already', () => put('work/new/content/site.yaml')],
  ])('is never made of %s', (_name, lay) => {
    lay();
    const before = all(folder);
    expect(() => init('work/new')).toThrow(CommandError);
    expect(all(folder)).toEqual(before);
  });
});

test('a report of the inbox is written over an earlier one and nothing else', () => {
  put('report.md', '# 收件夹导入结果\n\n…');
  put('empty.md', '');
  put('letter.md', '# 关于修复机井的答复\n');
  symlinkSync('report.md', at('link.md'));
  expect(['report.md', 'empty.md', 'new.md'].map((name) => isReport(at(name)))).toEqual([true, true, true]);
  expect(['letter.md', 'link.md', 'site'].map((name) => isReport(at(name)))).toEqual([false, false, false]);
});
