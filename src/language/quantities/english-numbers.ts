import Big from 'big.js';
import { englishMultiplier } from '../../model/english-numeral.ts';
import { englishUnit, PRINTED_UNITS, type Unit } from '../../model/units.ts';
import { bareSpan, type QuantityKind, type Reading } from './quantity.ts';

/** A number in figures. */
export const NUMBER = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?![\\d])|\\d+(?:\\.\\d+)?';
/** What a number is of, in hundreds or more. */
export const SCALE = 'hundred|thousand|million|billion|trillion|[mbt]n';
/** A unit as printed, in one or many. */
export const UNIT_WORDS = [...PRINTED_UNITS.en.keys()]
  .sort((one, other) => other.length - one.length)
  .map(
    (word) =>
      RegExp.escape(word).replaceAll('\\x20', '\\s+') +
      (/[a-z]$/.test(word) ? (word.length > 2 ? 's?\\b' : '\\b') : /\d$/.test(word) ? '\\b' : ''),
  )
  .join('|');
/** A currency before its number. */
export const MONEY = '(?:RMB|CNY|USD|HKD|EUR|GBP|JPY|HK\\$|US\\$|[$€£¥￥])\\s*';
/** A minus that is no dash between words. */
export const SIGN = '(?<![\\p{L}\\d)\\]—–-])[-−]';
/** A currency by its code or sign before a number. A bare dollar is the American one. */
function currencyOf(money: string): QuantityKind {
  if (/^HK/i.test(money)) return 'hk-dollar';
  if (/^(?:US|\$)/i.test(money)) return 'us-dollar';
  if (/^(?:EU|€)/i.test(money)) return 'euro';
  if (/^(?:GBP|£)/i.test(money)) return 'pound';
  return /^JPY/i.test(money) ? 'yen' : 'yuan';
}

/** The value of figures. */
export const plain = (digits: string) => Big(digits.replaceAll(',', ''));

/** A value in a unit of the table. “3 times” is a factor, or on three occasions. */
export function inUnit(value: Big, unit: string | undefined): Reading {
  const known = unit === undefined ? undefined : englishUnit(unit);
  if (known === undefined) return { kind: 'number', value: value.toFixed(), firm: true };
  return { kind: known.unit, value: value.times(known.factor).toFixed(), firm: true, ...spanOf(known.unit, value) };
}

/** What else a number in a unit may be: a span without its word, and for times the growth too. */
function spanOf(unit: Unit, value: Big): Pick<Reading, 'also'> {
  const { also = [] } = bareSpan(unit, value);
  return unit === 'times'
    ? { also: [...also, { kind: 'fold', value: value.toFixed() }] }
    : also.length === 0
      ? {}
      : { also };
}

/** A number in figures with its scale, unit or currency. */
export const measured = ({
  number = '',
  scale,
  unit,
  money,
  nth,
}: Readonly<Record<string, string | undefined>>): Reading => {
  // RMB 5m
  const many = money !== undefined && scale === undefined && unit === 'm' ? 'million' : scale;
  const value = plain(number).times(englishMultiplier(many));
  if (money !== undefined) return { kind: currencyOf(money), value: value.toFixed(), firm: true };
  return { ...inUnit(value, unit), ...(nth === undefined ? {} : { ordinal: true }) };
};
