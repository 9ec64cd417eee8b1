import { readChineseNumeral } from '../model/chinese-numeral.ts';
import { normalise } from './normalise.ts';

/*
 * One date and one number have several forms: 2024年12月31日 and 2024-12-31, 36座 and 三十六座. A query that names one is looked
 * for in the others too, and what they find is told apart.
 */

const DIGITS = '〇一二三四五六七八九';
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** 1 to 9,999 as official texts write numbers in characters: 三十六, 一千零五. */
function inCharacters(value: number): string {
  const digits = String(value);
  let text = '';
  for (const [place, digit] of [...digits].entries()) {
    if (digit === '0') text += text.endsWith('零') ? '' : '零';
    else text += (DIGITS[Number(digit)] ?? '') + (['', '十', '百', '千'][digits.length - 1 - place] ?? '');
  }
  while (text.endsWith('零')) text = text.slice(0, -1);
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
const ENGLISH_MONTH = MONTHS.map((name) => name.toLowerCase()).join('|');

/**
 * How a date can be written; each gives year, month and, where there is one, day. No pattern here looks behind, which browsers of 2022 do
 * not know: what must not come before is asked for apart.
 */
const DATES = [
  /(?<year>\d{4})(?<sign>[-/.])(?<month>\d{1,2})\k<sign>(?<day>\d{1,2})(?!\d)/gu,
  /(?<year>\d{4})年(?<month>\d{1,2})月(?:(?<day>\d{1,2})日)?/gu,
  new RegExp(`(?<year>[${DIGITS}零]{4})年(?<month>${CHARACTER_NUMERAL})月(?:(?<day>${CHARACTER_NUMERAL})日)?`, 'gu'),
  new RegExp(`(?<day>\\d{1,2}) (?<month>${ENGLISH_MONTH}) (?<year>\\d{4})(?!\\d)`, 'gu'),
  new RegExp(`(?<month>${ENGLISH_MONTH}) (?:(?<day>\\d{1,2}), ?)?(?<year>\\d{4})(?!\\d)`, 'gu'),
];

function numberOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text)) return Number(text);
  const month = MONTHS.findIndex((name) => name.toLowerCase() === text);
  return month >= 0 ? month + 1 : Number(readChineseNumeral(text));
}

function readDate(groups: Readonly<Record<string, string | undefined>>): NamedDate | undefined {
  const [year, month, day] = [numberOf(groups['year']), numberOf(groups['month']), numberOf(groups['day'])];
  if (year === undefined || month === undefined) return undefined;
  // As a calendar reads it: the schemas of days would bring their whole library into the page.
  const read = new Date(Date.UTC(year, month - 1, day ?? 1));
  if (read.getUTCMonth() !== month - 1 || read.getUTCDate() !== (day ?? 1)) return undefined;
  return day === undefined ? { year, month } : { year, month, day };
}

/** Words that count things, after which a number may be in digits or in characters. */
const COUNTERS = '座个户家人次处项条件年月日天亩吨米里届号期批份名只台套辆所村镇乡区县市万亿元倍类种类级';
const COUNTED = new RegExp(`(^|[^\\d.,])([1-9]\\d{0,3})(?=[${COUNTERS}])`, 'gu');
const COUNTED_IN_CHARACTERS = new RegExp(
  `(^|[^〇零一二两三四五六七八九十百千万亿点])(${CHARACTER_NUMERAL})(?=[${COUNTERS}])`,
  'gu',
);

function inDigits(characters: string): string | undefined {
  const value = readChineseNumeral(characters);
  return value !== undefined && /^[1-9]\d{0,3}$/.test(value) ? value : undefined;
}

/** Numbers before counting words, all in digits or all in characters. */
function countedForms(text: string): string[] {
  const digits = text.replace(
    COUNTED_IN_CHARACTERS,
    (_, before: string, found: string) => before + (inDigits(found) ?? found),
  );
  const characters = text.replace(COUNTED, (_, before: string, found: string) => before + inCharacters(Number(found)));
  // Two of something is 两, but in 十二 and second 第二.
  const pairs = characters.replace(new RegExp(`(^|[^第十])二(?=[${COUNTERS}])`, 'gu'), '$1两');
  return [digits, characters, pairs];
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
