import type { Block } from '../../model/block.ts';

/** Where the translation of a block of the original comes from: kept, the original changed since, or still to be written. */
export type Origin = { readonly state: 'kept' | 'changed'; readonly from: number } | { readonly state: 'open' };

/** A block of the original as it was when it was translated: its hash and whether it was a heading. */
export interface OldBlock {
  readonly hash: string;
  readonly kind: Block['kind'];
}

const isHeading = ({ kind }: { readonly kind: Block['kind'] }) => kind === 'heading';

/** Indices of equal hashes in both lists, as a longest common subsequence: pairs of old and new. */
function commonPairs(old: readonly OldBlock[], now: readonly OldBlock[]): [number, number][] {
  const lengths = Array.from({ length: old.length + 1 }, () => Array<number>(now.length + 1).fill(0));
  const at = (row: number, column: number) => lengths[row]?.[column] ?? 0;
  for (let row = old.length - 1; row >= 0; row -= 1) {
    for (let column = now.length - 1; column >= 0; column -= 1) {
      const same = old[row]?.hash === now[column]?.hash;
      const line = lengths[row];
      if (line) line[column] = same ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let row = 0, column = 0; row < old.length && column < now.length; ) {
    if (old[row]?.hash === now[column]?.hash) {
      pairs.push([row, column]);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return pairs;
}

/**
 * Finds for each block of the original the translated one that was made from it: blocks that did not change first, and between
 * them, in order, headings for headings and text for text.
 */
export function matchBlocks(old: readonly OldBlock[], now: readonly OldBlock[]): Origin[] {
  const origins = now.map((): Origin => ({ state: 'open' }));
  let [fromOld, fromNow] = [0, 0];
  for (const [toOld, toNow] of [...commonPairs(old, now), [old.length, now.length] as const]) {
    for (const heading of [true, false]) {
      const free = range(fromOld, toOld).filter((index) => old[index] && isHeading(old[index]) === heading);
      const waiting = range(fromNow, toNow).filter((index) => now[index] && isHeading(now[index]) === heading);
      for (const [order, index] of waiting.entries()) {
        const from = free[order];
        if (from !== undefined) origins[index] = { state: 'changed', from };
      }
    }
    if (toNow < now.length) origins[toNow] = { state: 'kept', from: toOld };
    [fromOld, fromNow] = [toOld + 1, toNow + 1];
  }
  return origins;
}

const range = (from: number, to: number) => Array.from({ length: Math.max(to - from, 0) }, (_, index) => from + index);
