import Big from 'big.js';
import { parsePeriod } from '../model/dates.ts';
import { type Locale, languageOf } from '../model/locale.ts';
import { formatDay, formatMoment, formatMonth } from './days.ts';

export { formatDay, formatMoment, formatMonth };

/**
 * A decimal string, grouped by thousands where the language does that (not in Chinese official documents). No rounding.
 */
export function formatDecimal(value: string, locale: Locale): string {
  const plain = Big(value).toFixed();
  const { group } = languageOf(locale).numbers;
  const [whole = '', fraction] = plain.replace('-', '').split('.');
  const grouped = (plain.startsWith('-') ? '−' : '') + groupThousands(whole, group);
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** Digits with a comma, or another sign, before every third from the end: 44,700. */
export function groupThousands(digits: string, sign = ','): string {
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) groups.push(digits.slice(Math.max(0, end - 3), end));
  return groups.reverse().join(sign);
}

/** A period (see model/dates.ts) in words. */
export function formatPeriod(period: string, locale: Locale): string {
  const parsed = parsePeriod(period);
  if (!parsed) return period;
  const { asOf, until, between } = languageOf(locale).dates;
  switch (parsed.kind) {
    case 'year':
      return formatMoment(parsed.year, locale);
    case 'day':
      return asOf(formatMoment(parsed.day, locale));
    case 'interval': {
      const end = formatMoment(parsed.end, locale);
      return parsed.start === undefined ? until(end) : between(formatMoment(parsed.start, locale), end);
    }
  }
}
