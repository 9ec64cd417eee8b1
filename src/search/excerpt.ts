import { mentionsOf } from './document-numbers.ts';
import type { ShownCondition } from './query.ts';
import { stemOf } from './stem.ts';
import { type Unit, unitsOf } from './units.ts';

/** A piece of the original text, marked where it is a match. */
export interface ExcerptPart {
  readonly text: string;
  readonly marked: boolean;
}

export interface Excerpt {
  /** In order; together they are one stretch of the original, character for character. */
  readonly parts: readonly ExcerptPart[];
  /** Whether text was left out before and after. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/** A stretch of the original text, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

function spansOf(
  text: string,
  units: readonly Unit[],
  stems: readonly string[],
  condition: ShownCondition,
): readonly Span[] {
  if (condition.kind === 'number') return mentionsOf(text, condition.canonical);
  if (condition.kind === 'stem') {
    const stem = stemOf(condition.unit);
    return units.filter((_, place) => stems[place] === stem).map(({ start, end }) => ({ start, end }));
  }
  return findRuns(units, condition.units).flatMap(({ from, to }) => {
    const [first, last] = [units[from], units[to - 1]];
    return first && last ? [{ start: first.start, end: last.end }] : [];
  });
}

/** Where a text meets conditions. */
interface TextMatch {
  /** The spans that meet any of them, sorted; overlapping ones are joined. */
  readonly spans: readonly Span[];
  /** For each condition, in order, whether the text meets it. */
  readonly met: readonly boolean[];
}

/** Splits a text into units, once for all conditions, and finds where it meets them. */
export function matchText(text: string, conditions: readonly ShownCondition[]): TextMatch {
  const units = unitsOf(text);
  const stems = conditions.some(({ kind }) => kind === 'stem') ? units.map(stemOf) : [];
  const each = conditions.map((condition) => spansOf(text, units, stems, condition));
  return { spans: joinSpans(each.flat()), met: each.map((spans) => spans.length > 0) };
}

/** The spans of a text that meet any of the conditions, sorted; overlapping ones are joined. */
export function matchedSpans(text: string, conditions: readonly ShownCondition[]): readonly Span[] {
  return matchText(text, conditions).spans;
}

function joinSpans(all: readonly Span[]): Span[] {
  const spans = [...all].sort((one, other) => one.start - other.start || other.end - one.end);
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && span.start < last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else joined.push(span);
  }
  return joined;
}

/** The original text from `from` to `to`, split into marked and unmarked parts. */
export function markedParts(text: string, spans: readonly Span[], from = 0, to = text.length): ExcerptPart[] {
  const parts: ExcerptPart[] = [];
  let at = from;
  for (const span of spans) {
    if (span.end <= at || span.start >= to) continue;
    if (span.start > at) parts.push({ text: text.slice(at, span.start), marked: false });
    parts.push({ text: text.slice(Math.max(at, span.start), Math.min(to, span.end)), marked: true });
    at = Math.min(to, span.end);
  }
  if (at < to) parts.push({ text: text.slice(at, to), marked: false });
  return parts;
}

/** How wide a text is, in Han characters: other characters are about half as wide. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += /[\p{Script=Han}\u3000-\u303f\uff00-\uff60]/u.test(character) ? 1 : 0.5;
  return width;
}

/** Multipliers of a number: 万 in 0.32万亩. */
const MULTIPLIER = /^[十百千万亿]$/u;

/** Whether no cut may come before a unit, because it is the multiplier or the unit of the number before it. */
function belongsToNumber(units: readonly Unit[], place: number): boolean {
  const [before, unit] = [units[place - 1], units[place]];
  if (!before || !unit || before.end !== unit.start) return false;
  if (before.kind === 'number') return unit.kind === 'han' || '%‰°℃'.includes(unit.text);
  return MULTIPLIER.test(before.text) && unit.kind === 'han' && belongsToNumber(units, place - 1);
}

/** How many matches of a text are compared, at most, to place an excerpt. */
const COMPARED = 40;

/** The match from which a given width shows the most different words; the first of equals. */
function focusOf(text: string, spans: readonly Span[], width: number): Span {
  const wordOf = ({ start, end }: Span) => text.slice(start, end).toLowerCase();
  const compared = spans.slice(0, COMPARED);
  const [first = { start: 0, end: 0 }] = compared;
  if (new Set(compared.map(wordOf)).size < 2) return first;
  let [best, most] = [first, 0];
  for (const [place, span] of compared.entries()) {
    const inSight = compared.slice(place).filter(({ end }) => widthOf(text.slice(span.start, end)) <= width);
    const words = new Set(inSight.map(wordOf)).size;
    if (words > most) [best, most] = [span, words];
  }
  return best;
}

/**
 * A stretch of a text, about `width` Han characters wide, around its first match or the one followed by most of the words, with every match in it marked.
 * It begins and ends between units: never within a word or a number, nor between a number and its unit.
 */
export function excerptOf(text: string, spans: readonly Span[], width: number): Excerpt {
  // The other third of the width is for the words before the match.
  const focus = focusOf(text, spans, (width * 2) / 3);
  const units = unitsOf(text);
  let before = units.findLastIndex((unit) => unit.end <= focus.start);
  let after = units.findIndex((unit) => unit.start >= focus.end);
  if (after < 0) after = units.length;
  let [from, to] = [focus.start, focus.end];
  let room = width - widthOf(text.slice(from, to));
  // Two units after the match for one before it: readers read on from the match.
  for (let turn = 0; room > 0 && (before >= 0 || after < units.length); turn += 1) {
    const forward = (turn % 3 !== 0 && after < units.length) || before < 0;
    const unit = units[forward ? after : before];
    if (!unit) break;
    room -= widthOf(forward ? text.slice(to, unit.end) : text.slice(unit.start, from));
    if (forward) {
      to = unit.end;
      after += 1;
    } else {
      from = unit.start;
      before -= 1;
    }
  }
  for (; belongsToNumber(units, after); after += 1) to = units[after]?.end ?? to;
  for (; belongsToNumber(units, before + 1); before -= 1) from = units[before]?.start ?? from;
  if (before < 0) from = 0;
  if (after >= units.length) to = text.length;
  return { parts: markedParts(text, spans, from, to), cutBefore: from > 0, cutAfter: to < text.length };
}

/** Units `from` up to, not including, `to`. */
interface Run {
  readonly from: number;
  readonly to: number;
}

/**
 * Every place where the units of a phrase follow one another in a text, left to right, without overlaps.
 * This is what "contains" means in Dafu: since a number and a word are one unit each, no match begins or ends inside one.
 */
function findRuns(text: readonly Unit[], phrase: readonly Unit[]): Run[] {
  const runs: Run[] = [];
  if (phrase.length === 0) return runs;
  let at = 0;
  while (at + phrase.length <= text.length) {
    if (phrase.every((unit, offset) => text[at + offset]?.text === unit.text)) {
      runs.push({ from: at, to: at + phrase.length });
      at += phrase.length;
    } else at += 1;
  }
  return runs;
}
