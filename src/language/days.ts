import type { Locale } from '../model/locale.ts';

/* Apart from the other formats: pages with a script that needs days need no decimal arithmetic and no schemas. */

const ENGLISH_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A calendar day `YYYY-MM-DD` in words: 2025年5月6日, 6 May 2025 (GB/T 9704: no leading zeros). */
export function formatDay(day: string, locale: Locale): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return locale === 'zh' ? `${year}年${month}月${date}日` : `${date} ${ENGLISH_MONTHS[month - 1]} ${year}`;
}

/** A month `YYYY-MM` in words: 2025年5月, May 2025. */
export function formatMonth(month: string, locale: Locale): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return locale === 'zh' ? `${year}年${number}月` : `${ENGLISH_MONTHS[number - 1]} ${year}`;
}
