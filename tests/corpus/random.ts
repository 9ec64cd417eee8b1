import { createHash } from 'node:crypto';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A source of choices that gives the same ones for the same seed. */
export interface Random {
  /** A whole number, both ends included. */
  integer(from: number, to: number): number;
  /** True in `percent` of a hundred cases. */
  chance(percent: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** One of a list whose first entries come up most (rank r with weight 1/r, roughly: Zipf's law). */
  pickSkewed<T>(list: readonly T[]): T;
}

/** Choices of their own for each label, so that one reply's text does not depend on how many others there are. */
export function seededRandom(seed: string, label: string): Random {
  const generator = xoroshiro128plus(createHash('sha256').update(`${seed}\n${label}`).digest().readInt32LE(0));
  const integer = (from: number, to: number) => uniformInt(generator, from, to);
  const at = <T>(list: readonly T[], index: number): T => {
    const value = list[index];
    if (value === undefined) throw new RangeError('cannot choose from an empty list');
    return value;
  };
  return {
    integer,
    chance: (percent) => integer(1, 100) <= percent,
    pick: (list) => at(list, integer(0, list.length - 1)),
    // The power of a uniform number falls off as 1/rank does, without a table of weights.
    pickSkewed: (list) => at(list, Math.floor((list.length + 1) ** (integer(0, 999_999) / 1_000_000)) - 1),
  };
}
