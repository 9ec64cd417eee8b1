import Big from 'big.js';
import type { Qualifier } from '../model/dataset.ts';
import { type Locale, type Localized, languageOf } from '../model/locale.ts';
import { UNIT_TABLE, UNITS, type Unit, type UnitWriting } from '../model/units.ts';
import { formatDecimal } from './formats.ts';
import { words } from './words.ts';

/** Multiples that a language writes as a word of their own before a unit. */
const MULTIPLE = /^(?:万亿|亿|万|billion |million )/;

/** How a language writes a unit: the ways that readers can switch between, the usual one first, and the unit by itself. */
interface UnitWords {
  readonly written: readonly UnitWriting[];
  readonly plain: string;
}

const writtenIn = (language: 'zh' | 'en') =>
  Object.fromEntries(
    UNITS.map((unit): [Unit, UnitWords] => {
      const written = UNIT_TABLE[unit].written[language];
      return [unit, { written, plain: (written[0]?.word ?? '').replace(MULTIPLE, '') }];
    }),
  ) as Readonly<Record<Unit, UnitWords>>;

/** How pages write each unit, in each language. */
export const unitWords = words('units', { zh: writtenIn('zh'), en: writtenIn('en') });

/**
 * The ways to write a unit in a language, the usual one first, and last the unit itself: 亿元, 万元, 元. Of a count it is the dataset's
 * counter.
 */
export function writingsOf(unit: Unit, locale: Locale, counter?: Localized): readonly [UnitWriting, ...UnitWriting[]] {
  if (unit === 'count') return [{ scale: '1', word: counter?.[locale] ?? '' }];
  const { written, plain } = unitWords[locale][unit];
  const itself = { scale: '1', word: plain };
  const [usual = itself, ...others] = written;
  return [usual, ...others, ...(written.some(({ scale }) => scale === '1') ? [] : [itself])];
}

/** A value below this share of a unit is written in a smaller one. */
const LEAST_SHARE = '0.1';

/**
 * The way to write a unit that suits a value's size: the usual one, unless less than a tenth of it, then the next smaller: 9亿元, 5万元,
 * 600元. The value is a decimal string in `unit`.
 */
export function writingFor(value: string, unit: Unit, locale: Locale, counter?: Localized): UnitWriting {
  const [usual, ...others] = writingsOf(unit, locale, counter);
  const size = Big(value).abs();
  const suits = ({ scale }: UnitWriting) => size.eq(0) || size.gte(Big(scale).times(LEAST_SHARE));
  if (suits(usual)) return usual;
  const smaller = others.filter(({ scale }) => Big(scale).lt(usual.scale));
  return smaller.find(suits) ?? smaller.at(-1) ?? usual;
}

/** Number and unit, in the unit of the value's size: `4.47万亩`, `44,700 mu`, `90%`, `24座`, `24 mines`, `600元`. */
export function formatValue(value: string, unit: Unit, locale: Locale, counter?: Localized): string {
  const { scale, word } = writingFor(value, unit, locale, counter);
  const number = formatDecimal(Big(value).div(scale).toFixed(), locale);
  return word === '%' || word === '' ? number + word : number + languageOf(locale).numbers.unitGap + word;
}

type Qualifiers = Readonly<Record<Qualifier, string>>;

const zh: Qualifiers = {
  exact: '',
  approx: '约',
  'at-least': '不少于',
  'at-most': '不超过',
  'more-than': '超过',
  'less-than': '不足',
};

const en: Qualifiers = {
  exact: '',
  approx: 'about ',
  'at-least': 'at least ',
  'at-most': 'at most ',
  'more-than': 'more than ',
  'less-than': 'less than ',
};

/** How exactly a number is known, before it. */
export const qualifierWords = words('qualifiers', { zh, en });

/** Puts how exactly a number is known before it: `约9`, `about 900`. */
export function qualify(number: string, qualifier: Qualifier, locale: Locale): string {
  return qualifierWords[locale][qualifier] + number;
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
