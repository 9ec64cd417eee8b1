import Big from 'big.js';
import type { Dataset, Qualifier } from '../model/dataset.ts';
import { type Locale, type Localized, languageOf } from '../model/locale.ts';
import { convert, isUnit, UNIT_TABLE, type Unit, type UnitWriting } from '../model/units.ts';
import { formatDecimal } from './formats.ts';
import { qualify, unitWords, writingFor, writingsOf } from './units.ts';

/** A way that a dataset's values can be shown: another unit, or the same at another scale. */
export interface UnitVariant {
  /** Stable within a dataset: `mu`, `ha`, `yuan`, `ten-thousand-yuan` … */
  readonly id: string;
  readonly unit: Unit;
  /** Values in `unit` are divided by this for readers. */
  readonly scale: string;
  readonly word: string;
  /** Whether it differs from the source's own unit, so that values are converted by this site. */
  readonly converted: boolean;
}

const variantOf = (unit: Unit, { scale, word }: UnitWriting, id: string, converted: boolean): UnitVariant => ({
  id,
  unit,
  scale,
  word,
  converted,
});

/** The least and largest number for which a further unit or scale is offered. */
const OFFERED = { least: '0.1', most: '10000000' } as const;

/** The ways that values of a unit can be shown in a language; at least one, the document's own first. */
export function unitVariants(
  unit: Unit,
  locale: Locale,
  counter?: Localized,
): readonly [UnitVariant, ...UnitVariant[]] {
  const [usual, ...others] = writingsOf(unit, locale, counter).slice(0, writtenWays(unit, locale));
  const first = variantOf(unit, usual ?? { scale: '1', word: '' }, unit, false);
  return [first, ...others.map((one) => variantOf(unit, one, `${unit}-other`, false)), ...conversions(unit, locale)];
}

const writtenWays = (unit: Unit, locale: Locale) => unitWords[locale][unit].written.length;

function conversions(unit: Unit, locale: Locale): UnitVariant[] {
  return (UNIT_TABLE[unit].switchesTo ?? [])
    .filter(isUnit)
    .map((other) => variantOf(other, writingsOf(other, locale)[0], other, true));
}

/** What the units of a dataset's values follow from. */
type MeasuredDataset = Pick<Dataset, 'unit' | 'counter' | 'observations'>;

/**
 * The ways that a dataset's values can be shown in a language, in the unit of their size: the one that the document prints the largest
 * value in where the language has it, as long as no value becomes less than a hundredth of it.
 */
export function datasetVariants(dataset: MeasuredDataset, locale: Locale): readonly [UnitVariant, ...UnitVariant[]] {
  const { unit, counter, observations } = dataset;
  const sizes = observations.map((observation) => ({ observation, size: Big(observation.value).abs() }));
  const largest = sizes.reduce<(typeof sizes)[number] | undefined>(
    (most, one) => (most === undefined || one.size.gt(most.size) ? one : most),
    undefined,
  );
  const smallest = sizes
    .map(({ size }) => size)
    .reduce((least, size) => (size.gt(0) && (least.eq(0) || size.lt(least)) ? size : least), Big(0));
  if (!largest || largest.size.eq(0)) return unitVariants(unit, locale, counter);
  const writings = writingsOf(unit, locale, counter);
  const printed = largest.observation.stated?.unit;
  const suited =
    writings.find(({ word }) => word === printed) ?? writingFor(largest.observation.value, unit, locale, counter);
  const fits = ({ scale }: UnitWriting) => smallest.eq(0) || smallest.gte(Big(scale).div(100));
  const descending = writings.toSorted((one, other) => Big(other.scale).cmp(one.scale));
  const main = fits(suited)
    ? suited
    : (descending.find((one) => Big(one.scale).lt(suited.scale) && fits(one)) ?? descending.at(-1) ?? suited);
  const readable = ({ scale }: UnitWriting) => {
    const number = largest.size.div(scale);
    return number.gte(OFFERED.least) && number.lt(OFFERED.most);
  };
  const other =
    writtenWays(unit, locale) > 1 ? writings.find((one) => one !== main && readable(one) && fits(one)) : undefined;
  return [
    variantOf(unit, main, unit, false),
    ...(other ? [variantOf(unit, other, `${unit}-other`, false)] : []),
    ...conversions(unit, locale),
  ];
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
