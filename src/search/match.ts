import type { Unit } from './units.ts';

/** Units `from` up to, not including, `to`. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/**
 * Every place where the units of a phrase stand one after another in a text, left to right, never overlapping.
 * This is what "contains" means in Dafu: since a number and a word are one unit each, no match begins or ends inside one.
 */
export function findRuns(text: readonly Unit[], phrase: readonly Unit[]): Run[] {
  const runs: Run[] = [];
  if (phrase.length === 0) return runs;
  let at = 0;
  while (at + phrase.length <= text.length) {
    if (phrase.every((unit, offset) => text[at + offset]?.text === unit.text)) {
      runs.push({ from: at, to: at + phrase.length });
      at += phrase.length;
    } else at += 1;
  }
  return runs;
}
