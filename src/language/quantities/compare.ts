import Big from 'big.js';
import { isUnit, ratio, UNIT_TABLE } from '../../model/units.ts';
import { type Contradiction, contradiction, isOnlyNear } from './contradiction.ts';
import { bareKind, type Meaning, type Quantity, type QuantityKind } from './quantity.ts';

/**
 * A quantity that the other language does not state, or states in another sense, with what is there in its place where that can be told.
 */
export interface Disagreement {
  readonly zh: Quantity | undefined;
  readonly en: Quantity | undefined;
  /** What the two make of one value: one has a minus, falls or is the least where the other does not. */
  readonly sense?: Contradiction;
}

/** A quantity with one of the parts that a date or document number falls into, or whole. */
interface Entry extends Meaning {
  readonly quantity: Quantity;
}

const whole = (quantity: Quantity): Entry => ({ quantity, kind: quantity.kind, value: quantity.value });

/** What each part of a composite value is: a year stands among the plain numbers, since both languages write it alone. */
const PARTS: Partial<Record<QuantityKind, readonly QuantityKind[]>> = {
  date: ['number', 'month', 'day'],
  'year-month': ['number', 'month'],
  'month-day': ['month', 'day'],
  'lunar-day': ['number', 'number'],
  document: ['number', 'number'],
  fraction: ['number', 'number'],
};

/** A fraction that is told by two numbers of things: nine out of ten, 2.7 per 100,000. */
const IN_NUMBERS = /\b(?:in|out of|per)\b/i;

/** A date or document number as the parts it is made of: one language may write them apart. */
function parts(quantity: Quantity): Entry[] {
  const kinds = PARTS[quantity.kind];
  if (kinds === undefined || isFeast(quantity) || (quantity.kind === 'fraction' && !IN_NUMBERS.test(quantity.text)))
    return [whole(quantity)];
  return quantity.value
    .split(/[-/]/)
    .map((part, index) => ({ quantity, kind: kinds[index] ?? 'number', value: String(Number(part)) }));
}

type Same = (one: Entry, other: Entry) => boolean;

const equal = (one: Meaning, other: Meaning) =>
  bareKind(one.kind) === bareKind(other.kind) && one.value === other.value;
const agreeing: Same = (one, other) => equal(one, other) && contradiction(one.quantity, other.quantity) === undefined;

/** Whether either may mean what the other says: a half is 50 per cent, three times also three occasions. */
const otherwise: Same = (one, other) => meansToo(one, other) || meansToo(other, one);
const meansToo: Same = (one, other) =>
  [one, ...(one.quantity.also ?? [])].some(
    (meaning) =>
      equal(meaning, other) &&
      // A price that falls does so by what is taken off.
      !(one.kind === 'discount' && other.quantity.direction === -1 && other.value !== one.value),
  );

/** Whether two values in units of one kind are one, as far as they are written out: 3,800 ha and 57,000 mu, 3 km² and 300 ha. */
const converts: Same = (one, other) => {
  if (one.kind === other.kind || !isUnit(one.kind) || !isUnit(other.kind)) return false;
  const fraction = ratio(one.kind, other.kind);
  if (fraction === undefined) return false;
  const exact = Big(one.value).times(fraction[0]).div(fraction[1]);
  // A converted value is rounded: within half a per cent is the same land.
  return exact.minus(other.value).abs().lte(exact.times('0.005'));
};

/** Whether two quantities have the same value, in one unit or converted, in whatever sense. */
export function equalInValue(one: Quantity, other: Quantity): boolean {
  const [first, second] = [whole(one), whole(other)];
  return otherwise(first, second) || converts(first, second);
}

/** Whether one quantity states what another does: the same value, in its unit or converted, in no other sense. */
export const states = (one: Quantity, other: Quantity): boolean =>
  contradiction(one, other) === undefined && equalInValue(one, other);

const isMeasure = (kind: QuantityKind) => isUnit(kind) && kind !== 'count';

/**
 * Accepts 44,700 for 44,700 mu where the same text says mu of another number: English gives the unit of a list once. Days, months and
 * times may lack theirs anyhow: the 3rd, a three-year plan, twice.
 */
function unitLeftOut(zh: readonly Quantity[], en: readonly Quantity[]): Same {
  const said = (quantities: readonly Quantity[]) => new Set(quantities.map(({ kind }) => kind));
  const [zhKinds, enKinds] = [said(zh), said(en)];
  return (one, other) => {
    if (one.value !== other.value || one.quantity.of === 'age' || other.quantity.of === 'age') return false;
    // 一元票制: a word that may mean nothing is no value without its unit.
    if (one.kind === 'number' && !one.quantity.firm && other.quantity.firm) return false;
    if (one.kind === 'number' && isMeasure(other.kind)) return zhKinds.has(other.kind) || isLoose(other);
    if (other.kind === 'number' && isMeasure(one.kind)) return enKinds.has(one.kind) || isLoose(one);
    return false;
  };
}

