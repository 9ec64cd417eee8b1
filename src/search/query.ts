import { datesIn } from './date-forms.ts';
import { canonicalQuery, isCalledSerial, serialQuery } from './document-numbers.ts';
import { normalise, wellFormed } from './normalise.ts';
import { isUnitWord } from './quantities.ts';
import { isTelling, type Unit, unitsOf } from './units.ts';

/** Longer queries are cut, never within a character, and the reader is told. In UTF-16 units. */
export const LONGEST_QUERY = 200;
/** At most this many words are searched one by one. */
const MOST_WORDS = 12;

/** One thing that a document must have: units in sequence, or any form of one word. */
export type Condition =
  | { readonly kind: 'phrase'; readonly units: readonly Unit[] }
  | { readonly kind: 'stem'; readonly unit: Unit };

/** What excerpts mark: the same, and a document number, however a text prints it. */
export type ShownCondition = Condition | { readonly kind: 'number'; readonly canonical: string };

export interface Query {
  /** As it is searched: trimmed and cut. */
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
  /** It can be nothing else: documents with that serial match even if they print it in other words. */
  readonly isSerial: boolean;
  /** At least some of it is between quotes. */
  readonly quoted: boolean;
  /** The parts that spaces or signs separate, if there are several: each is searched as it stands when nothing contains the whole. */
  readonly parts: readonly (readonly Unit[])[];
  /** The words it is split into when no document has all of these either. */
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

/** What English writes after an apostrophe: in `bureau's` and `don't`, only the word before it is searched. */
const AFTER_APOSTROPHE: ReadonlySet<string> = new Set(['s', 't', 'd', 'm', 'll', 're', 've']);

function isEnding(units: readonly Unit[], place: number): boolean {
  const [before, sign, unit] = [units[place - 2], units[place - 1], units[place]];
  return before?.kind === 'word' && sign?.text === "'" && AFTER_APOSTROPHE.has(unit?.text ?? '');
}

/** The conditions of words that are neither quoted nor a date: exact for words with a digit or a Han character, by stem for others. */
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

/** The conditions of a part that is not quoted. A date is one phrase: day, month and year anywhere in a text may be of different dates. */
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

/** Joins a number and the unit after it (44,700 mu, 900 million yuan), which have to stand side by side. */
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

/** Strips the commas, full stops and brackets around units. A percent sign after a number belongs to it. */
function trimMarks(units: readonly Unit[]): readonly Unit[] {
  const first = units.findIndex(isTelling);
  const last = units.findLastIndex((unit) => isTelling(unit) || '%‰°℃'.includes(unit.text));
  return units.slice(first, last + 1);
}

const WORD_PARTS =
  /\p{Nd}[\p{Nd}.,]*[\p{Unified_Ideograph}〇々]{1,2}(?![\p{Unified_Ideograph}〇々])|[\p{Unified_Ideograph}〇々]+|(?:(?![\p{Unified_Ideograph}〇々])[\p{L}\p{M}\p{Nd}.,%])+/gu;

const SEGMENTER = 'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined;

/**
 * The Chinese words of a run of Han characters; pairs of characters in browsers that cannot segment words. Single characters
 * side by side are a word that the browser does not know (金矿); one alone says too little to search for.
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
 * The words to search for when nothing has the whole query: split at white space and signs, then into Chinese words. A number keeps what it
 * counts (2025年, 36座, 3.24万亩): 年 alone says nothing.
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

/** What separates parts: white space, and the signs between items or sentences. */
const BETWEEN_PARTS = /[\s、，。；：！？;!?]+|,(?!\p{Nd})/u;

/** The parts of a query that are typed apart; empty where there is only one. */
function partsOf(text: string): (readonly Unit[])[] {
  const parts = differentPieces(text.split(BETWEEN_PARTS));
  return parts.length > 1 ? parts : [];
}

/** Reads what a reader typed. `undefined` where it has nothing to search for. */
export function parseQuery(typed: string): Query | undefined {
  const trimmed = wellFormed(typed).trim();
  const text = cut(trimmed);
  // Phones turn typed quotes curly in English; in Chinese, and between straight ones, curly quotes may be the text's own.
  const parts = segments(/[\p{Script=Han}"]/u.test(text) ? text : text.replace(/[“”„‟]/gu, '"'));
  const only = parts[0];
  if (!only) return undefined;
  const whollyQuoted = parts.length === 1 && only.quoted;
  const phrase = unitsOf(whollyQuoted ? only.text : text);
  const someQuoted = parts.some((part) => part.quoted);
  const hasHan = phrase.some((unit) => unit.kind === 'han');
  const number = someQuoted ? undefined : canonicalQuery(text);
  const isSerial = !someQuoted && isCalledSerial(text);
  // Only words have forms: a query of numbers and signs, a document number, or one with Han characters, is searched as it stands.
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
