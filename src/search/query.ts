import { datesIn } from './date-forms.ts';
import { canonicalQuery, isCalledSerial, serialQuery } from './document-numbers.ts';
import { normalise, wellFormed } from './normalise.ts';
import { isUnitWord } from './quantities.ts';
import { isTelling, type Unit, unitsOf } from './units.ts';

/** Longer queries are cut, and the reader is told. In UTF-16 units, never within a character. */
export const LONGEST_QUERY = 200;
/** More words than these are not looked for one by one. */
const MOST_WORDS = 12;

/** One thing that a document must have: units one after another, or any form of one word. */
export type Condition =
  | { readonly kind: 'phrase'; readonly units: readonly Unit[] }
  | { readonly kind: 'stem'; readonly unit: Unit };

/** What an excerpt shows: the same, and a document's number, in whatever way a text prints it. */
export type ShownCondition = Condition | { readonly kind: 'number'; readonly canonical: string };

export interface Query {
  /** As it is looked for: trimmed and cut. */
  readonly text: string;
  readonly wasCut: boolean;
  /** The whole of it as one phrase, without quotes around it. */
  readonly phrase: readonly Unit[];
  readonly hasHan: boolean;
  /** What makes a document exact, where words match as they are written … */
  readonly literal: readonly Condition[];
  /** … and where words match by stem. */
  readonly stemmed: readonly Condition[];
  /** The canonical form, where the query is a document number. */
  readonly number: string | undefined;
  /** The serial, where the query can be that of a document number without its year: `10号`. */
  readonly serial: string | undefined;
  /** It is that and nothing else: documents of that serial are found though they print it in other words. */
  readonly isSerial: boolean;
  /** Some of it, or all, is between straight quotes. */
  readonly quoted: boolean;
  /** The parts that were typed apart, where there are several: looked for each as it is when nothing contains the whole. */
  readonly parts: readonly (readonly Unit[])[];
  /** What it is cut into when nothing contains all of these either. */
  readonly words: readonly (readonly Unit[])[];
}

function cut(text: string): string {
  if (text.length <= LONGEST_QUERY) return text;
  const last = text.charCodeAt(LONGEST_QUERY - 1);
  const splitsCharacter = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, splitsCharacter ? LONGEST_QUERY - 1 : LONGEST_QUERY);
}

