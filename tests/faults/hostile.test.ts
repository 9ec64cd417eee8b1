import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prettyFinding } from '../../src/build/check/formats.ts';
import { checkSite } from '../../src/build/check/index.ts';
import { fileLines } from '../../src/build/check/run.ts';
import { fixRoot } from '../../src/build/check/tree.ts';
import { FINDING_LANGUAGES } from '../../src/errors.ts';
import { checkWords } from '../../src/language/messages/check.ts';
import { writeFileAndFolders } from '../../src/system/files.ts';
import { findingLine, SAMPLE, temporaryRoot } from './root.ts';

const ZH = 'content/replies/2024-7/zh.mdx';
const DATA = 'data/wells.json';
const zh = readFileSync(join(SAMPLE, ZH), 'utf8');
const data = readFileSync(join(SAMPLE, DATA), 'utf8');

/** The sample reply with more lines of front matter, or with more text. */
const frontMatter = (lines: string) => ({ [ZH]: zh.replace('topics: [wells]\n', () => `topics: [wells]\n${lines}\n`) });
const text = (lines: string) => ({ [ZH]: `${zh}\n${lines}\n` });
/** The sample dataset with another key, or with words put in the place of others. */
const key = (source: string) => ({ [DATA]: data.replace('"unit": "count",', () => `"unit": "count",\n  ${source},`) });
const words = (instead: string, source: string) => ({ [DATA]: data.replace(instead, () => source) });
const nested = (open: string, close: string, times: number) => `${open.repeat(times)}${close.repeat(times)}`;

const MANY = 20_000;
/** Each names nine of the one before: nine to the tenth of words, were they written out. */
const BOMB = ['x', ...'abcdefghij']
  .slice(1)
  .map((name, at, all) => `${name}: &${name} [${Array(9).fill(at === 0 ? 'x' : `*${all[at - 1]}`)}]`)
  .join('\n');

