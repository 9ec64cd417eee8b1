import Big from 'big.js';
import { englishMultiplier, readEnglishNumeral } from '../../model/english-numeral.ts';
import { englishUnit } from '../../model/units.ts';
import { NUMBER, plain, UNIT_WORDS } from './english-numbers.ts';
import { SMALL, smallNumber } from './english-times.ts';
import type { Form } from './forms.ts';
import { discountReading, fractionReading } from './quantity.ts';

/** Many things of which some are told, as a number: nine out of ten, 2.7 per 100,000. */
const OUT_OF = 'hundred|thousand|ten thousand|(?:a )?hundred thousand|million|1,?000|10,?000|100,?000|1,?000,?000';

/** The number that “per ten thousand” counts by. */
const manyOf = (words: string) => {
  const [first = '', second] = words.toLowerCase().replace(/^a /, '').split(' ');
  if (/^\d/.test(first)) return plain(first);
  const one = first === 'ten' ? Big(10) : englishMultiplier(first);
  return one.times(englishMultiplier(second));
};

/** The forms of parts of something in English: fractions in words and figures, so many of so many, and discounts. */
export const ENGLISH_FRACTIONS: readonly Form[] = [
  {
    // one in five, nine out of ten
    pattern: `\\b(?<part>${SMALL})\\s+(?:in|out\\s+of)\\s+(?:every\\s+)?(?<over>${SMALL})\\b(?!\\s+(?:years?|months?|weeks?|days?|hours?)\\b)`,
    read: ({ part = '', over = '' }) => fractionReading(smallNumber(part), smallNumber(over)),
  },
  {
    // three per thousand, 9 per 100,000
    pattern: `(?:(?<part>${NUMBER})|\\b(?<words>${SMALL}))\\s+(?:per|in|out\\s+of)\\s+(?:every\\s+)?(?<over>${OUT_OF})\\b(?![,\\d])`,
    read: ({ part, words = '', over = '' }) =>
      fractionReading(part === undefined ? smallNumber(words) : plain(part).toFixed(), manyOf(over).toFixed()),
  },
  {
    // 20% off, a 20% discount, a discount of 20 per cent
    pattern: `(?:(?<=\\bdiscount of )(?<of>${NUMBER})\\s*(?:%|per\\s?cent)|(?<number>${NUMBER})\\s*(?:%|per\\s?cent)(?=\\s+(?:off|discount)\\b))`,
    read: ({ of, number = '' }) => discountReading(plain(of ?? number)),
  },
  {
    pattern: '\\b(?:one[\\s-])?half\\b|\\bhal(?:ved|ves|ving)\\b',
    read: () => {
      const half = fractionReading('1', '2');
      return half && { ...half, firm: false };
    },
  },
  {
    pattern:
      '\\ba (?<over>quarter|third|fifth|tenth)(?=\\s+(?:of|less|more|lower|higher|fewer|from)\\b)|(?<=\\bby )a (?<part>quarter|third|fifth|tenth)\\b(?!\\s+[a-z])',
    read: ({ over, part }) => {
      const word = (over ?? part ?? '').toLowerCase();
      return fractionReading('1', word === 'quarter' ? '4' : (readEnglishNumeral(word) ?? ''));
    },
  },
  {
    pattern: `(?<part>\\d+)\\s*/\\s*(?<over>\\d+)(?![\\d/])(?:\\s+(?:of\\s+an?\\s+)?(?<unit>${UNIT_WORDS}))?`,
    read: ({ part = '', over = '', unit }) =>
      fractionReading(part, over, unit === undefined ? undefined : englishUnit(unit)),
  },
  {
    // two thirds, two-third; “three third prizes” is none.
    pattern: `(?<part>one|two|three|four|five|six|seven|eight|nine)(?:[\\s-](?<over>third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s|(?:(?<=\\bone)[\\s-]|-)(?<single>third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth))\\b`,
    read: ({ part = '', over: many, single }) => {
      const over = many ?? single ?? '';
      const denominator = /^quarter$/i.test(over) ? '4' : (readEnglishNumeral(over) ?? '');
      return fractionReading(readEnglishNumeral(part) ?? '', denominator);
    },
  },
];

/** The words with which such a form may begin. */
export const FRACTION_WORDS =
  '\\bhal(?:f|ved|ves|ving)\\b|\\ba (?=(?:quarter|third|fifth|tenth)\\s+(?:of|less|more|lower|higher|fewer|from)\\b)|(?<=\\bby )a (?=(?:quarter|third|fifth|tenth)\\b)';