const QUOTED = /["＂]([^"＂]+)["＂]/g;

interface Segment {
  readonly text: string;
  readonly quoted: boolean;
}

/** Parts between straight quotes and the parts around them. A single quote mark is text. */
function segments(text: string): Segment[] {
  const parts: Segment[] = [];
  let at = 0;
  for (const { 0: whole, 1: inner = '', index } of text.matchAll(QUOTED)) {
    parts.push({ text: text.slice(at, index), quoted: false }, { text: inner, quoted: true });
    at = index + whole.length;
  }
  parts.push({ text: text.slice(at), quoted: false });
  return parts.filter((part) => unitsOf(part.text).some(isTelling));
}

const phraseOf = (units: readonly Unit[]): Condition => ({ kind: 'phrase', units });

/** What English writes after an apostrophe: of `bureau's` and `don't` the word before it is looked for. */
const AFTER_APOSTROPHE: ReadonlySet<string> = new Set(['s', 't', 'd', 'm', 'll', 're', 've']);

function isEnding(units: readonly Unit[], place: number): boolean {
  const [before, sign, unit] = [units[place - 2], units[place - 1], units[place]];
  return before?.kind === 'word' && sign?.text === "'" && AFTER_APOSTROPHE.has(unit?.text ?? '');
}

/** Words of a part that is neither quoted nor a date: those with a figure or a Han character stand as they are, others by their stem. */
function wordConditions(text: string): Condition[] {
  return joinQuantities(text.split(/\s+/u))
    .map((word) => unitsOf(word))
    .filter((units) => units.some(isTelling))
    .flatMap((units) =>
      units.some((unit) => unit.kind === 'number' || unit.kind === 'han' || unit.kind === 'letter')
        ? [phraseOf(trimMarks(units))]
        : units
            .filter((unit, place) => isTelling(unit) && !isEnding(units, place))
            .map((unit): Condition => ({ kind: 'stem', unit })),
    );
}

/** The conditions of a part that is not quoted. A date is one phrase: its day, month and year apart are other dates. */
function stemConditions(text: string): Condition[] {
  const { text: normal, startOf, endOf } = normalise(text);
  const conditions: Condition[] = [];
  let at = 0;
  for (const { start, end } of datesIn(normal)) {
    conditions.push(...wordConditions(text.slice(at, startOf(start))));
    at = endOf(end - 1);
    conditions.push(phraseOf(unitsOf(text.slice(startOf(start), at))));
  }
  return [...conditions, ...wordConditions(text.slice(at))];
}

/** A number and the unit after it (44,700 mu, 900 million yuan) are looked for side by side, so they become one piece. */
function joinQuantities(words: readonly string[]): string[] {
  const joined: string[] = [];
  let inQuantity = false;
  for (const word of words) {
    inQuantity = inQuantity && isUnitWord(word.toLowerCase());
    if (inQuantity) joined.push(`${joined.pop() ?? ''} ${word}`);
    else {
      joined.push(word);
      inQuantity = /^\d[\d,.]*$/.test(word);
    }
  }
  return joined;
}

/** Without the commas, full stops and brackets around it. A percent sign after a number belongs to it. */
function trimMarks(units: readonly Unit[]): readonly Unit[] {
  const first = units.findIndex(isTelling);
  const last = units.findLastIndex((unit) => isTelling(unit) || '%‰°℃'.includes(unit.text));
  return units.slice(first, last + 1);
}

const WORD_PARTS =
  /\p{Nd}[\p{Nd}.,]*[\p{Unified_Ideograph}〇々]{1,2}(?![\p{Unified_Ideograph}〇々])|[\p{Unified_Ideograph}〇々]+|(?:(?![\p{Unified_Ideograph}〇々])[\p{L}\p{M}\p{Nd}.,%])+/gu;

const SEGMENTER = 'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined;

/**
 * Chinese words of a run of Han characters; pairs of characters where the browser knows no words. Single characters
 * side by side are a word that the browser does not know (金矿); one alone says too little to look for.
 */
function hanWords(text: string): string[] {
  if (text.length <= 2) return [text];
  if (!SEGMENTER) return text.match(/.{1,2}/gu) ?? [];
  const words: string[] = [];
  let singles = '';
  for (const { segment } of SEGMENTER.segment(text)) {
    if (segment.length === 1) singles += segment;
    else {
      words.push(singles, segment);
      singles = '';
    }
  }
  const found = [...words, singles].filter((word) => word.length > 1);
  return found.length > 0 ? found : [text];
}

/**
 * The words to look for when nothing has the whole query: split at white space and signs, then into Chinese words. A number takes what it
 * counts along (2025年, 36座, 3.24万亩): 年 alone says nothing.
 */
function wordsOf(text: string): (readonly Unit[])[] {
  const parts = text.match(WORD_PARTS) ?? [];
  return differentPieces(
    parts.flatMap((part) => (/^[\p{Unified_Ideograph}〇々]/u.test(part) ? hanWords(part) : [part])),
  );
}

/** The units of each piece that has any, once each. */
function differentPieces(pieces: readonly string[]): (readonly Unit[])[] {
  const different = new Map<string, readonly Unit[]>();
  for (const piece of pieces) {
    const units = trimMarks(unitsOf(piece));
    if (units.length > 0) different.set(units.map((unit) => unit.text).join(' '), units);
  }
  return [...different.values()].slice(0, MOST_WORDS);
}

/** What stands between parts that are typed apart: white space and the signs of a list or a sentence. */
const BETWEEN_PARTS = /[\s、，。；：！？;!?]+|,(?!\p{Nd})/u;

/** The parts that were typed apart; none where there is only one. */
function partsOf(text: string): (readonly Unit[])[] {
  const parts = differentPieces(text.split(BETWEEN_PARTS));
  return parts.length > 1 ? parts : [];
}

/** Reads what somebody typed. `undefined` where nothing in it can be looked for. */
export function parseQuery(typed: string): Query | undefined {
  const trimmed = wellFormed(typed).trim();
  const text = cut(trimmed);
  // Phones set curly quotes as one types English; among Han characters they may be the text's own.
  const parts = segments(/\p{Script=Han}/u.test(text) ? text : text.replace(/[“”„‟]/gu, '"'));
  const only = parts[0];
  if (!only) return undefined;
  const whollyQuoted = parts.length === 1 && only.quoted;
  const phrase = unitsOf(whollyQuoted ? only.text : text);
  const someQuoted = parts.some((part) => part.quoted);
  const hasHan = phrase.some((unit) => unit.kind === 'han');
  const number = someQuoted ? undefined : canonicalQuery(text);
  const isSerial = !someQuoted && isCalledSerial(text);
  // Only words have forms: a query of numbers and signs, a document number, or one with Han characters, is looked for as it is.
  const inEnglish = !hasHan && number === undefined && !isSerial && phrase.some((unit) => unit.kind === 'word');
  const conditions = different(
    parts.flatMap((part) => (part.quoted ? [phraseOf(unitsOf(part.text))] : stemConditions(part.text))),
  );
  const exact = [phraseOf(phrase)];
  return {
    text,
    wasCut: text.length < trimmed.length,
    phrase,
    hasHan,
    literal: someQuoted && !whollyQuoted ? conditions.map(asPhrase) : exact,
    stemmed: whollyQuoted || (!someQuoted && !inEnglish) ? exact : conditions,
    number,
    serial: someQuoted ? undefined : serialQuery(text),
    isSerial,
    quoted: someQuoted,
    parts: hasHan ? partsOf(text) : [],
    words: wordsOf(text),
  };
}

/** Each condition once, however often it was typed. */
function different(conditions: readonly Condition[]): Condition[] {
  const known = new Map<string, Condition>();
  for (const condition of conditions) {
    const units = condition.kind === 'stem' ? [condition.unit] : condition.units;
    known.set([condition.kind, ...units.map(({ text }) => text)].join(' '), condition);
  }
  return [...known.values()];
}

function asPhrase(condition: Condition): Condition {
  return condition.kind === 'phrase' ? condition : phraseOf([condition.unit]);
}
