import type { Block } from './block.ts';
import type { TextQuote } from './dataset.ts';

/** Where a quote stands: half-open range of UTF-16 offsets in a block's text. */
export interface QuoteMatch {
  readonly block: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Every place in the blocks where the exact words stand between the given prefix and suffix, both directly adjacent
 * (W3C Web Annotation Data Model, 4.2.4 Text Quote Selector). A match lies within one block.
 */
export function findQuote(blocks: readonly Pick<Block, 'id' | 'text'>[], quote: TextQuote): QuoteMatch[] {
  const { exact, prefix = '', suffix = '' } = quote;
  const needle = prefix + exact + suffix;
  return blocks.flatMap(({ id, text }) => {
    const matches: QuoteMatch[] = [];
    for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) {
      const start = at + prefix.length;
      matches.push({ block: id, start, end: start + exact.length });
    }
    return matches;
  });
}

/** Whether two matches share a character. */
export function overlap(one: QuoteMatch, other: QuoteMatch): boolean {
  return one.block === other.block && one.start < other.end && other.start < one.end;
}
