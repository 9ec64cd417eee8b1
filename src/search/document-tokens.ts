import type { SearchDocument } from '../model/search-document.ts';
import { canonicalNumbers, mentionedNumbers, readNumber } from './document-numbers.ts';
import { numberToken, pairTokens, singleToken, stemToken } from './tokens.ts';
import { isTelling, type Unit, unitsOf } from './units.ts';

/** How often a unit is repeated in the closing list, at most: enough to rank by, without the weight of every place. */
const COUNTED = 3;

/** What the index holds of a document. */
export interface DocumentTokens {
  /** The pairs of its texts, in order; nothing where a text ends, so that no phrase runs from one into the next. */
  readonly pairs: readonly (string | undefined)[];
  /** Its single units, then from `stemStart` on its stems, then its numbers: each as often as it counts. */
  readonly list: readonly string[];
  readonly stemStart: number;
  /** How many pairs the title has: a match of them all at the first position is the whole title. */
  readonly titlePairs: number;
  /** Distinct words of another script than the language's own: Han characters in English, Latin words in Chinese. */
  readonly foreign: readonly string[];
}

/** The searchable texts of a document: its title, its number, then its passages. */
export function searchedTexts(document: SearchDocument): string[] {
  const { title, number, passages } = document;
  return [title, ...(number === undefined ? [] : [number]), ...passages.map((passage) => passage.text)];
}

/** Distinct units in the order of their first place, and how often each comes. */
function countUnits(units: readonly Unit[]): { unit: Unit; count: number }[] {
  const counts = new Map<string, { unit: Unit; count: number }>();
  for (const unit of units) {
    const known = counts.get(unit.text);
    if (known) known.count += 1;
    else counts.set(unit.text, { unit, count: 1 });
  }
  return [...counts.values()];
}

/** Distinct tokens in the order of their first place; then those that come a second time, then a third. */
function countedTokens(units: ReturnType<typeof countUnits>, token: (unit: Unit) => string): string[] {
  const counts = new Map<string, number>();
  for (const { unit, count } of units) {
    const key = token(unit);
    counts.set(key, (counts.get(key) ?? 0) + count);
  }
  const rounds = Array.from({ length: COUNTED }, (_, round) =>
    [...counts].filter(([, count]) => count > round).map(([key]) => key),
  );
  return rounds.flat();
}

function numberTokens({ number, passages, title }: SearchDocument): string[] {
  const own = number === undefined ? undefined : readNumber(number);
  const mentioned = new Set([title, ...passages.map((passage) => passage.text)].flatMap(mentionedNumbers));
  return [
    ...(own ? canonicalNumbers(own).map((form) => numberToken(form, 'own')) : []),
    ...Array.from(mentioned, (form) => numberToken(form, 'mentioned')),
  ];
}

/**
 * Stands between texts: a phrase is looked for by every second of its pairs, so that two pairs of it can be one place
 * apart; two places can only lie within one text.
 */
const TEXT_END: readonly undefined[] = [undefined, undefined];

/**
 * The tokens of a document: the pairs of every text, texts apart; and one list of single units, by which one character
 * or one number is found; of stems, in languages whose words match by them; and of document numbers.
 */
export function documentTokens(document: SearchDocument): DocumentTokens {
  const texts = searchedTexts(document).map(unitsOf);
  const counted = countUnits(texts.flat().filter(isTelling));
  const han = counted.filter(({ unit }) => unit.kind === 'han');
  const others = counted.filter(({ unit }) => unit.kind !== 'han');
  const words = others.filter(({ unit }) => unit.kind === 'word');
  const english = document.locale === 'en';
  const singles = [
    ...han.map(({ unit }) => singleToken(unit)),
    ...(english ? others.map(({ unit }) => singleToken(unit)) : countedTokens(others, singleToken)),
  ];
  const stems = english ? countedTokens(counted, stemToken) : [];
  return {
    pairs: texts.flatMap((units) => [...pairTokens(units), ...TEXT_END]),
    list: [...singles, ...stems, ...numberTokens(document)],
    stemStart: singles.length,
    titlePairs: Math.max(0, (texts[0]?.length ?? 0) - 1),
    foreign: (english ? han : words).map(({ unit }) => unit.text),
  };
}
