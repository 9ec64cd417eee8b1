import { isUnit } from '../../model/units.ts';
import { compareQuantities, states } from './compare.ts';
import type { MarkedText } from './index.ts';
import { type Displaced, isValue } from './order.ts';
import type { Quantity } from './quantity.ts';

/** A sentence and what translates it: each may be several that go together. */
type SentencePair = readonly [MarkedText, MarkedText];

/** What ends a sentence: not the full stop of No. 7, or of a heading's number. */
const SENTENCE_END = /[。！？；]|(?<!\b(?:No|Nos|Art|Mr|Ms|Dr|St)|^\s*\d{1,2})[.!?;](?=\s|$)/gu;

/** A text by its sentences, each with what is in it; offsets are of the sentence. */
function sentencesOf({ text, quantities, names }: MarkedText): MarkedText[] {
  const isInside = (at: number) => quantities.some(({ start, end }) => at >= start && at < end);
  const ends = [...text.matchAll(SENTENCE_END)].flatMap(({ index, 0: { length } }) =>
    isInside(index) ? [] : [index + length],
  );
  const bounds = [0, ...ends.filter((end) => text.slice(end).trim() !== ''), text.length];
  return bounds.slice(1).map((to, index) => {
    const from = bounds[index] ?? 0;
    const within = <Item extends { readonly start: number; readonly end: number }>(items: readonly Item[]) =>
      items
        .filter(({ start }) => start >= from && start < to)
        .map((item) => ({ ...item, start: item.start - from, end: item.end - from }));
    return { text: text.slice(from, to), quantities: within(quantities), names: within(names) };
  });
}

/** Sentences that follow one another as one. */
const merged = (sentences: readonly MarkedText[]): MarkedText =>
  sentences.reduce((one, other) => {
    const move = <Item extends { readonly start: number; readonly end: number }>(item: Item) => ({
      ...item,
      start: item.start + one.text.length,
      end: item.end + one.text.length,
    });
    return {
      text: one.text + other.text,
      quantities: [...one.quantities, ...other.quantities.map(move)],
      names: [...one.names, ...other.names.map(move)],
    };
  });

/** How many sentences of the original go with how many of the translation. */
const STEPS = [
  [1, 1],
  [1, 2],
  [2, 1],
  [1, 3],
  [3, 1],
] as const;

/** More pairs of sentences than this, and more figures, are not tried: such a text is compared as a whole. */
const MOST_PAIRS = 900;
const MOST_FIGURES = 400;

/** How ill two stretches go together: by the figures that only one of them has, and by their lengths. */
function misfit(one: MarkedText, other: MarkedText, ratio: number): number {
  const left = other.quantities.map(({ value }) => value);
  const alone = one.quantities.filter(({ value }) => {
    const at = left.indexOf(value);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
  return alone.length + left.length + Math.abs(Math.log((other.text.length + 5) / (one.text.length * ratio + 5)));
}

/** The sentences of a text and its translation, pair by pair, where one may be made of two or three; else the whole of both. */
export function alignedSentences(zh: MarkedText, en: MarkedText): readonly [SentencePair, ...SentencePair[]] {
  const [chinese, english] = [sentencesOf(zh), sentencesOf(en)];
  if (chinese.length === english.length) {
    const [first, ...rest] = chinese.map((one, index): SentencePair => [one, english[index] ?? one]);
    return first === undefined ? [[zh, en]] : [first, ...rest];
  }
  const isLong = Math.max(zh.quantities.length, en.quantities.length) > MOST_FIGURES;
  if (isLong || chinese.length * english.length > MOST_PAIRS) return [[zh, en]];
  const ratio = en.text.length / Math.max(1, zh.text.length);
  // The best way to each place, by how many sentences of either were taken.
  const ways = new Map<string, { readonly cost: number; readonly pairs: readonly SentencePair[] }>([
    ['0 0', { cost: 0, pairs: [] }],
  ]);
  for (let from = 0; from < chinese.length; from += 1)
    for (let start = 0; start < english.length; start += 1) {
      const way = ways.get(`${from} ${start}`);
      if (way === undefined) continue;
      for (const [many, others] of STEPS) {
        const [ones, twins] = [chinese.slice(from, from + many), english.slice(start, start + others)];
        if (ones.length < many || twins.length < others) continue;
        const pair: SentencePair = [merged(ones), merged(twins)];
        const cost = way.cost + misfit(...pair, ratio) + (many + others - 2) * 0.2;
        const key = `${from + many} ${start + others}`;
        if (cost < (ways.get(key)?.cost ?? Number.POSITIVE_INFINITY))
          ways.set(key, { cost, pairs: [...way.pairs, pair] });
      }
    }
  const [first, ...rest] = ways.get(`${chinese.length} ${english.length}`)?.pairs ?? [];
  return first === undefined ? [[zh, en]] : [first, ...rest];
}

/** Whether a sentence, or one beside it, states a value in some way. */
const isNear = (quantity: Quantity, sentences: readonly SentencePair[], index: number): boolean =>
  sentences
    .slice(Math.max(0, index - 1), index + 2)
    .some(([, en]) => en.quantities.some((own) => own.value === quantity.value || states(quantity, own)));

/**
 * Values that a sentence has in one language, and its translation has another or none in their place: that value stands elsewhere in the
 * text. Without another in its place `en` is the value elsewhere.
 */
export function movedValues(sentences: readonly SentencePair[]): Displaced[] {
  if (sentences.length < 2 || sentences.length > MOST_PAIRS) return [];
  return sentences.flatMap(([zh, en], index) =>
    compareQuantities(zh.quantities, en.quantities).flatMap(({ zh: one, en: other }): Displaced[] => {
      if (one && other && isExchangeable(one, other)) return [{ zh: one, en: other, beside: undefined }];
      if (one === undefined || other !== undefined || !isUnit(one.kind) || one.kind === 'count') return [];
      if (!/\d/.test(one.text) || isNear(one, sentences, index)) return [];
      const elsewhere = sentences.flatMap(([, own]) => own.quantities).find((own) => states(one, own));
      return elsewhere === undefined ? [] : [{ zh: one, en: elsewhere, beside: undefined }];
    }),
  );
}

/** Whether one of two quantities may have been written for the other: values, or ordinals. */
const isExchangeable = (one: Quantity, other: Quantity) =>
  (isValue(one) && isValue(other)) || (one.ordinal === true && other.ordinal === true && one.kind === other.kind);
