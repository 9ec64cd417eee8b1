import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { ACCENTED, qps } from '../../src/locales/qps.ts';
import { BUREAU } from '../dafu.ts';

/** What is no text of anybody: tags, the targets of links, addresses. */
const MARKUP = /〔Not disclosed here|<[^>]*>|\]\([^)]*\)|https?:\/\/\S+|\S+@\S+/g;
/** Keys of front matter whose values are no words. */
const CODES = new Set(['method', 'basedOn', 'topics', 'date', 'order', 'id', 'file']);

/**
 * An English text with an accent on each letter and each vowel twice, so that it is some 40 % longer. Every letter becomes the same
 * wherever it stands: a part of a text stays a part of it, so that quotations and terms are found again.
 */
export const pseudo = (text: string): string =>
  text.replace(/[a-z]/gi, (letter) => (ACCENTED[letter] ?? letter).repeat(/[aeiou]/i.test(letter) ? 2 : 1));

/** Markdown with its words in the pseudo-language; its links lead to the pages in it. */
function pseudoMarkdown(text: string): string {
  const parts = [...text.matchAll(MARKUP)].map(({ 0: own, index }) => ({ own, index }));
  let at = 0;
  const written = parts.map(({ own, index }) => {
    const before = pseudo(text.slice(at, index));
    at = index + own.length;
    const titled = own.replace(/\btitle="([^"]*)"/, (_, title: string) => `title="${pseudo(title)}"`);
    return before + titled.replace('](/en/', '](/qps/').replace('Not disclosed here', qps.letter.gap);
  });
  return written.join('') + pseudo(text.slice(at));
}

/** Every text in a value in the pseudo-language, besides those that are codes. */
function pseudoValue(value: unknown): unknown {
  if (typeof value === 'string') return /@|^https?:|^\//.test(value) ? value.replace('/en/', '/qps/') : pseudo(value);
  if (Array.isArray(value)) return value.map(pseudoValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, CODES.has(key) ? inner : pseudoValue(inner)]),
  );
}

/** What a value in Chinese and English is in some languages: the pseudo-language is made of the English. */
function inLanguages(value: unknown, languages: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((inner) => inLanguages(inner, languages));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]): (readonly [string, unknown])[] => {
      if (key === 'languages') return [[key, languages]];
      if (key !== 'zh' && key !== 'en') return [[key, inLanguages(inner, languages)]];
      const own = languages.includes(key) ? [[key, inner] as const] : [];
      return key === 'en' && languages.includes('qps') ? [...own, ['qps', pseudoValue(inner)]] : own;
    }),
  );
}

/** The made-up bureau in other languages, in a folder of its own: any of Chinese, English and the pseudo-language. */
export function bureauIn(languages: readonly string[]): string {
  const root = mkdtempSync(join(tmpdir(), 'dafu-languages-'));
  cpSync(BUREAU, root, { recursive: true, filter: (source) => !source.endsWith('/.dafu') });
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    const file = join(root, name);
    const text = () => readFileSync(file, 'utf8');
    if (/\.ya?ml$/.test(name)) writeFileSync(file, stringify(inLanguages(parse(text()), languages)));
    if (name.endsWith('.json'))
      writeFileSync(file, JSON.stringify(inLanguages(JSON.parse(text()), languages), undefined, 2));
    if (basename(name) !== 'en.mdx') continue;
    if (languages.includes('qps')) {
      const [, matter = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(text()) ?? [];
      const pseudoText = `---\n${stringify(pseudoValue(parse(matter)))}---\n${pseudoMarkdown(body)}`;
      writeFileSync(join(root, name.replace(/en\.mdx$/, 'qps.mdx')), pseudoText);
    }
    if (!languages.includes('en')) rmSync(file);
  }
  return root;
}
