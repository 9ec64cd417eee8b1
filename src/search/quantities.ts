import Big from 'big.js';
import {
  convert,
  englishUnit,
  isUnit,
  type Unit as MeasureUnit,
  type PrintedUnit,
  parsePrintedUnit,
} from '../model/units.ts';
import type { IndexedFigure } from './index-format.ts';
import { normalise } from './normalise.ts';

/** An amount in a query, in the unit that datasets use. */
interface Quantity {
  readonly value: string;
  readonly unit: MeasureUnit | 'counted';
}

const ENGLISH_MULTIPLIERS: Readonly<Record<string, string>> = {
  hundred: '100',
  thousand: '1000',
  million: '1000000',
  billion: '1000000000',
};

const AMOUNT = /^(?:约|about )?(?<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?) ?(?<unit>\S.*)$/su;

/** A table's own entry for a word that a reader typed: `constructor` is a word like any other. */
function own<Value>(table: Readonly<Record<string, Value>>, word: string): Value | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}

/** What words after a number mean in English: a unit, alone or after a multiplier. */
function unitOf(words: string): PrintedUnit | undefined {
  const known = englishUnit(words);
  if (known) return known;
  const [multiplier = '', ...rest] = words.split(' ');
  const factor = own(ENGLISH_MULTIPLIERS, multiplier);
  const base = englishUnit(rest.join(' '));
  return factor !== undefined && base ? { ...base, factor: Big(base.factor).times(factor).toFixed() } : undefined;
}

/** Whether an English word, alone or after a multiplier (million yuan), is a unit that can follow a number. */
export function isUnitWord(word: string): boolean {
  return englishUnit(word) !== undefined || Object.hasOwn(ENGLISH_MULTIPLIERS, word);
}

/** Reads a query that is a number with a unit: `4.47万亩`, `44,700 mu`, `2980 ha`, `900 million yuan`, `24座`. */
export function parseQuantity(text: string): Quantity | undefined {
  const groups = AMOUNT.exec(normalise(text).text.trim())?.groups;
  const [digits, unit] = [groups?.['number']?.replaceAll(',', ''), groups?.['unit']?.trim()];
  if (digits === undefined || unit === undefined) return undefined;
  const printed = parsePrintedUnit(unit) ?? unitOf(unit);
  if (printed) return { value: Big(digits).times(printed.factor).toFixed(), unit: printed.unit };
  // A counting word (24座, 24 mines): the observation's printed form decides.
  return /^[\p{L} ]{1,20}$/u.test(unit) ? { value: Big(digits).toFixed(), unit: 'counted' } : undefined;
}

/** Whether two amounts are one, in either's unit; converted values are compared as precisely as the query states them. */
function sameAmount({ value, unit }: Quantity, figure: IndexedFigure, typed: string): boolean {
  if (unit === 'counted') {
    const plain = (text: string) => normalise(text).text.replace(/[\s,]/g, '');
    return figure.unit === 'count' && plain(figure.printed) === plain(typed);
  }
  if (!isUnit(figure.unit)) return false;
  const places = Big(value).toFixed().split('.')[1]?.length ?? 0;
  const converted = convert(figure.value, figure.unit, unit, figure.unit === unit ? 2 : places);
  return converted !== undefined && Big(converted).eq(value);
}

/** The figures whose value is the amount that the query states. */
export function figuresFor(typed: string, figures: readonly IndexedFigure[]): IndexedFigure[] {
  const quantity = parseQuantity(typed);
  return quantity ? figures.filter((figure) => sameAmount(quantity, figure, typed)) : [];
}
