import Big from 'big.js';
import { chineseMultiplier, readChineseNumeral } from '../model/chinese-numeral.ts';
import { normalise } from './normalise.ts';

/*
 * One date and one number have several forms: 2024年12月31日 and 2024-12-31, 36座 and 三十六座. A query that names one is looked
 * for in the others too, and what they find is told apart.
 */

const DIGITS = '〇一二三四五六七八九';
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** 1 to 9,999 in characters, with the zeros that stand for a gap: 三十六, 一千零五. */
function inThousands(value: number): string {
  const digits = String(value);
  let text = '';
  for (const [place, digit] of [...digits].entries()) {
    if (digit === '0') text += text.endsWith('零') ? '' : '零';
    else text += (DIGITS[Number(digit)] ?? '') + (['', '十', '百', '千'][digits.length - 1 - place] ?? '');
  }
  return text.endsWith('零') ? text.slice(0, -1) : text;
}

/** A number from 1 as official texts write it in characters: 十五, 三万六千, 一亿零五百万. */
function inCharacters(value: number): string {
  let [text, rest] = ['', value];
  for (const [unit, size] of [
    ['亿', 1e8],
    ['万', 1e4],
    ['', 1],
  ] as const) {
    const many = Math.floor(rest / size);
    rest %= size;
    if (many > 0) text += (text !== '' && many < 1000 ? '零' : '') + inThousands(many) + unit;
  }
  return text.replace(/^一十/, '十');
}

/** A year digit by digit: 二〇二四. */
const yearInCharacters = (year: number) => Array.from(String(year), (digit) => DIGITS[Number(digit)] ?? '').join('');

/** A day, or a month where there is no day. */
interface NamedDate {
  readonly year: number;
  readonly month: number;
  readonly day?: number;
}

const two = (value: number) => String(value).padStart(2, '0');

/** The forms of a date that Chinese and English texts use, the usual one first. A month has no form of digits alone: 2024-12 is a document number. */
function dateForms({ year, month, day }: NamedDate): string[] {
  const name = MONTHS[month - 1] ?? '';
  const chinese = (suffix: string, characters: string) => [
    `${year}年${month}月${suffix}`,
    `${yearInCharacters(year)}年${inCharacters(month)}月${characters}`,
    `${year}年${two(month)}月${suffix === '' ? '' : `${two(day ?? 0)}日`}`,
  ];
  if (day === undefined) return [...chinese('', ''), `${name} ${year}`];
  return [
    ...chinese(`${day}日`, `${inCharacters(day)}日`),
    ...['-', '/', '.'].flatMap((sign) => [[year, month, day].join(sign), [year, two(month), two(day)].join(sign)]),
    `${day} ${name} ${year}`,
    `${name} ${day}, ${year}`,
  ];
}

const CHARACTER_NUMERAL = '[〇零一二两三四五六七八九十百千]+';
/** A zero of a year in characters as keyboards and scans have it too: a letter, a digit. */
const YEAR_DIGIT = `[${DIGITS}零o0]`;
/** Whole or by their first three letters, `sept` too, with a full stop or without. */
const ENGLISH_MONTH = `${MONTHS.map((name) => name.toLowerCase()).join('|')}|(?:${MONTHS.map((name) => name.slice(0, 3).toLowerCase()).join('|')}|sept)\\.?`;
const ENGLISH_DAY = '\\d{1,2}(?:st|nd|rd|th)?';

/**
 * How a date can be written; each gives year, month and, where there is one, day. No pattern here looks behind, which browsers of 2022 do
 * not know: what must not come before is asked for apart.
 */
const DATES = [
  /(?<year>\d{4})(?<sign>[-/.])(?<month>\d{1,2})\k<sign>(?<day>\d{1,2})(?!\d)/gu,
  /(?<year>\d{4})年(?<month>\d{1,2})月(?:(?<day>\d{1,2})日)?/gu,
  /(?<year>(?:19|20)\d{2})(?<month>[01]\d)(?<day>[0-3]\d)(?!\d)/gu,
  new RegExp(`(?<year>${YEAR_DIGIT}{4})年(?<month>${CHARACTER_NUMERAL})月(?:(?<day>${CHARACTER_NUMERAL})日)?`, 'gu'),
  new RegExp(`(?<day>${ENGLISH_DAY}) (?:of )?(?<month>${ENGLISH_MONTH}),? (?<year>\\d{4})(?!\\d)`, 'gu'),
  new RegExp(`(?<month>${ENGLISH_MONTH}) (?:(?<day>${ENGLISH_DAY})(?:, ?| ))?(?<year>\\d{4})(?!\\d)`, 'gu'),
];

function numberOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const digits = /^(\d+)(?:st|nd|rd|th)?$/.exec(text)?.[1];
  if (digits !== undefined) return Number(digits);
  const month = MONTHS.findIndex((name) => text.slice(0, 3) === name.slice(0, 3).toLowerCase());
  return month >= 0 ? month + 1 : Number(readChineseNumeral(text.replace(/[o0]/g, '〇')));
}

