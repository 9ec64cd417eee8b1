import { isUnit } from '../../model/units.ts';
import { contrastsIn } from './contrasts.ts';
import { exchangedOrdinals, exchangedTimes, exchangedYears, reversedRanges } from './exchanged.ts';
import type { MarkedText } from './index.ts';
import { isYearNumber, keyOf, type Quantity } from './quantity.ts';

/** A value that is beside one thing in Chinese and beside another in English; or, without these, in another order. */
export interface Displaced {
  readonly zh: Quantity;
  readonly en: Quantity;
  /** The words beside it in each language. */
  readonly beside: { readonly zh: string; readonly en: string } | undefined;
}

/** What parts a sentence into statements of one value each. */
const PART = /[、，；。！？：,;:!?\n\t]|\.(?=\s|$)|\s(?:and|while|whereas)\s|(?:其中|以及|[和及](?=[^，。]{0,12}\d))/gu;

/** Something a value is told of: a year, a day, a name. */
interface Anchor {
  readonly key: string;
  readonly family: string;
  readonly start: number;
  readonly end: number;
}

const ANCHOR_KINDS: ReadonlySet<string> = new Set([
  'date',
  'year-month',
  'month-day',
  'month',
  'quarter',
  'half-year',
  'weekday',
  'per',
  'every',
  'near-year',
]);
const isYear = ({ kind, value }: Quantity) => kind === 'number' && isYearNumber(value);
/** Figures and Roman numerals, not words. */
const IN_FIGURES = /\d|[Ⅰ-Ⅻ]|\b[IVX]+$/;
/** Whether a quantity says how much or how many there is of something. */
export const isValue = (quantity: Quantity) =>
  (!quantity.ordinal || IN_FIGURES.test(quantity.text)) &&
  !isYear(quantity) &&
  (isUnit(quantity.kind) || quantity.kind === 'number' || quantity.kind === 'fraction' || quantity.kind === 'discount');
/** A value by its number alone: English may leave out the unit of one of a list. */
const valueKey = ({ kind, value }: Quantity) => (kind === 'fraction' ? keyOf({ kind, value }) : value);

/** With what a value is compared: the same time of the year before, or the time just before. */
const BASES: readonly (readonly [key: string, words: RegExp])[] = [
  [
    'base year',
    /同比|(?:较|比)(?:上年|去年)(?:同期)?|year[- ]on[- ]year|(?:over|from|than|on) (?:the|a) (?:same \w+ of )?(?:last )?year(?: before| earlier| ago)?/gi,
  ],
  [
    'base before',
    /环比|(?:较|比)(?:上月|上季度)|(?:month|quarter)[- ]on[- ](?:month|quarter)|(?:over|from|than|on) the (?:month|quarter|previous (?:month|quarter))(?: before| earlier)?/gi,
  ],
];

/** Ordinals in words or figures that number things: the second batch. */
const isNth = ({ kind, ordinal, value }: Quantity) => kind === 'number' && ordinal === true && Number(value) < 100;

function anchorsOf({ text, quantities, names }: MarkedText, language: 'zh' | 'en'): Anchor[] {
  const bases = BASES.flatMap(([key, words]) =>
    Array.from(text.matchAll(words), ({ index, 0: written }) => ({
      key,
      family: 'base',
      start: index,
      end: index + written.length,
    })),
  );
  const told = quantities.flatMap((quantity): Anchor[] => {
    const { start, end } = quantity;
    if (isYear(quantity)) return [{ key: keyOf(quantity), family: 'year', start, end }];
    if (isNth(quantity)) return [{ key: keyOf(quantity), family: 'nth', start, end }];
    return ANCHOR_KINDS.has(quantity.kind) ? [{ key: keyOf(quantity), family: quantity.kind, start, end }] : [];
  });
  return [
    ...told,
    ...bases,
    ...contrastsIn(text, language),
    ...names.map(({ id, start, end }) => ({ key: `name ${id}`, family: 'name', start, end })),
  ];
}

