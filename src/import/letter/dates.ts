import { isCalendarDay } from '../../model/dates.ts';
import { foldTight } from './fold.ts';

const DIGITS = '〇一二三四五六七八九';
/** How typists write the zero of a year in Chinese digits: 二○○四, 二OO四, 二零零四, 二00四. */
const ZEROES = /[零OoΟо0]/gu;

/** A number below 100, or a year digit by digit, in Arabic or Chinese digits; `NaN` where it is not one. */
function readNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const plain = text.replace(ZEROES, '〇');
  if (/^[〇一二三四五六七八九]{4}$/u.test(plain)) {
    return Number(Array.from(plain, (digit) => DIGITS.indexOf(digit)).join(''));
  }
  const tens = /^(?:([一二三]?)(十)|(廿)|(卅))?([一二三四五六七八九]?)$/u.exec(plain);
  if (plain.startsWith('〇') && plain.length > 1) return readNumber(plain.slice(1));
  if (!tens || plain === '') return Number.NaN;
  const [, before = '', ten, twenty, thirty, after = ''] = tens;
  const ones = after === '' ? 0 : DIGITS.indexOf(after);
  if (ten !== undefined) return (before === '' ? 1 : DIGITS.indexOf(before)) * 10 + ones;
  return (twenty !== undefined ? 20 : thirty !== undefined ? 30 : 0) + ones;
}

const YEAR = '[\\d〇零一二三四五六七八九OoΟо]{4}';
const PART = '[\\d〇零一二三四五六七八九十廿卅]{1,3}';
const WRITTEN = new RegExp(`^(${YEAR})年(${PART})月(${PART})日$`, 'u');
/** A year of the Republic's count, as Taiwan writes it: 中華民國114年6月20日 is in 2025. */
const OF_REPUBLIC = /^(?:中华)?民国(\d{2,3})年(\d{1,2})月(\d{1,2})日$/u;
const REPUBLIC = 1911;
/** The day of the week that may stand in brackets after a day. */
const WEEKDAY = /\((?:星期|周)[一二三四五六日天]\)$/u;
const SIGNS = /^(\d{4})([./-])(\d{1,2})\2(\d{1,2})$/u;

/** The day that a text consists of (2025年5月6日, 二〇二五年五月六日, 2025.5.6; spaced, in any width, in brackets), or `undefined`. */
export function parsePrintedDay(text: string): string | undefined {
  const plain = foldTight(text)
    .replace(WEEKDAY, '')
    .replace(/^[(〔](.*)[)〕]$/u, '$1');
  const parts = partsOfDay(plain);
  if (parts.length === 0) return undefined;
  const day = parts.map((part, index) => String(readNumber(part)).padStart(index === 0 ? 4 : 2, '0')).join('-');
  return isCalendarDay(day) ? day : undefined;
}

/** Year, month and day as a folded text prints them; none where it is no day. */
function partsOfDay(plain: string): readonly string[] {
  const written = WRITTEN.exec(plain);
  if (written) return written.slice(1);
  const [, year = '', , month = '', day = ''] = SIGNS.exec(plain) ?? [];
  if (year !== '') return [year, month, day];
  const [, count = '', ...rest] = OF_REPUBLIC.exec(plain) ?? [];
  return count === '' ? [] : [String(Number(count) + REPUBLIC), ...rest];
}

/** Whether a text is a day without its day or its year, or without any figure: 2019年5月, 二〇一九年五月, 8月28日, 年 月 日. */
export function isPartOfDay(text: string): boolean {
  return /^(?:(?:[\d〇零一二三四五六七八九OoΟо]{4})?年(?:[\d一二三四五六七八九十]{1,2})?月日?|\d{4}[.-]\d{1,2}|[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十廿]{1,3}日)$/u.test(
    foldTight(text),
  );
}

const DIGIT = '[\\d〇零一二三四五六七八九OoΟо]';
const DAY = `(?:${DIGIT} ?){4}年 ?[\\d〇零一二三四五六七八九OoΟо十廿卅 ]{1,6}月 ?[\\d〇零一二三四五六七八九OoΟо十廿卅 ]{1,8}日|\\d{4}[./-]\\d{1,2}[./-]\\d{1,2}`;
const LEADING_DAY = new RegExp(`^(?:${DAY})`, 'u');
const FINAL_DAY = new RegExp(`(?:${DAY})$`, 'u');

/** The stretch of a folded line that a day takes at its end or its beginning, where the line says more than the day. */
export function dayBeside(folded: string): { readonly start: number; readonly end: number } | undefined {
  const line = folded.trimEnd();
  const final = FINAL_DAY.exec(line);
  if (final && final.index > 0 && parsePrintedDay(final[0])) return { start: final.index, end: folded.length };
  const leading = LEADING_DAY.exec(line);
  if (leading && leading[0].length < line.length && parsePrintedDay(leading[0])) {
    return { start: 0, end: leading[0].length };
  }
  return undefined;
}
