import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it, test } from 'vitest';

const PROJECT = resolve(import.meta.dirname, '../..');
/** Beside the program, under a path that begins with the program's own: such a root once found no packages. */
const folder = mkdtempSync(`${PROJECT}-new-site-`);
afterAll(() => rmSync(folder, { recursive: true }));

const dafu = (...parameters: string[]) =>
  spawnSync(process.execPath, ['src/cli/main.ts', ...parameters, '--lang', 'en'], { cwd: PROJECT, encoding: 'utf8' });

/** A made-up bureau, in one language and in two. */
const ISSUER = ['--issuer', '青溪县水务局'];

const ENGLISH = ['--issuer-en', 'Qingxi County Water Bureau'];
const UYGHUR = ['--issuer-ug', 'چىڭشى ناھىيەلىك سۇ ئىدارىسى'];

describe.each([
  { given: 'a name in Chinese', flags: ISSUER, languages: ['zh'], names: ['青溪县水务局答复公开'] },
  {
    given: 'a name in English too',
    flags: [...ISSUER, ...ENGLISH],
    languages: ['zh', 'en'],
    names: ['青溪县水务局答复公开', 'Replies of the Qingxi County Water Bureau'],
  },
  {
    given: 'other languages',
    flags: [...ISSUER, ...UYGHUR, '--languages', 'zh,ug'],
    languages: ['zh', 'ug'],
    names: ['青溪县水务局答复公开', 'چىڭشى ناھىيەلىك سۇ ئىدارىسى جاۋابلىرى'],
  },
  {
    given: 'letters in English',
    flags: ['--issuer', 'Qingxi County Water Bureau', '--languages', 'en'],
    languages: ['en'],
    names: ['Replies of the Qingxi County Water Bureau'],
  },
])('a new site of $given', ({ flags, languages, names }) => {
  const root = join(folder, languages.join('-'));
  const dist = join(root, 'dist');
  const page = (path: string) => readFileSync(join(dist, path, 'index.html'), 'utf8');

  it('is made, and builds as it is', () => {
    expect(dafu('init', root, ...flags)).toMatchObject({ status: 0, stderr: '' });
    expect(dafu('build', '--root', root, '--today', '2031-05-01')).toMatchObject({ status: 0, stderr: '' });
    expect(['zh', 'en', 'ug'].filter((code) => existsSync(join(dist, code)))).toEqual(
      ['zh', 'en', 'ug'].filter((code) => languages.includes(code)),
    );
    for (const [place, code] of languages.entries()) {
      expect(page(code)).toContain(names[place]);
      expect(page(code)).not.toContain('id="topics"');
      expect(existsSync(join(dist, code, 'feed.xml'))).toBe(true);
      expect(page(`${code}/about`)).toMatch(/<h1[^>]*>\s*\S/);
    }
  });
});

test('a site that holds nothing yet says so of each of its lists', () => {
  const page = (path: string) => readFileSync(join(folder, 'zh/dist/zh', path, 'index.html'), 'utf8');
  expect(page('')).not.toContain('关键数字');
  for (const list of ['replies', 'data', 'reports', 'commitments'])
    expect(page(list)).toContain('本站还没有公布这类内容。');
});

describe('dafu init', () => {
  it.each([
    ['a code that is none', ['--languages', 'zh,xx'], 'not “xx”'],
    ['a code twice', ['--languages', 'zh,zh'], 'not “zh”'],
    ['no code', ['--languages', ','], '--languages takes codes of languages'],
    ['a language without the name in it', ['--languages', 'zh,ug'], '--issuer-ug'],
    ['a name in a language that the site is not in', ['--languages', 'zh', ...ENGLISH], '--issuer-en has no use'],
    ['two names in the first language', ['--languages', 'en', ...ENGLISH], '--issuer-en has no use'],
  ])('refuses %s', (_name, flags, said) => {
    const root = join(folder, 'refused');
    const { status, stderr } = dafu('init', root, ...ISSUER, ...flags);
    expect([status, stderr]).toEqual([2, expect.stringContaining(said)]);
    expect(existsSync(root)).toBe(false);
  });

  it('never writes into a folder that holds something', () => {
    const root = join(folder, 'taken');
    mkdirSync(root);
    writeFileSync(join(root, 'letter.txt'), 'kept');
    const refused = dafu('init', root, ...ISSUER);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('holds something already');
    expect(existsSync(join(root, 'content'))).toBe(false);
  });
});
