import { expect, test } from 'vitest';
import { tryDetails } from './mutations/details.ts';
import { tryMutations } from './mutations/try.ts';

/**
 * What nothing can see: the number of a paragraph exchanged for one that a correction quotes; the number of a lot in a headline whose
 * translation says “to follow”; and the year of a value, a commitment or a summary exchanged for another one that the letter names, where no
 * value stands beside it.
 */
const UNSEEN =
  /^(?:values swapped: reply corrections|ordinals: dataset headline|a (?:date|year): (?:dataset observations period|commitment commitments due|reply summary))/;

/** And a value left out of a sentence, where the same paragraph states it again: few of two hundred. */
const STATED_AGAIN = /^a value left out: /;

test('every figure that is made wrong is found, and no right sentence is refused', () => {
  const { kinds, planted, missed } = tryMutations(200, 578);
  expect(Object.values(kinds).reduce((sum, { tried }) => sum + tried, 0)).toBe(200);
  expect(planted.alarms).toEqual([]);
  const seen = missed.filter((one) => !UNSEEN.test(one));
  expect(seen.filter((one) => !STATED_AGAIN.test(one))).toEqual([]);
  expect(seen.length).toBeLessThan(4);
});

test('every private detail is found in every field, and no sign beside a character alters a letter unseen', () => {
  const { kinds, missed } = tryDetails(400, 578);
  expect(Object.values(kinds).reduce((sum, { tried }) => sum + tried, 0)).toBeGreaterThan(300);
  expect(missed).toEqual([]);
});