/** What is wrong in ways that no author slips into, too large or too odd for a folder of fixtures; and one finding that says so. */
const HOSTILE: readonly [string, Readonly<Record<string, string>>, string][] = [
  ['front matter that grows when it is read', frontMatter(BOMB), `${ZH}:9:7 error yaml-anchor`],
  ['front matter nested deep', frontMatter(`x: ${nested('[', ']', 4900)}`), `${ZH}:9:[0-9]+ error yaml-syntax`],
  ['front matter of unclosed brackets', frontMatter(`x: ${'['.repeat(9900)}`), `${ZH}:9:[0-9]+ error yaml-syntax`],
  ['front matter of one long line', frontMatter(`x: ${'字'.repeat(100_000)}`), `${ZH}:9:1 error line-too-long`],
  ['front matter of one long line of spaces', frontMatter(`x: ${' '.repeat(MANY)}y`), `${ZH}:9:1 error line-too-long`],
  [
    'a glossary of one long line',
    { 'content/glossary.yaml': `terms: ${'['.repeat(MANY)}` },
    'content/glossary.yaml:1:1 error line-too-long',
  ],
  [
    'front matter of one key very many times',
    frontMatter('k: 1\n'.repeat(MANY).trimEnd()),
    `${ZH}:10:1 error repeated-key`,
  ],
  [
    'front matter of very many keys',
    frontMatter(Array.from({ length: MANY }, (_, at) => `k${at}: 1`).join('\n')),
    `${ZH}:9:1 error unknown-key`,
  ],
  [
    'front matter with the names of JavaScript',
    frontMatter('__proto__: { a: 1 }\nconstructor: 1'),
    `${ZH}:10:1 error unknown-key`,
  ],
  [
    'a page that names a program for its frame',
    frontMatter('layout: ../../../etc/passwd'),
    `${ZH}:9:1 error unknown-key`,
  ],
  ['quotations in quotations', text('>'.repeat(5000)), `${ZH}:15:1 error nesting-too-deep`],
  ['lists in lists', text('- '.repeat(4000)), `${ZH}:15:1 error nesting-too-deep`],
  ['links begun and never ended', text('[a]('.repeat(MANY)), `${ZH}:15:1 error line-too-long`],
  ['links begun on many lines', text('[a](\n'.repeat(MANY)), `${ZH}:[0-9]+:1 error nesting-too-deep`],
  ['tags in tags', text(nested('<Note>', '</Note>', 3000)), `${ZH}:15:1 error line-too-long`],
  [
    'tags in tags on many lines',
    text(nested('<Note>\n\n', '</Note>\n\n', 3000)),
    `${ZH}:[0-9]+:1 error nesting-too-deep`,
  ],
  ['tags never ended', text('<a '.repeat(2000)), `${ZH}:15:1 error (?:nesting-too-deep|unclosed-tag)`],
  ['comments never ended', text('<!--\n'.repeat(2000)), `${ZH}:[0-9]+:1 error nesting-too-deep`],
  ['one line of a hundred thousand addresses', text('www.'.repeat(100_000)), `${ZH}:15:1 error line-too-long`],
  ['a text of many megabytes', text('字'.repeat(1_000_000)), `${ZH}:1:1 error text-too-large`],
  ['a dataset of many megabytes', { [DATA]: ' '.repeat(3_000_000) }, `${DATA}:1:1 error text-too-large`],
  ['JSON nested deep', key(`"x": ${nested('[', ']', 100_000)}`), `${DATA} error json-syntax`],
  ['objects nested deep in JSON', key(`"x": ${'{"a":'.repeat(MANY)}1${'}'.repeat(MANY)}`), `${DATA} error json-syntax`],
  ['JSON of very many values', key(`"x": [${'1,'.repeat(300_000)}1]`), `${DATA}:10:3 error unknown-key`],
  ['a formula nested deep', words('repaired + covered', nested('(', ')', 50_000)), `${DATA}:45:18 error invalid-value`],
  [
    'a value of half a million digits',
    words('"value": "60"', `"value": "${'9'.repeat(500_000)}"`),
    `${DATA}:46:16 error invalid-value`,
  ],
  [
    'an exponent that fills the memory',
    words('"value": "60"', '"value": "1e999999999"'),
    `${DATA}:46:16 error invalid-value`,
  ],
  [
    'a series that is the prototype',
    words('"series": "repaired"', '"series": "__proto__"'),
    `${DATA}:22:17 error invalid-value`,
  ],
  [
    'a unit that every object has',
    { [DATA]: data.replaceAll('"unit": "count"', '"unit": "constructor"') },
    `${DATA}:9:11 error invalid-value`,
  ],
  [
    'a redirect that is a program',
    { 'data/redirects.json': '{"redirects":[{"from":"zh/x/","to":"javascript:1"}]}' },
    'data/redirects.json:1:[0-9]+ error invalid-value',
  ],
  [
    'redirects nested deep',
    { 'data/redirects.json': nested('[', ']', 100_000) },
    'data/redirects.json error json-syntax',
  ],
  ['a site file that is one word', { 'content/site.yaml': 'x' }, 'content/site.yaml:1:1 error invalid-value'],
];