/** Where a text falls apart; not inside a number. */
function cutsOf({ text, quantities }: MarkedText): number[] {
  const inside = (at: number) => quantities.some(({ start, end }) => at > start && at < end - 1);
  return [...text.matchAll(PART)].flatMap(({ index, 0: { length } }) => (inside(index) ? [] : [index + length]));
}

/** What stands between the numbers of a list: Ⅰ、Ⅱ类, Classes I and II. */
const LISTED = /^(?:、|[和及与]|,? and |, )$/;

/** What only values are told of. */
const OF_VALUES: ReadonlySet<string> = new Set([...ANCHOR_KINDS, 'year', 'base']);
/** Days, years and times of day, as what is told of a thing. */
const isDayTold = (quantity: Quantity) =>
  isYear(quantity) ||
  quantity.kind === 'clock' ||
  quantity.kind === 'weekday' ||
  quantity.kind === 'date' ||
  quantity.kind === 'year-month' ||
  quantity.kind === 'month-day';

/** For each value, or day, that is told once, the one thing of each family beside it in its part of the sentence. */
function beside(
  marked: MarkedText,
  language: 'zh' | 'en',
  told: 'values' | 'days',
): ReadonlyMap<string, { readonly quantity: Quantity; readonly anchors: readonly Anchor[] }> {
  const isOfValues = told === 'values';
  const values = marked.quantities.filter(isOfValues ? isValue : isDayTold);
  if (values.length === 0) return new Map();
  const cuts = cutsOf(marked);
  const partOf = (at: number) => cuts.filter((cut) => cut <= at).length;
  // Days are told of what has a number or a name, not of other days.
  const anchors = anchorsOf(marked, language).filter(({ family }) => isOfValues || !OF_VALUES.has(family));
  const keyOfValue = isOfValues ? valueKey : keyOf;
  // in 2025, 2026 and 2027: what is in a list by itself belongs to no one value.
  const isListed = ({ family, start, end }: Anchor, part: number) =>
    anchors.some((anchor) => {
      if (anchor.family !== family || Math.abs(partOf(anchor.start) - part) !== 1) return false;
      const [one, other] = anchor.start < start ? [anchor.end, start] : [end, anchor.start];
      return (
        LISTED.test(marked.text.slice(one, other)) ||
        !values.some((value) => partOf(value.start) === partOf(anchor.start))
      );
    });
  const found = new Map<string, { readonly quantity: Quantity; readonly anchors: readonly Anchor[] }>();
  const twice = new Set<string>();
  const numbers = values.map(keyOfValue);
  for (const quantity of values) {
    // 二类2元: of a number that comes twice, the one in words is another than the one in figures.
    const number = keyOfValue(quantity);
    const isAgain = numbers.indexOf(number) !== numbers.lastIndexOf(number);
    const key = isAgain ? `${number} ${IN_FIGURES.test(quantity.text) ? 'in figures' : 'in words'}` : number;
    if (found.has(key)) twice.add(key);
    const part = partOf(quantity.start);
    const isAlone =
      values.filter((other) => (!isOfValues || other.kind === quantity.kind) && partOf(other.start) === part).length ===
      1;
    const near = isAlone ? anchors.filter(({ start }) => start !== quantity.start && partOf(start) === part) : [];
    const single = near.filter(
      (anchor) => near.filter(({ family }) => family === anchor.family).length === 1 && !isListed(anchor, part),
    );
    found.set(key, { quantity, anchors: single });
  }
  for (const key of twice) found.delete(key);
  return found;
}

/** The figures of one sentence whose order is compared. */
const MOST_FIGURES = 200;

type Both = {
  readonly one: { readonly quantity: Quantity; readonly anchors: readonly Anchor[] };
  readonly other: Both['one'];
};

