import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Block } from '../model/block.ts';
import { overlap, type QuoteMatch } from '../model/quote.ts';
import { WHOLE_NUMBER } from '../model/whole-numbers.ts';
import { wrapWords } from './wrap-words.ts';

/** The class of words that stay on one line. */
export const WHOLE_CLASS = 'whole';

/** The places of a text where a line must not end, besides those that `taken` keeps together already. */
export function wholeWords(
  { id: block, kind, text }: Pick<Block, 'id' | 'kind' | 'text'>,
  taken: readonly QuoteMatch[],
): QuoteMatch[] {
  // A table's cells are narrow: there a number may have to break.
  if (kind === 'table' || !/\d/.test(text)) return [];
  return [...text.matchAll(WHOLE_NUMBER)].flatMap(({ 0: words, index }) => {
    const place = { block, start: index, end: index + words.length };
    return /^\d+$/.test(words) || taken.some((other) => overlap(place, other)) ? [] : [place];
  });
}

/** Puts such words into elements that the style sheet keeps on one line; where mark-up crosses them they may break. */
export function keepWhole(block: Element, text: string, places: readonly QuoteMatch[]): void {
  wrapWords(block, text, places, (_, words) => h('span', { className: [WHOLE_CLASS] }, words));
}
