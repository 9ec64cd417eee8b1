import { englishUnit } from '../../model/units.ts';
import { UNIT_WORDS } from './english-numbers.ts';
import type { Form } from './forms.ts';
import { type Meaning, perReading, perThing } from './quantity.ts';

const SPAN = 'minute|hour|day|week|month|quarter|year';
/** How often: monthly, annual, every month, quarter by quarter, 200 yuan a month. */
const OFTEN = `\\b(?:(?<often>hourly|daily|weekly|monthly|quarterly|yearly|annual(?:ly)?|per annum|per second|one-off|one-time|lump[- ]sum)|(?:per|each|every)\\s+(?<each>${SPAN})(?!\\s+of\\b)|(?<run>${SPAN})\\s+by\\s+(?:${SPAN})|an?\\s+(?<every>${SPAN})(?!\\s+(?:and|of|later|earlier|ago|before|after)\\b|-))\\b`;
const SPAN_NAMES: Readonly<Record<string, string>> = {
  daily: 'day',
  annual: 'year',
  annually: 'year',
  'per annum': 'year',
  'per second': 'second',
  'one-off': 'once',
  'one-time': 'once',
  'lump sum': 'once',
  'lump-sum': 'once',
};

/** What is counted by, besides the units of the table, by its names. */
const THINGS: Readonly<Record<string, RegExp>> = {
  household: /^(?:household|family|home|farmer)/i,
  person: /^(?:head|capita|person|resident|inhabitant)/i,
  village: /^village/i,
  township: /^town/i,
  county: /^county/i,
  community: /^community/i,
  estate: /^estate/i,
  school: /^school/i,
  class: /^class/i,
  pupil: /^(?:pupil|student)/i,
  bed: /^bed/i,
  room: /^room/i,
  enterprise: /^(?:enterprise|company|firm|business)/i,
  project: /^project/i,
};
const THING =
  '(?:household|family|head|capita|person|resident|inhabitant|village|township|town|county|community|estate|school|enterprise|company|firm|business|project|class|pupil|student|bed|room)';
/** Per household, each village; of a village household, nothing. */
const EACH_THING = `\\b(?:(?:per|each|every)\\s+(?<each>${THING})|an?\\s+(?<every>${THING}))\\b(?!\\s+(?:household|family|committee|town|village|government|school|doctor|clinic|cadre|resident|leader|office|teacher)|-)`;

/** Just before “a year”, what is so often or so much: twice, 300 yuan. */
const SO_MUCH =
  /(?:once|twice|\btimes|\d[\d.,]{0,12}%?(?:\s[a-z]{1,20}){0,6})(?<!\b(?:in|within|for|after|over|than|of|takes?|took|lasts?|lasted|about|half|nearly|almost))\s$/i;

/** Twice a month is every half of one. */
const TWICE = '\\b(?:twice|two\\s+times)(?=\\s+(?:an?|each|every|per)\\s+(?<half>month|year)\\b)';
/** After how long something comes again, by the words for it. */
const AGAIN: Readonly<Record<string, readonly [unit: 'months' | 'days', many: string]>> = {
  'semi-annual': ['months', '6'],
  'semi-annually': ['months', '6'],
  'half-yearly': ['months', '6'],
  biannual: ['months', '6'],
  biannually: ['months', '6'],
  biennial: ['months', '24'],
  biennially: ['months', '24'],
  'every other year': ['months', '24'],
  'every other month': ['months', '2'],
  'semi-monthly': ['months', '0.5'],
  'half-monthly': ['months', '0.5'],
  'every half month': ['months', '0.5'],
  fortnightly: ['days', '14'],
  'every other week': ['days', '14'],
  'every other day': ['days', '2'],
};
const AGAIN_NAMES = Object.keys(AGAIN)
  .sort((one, other) => other.length - one.length)
  .join('|');
const AGAIN_WORDS = `\\b(?:${AGAIN_NAMES})\\b`;

/** The forms of rates in English: how often something comes, and what is counted by. */
export const ENGLISH_RATES: readonly Form[] = [
  {
    pattern: TWICE,
    read: ({ half = '' }) => ({
      kind: 'every',
      value: `half-${half.toLowerCase()}`,
      firm: false,
      also: [
        { kind: 'times', value: '2' },
        { kind: 'number', value: '2' },
        { kind: 'fold', value: '2' },
      ],
    }),
  },
  {
    pattern: AGAIN_WORDS,
    read: (_groups, { match }) => {
      const [kind, value] = AGAIN[match.toLowerCase()] ?? ['months', '0'];
      const also: Meaning[] = value === '0.5' ? ['14', '15'].map((many) => ({ kind: 'days', value: many })) : [];
      return { kind, value, firm: true, also };
    },
  },
  {
    pattern: OFTEN,
    read: ({ often, each, run, every }, { before }) => {
      // Takes a year; not: 300 yuan a year, twice a year.
      if (every !== undefined && !SO_MUCH.test(before)) return undefined;
      const word = (often ?? each ?? run ?? every ?? '').toLowerCase();
      return { kind: 'every', value: SPAN_NAMES[word] ?? word.replace(/ly$/, ''), firm: false };
    },
  },
  {
    pattern: EACH_THING,
    read: ({ each, every }, { before }) => {
      if (every !== undefined && !SO_MUCH.test(before)) return undefined;
      const word = each ?? every ?? '';
      const value = Object.entries(THINGS).find(([, names]) => names.test(word))?.[0];
      return value === undefined ? undefined : perThing(value);
    },
  },
  {
    pattern: `\\b(?:per|each|every|an?)\\s+(?<unit>${UNIT_WORDS})`,
    read: ({ unit = '' }) => perReading(englishUnit(unit)),
  },
];

/** The words with which such a form may begin. */
export const RATE_WORDS = `\\b(?:${AGAIN_NAMES}|hourly|daily|weekly|monthly|quarterly|yearly|annual(?:ly)?|per annum|one-off|one-time|lump[- ]sum)\\b|\\b(?:day|week|month|quarter|year)(?=\\s+by\\b)|\\b(?:per|each|every|an?)(?=\\s+(?:${UNIT_WORDS}|(?:${THING}|quarter|second|minute)\\b))`;
