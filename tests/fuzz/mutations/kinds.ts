import { states } from '../../../src/language/quantities/compare.ts';
import { type Quantity, readQuantities } from '../../../src/language/quantities/index.ts';
import type { Locale } from '../../../src/model/locale.ts';

/** Gives a number from 0 to 1, the same in each run. */
export type Random = () => number;

/** A pseudo-random generator (mulberry32): made-up input that a seed repeats. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export const pick = <Item>(items: readonly Item[], random: Random): Item | undefined =>
  items[Math.floor(random() * items.length)];

/** Changes what a text states; `undefined` where it has nothing of the kind. */
export type Mutation = (text: string, locale: Locale, random: Random) => string | undefined;

/** A mutation of one quantity that a test accepts. */
const ofQuantity =
  (
    accepts: (quantity: Quantity) => boolean,
    change: (words: string, quantity: Quantity, random: Random) => string | undefined,
  ): Mutation =>
  (text, locale, random) => {
    const quantity = pick(
      (readQuantities(text, locale) ?? []).filter((one) => one.firm && accepts(one)),
      random,
    );
    if (quantity === undefined) return undefined;
    const words = change(text.slice(quantity.start, quantity.end), quantity, random);
    return words === undefined ? undefined : text.slice(0, quantity.start) + words + text.slice(quantity.end);
  };

/** Whether some words of a text stand just before or after a firm quantity, or are part of one. */
function isBeside(text: string, locale: Locale, from: number, to: number): boolean {
  const [before, after] = locale === 'zh' ? [6, 2] : [12, 12];
  const stops = /[，。；、,;.]/;
  return (readQuantities(text, locale) ?? []).some(
    ({ start, end, firm, ordinal, kind }) =>
      firm &&
      kind !== 'document' &&
      ((from < end && start < to) ||
        (!ordinal && to <= start && start - to <= before && !stops.test(text.slice(to, start))) ||
        (!ordinal && end <= from && from - end <= after && !stops.test(text.slice(end, from)))),
  );
}

/** Words beside a quantity put in the place of others, one pair of many, either way. */
const trading =
  (pairs: Readonly<Record<Locale, readonly (readonly [string, string])[]>>): Mutation =>
  (text, locale, random) => {
    const both = pairs[locale].flatMap(([one, other]) => [[one, other] as const, [other, one] as const]);
    const there = both.flatMap(([from, to]) => {
      // 增加值 is what is added, and a word of its own; “increase and decrease” is a policy's name, and 平均水平 what is compared with.
      const pattern = new RegExp(
        `(?<![A-Za-z不得未万亿]|increase and |working |business )${RegExp.escape(from)}(?![A-Za-z值高低每产]|水平| and decrease)`,
        'g',
      );
      return [...text.matchAll(pattern)]
        .filter(({ index }) => isBeside(text, locale, index, index + from.length))
        .map(({ index }) => text.slice(0, index) + to + text.slice(index + from.length));
    });
    return pick(there, random);
  };

const DIGIT = /\d/g;
const hasDigits = ({ text }: Quantity) => /\d/.test(text);

/** Another digit in the place of one; not a zero at the front. */
function otherDigit(words: string, _quantity: Quantity, random: Random): string | undefined {
  const places = [...words.matchAll(DIGIT)].map(({ index }) => index);
  const at = pick(places, random);
  if (at === undefined) return undefined;
  const digit = Number(words[at]);
  return (
    words.slice(0, at) +
    String((digit + 1 + Math.floor(random() * 8)) % 10 || (digit === 9 ? 8 : 9)) +
    words.slice(at + 1)
  );
}

/** Ten times as much: a nought more, or the point moved. */
const tenfold = (words: string): string | undefined => {
  if (/\d\.\d/.test(words)) return words.replace(/(\d)\.(\d)/, '$1$2.').replace(/\.(?!\d)/, '');
  return /\d/.test(words) ? words.replace(/(\d)(?!.*\d)/, '$10') : undefined;
};

