import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_FILTERS } from '../../src/search/facets.ts';
import { LONGEST_TEXT, readState, writeState } from '../../src/site/scripts/search-address.ts';

describe('the address says all that the search page shows', () => {
  test.each([
    ['', '', NO_FILTERS, 'relevance'],
    ['?q=%E7%BB%BF%E8%89%B2', '绿色', NO_FILTERS, 'relevance'],
    [
      '?q=a&year=2025&year=2024&topic=mines&sort=date',
      'a',
      { ...NO_FILTERS, year: ['2025', '2024'], topic: ['mines'] },
      'date',
    ],
    [
      '?q=a&kind=reply&answered=suggestion',
      'a',
      { ...NO_FILTERS, kind: ['reply'], answered: ['suggestion'] },
      'relevance',
    ],
  ] as const)('%s', (query, text, filters, order) => {
    expect(readState(query)).toEqual({ text, filters, order });
    expect(writeState({ text, filters, order })).toBe(query);
  });

  test('whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), (text) => {
        fc.pre(text.trim() !== '');
        expect(readState(writeState({ text, filters: NO_FILTERS, order: 'relevance' })).text).toBe(text);
      }),
    );
  });
});

test('an address that another hand wrote does no harm', () => {
  expect(readState('?q=%E4%&sort=up&kind=').order).toBe('relevance');
  expect(readState(`?q=${'a'.repeat(5000)}`).text).toHaveLength(LONGEST_TEXT);
  expect(() => writeState({ text: '\ud800', filters: NO_FILTERS, order: 'relevance' })).not.toThrow();
});