function readDate(groups: Readonly<Record<string, string | undefined>>): NamedDate | undefined {
  const [year, month, day] = [numberOf(groups['year']), numberOf(groups['month']), numberOf(groups['day'])];
  if (year === undefined || month === undefined) return undefined;
  // As a calendar reads it: the schemas of days would bring their whole library into the page.
  const read = new Date(Date.UTC(year, month - 1, day ?? 1));
  if (read.getUTCMonth() !== month - 1 || read.getUTCDate() !== (day ?? 1)) return undefined;
  return day === undefined ? { year, month } : { year, month, day };
}

/** Words that count things, after a number in digits or in characters. */
const COUNTERS = '座个户家人次处项条件年月日天亩吨米里届号期批份名只台套辆所村镇乡区县市元倍类种级平立公顷';
/** A number before such a word, or all that was asked for, in digits with or without 万 and 亿 … */
const IN_DIGITS = `(?<digits>\\d{1,3}(?:,\\d{3})+|\\d+)(?<decimals>\\.\\d{1,4})?(?<scale>[十百千]?[万亿]?)`;
/** … or in characters. */
const IN_CHARACTERS = '(?<characters>[〇零一二两三四五六七八九十百千万亿]+)';
const NUMBER = new RegExp(
  `(?<before>^|[^\\d.,〇零一二两三四五六七八九十百千万亿点])(?:${IN_DIGITS}|${IN_CHARACTERS})(?=[${COUNTERS}]|$)`,
  'gu',
);
/** Numbers up to this have forms. */
const MOST = 1e12;

/** A number of a query: its value, whether it names a year, and whether it is an ordinal (第二). */
interface NamedNumber {
  readonly value: number;
  readonly isYear: boolean;
  readonly isOrdinal: boolean;
}

/** How a number can be written; nothing where it cannot be so. */
type NumberStyle = (number: NamedNumber) => string | undefined;

/** In 万 or 亿, with no more decimals than official texts print. */
const scaled =
  (unit: string, size: number, decimals: number): NumberStyle =>
  ({ value }) => {
    const many = Big(value).div(size);
    return many.gte(1) && many.round(decimals).eq(many) ? many.toFixed() + unit : undefined;
  };

/** In characters; larger numbers where they are as round as those that are written so. */
const written: NumberStyle = ({ value, isYear }) => {
  if (isYear) return yearInCharacters(value);
  return value < 10_000 || /^\d{1,3}0*$/.test(String(value)) ? inCharacters(value) : undefined;
};

/** All numbers of a query are written in one of these ways at once. */
const STYLES: readonly NumberStyle[] = [
  ({ value }) => String(value),
  written,
  scaled('万', 1e4, 2),
  scaled('亿', 1e8, 4),
  // Two of something is 两, and so it begins 200 and 20,000; but not 十二, nor second things.
  (number) => (number.isYear || number.isOrdinal ? undefined : written(number)?.replace(/^二(?=[百千万亿]|$)/, '两')),
  (number) => (number.isYear ? written(number)?.replaceAll('〇', '零') : undefined),
];

function readNumber(groups: Readonly<Record<string, string | undefined>>, after: string): NamedNumber | undefined {
  const { before, digits, decimals = '', scale = '', characters } = groups;
  const read =
    characters === undefined
      ? Big(`${digits?.replaceAll(',', '')}${decimals}`)
          .times(chineseMultiplier(scale))
          .toNumber()
      : Number(readChineseNumeral(characters));
  const isYear = after === '年' && scale === '' && read >= 1900 && read < 2100;
  return Number.isInteger(read) && read > 0 && read < MOST
    ? { value: read, isYear, isOrdinal: before === '第' }
    : undefined;
}

/** The query with its numbers written in other ways. Of a number alone, small ones have none: a year or a document's serial is not counted. */
function countedForms(text: string): string[] {
  return STYLES.map((style) =>
    text.replace(NUMBER, (whole: string, ...found: readonly unknown[]) => {
      const groups = found.at(-1) as Readonly<Record<string, string | undefined>>;
      const end = (found.at(-3) as number) + whole.length;
      const number = readNumber(groups, text.charAt(end));
      const isBare = end === text.length && (number?.value ?? 0) < 10_000;
      const form = number && !isBare ? style(number) : undefined;
      return form === undefined ? whole : (groups['before'] ?? '') + form;
    }),
  );
}

/** More forms than these are not looked for. */
const MOST_FORMS = 12;

/** The other forms of a query that names a date or counts something; none for any other. */
export function otherForms(query: string): string[] {
  const text = normalise(query).text.trim();
  for (const pattern of DATES)
    for (const match of text.matchAll(pattern)) {
      const date = readDate(match.groups ?? {});
      const isCut = /^\d/.test(match[0]) && /\d$/.test(text.slice(0, match.index));
      if (!date || isCut) continue;
      const [before, after] = [text.slice(0, match.index), text.slice(match.index + match[0].length)];
      return others(
        text,
        dateForms(date).map((form) => before + form + after),
      );
    }
  return others(text, countedForms(text));
}

function others(text: string, forms: readonly string[]): string[] {
  const own = normalise(text).text.replaceAll(' ', '');
  const seen = new Set([own]);
  return forms
    .filter((form) => {
      const key = normalise(form).text.replaceAll(' ', '');
      return !seen.has(key) && Boolean(seen.add(key));
    })
    .slice(0, MOST_FORMS);
}
