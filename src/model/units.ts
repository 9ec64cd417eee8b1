import Big from 'big.js';
import { TABLE, type UnitEntry } from './unit-table.ts';

export type { UnitEntry, UnitWriting } from './unit-table.ts';

export type Unit = keyof typeof TABLE;

/** Everything that is known of each unit. */
export const UNIT_TABLE: Readonly<Record<Unit, UnitEntry>> = TABLE;

/** The units that a dataset can be in. */
export const UNITS = Object.keys(TABLE) as [Unit, ...Unit[]];

/** Whether a word names a unit of the table. */
export const isUnit = (word: string): word is Unit => Object.hasOwn(TABLE, word);

/** A unit as documents print it: the unit it is normalised to, and how many of those it is (an exact decimal). */
export interface PrintedUnit {
  readonly unit: Unit;
  readonly factor: string;
}

const printedIn = (language: 'zh' | 'en'): ReadonlyMap<string, PrintedUnit> =>
  new Map(
    UNITS.flatMap((unit) =>
      Object.entries(UNIT_TABLE[unit].printed[language]).map(([word, factor]) => [word, { unit, factor }]),
    ),
  );

/** What each word for a unit means, by language. */
export const PRINTED_UNITS = { zh: printedIn('zh'), en: printedIn('en') } as const;

/** Multipliers that Chinese writes before a unit. */
const MULTIPLIERS: Readonly<Record<string, string>> = {
  '': '1',
  百: '100',
  千: '1000',
  万: '10000',
  百万: '1000000',
  千万: '10000000',
  亿: '100000000',
  万亿: '1000000000000',
};

/**
 * What a printed unit such as 万亩 means, or `undefined` where it is unknown.
 * `counter` is the dataset's own counting word (座), which may carry a multiplier too (万座).
 */
export function parsePrintedUnit(printed: string, counter?: string): PrintedUnit | undefined {
  const counted = counter === undefined ? [] : [[counter, { unit: 'count', factor: '1' }] as const];
  for (const [word, { unit, factor }] of [...counted, ...PRINTED_UNITS.zh]) {
    if (!printed.endsWith(word)) continue;
    const before = printed.slice(0, -word.length);
    const multiplier = Object.hasOwn(MULTIPLIERS, before) ? MULTIPLIERS[before] : undefined;
    if (multiplier !== undefined) return { unit, factor: Big(factor).times(multiplier).toFixed() };
  }
  return undefined;
}

/** What an English word or sign for a unit means: `mu`, `hectares`, `km²`, in any case; `undefined` where it is not one. */
export function englishUnit(word: string): PrintedUnit | undefined {
  const plain = word.toLowerCase().replace(/\s+/g, ' ');
  return PRINTED_UNITS.en.get(plain) ?? (plain.endsWith('s') ? PRINTED_UNITS.en.get(plain.slice(0, -1)) : undefined);
}

/** The value of a stated number in its normalised unit, exactly: `4.47` × 10000 is `44700`. */
export function normaliseStated(number: string, factor: string): string {
  return Big(number).times(factor).toFixed();
}

/** How many of `to` one of `from` is, as an exact fraction; `undefined` where they do not measure the same. 1 mu is 1/15 ha. */
export function ratio(from: Unit, to: Unit): readonly [times: Big, over: Big] | undefined {
  const [one, other] = [UNIT_TABLE[from], UNIT_TABLE[to]];
  if (one.measures !== other.measures || (from !== to && one.measures === 'count')) return undefined;
  const [times, over] = [Big(one.size[0]).times(other.size[1]), Big(one.size[1]).times(other.size[0])];
  const least = times.lt(over) ? times : over;
  return least.gt(0) && times.mod(least).eq(0) && over.mod(least).eq(0)
    ? [times.div(least), over.div(least)]
    : [times, over];
}

/**
 * A value in another unit as a decimal string of at most `places` places, rounded half up; `undefined` where the units
 * do not measure the same.
 */
export function convert(value: string, from: Unit, to: Unit, places = 2): string | undefined {
  if (from === to) return Big(value).toFixed();
  const fraction = ratio(from, to);
  if (!fraction) return undefined;
  // Multiply first: dividing first would round 1/15.
  return Big(Big(value).times(fraction[0]).div(fraction[1]).toFixed(places)).toFixed();
}