/** What both texts tell once, each with what is beside it. */
function bothOf(zh: MarkedText, en: MarkedText, told: 'values' | 'days'): Both[] {
  const chinese = beside(zh, 'zh', told);
  if (chinese.size === 0) return [];
  const english = beside(en, 'en', told);
  return [...chinese].flatMap(([key, one]): Both[] => {
    const other = english.get(key);
    return other === undefined ? [] : [{ one, other }];
  });
}

/** What is beside one thing in Chinese, and in English beside another that the Chinese has too. */
function toldOfOthers(both: readonly Both[], zh: string, en: string): Displaced[] {
  const known = new Set(both.flatMap(({ one: { anchors } }) => anchors.map(({ key }) => key)));
  return both.flatMap(({ one, other }): Displaced[] => {
    const [first, second] = one.anchors.flatMap((anchor) => {
      const match = other.anchors.find(({ family }) => family === anchor.family);
      return match && match.key !== anchor.key && known.has(match.key) ? [[anchor, match] as const] : [];
    })[0] ?? [undefined, undefined];
    if (first === undefined || second === undefined) return [];
    const words = { zh: zh.slice(first.start, first.end), en: en.slice(second.start, second.end) };
    return [{ zh: one.quantity, en: other.quantity, beside: words }];
  });
}

/** Whether a value is told of something: not a manner of speaking, a letter's number (5G) or “for every 100,000”. */
const isTold = ({ one: { quantity } }: Both, text: string) =>
  quantity.firm &&
  text[quantity.start - 1] !== '每' &&
  !/[A-Za-z]/.test((text[quantity.start - 1] ?? '') + (text[quantity.end] ?? ''));

const between = (text: string, one: Quantity, other: Quantity) =>
  one.start < other.start ? text.slice(one.end, other.start) : text.slice(other.end, one.start);

/** 60个中42个 against “60 of 42”: which of two values is the whole. */
function wholeAndPart(pairs: readonly Both[], zh: string, en: string): Displaced[] {
  return pairs.flatMap((part) =>
    pairs.flatMap((whole): Displaced[] => {
      const isOf =
        part.other.quantity.start < whole.other.quantity.start &&
        /^[\s\w]{0,20}\bof (?:the |all )?$/i.test(between(en, part.other.quantity, whole.other.quantity));
      const isBackwards =
        part.one.quantity.start < whole.one.quantity.start &&
        /^[^。；]{0,8}(?:[中里内]，?(?:已?有|[^，。；\d]{1,10}占)?|已?有)$/.test(
          between(zh, part.one.quantity, whole.one.quantity),
        );
      return isOf && isBackwards
        ? [
            {
              zh: part.one.quantity,
              en: part.other.quantity,
              beside: { zh: whole.one.quantity.text, en: whole.other.quantity.text },
            },
          ]
        : [];
    }),
  );
}

/** 每10万人有医生265名 against “100,000 doctors for every 265 people”: the number that something is counted by changed with what is counted. */
function eachOther(pairs: readonly Both[], zh: string, en: string): Displaced[] {
  const [per, every] = [
    pairs.filter(({ one }) => zh[one.quantity.start - 1] === '每'),
    pairs.filter(({ other }) =>
      /\b(?:every|each|per)\s+$/i.test(en.slice(Math.max(0, other.quantity.start - 8), other.quantity.start)),
    ),
  ];
  const [first, second] = [per.find((pair) => !every.includes(pair)), every.find((pair) => !per.includes(pair))];
  if (first === undefined || second === undefined) return [];
  return [{ zh: first.one.quantity, en: first.other.quantity, beside: { zh: '每', en: second.other.quantity.text } }];
}

/** The two of some values, in the order of the Chinese, that have changed places; none where the order differs in another way. */
function exchanged(pairs: readonly Both[]): Displaced[] {
  const sorted = [...pairs].sort((first, second) => first.other.quantity.start - second.other.quantity.start);
  const moved = pairs.filter((pair, index) => sorted[index] !== pair);
  return moved.length === 2
    ? moved.map(({ one, other }) => ({ zh: one.quantity, en: other.quantity, beside: undefined }))
    : [];
}

