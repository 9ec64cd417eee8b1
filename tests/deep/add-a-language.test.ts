import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dafu } from '../dafu.ts';

const PROJECT = resolve(import.meta.dirname, '../..');
const DAY = '2026-01-01';

/** A language as CONTRIBUTING.md says: one file, in a script that no other language of the program has. */
const MONGOLIAN = `import type { Language } from './language.ts';

export const mn: Language = {
  name: 'Монгол',
  called: { zh: '蒙古文', en: 'Mongolian' },
  tag: 'mn-Cyrl',
  direction: 'ltr',
  script: 'Cyrillic',
  punctuation: {
    colon: ': ', list: ', ', clauses: '; ', comma: ', ', sentences: ' ',
    brackets: [' (', ')'], quotes: ['«', '»'], facts: ' · ',
  },
  numbers: { group: '', unitGap: ' ' },
  dates: {
    year: (year) => \`\${year} он\`,
    month: (year, month) => \`\${year} оны \${month}-р сар\`,
    day: (year, month, day) => \`\${year} оны \${month}-р сарын \${day}\`,
    asOf: (day) => \`\${day} байдлаар\`,
    until: (day) => \`\${day} хүртэл\`,
    between: (start, end) => \`\${start} – \${end}\`,
  },
  letter: { gap: 'Энд нийтлэхгүй' },
  search: 'pairs',
  breaks: 'spaces',
  fallback: 'zh',
  words: { site: { language: 'Монгол', home: 'Нүүр', enter: 'Монгол сайт руу орох' } },
};
`;

/** The letters of the Uyghur site in another script, one for one: a part of a text stays a part of it. */
const UYGHUR = 'ئاەبپتجچخدرزژسشغفقكگڭلمنھوۇۆۈۋېىي';
const CYRILLIC = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя';
const inCyrillic = (text: string): string =>
  text.replace(/\p{Script=Arabic}|[،؛]/gu, (letter) => CYRILLIC[UYGHUR.indexOf(letter)] ?? ',');

describe('a language that is added as CONTRIBUTING.md says', () => {
  const project = mkdtempSync(join(tmpdir(), 'dafu-program-'));
  const root = mkdtempSync(join(tmpdir(), 'dafu-root-'));
  let said = '';

  beforeAll(async () => {
    for (const name of ['src', 'package.json', 'package-lock.json', 'tsconfig.json'])
      cpSync(join(PROJECT, name), join(project, name), { recursive: true });
    symlinkSync(join(PROJECT, 'node_modules'), join(project, 'node_modules'));
    writeFileSync(join(project, 'src/locales/mn.ts'), MONGOLIAN);
    const index = join(project, 'src/locales/index.ts');
    const text = readFileSync(index, 'utf8');
    writeFileSync(index, `import { mn } from './mn.ts';\n${text.replace('= { ug,', '= { mn, ug,')}`);
    cpSync(join(import.meta.dirname, '../languages/uyghur'), root, { recursive: true });
    for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
      const file = join(root, name);
      if (!/\.(?:mdx|json|yaml)$/.test(name)) continue;
      writeFileSync(file, inCyrillic(readFileSync(file, 'utf8')).replace(/\bug(?=\b)/g, 'mn'));
      if (name.endsWith('ug.mdx')) renameSync(file, file.replace(/ug\.mdx$/, 'mn.mdx'));
    }
    const { code, output } = await dafu(['build', '--root', root, '--today', DAY, '--lang', 'en'], { project });
    said = output;
    expect([code, output]).toEqual([0, expect.stringContaining('Built')]);
  });
  afterAll(() => {
    for (const folder of [project, root]) rmSync(folder, { recursive: true });
  });

  test('has pages that say which language they are in, with its own interface words', () => {
    const page = readFileSync(join(root, 'dist/mn/replies/2025-3/index.html'), 'utf8');
    expect(page).toMatch(/<html[^>]* lang="mn-Cyrl"/);
    expect(page).toContain('Нүүр');
    expect(page).not.toContain('dir="rtl"');
  });

  test('is told which interface words fall back, and that nobody compares its figures', async () => {
    const { output } = await dafu(['check', '--root', root, '--today', DAY, '--lang', 'en'], { project });
    expect(said + output).toMatch(/Mongolian/);
    expect(output).toMatch(/nothing reads figures in Mongolian/);
  });

  test('is searched by parts of words', () => {
    const parts = readdirSync(join(root, 'dist/pagefind'), { recursive: true, encoding: 'utf8' });
    expect(parts.filter((name) => /\/mn\/index\//.test(name)).length).toBeGreaterThan(0);
  });
});