const MEASURES: ReadonlySet<string> = new Set([
  'number',
  'count',
  'date',
  'year-month',
  'month-day',
  'month',
  'day',
  'document',
  'code',
  'standard',
  'quarter',
  'half-year',
  'weekday',
  'half-day',
  'clock',
  'fraction',
]);
const isMeasure = ({ kind }: Quantity) => !MEASURES.has(kind);
const isValue = (quantity: Quantity) =>
  hasDigits(quantity) &&
  !quantity.ordinal &&
  (isMeasure(quantity) || quantity.kind === 'count' || quantity.kind === 'number') &&
  !/^(?:19|20)\d\d$/.test(quantity.value);

/** Two values of a text in each other's place. */
const swapped: Mutation = (text, locale, random) => {
  const values = (readQuantities(text, locale) ?? []).filter(
    (quantity) =>
      quantity.firm &&
      isValue(quantity) &&
      !/[A-Za-z]/.test((text[quantity.start - 1] ?? '') + (text[quantity.end] ?? '')),
  );
  const one = pick(values, random);
  const other = pick(
    values.filter(({ kind, value }) => kind === one?.kind && value !== one.value),
    random,
  );
  if (one === undefined || other === undefined) return undefined;
  const [first, second] = one.start < other.start ? [one, other] : [other, one];
  // 附件1和附件2: the order of a list says nothing.
  if (/^(?:、|和|与|及|附件|and|,|\s)*$/.test(text.slice(first.end, second.start))) return undefined;
  return (
    text.slice(0, first.start) +
    text.slice(second.start, second.end) +
    text.slice(first.end, second.start) +
    text.slice(first.start, first.end) +
    text.slice(second.end)
  );
};