describe('content that means harm', () => {
  it.each(HOSTILE)('%s is found, and the check comes to its end', async (_, files, expected) => {
    using site = temporaryRoot(SAMPLE);
    for (const [name, content] of Object.entries(files)) writeFileAndFolders(join(site.root, name), content);
    const { findings } = await checkSite(site.root, { today: '2026-01-01' });
    const lines = findings.map(findingLine);
    expect(lines.slice(0, 20)).toContainEqual(expect.stringMatching(new RegExp(`^${expected}$`)));
    // Whoever put the wrong file there is not told so a thousand times.
    expect(lines.length).toBeLessThan(2000);
    expect({}).not.toHaveProperty('a');
    for (const { message, hint } of findings)
      expect(`${message.zh}${message.en}${hint.zh}${hint.en}`).not.toMatch(/undefined|\[object|call stack/);
  });

  it.each([
    ['content/pages/a?b/zh.mdx', 'unsafe-name'],
    ['content/pages/a:b/zh.mdx', 'unsafe-name'],
    ['content/pages/nul/zh.mdx', 'unsafe-name'],
    ['content/pages/a\nb/zh.mdx', 'unsafe-name'],
    ['content/pages/a\u202eb/zh.mdx', 'unsafe-name'],
    ['public/com1.pdf', 'unsafe-name'],
    ['public/a\\b.pdf', 'unsafe-name'],
    ['public/a<b>.pdf', 'unsafe-name'],
    ['content/replies/2024-7/EN.mdx', 'name-differs-in-case'],
    ['data/Wells.json', 'name-differs-in-case'],
  ])('the name %j, which other systems refuse or read otherwise, is found', async (name, rule) => {
    using site = temporaryRoot(SAMPLE);
    writeFileAndFolders(join(site.root, name), '\n');
    const { findings } = await checkSite(site.root, { today: '2026-01-01' });
    expect(findings.map((finding) => finding.rule)).toContain(rule);
  });

  it.each([
    ['a text', 'content/replies/2024-8/zh.mdx', '/etc/hostname'],
    ['a folder', 'content/replies/2024-8', '/etc'],
    ['a link to itself', 'content/pages/notes', 'notes'],
    ['a folder above', 'data/calendar', '../..'],
    ['nothing', 'public/files', 'nowhere'],
  ])('a symbolic link to %s is named and never followed', async (_, name, target) => {
    using site = temporaryRoot(SAMPLE);
    mkdirSync(dirname(join(site.root, name)), { recursive: true });
    symlinkSync(target, join(site.root, name));
    const { findings } = await checkSite(site.root, { today: '2026-01-01' });
    expect(findings.map(findingLine)).toEqual([`${name} error symlink`]);
  });
});

/** The findings of the sample with something laid into it, as lines. */
async function linesWith(lay: (root: string) => void): Promise<string[]> {
  using site = temporaryRoot(SAMPLE);
  lay(site.root);
  const { findings } = await checkSite(site.root, { today: '2026-01-01' });
  // Whoever reads it sees each on its lines, in both languages.
  for (const locale of FINDING_LANGUAGES)
    for (const finding of findings)
      expect(prettyFinding(finding, locale, checkWords[locale], fileLines(site.root)).split('\n').length).toBeLessThan(
        5,
      );
  return findings.map(findingLine);
}

/** Lays something at a path of a root, with the folders that it stands in. */
const laid = (root: string, name: string, lay: (path: string) => void) => {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  rmSync(join(root, name), { force: true });
  lay(join(root, name));
};

/** Files with holes in them: they have these bytes, and take no room. */
const GB = 1_000_000_000;

describe('a file that is far too long', () => {
  it.each([
    [ZH, 5 * GB, 'text-too-large'],
    [ZH, 0.6 * GB, 'text-too-large'],
    [DATA, 5 * GB, 'text-too-large'],
    ['content/site.yaml', 5 * GB, 'text-too-large'],
    ['content/glossary.yaml', 0.6 * GB, 'text-too-large'],
    ['data/redirects.json', 5 * GB, 'text-too-large'],
    ['data/published/addresses.json', 5 * GB, 'text-too-large'],
    ['content/replies/2024-7/annex.pdf', 5 * GB, 'attachment-too-large'],
    ['public/files/map.png', 5 * GB, 'public-too-large'],
    ['public/files/list.csv', 0.6 * GB, 'public-too-large'],
  ])('is named and not read: %s of %d bytes', async (name, bytes, rule) => {
    const lines = await linesWith((root) =>
      laid(root, name, (path) => {
        writeFileSync(path, '');
        truncateSync(path, bytes);
      }),
    );
    expect(lines).toContain(`${name}:1:1 error ${rule}`);
  });

  it('is left as it is by what fixes line ends', () => {
    using site = temporaryRoot(SAMPLE);
    truncateSync(join(site.root, ZH), 5 * GB);
    expect(fixRoot(site.root)).toEqual([]);
    expect(statSync(join(site.root, ZH)).size).toBe(5 * GB);
  });
});

describe('a name that is not UTF-8', () => {
  const named = (root: string, folder: string, ...bytes: readonly number[]) =>
    Buffer.concat([Buffer.from(join(root, folder, '/')), Buffer.from(bytes)]);

  it.each([
    ['of a file', 'public', (path: Buffer) => writeFileSync(path, 'x')],
    ['of a text', 'content/replies/2024-7', (path: Buffer) => writeFileSync(path, 'x')],
    ['of a dataset', 'data', (path: Buffer) => writeFileSync(path, '{}')],
    ['of a link', 'public', (path: Buffer) => symlinkSync('/etc/hostname', path)],
    ['of a folder', 'content/replies', (path: Buffer) => mkdirSync(path)],
  ])('is named: %s', async (_, folder, lay) => {
    const lines = await linesWith((root) => {
      mkdirSync(join(root, folder), { recursive: true });
      lay(named(root, folder, 0x32, 0xb4, 0xf0, 0x2e, 0x70, 0x6e, 0x67));
    });
    expect(lines).toEqual([`${folder}/2\ufffd\ufffd.png error unsafe-name`]);
  });
});

describe('what is called as systems call their litter', () => {
  const LITTER = ['Thumbs.db', 'desktop.ini', '.DS_Store', '.gitkeep', '.gitignore', '.gitattributes'];
  const places = LITTER.flatMap((name) => [
    `public/${name}`,
    `public/files/${name}`,
    `content/replies/2024-7/${name}`,
    `data/${name}`,
  ]);

  it.each(places)('is left alone as a file: %s', async (name) => {
    expect(await linesWith((root) => laid(root, name, (path) => writeFileSync(path, 'x')))).toEqual([]);
  });

  it.each([
    ['a link to a file', (path: string) => symlinkSync('/etc/hostname', path)],
    ['a link to a folder', (path: string) => symlinkSync('/etc', path)],
    ['a link to nothing', (path: string) => symlinkSync('nowhere', path)],
    ['a pipe', (path: string) => execFileSync('mkfifo', [path])],
  ])('is no litter where it is %s', async (_, lay) => {
    for (const name of places)
      expect(await linesWith((root) => laid(root, name, lay))).toEqual([`${name} error symlink`]);
  });
});

it.each([
  ['content/replies/2024-8/zh.mdx', 'symlink'],
  ['content/site.yaml', 'symlink'],
  ['public/files/map.png', 'symlink'],
  ['data/wells.json', 'symlink'],
])('a pipe in the place of %s is named, and nobody waits for it', async (name, rule) => {
  const lines = await linesWith((root) => laid(root, name, (path) => execFileSync('mkfifo', [path])));
  expect(lines).toContain(`${name} error ${rule}`);
});

it.each([
  ['content', 'content error stray-file'],
  ['data', 'data error stray-file'],
  ['public', 'public error public-file-type'],
])('a file in the place of the folder %s is named', async (name, line) => {
  const lines = await linesWith((root) => {
    rmSync(join(root, name), { recursive: true, force: true });
    writeFileSync(join(root, name), 'x');
  });
  expect(lines).toContain(line);
});

it.each(['utf16le', 'gb18030'] as const)(
  'a list in public that is not in UTF-8 but %s is named: no check could read it',
  async (encoding) => {
    const bytes =
      encoding === 'utf16le' ? Buffer.from('\ufeff身份证,1', 'utf16le') : Buffer.from('c9edb7ddd6a42c31', 'hex');
    const lines = await linesWith((root) => laid(root, 'public/list.csv', (path) => writeFileSync(path, bytes)));
    expect(lines).toEqual([expect.stringMatching(/^public\/list\.csv:1:\d+ error not-utf8$/)]);
  },
);
