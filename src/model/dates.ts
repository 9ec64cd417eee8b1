import { z } from 'zod';

/** Whether a string is a real calendar day written `YYYY-MM-DD` (ISO 8601). Never goes through a time zone. */
export function isCalendarDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Days in a month of the Gregorian calendar; `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** A calendar day as a string; dates are never `Date` objects in Dafu, so that no time zone can move them. */
export const calendarDaySchema = z
  .string()
  .refine(isCalendarDay, { message: 'must be a real day written YYYY-MM-DD, in quotes or not' });

/**
 * The time an observation speaks of, in ISO 8601 / EDTF forms:
 * a year `2025`, a day `2025-05-06` (as of), an interval `2019/2025-05-06`, or an interval
 * whose start the source does not state, `../2025-05-06`.
 */
type Period =
  | { readonly kind: 'year'; readonly year: string }
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'interval'; readonly start: string | undefined; readonly end: string };

/** Reads a period, or gives `undefined` where the text is not one. */
export function parsePeriod(text: string): Period | undefined {
  if (/^\d{4}$/.test(text)) return { kind: 'year', year: text };
  if (isCalendarDay(text)) return { kind: 'day', day: text };
  const [start, end, ...rest] = text.split('/');
  if (start === undefined || end === undefined || rest.length > 0) return undefined;
  const isPoint = (point: string) => /^\d{4}$/.test(point) || isCalendarDay(point);
  if (!isPoint(end)) return undefined;
  if (start === '..') return { kind: 'interval', start: undefined, end };
  return isPoint(start) && start <= end ? { kind: 'interval', start, end } : undefined;
}

/** A period as `parsePeriod` reads it; it stays a string. */
export const periodSchema = z.string().refine((text) => parsePeriod(text) !== undefined, {
  message: 'must be a year (2025), a day (2025-05-06) or an interval (2019/2025-05-06, ../2025-05-06)',
});

/** The day after a calendar day. */
export function nextDay(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const text = (value: number, digits: number) => String(value).padStart(digits, '0');
  if (date < daysInMonth(year, month)) return `${day.slice(0, 8)}${text(date + 1, 2)}`;
  return month < 12 ? `${text(year, 4)}-${text(month + 1, 2)}-01` : `${text(year + 1, 4)}-01-01`;
}

const MOMENT = /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?\+08:00$/;

/** Whether a string is a moment of Beijing time with its offset (ISO 8601), the seconds written or not: `2026-12-01T08:00+08:00`. */
export function isMoment(text: string): boolean {
  return isCalendarDay(MOMENT.exec(text)?.[1] ?? '');
}

/** A moment with its seconds: moments so written compare as texts. */
export function fullMoment(moment: string): string {
  return MOMENT.exec(moment)?.[2] === undefined ? moment.replace('+', ':00+') : moment;
}

/** A moment of Beijing time; its seconds are always written once it is read. */
export const momentSchema = z
  .string()
  .refine(isMoment, { message: 'must be a moment of Beijing time, such as 2026-12-01T08:00+08:00' })
  .transform(fullMoment);

/** The day in Beijing on which a moment lies. */
export const dayOfMoment = (moment: string): string => moment.slice(0, 10);

/** The first moment of a day in Beijing. */
export const startOfDay = (day: string): string => `${day}T00:00:00+08:00`;
