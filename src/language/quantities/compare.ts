import Big from 'big.js';
import type { Quantity } from './quantity.ts';

/** A quantity that the other language does not state, with what stands there in its place where that can be told. */
export interface Disagreement {
  readonly zh: Quantity | undefined;
  readonly en: Quantity | undefined;
}

/** A quantity with the parts a date or document number falls into. */
interface Entry {
  readonly quantity: Quantity;
  readonly kind: Quantity['kind'];
  readonly value: string;
}

const whole = (quantity: Quantity): Entry => ({ quantity, kind: quantity.kind, value: quantity.value });

/** What each part of a composite value is: a year stands among the plain numbers, since both languages write it alone. */
const PARTS: Partial<Record<Quantity['kind'], readonly Quantity['kind'][]>> = {
  date: ['number', 'month', 'day'],
  'year-month': ['number', 'month'],
  'month-day': ['month', 'day'],
  document: ['number', 'number'],
};

/** A date or document number as the parts it is made of: one language may write them apart. */
function parts(quantity: Quantity): Entry[] {
  const kinds = PARTS[quantity.kind];
  if (kinds === undefined) return [whole(quantity)];
  return quantity.value
    .split(/[-/]/)
    .map((part, index) => ({ quantity, kind: kinds[index] ?? 'number', value: String(Number(part)) }));
}

type Same = (one: Entry, other: Entry) => boolean;

const exactly: Same = (one, other) => one.kind === other.kind && one.value === other.value;
const MEASURES: ReadonlySet<Quantity['kind']> = new Set([
  'number',
  'percent',
  'mu',
  'ha',
  'yuan',
  'us-dollar',
  'hk-dollar',
  'euro',
  'pound',
  'yen',
]);
/** 44,700 and 44,700 mu: English gives the unit of a list once. */
const unitLeftOut: Same = (one, other) =>
  one.value === other.value &&
  (one.kind === 'number' || other.kind === 'number') &&
  MEASURES.has(one.kind) &&
  MEASURES.has(other.kind);

/** Takes every pair out of two lists that a test accepts, each entry once. */
function takePairs(zh: Entry[], en: Entry[], same: Same): [Entry[], Entry[]] {
  const left = [...en];
  const unmatched = zh.filter((one) => {
    const at = left.findIndex((other) => same(one, other));
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
  return [unmatched, left];
}

/** Whether a value in hectares is one in mu, as far as it is written out (1 mu is 1/15 ha); either way round. */
function converts(one: Entry, other: Entry): boolean {
  const [mu, ha] = one.kind === 'mu' ? [one, other] : [other, one];
  if (mu.kind !== 'mu' || ha.kind !== 'ha') return false;
  const exact = Big(mu.value).div(15);
  // A converted value is rounded: within half a per cent is the same land.
  return exact.minus(ha.value).abs().lte(exact.times('0.005'));
}

/**
 * The quantities that a Chinese text states and its translation does not, or the other way round.
 * A value may be repeated, a land area given in the other unit as well, and idiomatic numerals left out.
 */
export function compareQuantities(zh: readonly Quantity[], en: readonly Quantity[]): Disagreement[] {
  let left = takePairs(zh.map(whole), en.map(whole), exactly);
  left = takePairs(
    left[0].flatMap(({ quantity }) => parts(quantity)),
    left[1].flatMap(({ quantity }) => parts(quantity)),
    exactly,
  );
  left = takePairs(left[0], left[1], unitLeftOut);
  const stated = {
    zh: zh.flatMap((quantity) => [whole(quantity), ...parts(quantity)]),
    en: en.flatMap((quantity) => [whole(quantity), ...parts(quantity)]),
  };
  const missing = (entry: Entry, others: readonly Entry[]) =>
    entry.quantity.firm &&
    !others.some((other) => exactly(entry, other) || unitLeftOut(entry, other) || converts(entry, other));
  const zhLeft = unique(left[0].filter((entry) => missing(entry, stated.en)));
  const enLeft = unique(left[1].filter((entry) => missing(entry, stated.zh)));
  return alignLeft(zhLeft, enLeft);
}

function unique(entries: readonly Entry[]): Quantity[] {
  return [...new Set(entries.map(({ quantity }) => quantity))];
}

/** Sets what is left side by side: of one kind first, then in order. */
function alignLeft(zh: readonly Quantity[], en: readonly Quantity[]): Disagreement[] {
  const rest = [...en];
  const take = (at: number) => (at === -1 ? undefined : rest.splice(at, 1)[0]);
  const pairs = zh.map((one) => ({ zh: one, en: take(rest.findIndex(({ kind }) => kind === one.kind)) }));
  const filled = pairs.map((pair) =>
    pair.en === undefined ? { zh: pair.zh, en: take(rest.length > 0 ? 0 : -1) } : pair,
  );
  return [...filled, ...rest.map((one) => ({ zh: undefined, en: one }))];
}