/**
 * Values that a translation has beside another year or name than the Chinese, and values of one kind that come in another order where
 * nothing beside them says that this is right.
 */
export function displacedValues(
  zh: MarkedText,
  en: MarkedText,
): { readonly swapped: Displaced[]; readonly reordered: Displaced[] } {
  // Nobody writes a sentence with more figures, and each is compared with all others.
  if (Math.max(zh.quantities.length, en.quantities.length) > MOST_FIGURES) return { swapped: [], reordered: [] };
  const moved = [...reversedRanges(zh, en), ...exchangedOrdinals(zh, en), ...exchangedYears(zh, en)].map((pair) => ({
    ...pair,
    beside: undefined,
  }));
  if (moved.length > 0) return { swapped: [], reordered: moved };
  const onOthers = toldOfOthers(bothOf(zh, en, 'days'), zh.text, en.text);
  if (onOthers.length > 0) return { swapped: onOthers, reordered: [] };
  if (zh.quantities.filter(isValue).length < 2)
    return { swapped: [], reordered: exchangedTimes(zh, en).map((pair) => ({ ...pair, beside: undefined })) };
  const both = bothOf(zh, en, 'values');
  const swapped = [
    ...wholeAndPart(both, zh.text, en.text),
    ...eachOther(both, zh.text, en.text),
    ...toldOfOthers(both, zh.text, en.text),
  ];
  if (swapped.length > 0) return { swapped, reordered: [] };
  // 分别长4.2公里和3.7公里: what both are tells neither apart.
  const isTellingApart = ({ key, family }: Anchor) =>
    both.some(({ one }) => one.anchors.some((anchor) => anchor.family === family && anchor.key !== key));
  const isSettled = ({ one, other }: Both) =>
    one.anchors.some(
      (own) => other.anchors.some(({ key }) => key === own.key) && (own.family !== 'dimension' || isTellingApart(own)),
    );
  const open = both.filter((pair) => isTold(pair, zh.text) && !isSettled(pair));
  // What is counted in figures is compared in its order; what is counted in words, with what has the same measure word.
  const inFigures = ({ one: { quantity }, other }: Both) => /\d/.test(quantity.text) && /\d/.test(other.quantity.text);
  const isCounted = ({ one: { quantity } }: Both) => quantity.kind === 'count' || quantity.kind === 'number';
  const measureOf = (pair: Both) => {
    const { quantity } = pair.one;
    return `${quantity.of ?? ''} ${quantity.ordinal ? `nth ${zh.text[quantity.end]}` : ''}${keyOf({ ...quantity, value: '' })}`;
  };
  const wordOf = ({ one: { quantity } }: Both) => `${quantity.of ?? ''} ${quantity.kind} ${zh.text[quantity.end]}`;
  const groups = [
    ...Map.groupBy(
      open.filter((pair) => !isCounted(pair) || inFigures(pair)),
      measureOf,
    ).values(),
    ...Map.groupBy(open.filter(isCounted), wordOf).values(),
  ];
  const reordered = unique(groups.flatMap(exchanged))
    // 60个中42个 is 42 of 60.
    .filter(
      (_pair, _index, [first, second]) =>
        !first || !second || !/^[\s\w]{0,20}\bof (?:the |all )?$/i.test(between(en.text, first.en, second.en)),
    );
  return { swapped: [], reordered };
}

const unique = (displaced: readonly Displaced[]) =>
  displaced.filter(({ zh }, index) => displaced.findIndex((other) => other.zh === zh) === index);

/** What two comparisons gave, together. */
export const joined = (one: ReturnType<typeof displacedValues>, other: ReturnType<typeof displacedValues>) => ({
  swapped: [...one.swapped, ...other.swapped],
  reordered: [...one.reordered, ...other.reordered],
});
