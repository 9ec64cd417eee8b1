import Big from 'big.js';
import type { Bilingual } from '../errors.ts';
import type { Qualifier } from '../model/dataset.ts';
import { type Locale, type Localized, languageOf } from '../model/locale.ts';
import { UNIT_TABLE, type Unit, type UnitWriting } from '../model/units.ts';
import { formatDecimal } from './formats.ts';
import { phraseIn } from './words.ts';

function writing(unit: Unit, locale: Locale, counter: Localized | undefined): UnitWriting {
  if (unit === 'count') return { scale: '1', word: counter?.[locale] ?? '' };
  return UNIT_TABLE[unit].written[languageOf(locale).fallback][0] ?? { scale: '1', word: '' };
}

/** The word of a unit as values are written in a language: 万亩, mu, 亿元, million yuan, or the dataset's counter. */
export function unitWord(unit: Unit, locale: Locale, counter?: Localized): string {
  return writing(unit, locale, counter).word;
}

/** The number alone, in the unit that `unitWord` names: 44700 mu is `4.47` in Chinese and `44,700` in English. */
export function formatNumber(value: string, unit: Unit, locale: Locale): string {
  const { scale } = writing(unit, locale, undefined);
  return formatDecimal(Big(value).div(scale).toFixed(), locale);
}

/** Number and unit: `4.47万亩`, `44,700 mu`, `90%`, `24座`, `24 mines`. */
export function formatValue(value: string, unit: Unit, locale: Locale, counter?: Localized): string {
  const { word } = writing(unit, locale, counter);
  const number = formatNumber(value, unit, locale);
  return word === '%' || word === '' ? number + word : number + languageOf(locale).numbers.unitGap + word;
}

const QUALIFIERS: Readonly<Record<Qualifier, Bilingual>> = {
  exact: { zh: '', en: '' },
  approx: { zh: '约', en: 'about ' },
  'at-least': { zh: '不少于', en: 'at least ' },
  'at-most': { zh: '不超过', en: 'at most ' },
  'more-than': { zh: '超过', en: 'more than ' },
  'less-than': { zh: '不足', en: 'less than ' },
};

/** Puts how exactly a number is known before it: `约9`, `about 900`. */
export function qualify(number: string, qualifier: Qualifier, locale: Locale): string {
  return phraseIn(QUALIFIERS[qualifier], locale) + number;
}

/** A value with how exactly it is known before it: `约9亿元`, `about 900 million yuan`. */
export function formatQualified(
  value: string,
  unit: Unit,
  qualifier: Qualifier,
  locale: Locale,
  counter?: Localized,
): string {
  return qualify(formatValue(value, unit, locale, counter), qualifier, locale);
}
