import { readEnglishNumeral } from '../../model/english-numeral.ts';
import type { Form } from './forms.ts';
import { clockReading, dateReading, feastReading, partReading } from './quantity.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
/** The name of a month, or three letters of it and a point. */
export const MONTH = MONTHS.map((month) => `${month}|${month.slice(0, 3)}\\.`).join('|');
export const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
/** What ends an ordinal in figures. */
export const ORDINAL = '(?:st|nd|rd|th)';
const DAY_PART = '(?<half>a\\.?m\\.?|p\\.?m\\.?|in the (?:morning|afternoon|evening)|at night)';
/** Small numbers in words. */
export const SMALL = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';
/** The value of a small number, in words or figures. */
export const smallNumber = (words: string) => readEnglishNumeral(words) ?? words.replaceAll(',', '');
const monthNumber = (name: string) => String(MONTHS.findIndex((month) => month.startsWith(name.slice(0, 3))) + 1);
const MINUTES: Readonly<Record<string, string>> = { 'half past': '30', 'a quarter past': '15', 'a quarter to': '45' };
const PM = /^(?:p|in the (?:a|e)|at)/i;
const halfOf = (word: string | undefined) => (word === undefined ? undefined : PM.test(word) ? 'pm' : 'am');

/** Feast days by their names. */
const FEASTS: readonly (readonly [name: string, value: string])[] = [
  ['National Day', '10-01'],
  ['(?:International )?(?:Labou?r Day|May Day)', '05-01'],
  ['New Year’s Day', '01-01'],
  ['Spring Festival|Lunar New Year|Chinese New Year', 'lunar 01-01'],
  ['Lantern Festival', 'lunar 01-15'],
  ['Dragon Boat Festival', 'lunar 05-05'],
  ['Mid-Autumn (?:Festival|Day)', 'lunar 08-15'],
  ['Double Ninth(?: Festival)?|Chongyang Festival', 'lunar 09-09'],
  ['Laba Festival', 'lunar 12-08'],
];
export const FEAST = FEASTS.map(([name]) => name).join('|');
const FEAST_DAYS = FEASTS.map(([name, day]) => ({ isNamed: new RegExp(`^(?:${name})$`, 'i'), day }));

