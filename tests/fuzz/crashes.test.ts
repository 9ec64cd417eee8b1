import { describe, expect, test } from 'vitest';
import { parseQuantity } from '../../src/search/quantities.ts';
import { importMarkdown, letter, rulesThrown } from '../import/letters.ts';

/** Inputs that once made a parser crash, each with what it says of them now. */
describe('the importer refuses by a finding', () => {
  test.each([
    ['a NUL character', '\u0000', ['import-character']],
    ['a NUL character in a sentence', '已办\u0000结。', ['import-character']],
  ])('%s', (_, text, rules) => {
    expect(rulesThrown(() => importMarkdown(letter(text)))).toEqual(rules);
  });
});

describe('a query that is a number and a word that JavaScript knows', () => {
  test.each(['0constructor', '3 toString', '7 million constructor', '2 __proto__', '2 constructor亩'])(
    '%s is a count of things',
    (query) => {
      expect(parseQuantity(query)?.unit).toSatisfy((unit) => unit === 'counted' || unit === undefined);
    },
  );
});