/** Kinds whose numbers are often said without their word. */
const LOOSE: ReadonlySet<string> = new Set(['days', 'months', 'times', 'time']);
const isLoose = ({ kind, quantity }: Entry) =>
  quantity.ordinal === true || (isUnit(kind) && LOOSE.has(UNIT_TABLE[kind].measures));

/** How many pairs of figures are tried for one comparison. */
const MOST_TRIED = 250_000;

/** Takes every pair out of two lists that a test accepts, each entry once. */
function takePairs(
  zh: readonly Entry[],
  en: readonly Entry[],
  same: Same,
  onPair?: (one: Entry, other: Entry) => void,
): [Entry[], Entry[]] {
  // Lists of hundreds of figures that differ: each pair would be tried. What is left of them is told as it is.
  if (zh.length * en.length > MOST_TRIED) return [[...zh], [...en]];
  const left = [...en];
  const unmatched = zh.filter((one) => {
    const at = left.findIndex((other) => same(one, other));
    const [other] = at === -1 ? [] : left.splice(at, 1);
    if (other) onPair?.(one, other);
    return other === undefined;
  });
  return [unmatched, left];
}

/**
 * The quantities that a Chinese text states and its translation does not, or the other way round, or in the opposite sense.
 * A value may be repeated, a land area given in the other unit as well, and idiomatic numerals left out.
 */
export function compareQuantities(zh: readonly Quantity[], en: readonly Quantity[]): Disagreement[] {
  const lacksUnit = unitLeftOut(zh, en);
  const same: Same = (one, other) => otherwise(one, other) || lacksUnit(one, other) || converts(one, other);
  const unopposed =
    (test: Same): Same =>
    (one, other) =>
      test(one, other) && contradiction(one.quantity, other.quantity) === undefined;
  let left = takePairs(zh.map(whole), en.map(whole), agreeing);
  left = takePairs(
    left[0].flatMap(({ quantity }) => parts(quantity)),
    left[1].flatMap(({ quantity }) => parts(quantity)),
    agreeing,
  );
  for (const test of [lacksUnit, otherwise, converts]) left = takePairs(left[0], left[1], unopposed(test));
  const opposed: Disagreement[] = [];
  left = takePairs(left[0], left[1], same, (one, other) => {
    const sense = contradiction(one.quantity, other.quantity);
    if (sense !== undefined) opposed.push({ zh: one.quantity, en: other.quantity, sense });
  });
  const stated = { zh: allEntries(zh), en: allEntries(en) };
  const firm = (entries: readonly Entry[]) => entries.filter(({ quantity }) => quantity.firm);
  // The hour of a time of day is no number that may stand anywhere.
  const missing = (entry: Entry, others: readonly Entry[]) =>
    !others.some((other) => (entry.kind === 'clock' ? meansToo(other, entry) : same(entry, other)));
  const [zhLeft, enLeft] = [firm(left[0]), firm(left[1])];
  const zhMissing = zhLeft.filter((entry) => missing(entry, stated.en));
  const enMissing = enLeft.filter((entry) => missing(entry, stated.zh));
  // What is said more often than in the other language is a repetition, unless that has another value too often in its place.
  const loose = left[1].filter((entry) => !entry.quantity.firm && isLoose(entry));
  const traded = takeTraded(without(zhLeft, zhMissing), [...without(enLeft, enMissing), ...loose]);
  const [nth, other] = takeLoose(left[0], left[1]);
  return [
    ...opposed,
    ...madeExact(zh, en),
    ...madeWhole(zh, en),
    ...alignLeft(unique([...zhMissing, ...traded[0], ...nth]), unique([...enMissing, ...traded[1], ...other])),
  ];
}

/** What is approximate in the original and exact in the translation. */
function madeExact(zh: readonly Quantity[], en: readonly Quantity[]): Disagreement[] {
  const near = zh.filter(isOnlyNear);
  if (near.length <= en.filter(({ near: own }) => own !== undefined).length) return [];
  return near.flatMap((one): Disagreement[] => {
    const twins = en.filter((other) => states(one, other));
    const [twin] = twins;
    const isKept = twins.some((other) => other.near !== undefined || (one.near === 'below' && other.bound === 'most'));
    return twin === undefined || isKept ? [] : [{ zh: one, en: twin, sense: 'near' }];
  });
}

/** Words by which a value is one of many: an average, of each, per year. */
const isShare = ({ kind, share }: Quantity) =>
  kind === 'every' || kind === 'per' || share === 'average' || share === 'each';

