import { type Locale, languageOf } from './locale.ts';

/** Where sentences end: marks of scripts without spaces, and those of others before a space. */
const SENTENCE_END = { Han: /[。！？；]/g, others: /[.!?؟۔](?=\s)/g } as const;

/** The bounds of the sentence around a range: after the last end of a sentence before it, through the first after it. */
export function sentenceAround(text: string, start: number, end: number, locale: Locale): [number, number] {
  const ends = [...text.matchAll(SENTENCE_END[languageOf(locale).script === 'Han' ? 'Han' : 'others'])].map(
    (match) => match.index + match[0].length,
  );
  const from = ends.filter((at) => at <= start).at(-1) ?? 0;
  const to = ends.find((at) => at >= end) ?? text.length;
  return [from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0), to];
}

/**
 * A sentence of no more characters than this is named whole: its first clause alone, such as “To date,”, may stand
 * elsewhere too. A longer one is named by its first and last clause.
 */
const WHOLE = 400;

/**
 * What stands after `#` in an address that lands on a paragraph and has the browser mark a sentence of it
 * (https://wicg.github.io/scroll-to-text-fragment/). A browser that finds the sentence no more still goes to the paragraph.
 * Clauses are cut at their commas (not those of 3,200), as a match has to begin and end where words do.
 */
export function sentenceFragment(block: string, sentence: string): string {
  const words = sentence.trim();
  const clauses = words.split(/(?<=[，、：；]|[,:;](?=\s))/u).filter((clause) => /\p{L}|\p{N}/u.test(clause));
  const [first = words] = clauses;
  const last = clauses.at(-1) ?? words;
  const whole = words.length <= WHOLE || clauses.length < 2;
  return `${block}:~:text=${whole ? encoded(words) : `${encoded(first)},${encoded(last)}`}`;
}

/** A dash, a comma and an ampersand mean something in a text fragment. */
function encoded(words: string): string {
  return encodeURIComponent(words.trim()).replaceAll('-', '%2D');
}
