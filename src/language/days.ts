import { type Locale, languageOf } from '../model/locale.ts';

/* Apart from the other formats: pages with a script that needs days need no decimal arithmetic and no schemas. */

/** A calendar day `YYYY-MM-DD` in words: 2025年5月6日, 6 May 2025 (GB/T 9704: no leading zeros). */
export function formatDay(day: string, locale: Locale): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return languageOf(locale).dates.day(year, month, date);
}

/** A month `YYYY-MM` in words: 2025年5月, May 2025. */
export function formatMonth(month: string, locale: Locale): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return languageOf(locale).dates.month(year, number);
}

/** A year `YYYY`, a month `YYYY-MM` or a day `YYYY-MM-DD` in words. */
export function formatMoment(text: string, locale: Locale): string {
  if (text.length === 10) return formatDay(text, locale);
  return text.length === 7 ? formatMonth(text, locale) : languageOf(locale).dates.year(Number(text));
}

const A_DAY = 86_400_000;

/** The number of days from one calendar day `YYYY-MM-DD` to another; negative where the other is earlier. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / A_DAY;