/** The forms of days, parts of years and times of day in English. */
export const ENGLISH_TIMES: readonly Form[] = [
  {
    // early March, mid-2025, the end of June, year-end
    pattern: `\\b(?:(?<early>early|(?:the )?(?:first|beginning|start)(?: ten days)? of)|(?<middle>mid|(?:the )?middle(?: ten days)? of)|(?<late>late|(?:the )?(?:last ten days|end) of|end))[\\s-]+(?=(?:${MONTH})(?![a-z])|(?:19|20)\\d\\d\\b|(?:the |this |next |each |every )?(?:month|quarter|year)\\b|(?:the )?(?:first|second|third|fourth) quarter\\b|(?:the )?\\d{1,2}th Five-Year)`,
    read: ({ early, middle }) => partReading(early !== undefined ? 1 : middle !== undefined ? 2 : 3),
  },
  {
    // last year, a year earlier, the same period of the year before
    pattern:
      '\\b(?:(?<last>last year|(?:the )?previous year|(?:the )?year before|a year (?:earlier(?! than)|ago))|(?<own>this year)|(?<next>next year|(?:the )?following year))(?![a-z’])',
    read: ({ last, next }) => ({
      kind: 'near-year',
      value: last === undefined ? (next === undefined ? '0' : '1') : '-1',
      firm: false,
    }),
  },
  { pattern: '\\byear-end\\b', read: () => partReading(3) },
  {
    // last month, this quarter, next week
    pattern: '\\b(?:(?<last>last)|(?<own>this)|(?<next>next)) (?<span>month|quarter|week)\\b(?![’-])',
    read: ({ last, next, span = '' }) => ({
      kind: 'near-year',
      value: `${span.toLowerCase()} ${last === undefined ? (next === undefined ? '0' : '1') : '-1'}`,
      firm: false,
    }),
  },
  {
    pattern: '\\b(?<which>first|second) half of (?:the|each|every|this|a) month\\b',
    read: ({ which = '' }) => ({ kind: 'part', value: `${which.toLowerCase()} half`, firm: false }),
  },
  {
    pattern: `\\b(?<feast>${FEAST})\\b`,
    read: ({ feast = '' }) => feastReading(FEAST_DAYS.find(({ isNamed }) => isNamed.test(feast))?.day ?? ''),
  },
  {
    // from 1 to 31 May: the month is told once
    pattern: `(?<day>\\d{1,2})${ORDINAL}?(?=\\s*(?:to|until|[–—-])\\s*\\d{1,2}${ORDINAL}?\\s+(?:of\\s+)?(?<month>${MONTH})(?![a-z]))`,
    read: ({ day = '', month = '' }) => {
      const reading = dateReading(undefined, monthNumber(month), day);
      return reading && { ...reading, also: [{ kind: 'number', value: String(Number(day)) }] };
    },
  },
  {
    pattern: `(?<day>\\d{1,2})${ORDINAL}?\\s+(?:of\\s+)?(?<month>${MONTH})(?:,?\\s+(?<year>(?:19|20)\\d{2})\\b)?`,
    read: ({ year, month = '', day }) => dateReading(year, monthNumber(month), day),
  },
  {
    pattern: `(?<month>${MONTH})\\s+(?<day>\\d{1,2})${ORDINAL}?(?!\\d|[,.]\\d)(?:,?\\s+(?<year>(?:19|20)\\d{2})\\b)?`,
    read: ({ year, month = '', day }) => dateReading(year, monthNumber(month), day),
  },
  {
    pattern: `(?<month>${MONTH}),?\\s+(?<year>(?:19|20)\\d{2})\\b`,
    read: ({ year, month = '' }) => dateReading(year, monthNumber(month), undefined),
  },
  {
    pattern: `(?<month>${MONTH})(?=\\s*(?:to|until|through|and|[–—-])\\s*(?:${MONTH})\\b)`,
    read: ({ month = '' }) => dateReading(undefined, monthNumber(month), undefined),
  },
  {
    pattern: `(?<month>${MONTH})(?![a-z])`,
    // “May” and “March” are words too: as months they follow a preposition.
    read: ({ month = '' }, { before }) =>
      !/^(?:May|March|Mar\.)$/.test(month) ||
      /\b(?:in|by|since|from|to|of|until|till|through|between|and|early|late|mid|end)[\s-]+$/i.test(before)
        ? dateReading(undefined, monthNumber(month), undefined)
        : undefined,
  },
  {
    pattern: `(?<weekday>${WEEKDAYS.join('|')})s?\\b`,
    read: ({ weekday = '' }) => ({
      kind: 'weekday',
      value: String(WEEKDAYS.findIndex((day) => day.toLowerCase() === weekday.toLowerCase()) + 1),
      firm: true,
    }),
  },
  {
    pattern: '(?<which>first|second)[\\s-]+half(?=\\s+of\\b|\\s+(?:19|20)\\d\\d|[.,;)]|$|\\s+year)',
    read: ({ which = '' }) => ({ kind: 'half-year', value: /first/i.test(which) ? '1' : '2', firm: true }),
  },
  {
    pattern: '(?:first)\\s+(?<number>two|three)\\s+quarters\\b',
    read: ({ number = '' }) => ({ kind: 'quarter', value: `1-${readEnglishNumeral(number)}`, firm: true }),
  },
  {
    pattern:
      '(?:(?<nth>first|second|third|fourth|1st|2nd|3rd|4th)[\\s-]+quarters?\\b(?!\\s+of\\s+an?\\b)|Q(?<number>[1-4])\\b)',
    read: ({ nth = '', number }) => ({
      kind: 'quarter',
      value: number ?? (/^\d/.test(nth) ? nth.slice(0, 1) : (readEnglishNumeral(nth) ?? '1')),
      firm: true,
    }),
  },
  {
    pattern: 'H(?<half>[12])\\b',
    read: ({ half = '1' }) => ({ kind: 'half-year', value: half, firm: true }),
  },
  {
    pattern: '\\b(?<time>noon|midday|midnight)\\b',
    read: ({ time = '' }) =>
      /^mid(?=n)/i.test(time)
        ? {
            kind: 'clock',
            value: '00:00',
            firm: false,
            also: [
              { kind: 'clock', value: '24:00' },
              { kind: 'number', value: '0' },
            ],
          }
        : { kind: 'clock', value: '12:00', firm: false, also: [{ kind: 'half-day', value: 'pm' }] },
  },
  {
    // half past eight, a quarter to nine in the morning
    pattern: `\\b(?<minutes>half past|a quarter past|a quarter to) (?<hour>${SMALL}|\\d{1,2})\\b(?:\\s*${DAY_PART}(?![\\p{L}]))?`,
    read: ({ minutes = '', hour = '', half }) => {
      const own = Number(smallNumber(hour)) - (/to$/i.test(minutes) ? 1 : 0);
      return clockReading(String(own), MINUTES[minutes.toLowerCase()], halfOf(half));
    },
  },
  {
    pattern: `(?<hour>${SMALL})(?:\\s+o’clock)?\\s+${DAY_PART}(?![\\p{L}])`,
    read: ({ hour = '', half }) => clockReading(smallNumber(hour), undefined, halfOf(half)),
  },
  {
    pattern: `(?<hour>\\d{1,2}):(?<minute>\\d{2})(?!\\d|\\.\\d)(?:\\s*${DAY_PART}(?![\\p{L}]))?`,
    read: ({ hour = '', minute, half }) => clockReading(hour, minute, halfOf(half)),
  },
  {
    // from 5 to 7 p.m.: the first hour of a range is of the day's half that joins it to the second.
    pattern: `(?<hour>\\d{1,2})(?=\\s?(?:to|[–-])\\s?\\d{1,2}(?::\\d{2})?\\s?${DAY_PART}(?![\\p{L}]))`,
    read: ({ hour = '' }) => clockReading(hour, undefined, undefined),
  },
  {
    pattern: `(?<hour>\\d{1,2})(?:\\s+o’clock)?\\s*${DAY_PART}(?![\\p{L}])`,
    read: ({ hour = '', half }) => clockReading(hour, undefined, halfOf(half)),
  },
  {
    pattern: '\\b(?<half>morning|afternoon)s?\\b',
    read: ({ half = '' }) => ({ kind: 'half-day', value: /^m/i.test(half) ? 'am' : 'pm', firm: false }),
  },
];
