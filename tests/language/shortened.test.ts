import { expect, test } from 'vitest';
import { shortened } from '../../src/language/phrases.ts';

test('a description that fits stays as it is', () => {
  expect(shortened('答'.repeat(160))).toBe('答'.repeat(160));
});

test.each([
  ['Chinese without any sign is cut between characters', '答'.repeat(200), `${'答'.repeat(159)}…`],
  [
    'Chinese is cut after a mark near the limit, which falls away',
    `${'答'.repeat(140)}，${'复'.repeat(60)}`,
    `${'答'.repeat(140)}…`,
  ],
  ['English is cut at a space', `${'word '.repeat(31)}${'x'.repeat(60)}`, `${'word '.repeat(31).trim()}…`],
  ['a space far back is not worth the cut', `a ${'x'.repeat(200)}`, `a ${'x'.repeat(157)}…`],
])('%s', (_name, text, expected) => {
  expect(shortened(text)).toBe(expected);
  expect([...shortened(text)].length).toBeLessThanOrEqual(160);
});

test('a character outside the basic plane is never cut in two', () => {
  expect(shortened('𠮷'.repeat(161)).isWellFormed()).toBe(true);
});
