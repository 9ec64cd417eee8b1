import { describe, expect, test } from 'vitest';
import { importMarkdown, letter, rulesThrown } from '../desk/import/letters.ts';

/** Inputs that once made a parser crash, each with what it says of them now. */
describe('the importer refuses by a finding', () => {
  test.each([
    ['a NUL character', '\u0000', ['import-character']],
    ['a NUL character in a sentence', '已办\u0000结。', ['import-character']],
  ])('%s', (_, text, rules) => {
    expect(rulesThrown(() => importMarkdown(letter(text)))).toEqual(rules);
  });
});
