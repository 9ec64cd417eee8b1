import Big from 'big.js';
import { parsePeriod } from '../model/dates.ts';
import type { Locale } from '../model/locale.ts';
import { formatDay, formatMonth } from './days.ts';

export { formatDay, formatMonth };

/** A decimal string grouped by thousands in English; Chinese official figures are printed ungrouped. No rounding. */
export function formatDecimal(value: string, locale: Locale): string {
  const plain = Big(value).toFixed();
  if (locale === 'zh') return plain.replace('-', '−');
  const [whole = '', fraction] = plain.replace('-', '').split('.');
  const grouped = (plain.startsWith('-') ? '−' : '') + groupThousands(whole);
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** Digits with a comma before every third from the end: 44,700. */
export function groupThousands(digits: string): string {
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) groups.push(digits.slice(Math.max(0, end - 3), end));
  return groups.reverse().join(',');
}

const point = (text: string, locale: Locale) =>
  text.length === 4 ? (locale === 'zh' ? `${text}年` : text) : formatDay(text, locale);

/** A period (see model/dates.ts) in words. */
export function formatPeriod(period: string, locale: Locale): string {
  const parsed = parsePeriod(period);
  if (!parsed) return period;
  switch (parsed.kind) {
    case 'year':
      return point(parsed.year, locale);
    case 'day':
      return locale === 'zh' ? `截至${point(parsed.day, locale)}` : `as of ${point(parsed.day, locale)}`;
    case 'interval':
      if (parsed.start === undefined)
        return locale === 'zh' ? `累计至${point(parsed.end, locale)}` : `cumulative to ${point(parsed.end, locale)}`;
      return locale === 'zh'
        ? `${point(parsed.start, locale)}至${point(parsed.end, locale)}`
        : `${point(parsed.start, locale)} to ${point(parsed.end, locale)}`;
  }
}
