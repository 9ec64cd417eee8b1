import type { Language } from './language.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const month = (number: number) => MONTHS[number - 1] ?? String(number);

/** English. */
export const en: Language = {
  name: 'English',
  called: { zh: '英文', en: 'English' },
  tag: 'en',
  direction: 'ltr',
  script: 'Latin',
  punctuation: {
    colon: ': ',
    list: ', ',
    clauses: '; ',
    comma: ', ',
    sentences: ' ',
    brackets: [' (', ')'],
    quotes: ['“', '”'],
    facts: ' · ',
  },
  numbers: { group: ',', unitGap: ' ' },
  dates: {
    year: String,
    month: (year, number) => `${month(number)} ${year}`,
    day: (year, number, day) => `${day} ${month(number)} ${year}`,
    asOf: (day) => `as of ${day}`,
    until: (day) => `cumulative to ${day}`,
    between: (start, end) => `${start} to ${end}`,
  },
  letter: {
    gap: 'Not disclosed here',
    imprint: /^(?:cc\b|cop(?:y|ies)\b|printed|issued|distribut|subject words|handled|contact|note)/iu,
  },
  figures: 'english',
  search: 'stems',
  breaks: 'spaces',
  fallback: 'en',
};