/** Every way in which a figure is made wrong, by name. */
export const FIGURE_KINDS: Readonly<Record<string, Mutation>> = {
  'a digit': ofQuantity((quantity) => isValue(quantity), otherDigit),
  'ten times as much': ofQuantity((quantity) => isValue(quantity), tenfold),
  'a value left out': (text, locale, random) => {
    const all = (readQuantities(text, locale) ?? []).filter(({ firm, ordinal }) => firm && !ordinal);
    // What another value of the text converts to may be left out.
    const single = all.filter((one) => isMeasure(one) && !all.some((other) => other !== one && states(one, other)));
    const quantity = pick(single, random);
    return quantity && text.slice(0, quantity.start) + text.slice(quantity.end);
  },
  'a date': ofQuantity(({ kind }) => /^(?:date|year-month|month-day|month)$/.test(kind), otherDigit),
  'a year': ofQuantity(({ kind, value }) => kind === 'number' && /^20\d\d$/.test(value), otherDigit),
  'a document, standard or article': ofQuantity(
    ({ kind, ordinal }) => /^(?:document|standard)$/.test(kind) || ordinal === true,
    otherDigit,
  ),
  'values swapped': swapped,
  'a sign': ofQuantity(
    // Nobody writes a day or a year below zero.
    (quantity) =>
      isMeasure(quantity) &&
      hasDigits(quantity) &&
      !quantity.ordinal &&
      !/^(?:days|months|minutes)$/.test(quantity.kind),
    // “Minus -3.5” is no figure.
    (words, { negative }) => (/^[-−－]/.test(words) ? words.slice(1) : negative ? undefined : `-${words}`),
  ),
  'growth and decline': trading({
    zh: [
      ['增长', '下降'],
      ['增加', '减少'],
      ['提高', '降低'],
      ['上升', '下跌'],
    ],
    en: [
      ['rose', 'fell'],
      ['grew', 'fell'],
      ['increase', 'decrease'],
      ['raised', 'lowered'],
      ['growth', 'decline'],
    ],
  }),
  'the least and the most': trading({
    zh: [
      ['不低于', '不高于'],
      ['不少于', '不超过'],
      ['以上', '以下'],
      ['至少', '至多'],
      ['超过', '不足'],
    ],
    en: [
      ['at least', 'at most'],
      ['no less than', 'no more than'],
      ['or more', 'or less'],
      ['More than', 'Less than'],
      ['more than', 'less than'],
      ['or above', 'or below'],
    ],
  }),
  'times as much': trading({
    zh: [
      ['翻一番', '翻两番'],
      ['3倍', '2倍'],
      ['2倍', '4倍'],
    ],
    en: [
      ['doubled', 'tripled'],
      ['three times', 'two times'],
      ['quadrupled', 'doubled'],
    ],
  }),
  'percentage points and per cent': trading({
    zh: [['个百分点', '%']],
    en: [['percentage points', 'per cent']],
  }),
  'half and quarter': trading({
    zh: [
      ['一半', '四分之一'],
      ['三分之一', '三分之二'],
      ['四分之一', '五分之一'],
    ],
    en: [
      ['half', 'a third'],
      ['one-third', 'two-thirds'],
      ['one quarter', 'one third'],
      ['a quarter of', 'a third of'],
    ],
  }),
  'half-years and quarters': trading({
    zh: [
      ['上半年', '下半年'],
      ['第一季度', '第二季度'],
      ['前三季度', '前两季度'],
    ],
    en: [
      ['first half', 'second half'],
      ['first quarter', 'second quarter'],
      ['fourth quarter', 'third quarter'],
    ],
  }),
  weekdays: trading({
    zh: [
      ['周一', '周三'],
      ['星期三', '星期五'],
      ['周二', '周四'],
      ['星期六', '星期五'],
    ],
    en: [
      ['Monday', 'Wednesday'],
      ['Tuesday', 'Thursday'],
      ['Saturday', 'Friday'],
    ],
  }),
  'times of day': trading({
    zh: [
      ['上午', '下午'],
      ['早上', '晚上'],
      ['下午2点', '下午3点'],
      ['8时30分', '9时30分'],
    ],
    en: [
      ['a.m.', 'p.m.'],
      ['8:30', '9:30'],
      ['9:00', '8:00'],
      ['morning', 'afternoon'],
    ],
  }),
  'Roman numerals': trading({
    zh: [
      ['Ⅲ', 'Ⅱ'],
      ['II级', 'III级'],
      ['Ⅴ', 'Ⅳ'],
    ],
    en: [
      ['Class III', 'Class II'],
      ['Class V', 'Class IV'],
      ['Grade II', 'Grade III'],
    ],
  }),
  ordinals: trading({
    zh: [
      ['第一批', '第二批'],
      ['第二阶段', '第三阶段'],
      ['第三批', '第二批'],
      ['十五届', '十四届'],
      ['第12次', '第11次'],
    ],
    en: [
      ['First lot', 'Second lot'],
      ['first lot', 'second lot'],
      ['third batch', 'second batch'],
      ['second stage', 'third stage'],
      ['15th', '14th'],
      ['ranks third', 'ranks second'],
      ['12th', '11th'],
    ],
  }),
  'totals and averages': trading({
    zh: [
      ['累计', '年均'],
      ['合计', '平均'],
      ['共计', '平均'],
    ],
    en: [['in total', 'on average']],
  }),
  'bases of comparison': trading({
    // A translation may leave out with what something is compared.
    zh: [],
    en: [
      ['year on year', 'month on month'],
      ['from a year earlier', 'from the previous month'],
    ],
  }),
  'gains and losses': trading({
    zh: [
      ['盈利', '亏损'],
      ['顺差', '逆差'],
      ['流入', '流出'],
    ],
    en: [
      ['profit', 'loss'],
      ['surplus', 'deficit'],
      ['surplus', 'shortfall'],
    ],
  }),
  'past and coming': trading({
    zh: [
      ['过去', '今后'],
      ['上月', '下月'],
    ],
    en: [
      ['over the past', 'over the next'],
      ['in the last', 'in the next'],
    ],
  }),
  'working days': (text, locale) => {
    // Where the other language gives the unit of two numbers once, nothing tells.
    if (text.split(/工作日|working days/).length !== 2) return undefined;
    const wrong =
      locale === 'zh'
        ? text.replace('个工作日', '日')
        : text.replace(/(?<=\b\d{1,3} )(?:working|business) (?=days)/, '');
    return wrong === text ? undefined : wrong;
  },
  'units of another size': trading({
    zh: [
      ['公里', '米'],
      ['平方公里', '公顷'],
      ['吨', '公斤'],
      ['万亩', '亩'],
      ['亩', '公顷'],
      ['亿元', '万元'],
      ['千瓦时', '兆瓦时'],
    ],
    en: [
      [' km', ' m'],
      ['square kilometres', 'hectares'],
      ['tonnes', 'kg'],
      [' mu', ' ha'],
      ['million yuan', 'billion yuan'],
      ['kWh', 'MWh'],
      [' metres', ' km'],
    ],
  }),
};
