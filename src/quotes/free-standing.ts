import { DIVIDER } from './compare.ts';
import { BOUNDARY, type CorpusPassage, type QuoteCorpus } from './corpus.ts';

const NUMBER_BEFORE = /\d[.,]?$/;
const NUMBER_AFTER = /^[.,]?\d/;

/**
 * Whether a match neither begins nor ends inside a number or a Latin word: 7万亩 is not in 5.7万亩, nor mine in undermined. Looks at the text
 * as written, since the folded one has no spaces between words.
 */
export function standsFree(
  { comparison, fold, text }: QuoteCorpus,
  passages: readonly CorpusPassage[],
  start: number,
  end: number,
): boolean {
  // Texts that are folded to words have a space after each.
  if (comparison === 'words') return start === 0 || text[start - 1] === DIVIDER || text[start - 1] === BOUNDARY;
  const first = passages[0];
  const last = passages.at(-1);
  if (first === undefined || last === undefined) return false;
  const begins = fold(first.text).offsets[start - first.start] ?? 0;
  const ends = (fold(last.text).offsets[end - 1 - last.start] ?? 0) + 1;
  return (
    !joined(first.text.slice(0, begins), first.text.slice(begins)) &&
    !joined(last.text.slice(0, ends), last.text.slice(ends))
  );
}

/** Whether a cut between two pieces of one text goes through a number or a Latin word. */
function joined(before: string, after: string): boolean {
  const digits = (/^\d/.test(after) && NUMBER_BEFORE.test(before)) || (/\d$/.test(before) && NUMBER_AFTER.test(after));
  return digits || (/\p{Script=Latin}$/u.test(before) && /^\p{Script=Latin}/u.test(after));
}

/** Of words that the source has at one end of a resembling place, what belongs to the number or word that the quotation cuts. */
export function cutEdge(edge: string, beside: string, side: 'before' | 'after'): string {
  const [before, after] = side === 'before' ? [edge, beside] : [beside, edge];
  if (!joined(before, after)) return '';
  const kind = IN_NUMBER.test(edge.at(side === 'before' ? -1 : 0) ?? '') ? IN_NUMBER : IN_WORD;
  let length = 0;
  while (length < edge.length && kind.test(edge.at(side === 'before' ? -1 - length : length) ?? '')) length += 1;
  return side === 'before' ? edge.slice(edge.length - length) : edge.slice(0, length);
}

const IN_NUMBER = /[\d.,]/;
const IN_WORD = /\p{Script=Latin}/u;
