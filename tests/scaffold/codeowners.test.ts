import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bureausSchema } from '../../src/model/bureau.ts';
import { USUAL_LANGUAGES } from '../../src/model/locale.ts';
import { codeownersFaults, codeownersText } from '../../src/scaffold/codeowners.ts';

const { bureaus } = bureausSchema(USUAL_LANGUAGES).parse({
  bureaus: [
    { id: 'water', names: [{ zh: '虚构县水务局' }], owners: ['@county/water', '@county/water-deputy'] },
    { id: 'water-works', names: [{ zh: '虚构县水厂' }], parent: 'water', owners: ['@county/works'] },
    { id: 'farming', names: [{ zh: '虚构县农业局' }], owners: ['@county/farming'] },
  ],
});
const faults = (text: string) => codeownersFaults(text, bureaus, 'en');

describe('CODEOWNERS', () => {
  it('of a site without a record of bureaus is the example in docs (if not: npm run --silent dafu -- codeowners --root tests/rules/sample > docs/CODEOWNERS.example)', () => {
    expect(readFileSync(join(import.meta.dirname, '../../docs/CODEOWNERS.example'), 'utf8')).toBe(codeownersText([]));
  });

  it('gives each bureau the folder of its replies, after what is about all content', () => {
    const lines = codeownersText(bureaus)
      .split('\n')
      .map((line) => line.split(/ +/));
    expect(lines.filter(([pattern]) => pattern?.startsWith('/content/replies/'))).toEqual([
      ['/content/replies/water/', '@county/water', '@county/water-deputy'],
      ['/content/replies/water-works/', '@county/works'],
      ['/content/replies/farming/', '@county/farming'],
    ]);
    const patterns = lines.map(([pattern]) => pattern);
    expect(patterns.indexOf('/content/replies/water/')).toBeGreaterThan(patterns.indexOf('/content/'));
  });

  it('is right as it is written', () => {
    expect(faults(codeownersText(bureaus))).toEqual([]);
  });

  it.each([
    [
      'other ways to write a folder',
      'content/replies/water @county/water @county/water-deputy\n/content/replies/water-works/** @county/works\n/content/*/farming/ @county/farming\n',
    ],
    [
      'more owners than recorded, Windows line ends and comments',
      '* @a\r\n/content/replies/water/ @county/water @county/water-deputy @more # 水务\r\n/content/replies/water-works/ @county/works\r\n/content/replies/farming/ @county/farming\r\n',
    ],
    [
      'sections of GitLab',
      '[Replies]\n/content/replies/water/ @county/water @county/water-deputy\n/content/replies/water-works/ @county/works\n^[More][2]\n/content/replies/farming/ @county/farming\n',
    ],
  ])('may have %s', (_name, text) => {
    expect(faults(text)).toEqual([]);
  });

  const right = codeownersText(bureaus);
  it.each([
    [
      'a bureau without a line',
      right.replace(/^\/content\/replies\/farming\/.*\n/m, ''),
      /虚构县农业局 has no line .* \/content\/replies\/farming\/ +@county\/farming/,
    ],
    ['a line that names nobody', right.replace('@county/farming', ''), /虚构县农业局 has no line/],
    [
      'a placeholder',
      right.replace('@county/farming', '@organisation/farming @county/farming'),
      /虚构县农业局 still names nobody real/,
    ],
    ['another owner', right.replace('@county/works', '@county/stranger'), /虚构县水厂 lacks .*@county\/works/],
    [
      'a line about all content after it',
      `${right}/content/ @county/all\n`,
      /“\/content\/” stands after the line of 虚构县水务局/,
    ],
    [
      'a line about every folder after it',
      `${right}/content/replies/*/ @county/all\n`,
      /stands after the line of 虚构县农业局/,
    ],
    ['a line about kinds of files after it', `${right}*.mdx @county/all\n`, /“\*\.mdx” stands after/],
    [
      'a line that stops at the folder',
      right.replace('replies/farming/ ', 'replies/farming/* '),
      /虚构县农业局 has no line/,
    ],
    ['a line about all files after it', `${right}* @county/all\n`, /“\*” stands after/],
  ])('tells %s', (_name, text, message) => {
    expect(faults(text).join('\n')).toMatch(message);
  });

  it('takes no folder for another whose name it begins with', () => {
    expect(faults(right.replace(/^\/content\/replies\/water\/.*\n/m, ''))).toHaveLength(1);
  });
});
