import type { Finding } from '../errors.ts';
import { found, key, rule } from '../rule.ts';
import { on } from './checks.ts';
import type { SiteDocument } from './read-site.ts';

export const UNKNOWN_PARAGRAPH = rule('unknown-paragraph', {
  severity: 'error',
  why: {
    zh: '更正和“所提问题”指向正文的段落；指错了，读者就被带到别处或哪儿也到不了。',
    en: 'Corrections and the points raised lead to paragraphs of the text; a wrong id leads readers nowhere.',
  },
  examples: {
    bad: key(
      'corrections: [{ date: 2024-06-01, what: { zh: 改字, en: A word }, why: { zh: 笔误, en: A slip }, paragraphs: [p99] }]',
    ),
    good: key(
      'corrections: [{ date: 2024-06-01, what: { zh: 改字, en: A word }, why: { zh: 笔误, en: A slip }, paragraphs: [p1] }]',
    ),
  },
  check: on('document', unknownParagraphs),
});

/** Paragraphs that a reply's record names and its text does not have. */
function unknownParagraphs({ facts: { frontMatter, blocks, unread }, keyPlace }: SiteDocument): Finding[] {
  if (frontMatter?.kind !== 'record' || unread) return [];
  const { answers, corrections, masked } = frontMatter.value;
  const known = blocks.map(({ id }) => id);
  const unknown = (named: readonly { readonly paragraphs: readonly string[] }[] = [], at: string) =>
    named
      .flatMap(({ paragraphs }) => paragraphs)
      .filter((id) => !known.includes(id))
      .map((id) =>
        found(
          UNKNOWN_PARAGRAPH,
          keyPlace(at),
          { zh: `正文里没有段落“${id}”`, en: `the text has no paragraph “${id}”` },
          { zh: `现有：${known.join('、')}`, en: `known: ${known.join(', ')}` },
        ),
      );
  return [
    ...unknown(
      answers?.flatMap(({ points }) => points),
      'answers',
    ),
    ...unknown(corrections, 'corrections'),
    ...unknown(masked, 'masked'),
  ];
}
