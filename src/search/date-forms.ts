import { readChineseNumeral } from '../model/chinese-numeral.ts';
import { digitByDigit, inCharacters } from './number-forms.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** A day, a day without a year, or a month. */
interface NamedDate {
  readonly year?: number;
  readonly month: number;
  readonly day?: number;
}

const two = (value: number) => String(value).padStart(2, '0');

/** The forms of a day in Chinese and English texts, the usual one first. */
function dayForms(year: number | undefined, month: number, day: number): string[] {
  const name = MONTHS[month - 1] ?? '';
  const [inDigits, written, after] =
    year === undefined ? ['', '', ''] : [`${year}年`, `${digitByDigit(String(year))}年`, `, ${year}`];
  return [
    `${inDigits}${month}月${day}日`,
    `${written}${inCharacters(month)}月${inCharacters(day)}日`,
    `${inDigits}${two(month)}月${two(day)}日`,
    `${day} ${name}${after.replace(',', '')}`,
    `${name} ${day}${after}`,
    ...(year === undefined
      ? []
      : ['-', '/', '.'].flatMap((sign) => [[year, month, day].join(sign), [year, two(month), two(day)].join(sign)])),
  ];
}

/** The forms of a date, always in the same order. A month has none in digits alone: 2024-12 is a document number. */
function formsOfDate({ year, month, day }: NamedDate): string[] {
  if (day !== undefined) return dayForms(year, month, day);
  if (year === undefined) return [];
  return [
    `${year}年${month}月`,
    `${digitByDigit(String(year))}年${inCharacters(month)}月`,
    `${year}年${two(month)}月`,
    `${MONTHS[month - 1]} ${year}`,
  ];
}

const CHARACTER_NUMERAL = '[〇零一二两三四五六七八九十]{1,3}';
/** The digits of a year in characters. Keyboards and scans also give a letter O or a digit 0 for zero. */
const YEAR_DIGIT = '[〇一二三四五六七八九零o0]';
/** In full or abbreviated to three letters (or `sept`), with or without a full stop. */
const ENGLISH_MONTH = `\\b(?:${MONTHS.map((name) => name.toLowerCase()).join('|')}|(?:${MONTHS.map((name) => name.slice(0, 3).toLowerCase()).join('|')}|sept)\\b\\.?)`;
const ENGLISH_DAY = '\\d{1,2}(?:st|nd|rd|th)?';

/**
 * How a date can be written, the more specific first. Each captures the month and, if present, the year and day. No pattern uses lookbehind,
 * which browsers of 2022 lack: `isCut` checks what must not come before. 号 is spoken Chinese for 日.
 */
const DATES = [
  /(?<year>\d{4})(?<sign>[-/.])(?<month>\d{1,2})\k<sign>(?<day>\d{1,2})(?!\d)/gu,
  /(?<year>\d{4})年(?<month>\d{1,2})月(?:(?<day>\d{1,2})[日号])?/gu,
  /(?<year>(?:19|20)\d{2})(?<month>[01]\d)(?<day>[0-3]\d)(?!\d)/gu,
  // Day first, as British English writes it; month first only where the number is too large for a month.
  /(?<day>\d{1,2})(?<sign>[-/.])(?<month>0?[1-9]|1[0-2])\k<sign>(?<year>(?:19|20)\d{2})(?!\d)/gu,
  /(?<month>0?[1-9]|1[0-2])(?<sign>[-/.])(?<day>\d{1,2})\k<sign>(?<year>(?:19|20)\d{2})(?!\d)/gu,
  new RegExp(
    `(?<year>${YEAR_DIGIT}{4})年(?<month>${CHARACTER_NUMERAL})月(?:(?<day>${CHARACTER_NUMERAL})[日号])?`,
    'gu',
  ),
  new RegExp(`(?<day>${ENGLISH_DAY}) (?:of )?(?<month>${ENGLISH_MONTH}),? (?<year>\\d{4})(?!\\d)`, 'gu'),
  new RegExp(`(?<month>${ENGLISH_MONTH}) (?:(?<day>${ENGLISH_DAY})(?:, ?| ))?(?<year>\\d{4})(?!\\d)`, 'gu'),
  /(?<month>\d{1,2})月(?<day>\d{1,2})[日号]/gu,
  new RegExp(`(?<month>${CHARACTER_NUMERAL})月(?<day>${CHARACTER_NUMERAL})[日号]`, 'gu'),
  new RegExp(`(?<day>${ENGLISH_DAY}) (?:of )?(?<month>${ENGLISH_MONTH})`, 'gu'),
  new RegExp(`(?<month>${ENGLISH_MONTH}) (?<day>${ENGLISH_DAY})(?![\\d.,])`, 'gu'),
];

function numberOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const digits = /^(\d+)(?:st|nd|rd|th)?$/.exec(text)?.[1];
  if (digits !== undefined) return Number(digits);
  const month = MONTHS.findIndex((name) => text.slice(0, 3) === name.slice(0, 3).toLowerCase());
  return month >= 0 ? month + 1 : Number(readChineseNumeral(text.replace(/[o0]/g, '〇')));
}

/** A year that has every day of the calendar. */
const LEAP_YEAR = 2024;

function readDate(groups: Readonly<Record<string, string | undefined>>): NamedDate | undefined {
  const [year, month, day] = [numberOf(groups['year']), numberOf(groups['month']), numberOf(groups['day'])];
  if (month === undefined) return undefined;
  // By the calendar: the schemas for days would pull their whole library into the page.
  const read = new Date(Date.UTC(year ?? LEAP_YEAR, month - 1, day ?? 1));
  if (read.getUTCMonth() !== month - 1 || read.getUTCDate() !== (day ?? 1)) return undefined;
  return { ...(year === undefined ? {} : { year }), month, ...(day === undefined ? {} : { day }) };
}

/** A date in a text, and the other ways to write it. */
interface FoundDate {
  readonly start: number;
  readonly end: number;
  readonly forms: readonly string[];
}

/** The dates of a normalised text, in order. */
export function datesIn(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  for (const pattern of DATES)
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const isCut = /^\d/.test(match[0]) && /\d年?$/.test(text.slice(0, start));
      const date =
        isCut || found.some((one) => one.start < end && start < one.end) ? undefined : readDate(match.groups ?? {});
      if (date) found.push({ start, end, forms: formsOfDate(date) });
    }
  return found.sort((one, other) => one.start - other.start);
}

/** The text once for each form, with all its dates in that form; empty where it has no date. `text` is normalised. */
export function textsWithDates(text: string): string[] {
  const dates = datesIn(text);
  const most = Math.max(0, ...dates.map(({ forms }) => forms.length));
  return Array.from({ length: most }, (_, style) => {
    let [written, at] = ['', 0];
    for (const { start, end, forms } of dates) {
      written += text.slice(at, start) + (forms[style] ?? text.slice(start, end));
      at = end;
    }
    return written + text.slice(at);
  });
}
