import Big from 'big.js';
import type { Qualifier } from '../model/dataset.ts';
import { type Locale, type Localized, languageOf } from '../model/locale.ts';
import { convert, isUnit, UNIT_TABLE, type Unit } from '../model/units.ts';
import { formatDecimal } from './formats.ts';
import { qualify, unitWord } from './units.ts';

/** A way that a dataset's values can be shown: another unit, or the same at another scale. */
export interface UnitVariant {
  /** Stable within a dataset: `mu`, `ha`, `yuan`, `ten-thousand-yuan` … */
  readonly id: string;
  readonly unit: Unit;
  /** Values in `unit` are divided by this for readers. */
  readonly scale: string;
  readonly word: string;
  /** Whether the source's own unit is left: such values are converted by this site. */
  readonly converted: boolean;
}

/** How a unit can be shown in a language: as often as its table has it, the document's own first. */
function variantsOf(unit: Unit, locale: Locale, converted: boolean): UnitVariant[] {
  return UNIT_TABLE[unit].written[languageOf(locale).fallback].map(({ scale, word }, index) => ({
    id: index === 0 ? unit : `${unit}-other`,
    unit,
    scale,
    word,
    converted,
  }));
}

/** The ways that values of a unit can be shown in a language; at least one, the document's own first. */
export function unitVariants(
  unit: Unit,
  locale: Locale,
  counter?: Localized,
): readonly [UnitVariant, ...UnitVariant[]] {
  const own: UnitVariant = { id: unit, unit, scale: '1', word: unitWord(unit, locale, counter), converted: false };
  if (unit === 'count') return [own];
  const others = (UNIT_TABLE[unit].switchesTo ?? []).filter(isUnit);
  const [first = own, ...rest] = variantsOf(unit, locale, false);
  return [first, ...rest, ...others.flatMap((other) => variantsOf(other, locale, true).slice(0, 1))];
}

/**
 * A value in a variant's unit and scale, as a decimal string. Conversions are rounded to whole numbers from 100 up and to
 * two places below: more would pretend to a precision that the source does not have.
 */
export function valueInVariant(value: string, unit: Unit, variant: UnitVariant): string {
  if (!variant.converted) return Big(value).div(variant.scale).toFixed();
  const exact = convert(value, unit, variant.unit, 10);
  if (exact === undefined) throw new RangeError(`no conversion from ${unit} to ${variant.unit}`);
  const scaled = Big(exact).div(variant.scale);
  return Big(scaled.toFixed(scaled.abs().gte(100) ? 0 : 2)).toFixed();
}

/** The number alone, with how exactly it is known: `约9`, `about 900`. */
export function numberInVariant(
  value: string,
  unit: Unit,
  qualifier: Qualifier,
  variant: UnitVariant,
  locale: Locale,
): string {
  return qualify(formatDecimal(valueInVariant(value, unit, variant), locale), qualifier, locale);
}

/** Puts the unit's word after a number as each language does: `4.47万亩`, `44,700 mu`, `90%`. */
export function withUnitWord(number: string, variant: UnitVariant, locale: Locale): string {
  if (variant.word === '') return number;
  return variant.word === '%' ? number + variant.word : number + languageOf(locale).numbers.unitGap + variant.word;
}