/** What is an average in one language, where nothing in the other says so. */
function madeWhole(zh: readonly Quantity[], en: readonly Quantity[]): Disagreement[] {
  const lost = (quantities: readonly Quantity[], others: readonly Quantity[]) =>
    others.some(isShare)
      ? []
      : quantities.flatMap((one): (readonly [Quantity, Quantity])[] => {
          const twin = one.share === 'average' ? others.find((other) => states(one, other)) : undefined;
          return twin === undefined ? [] : [[one, twin]];
        });
  return [
    ...lost(zh, en).map(([one, other]): Disagreement => ({ zh: one, en: other, sense: 'share' })),
    ...lost(en, zh).map(([other, one]): Disagreement => ({ zh: one, en: other, sense: 'share' })),
  ];
}

const allEntries = (quantities: readonly Quantity[]) =>
  quantities.flatMap((quantity) => [whole(quantity), ...parts(quantity)]);

const without = (entries: readonly Entry[], taken: readonly Entry[]) =>
  entries.filter((entry) => !taken.includes(entry));

/** Repeated values of a measure, one in each language, that are not the same: one was written for the other. */
function takeTraded(zh: readonly Entry[], en: readonly Entry[]): [Entry[], Entry[]] {
  const isPlain = ({ quantity, kind }: Entry) =>
    !quantity.ordinal && (isMeasure(kind) || kind === 'count' || (kind === 'number' && /\d/.test(quantity.text)));
  const [ones, others]: [Entry[], Entry[]] = [[], []];
  takePairs(
    zh.filter(isPlain),
    en.filter(({ quantity }) => !quantity.ordinal),
    (one, other) => bareKind(one.kind) === bareKind(other.kind) || (one.kind === 'number' && isLoose(other)),
    (one, other) => {
      ones.push(one);
      others.push(other);
    },
  );
  return [ones, others];
}

/** Kinds that either language may leave out, but not change: 每亩, 每月, 上旬, PM2.5, 去年, 数百. */
const CHANGEABLE: ReadonlySet<string> = new Set(['per', 'every', 'part', 'designation', 'near-year', 'size']);

/** Two weeks, twice: spans and times in words. */
const isLooseSpan = ({ quantity, kind }: Pick<Entry, 'quantity' | 'kind'>) =>
  !quantity.firm && !quantity.ordinal && (kind === 'days' || kind === 'months' || kind === 'times');
/** A day by the name of a feast. */
const isFeast = ({ firm, kind }: Quantity) => !firm && (kind === 'lunar-day' || kind === 'month-day');
/** Twice a month, against how many times. */
const isOftenAs = (one: Entry, other: Entry) =>
  one.kind === 'times' && other.kind === 'every' && other.value.startsWith('half-');
/** The number of a span without its unit. */
const numberOf = ({ quantity, value }: Entry) => quantity.also?.find(({ kind }) => kind === 'number')?.value ?? value;

/** 第二批 against “the third batch”, 每亩 against “per hectare”, 两周 against “two months”: what either language may leave out, but not change. */
function takeLoose(zh: readonly Entry[], en: readonly Entry[]): [Entry[], Entry[]] {
  const [ones, others]: [Entry[], Entry[]] = [[], []];
  const isLooseKind = ({ quantity, kind }: Entry) =>
    CHANGEABLE.has(kind) ||
    isFeast(quantity) ||
    (quantity.ordinal === true && kind === 'number') ||
    isLooseSpan({ quantity, kind });
  takePairs(
    zh.filter(isLooseKind),
    en.filter(isLooseKind),
    (one, other) =>
      one.kind === other.kind ||
      (isFeast(one.quantity) && isFeast(other.quantity)) ||
      isOftenAs(one, other) ||
      (isLooseSpan(one) && isLooseSpan(other) && numberOf(one) === numberOf(other)),
    (one, other) => {
      ones.push(one);
      others.push(other);
    },
  );
  return [ones, others];
}

function unique(entries: readonly Entry[]): Quantity[] {
  return [...new Set(entries.map(({ quantity }) => quantity))];
}

/** Sets what is left side by side: of one kind first, then in order. */
function alignLeft(zh: readonly Quantity[], en: readonly Quantity[]): Disagreement[] {
  const rest = [...en];
  const take = (at: number) => (at === -1 ? undefined : rest.splice(at, 1)[0]);
  const pairs = zh.map((one) => ({
    zh: one,
    en: take(rest.findIndex(({ kind }) => bareKind(kind) === bareKind(one.kind))),
  }));
  const filled = pairs.map((pair) =>
    pair.en === undefined ? { zh: pair.zh, en: take(rest.length > 0 ? 0 : -1) } : pair,
  );
  return [...filled, ...rest.map((one) => ({ zh: undefined, en: one }))];
}
