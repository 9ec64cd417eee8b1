import Big from 'big.js';

/** Units that values are normalised to. `count` is counted in the dataset's own counter (座, mines). */
export const UNITS = ['count', 'mu', 'ha', 'yuan', 'percent', 'tonne', 'kilometre', 'square-metre'] as const;

export type Unit = (typeof UNITS)[number];

/** A unit as documents print it: what it is normalised to, and how many of those it is (an exact decimal). */
export interface PrintedUnit {
  readonly unit: Unit;
  readonly factor: string;
}

/** Multipliers that Chinese writes before a unit. */
const MULTIPLIERS: Readonly<Record<string, string>> = {
  '': '1',
  百: '100',
  千: '1000',
  万: '10000',
  百万: '1000000',
  亿: '100000000',
  万亿: '1000000000000',
};

const BASE_UNITS: Readonly<Record<string, PrintedUnit>> = {
  亩: { unit: 'mu', factor: '1' },
  公顷: { unit: 'ha', factor: '1' },
  元: { unit: 'yuan', factor: '1' },
  '%': { unit: 'percent', factor: '1' },
  吨: { unit: 'tonne', factor: '1' },
  公里: { unit: 'kilometre', factor: '1' },
  千米: { unit: 'kilometre', factor: '1' },
  平方米: { unit: 'square-metre', factor: '1' },
  平方公里: { unit: 'square-metre', factor: '1000000' },
};

/**
 * What a printed unit such as 万亩 means, or `undefined` where it is unknown.
 * `counter` is the dataset's own counting word (座), which may carry a multiplier too (万座).
 */
export function parsePrintedUnit(printed: string, counter?: string): PrintedUnit | undefined {
  const known: Record<string, PrintedUnit> = { ...BASE_UNITS };
  if (counter !== undefined) known[counter] = { unit: 'count', factor: '1' };
  for (const [base, meaning] of Object.entries(known)) {
    if (!printed.endsWith(base)) continue;
    const before = printed.slice(0, -base.length);
    const multiplier = Object.hasOwn(MULTIPLIERS, before) ? MULTIPLIERS[before] : undefined;
    if (multiplier === undefined) continue;
    return { unit: meaning.unit, factor: Big(meaning.factor).times(multiplier).toFixed() };
  }
  return undefined;
}

/** The value of a stated number in its normalised unit, exactly: `4.47` × 10000 is `44700`. */
export function normaliseStated(number: string, factor: string): string {
  return Big(number).times(factor).toFixed();
}

/** Units that one can be shown as, with the exact ratio numerator/denominator. 1 mu = 1/15 ha exactly. */
export const CONVERSIONS: readonly {
  readonly from: Unit;
  readonly to: Unit;
  readonly times: string;
  readonly over: string;
}[] = [
  { from: 'mu', to: 'ha', times: '1', over: '15' },
  { from: 'ha', to: 'mu', times: '15', over: '1' },
];

/** A value in another unit as a decimal string of at most `places` places (half to even is not needed: half up), or `undefined`. */
export function convert(value: string, from: Unit, to: Unit, places = 2): string | undefined {
  if (from === to) return Big(value).toFixed();
  const conversion = CONVERSIONS.find((candidate) => candidate.from === from && candidate.to === to);
  if (!conversion) return undefined;
  // Multiply first: dividing first would round 1/15.
  const product = Big(value).times(conversion.times);
  return Big(product.div(conversion.over).toFixed(places)).toFixed();
}
