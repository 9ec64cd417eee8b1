import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Block } from '../model/block.ts';
import { overlap, type QuoteMatch } from '../model/quote.ts';
import { wrapWords } from './wrap-words.ts';

/** The class of words that stay on one line. */
export const WHOLE_CLASS = 'whole';

/**
 * A number with what it counts: 5.7万亩, 2026年, 11月23日, 约76处 without 约. What follows the digits is a multiplier and one unit; of units
 * in two characters the usual ones are named.
 */
const NUMBER =
  /\d+(?:[.,]\d+)*[十百千万亿]{0,2}(?:平方公里|平方米|立方米|公顷|公里|公斤|千米|个月|个百分点|(?<=\d)月\d+日|[年月日号时分秒件个项条处座家户人名次位届期批台套辆眼口段级亩元吨米里度株棵头只所间栋幢层倍类种页天周万亿])?/g;

/** The places of a text where a line must not end, besides those that `taken` keeps together already. */
export function wholeWords(
  { id: block, kind, text }: Pick<Block, 'id' | 'kind' | 'text'>,
  taken: readonly QuoteMatch[],
): QuoteMatch[] {
  // A table's cells are narrow: there a number may have to break.
  if (kind === 'table' || !/\d/.test(text)) return [];
  return [...text.matchAll(NUMBER)].flatMap(({ 0: words, index }) => {
    const place = { block, start: index, end: index + words.length };
    return /^\d+$/.test(words) || taken.some((other) => overlap(place, other)) ? [] : [place];
  });
}

/** Puts such words into elements that the style sheet keeps on one line; where mark-up crosses them they may break. */
export function keepWhole(block: Element, text: string, places: readonly QuoteMatch[]): void {
  wrapWords(block, text, places, (_, words) => h('span', { className: [WHOLE_CLASS] }, words));
}
