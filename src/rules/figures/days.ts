import { isYearNumber, type Quantity, readQuantities } from '../../language/quantities/index.ts';
import { daysInMonth } from '../../model/dates.ts';
import type { Locale } from '../../model/locale.ts';
import type { Statement } from './claims.ts';

const DAY_KINDS: ReadonlySet<string> = new Set(['date', 'year-month', 'month-day', 'quarter', 'half-year', 'weekday']);

/** What comes before a year: “in 2725”, “from 2025 to 3028”. */
const BEFORE_YEAR = /\b(?:in|since|by|until|from|of|(?:19|20)\d\d (?:to|through|until)) $/i;

/** Whether a number is a year: four digits of this and the last century, or any four where a year would be. */
const isYear = ({ kind, value, start }: Quantity, text: string) =>
  kind === 'number' &&
  (isYearNumber(value) || (/^\d{4}$/.test(value) && BEFORE_YEAR.test(text.slice(Math.max(0, start - 14), start))));

/** The days, months, years, quarters and weekdays that a text tells of. */
export const daysOf = (text: string, locale: Locale): Quantity[] =>
  (readQuantities(text, locale) ?? []).filter((quantity) => DAY_KINDS.has(quantity.kind) || isYear(quantity, text));

/** What statements tell of time, each with the parts it is made of: `2025-05-06`, `2025-05`, `05-06`, `2025`, `quarter 1`. */
export function toldDays(statements: readonly Statement[]): ReadonlySet<string> {
  return new Set(
    statements.flatMap(({ quantity: { kind, value } }) => {
      const [year = '', month = '', day = ''] = value.split('-');
      if (kind === 'date') return [value, `${year}-${month}`, `${month}-${day}`, year];
      if (kind === 'year-month') return [value, year];
      if (kind === 'document') return [value.split('/')[0] ?? ''];
      if (kind === 'month-day') return [value, `day ${value}`, `month ${Number(year)}`];
      if (kind === 'month') return [`month ${value}`];
      if (kind === 'number') return [value];
      return DAY_KINDS.has(kind) ? [`${kind} ${value}`] : [];
    }),
  );
}

/** How far from the year of a letter the year is that such words name. */
const RELATIVE_YEARS: readonly (readonly [words: RegExp, years: number])[] = [
  [/今年|本年|年底|年内|年末|this year|end of the year|within the year/i, 0],
  [/明年|下一?年|来年|next year|following year|coming year/i, 1],
  [/去年|上一?年|last year|previous year/i, -1],
];

/** The years that a letter of a day names by their distance from its own: 本年度, 明年, last year. */
export const relativeYears = (text: string, date: string): string[] =>
  RELATIVE_YEARS.flatMap(([words, years]) => (words.test(text) ? [String(Number(date.slice(0, 4)) + years)] : []));

/** Whether a day, month, year, quarter or weekday is one that is told: whole, or of a year and a month or day that are. */
export function isToldDay({ kind, value }: Quantity, told: ReadonlySet<string>): boolean {
  const [year = '', ...rest] = value.split('-');
  if (kind === 'date') return told.has(value) || (told.has(year) && told.has(rest.join('-')));
  if (kind === 'year-month') return told.has(value) || (told.has(year) && told.has(`month ${Number(rest[0])}`));
  if (kind === 'month-day' || kind === 'number') return told.has(value);
  return told.has(`${kind} ${value}`);
}

/** Whether a year or day of a record follows from what is told: the day itself, or the last of a month or year that is. */
export function followsFrom(point: string, told: ReadonlySet<string>): boolean {
  if (told.has(point)) return true;
  const [year = '', month = '', day = ''] = point.split('-');
  if (month === '') return told.has(year);
  const isLastOfMonth = Number(day) === daysInMonth(Number(year), Number(month));
  const isLastOfHalf = point.endsWith('-06-30') || point.endsWith('-03-31') || point.endsWith('-09-30');
  if (point.endsWith('-12-31') || (isLastOfHalf && told.has(year))) return told.has(year);
  if (told.has(year) && told.has(`day ${month}-${day}`)) return true;
  return isLastOfMonth && told.has(`${year}-${month}`);
}
