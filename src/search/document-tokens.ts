import type { SearchDocument } from '../model/search-document.ts';
import { canonicalNumbers, mentionedNumbers, readNumber } from './document-numbers.ts';
import { numberToken, PASSAGE_END, pairTokens, singleToken, stemToken } from './tokens.ts';
import { isTelling, type Unit, unitsOf } from './units.ts';

/** How often a unit is repeated in the closing list, at most: enough to rank by, without the weight of every place. */
const COUNTED = 3;

/** What the index holds of a document: the words for the indexer, and where its parts begin. */
export interface DocumentTokens {
  readonly tokens: readonly string[];
  /** How many pairs the title has: a match of them all at the first position is the whole title. */
  readonly titlePairs: number;
  /** The position of the first token that is not a pair. */
  readonly listStart: number;
}

/** The searchable texts of a document: its title, its number, then its passages. */
export function searchedTexts(document: SearchDocument): string[] {
  const { title, number, passages } = document;
  return [title, ...(number === undefined ? [] : [number]), ...passages.map((passage) => passage.text)];
}

/** Distinct tokens in the order of their first place; then those that come a second time, then a third. */
function countedTokens(units: readonly Unit[], token: (unit: Unit) => string): string[] {
  const counts = new Map<string, number>();
  for (const unit of units) {
    const key = token(unit);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const rounds = Array.from({ length: COUNTED }, (_, round) =>
    [...counts].filter(([, count]) => count > round).map(([key]) => key),
  );
  return rounds.flat();
}

const distinct = (units: readonly Unit[], token: (unit: Unit) => string) => [...new Set(units.map(token))];

function numberTokens({ number, passages, title }: SearchDocument): string[] {
  const own = number === undefined ? undefined : readNumber(number);
  const mentioned = new Set([title, ...passages.map((passage) => passage.text)].flatMap(mentionedNumbers));
  return [
    ...(own ? canonicalNumbers(own).map((form) => numberToken(form, 'own')) : []),
    ...[...mentioned].map((form) => numberToken(form, 'mentioned')),
  ];
}

/**
 * The tokens of a document, in the order that the index keeps: the pairs of every text, texts apart; then one list of
 * single units, by which one character or one number is found; stems, in languages whose words match by them; numbers.
 */
export function documentTokens(document: SearchDocument): DocumentTokens {
  const texts = searchedTexts(document).map(unitsOf);
  const pairs = texts.flatMap((units) => [...pairTokens(units), PASSAGE_END]);
  const telling = texts.flat().filter(isTelling);
  const han = telling.filter((unit) => unit.kind === 'han');
  const others = telling.filter((unit) => unit.kind !== 'han');
  const stemmed = document.locale === 'en';
  return {
    tokens: [
      ...pairs,
      ...distinct(han, singleToken),
      ...(stemmed ? distinct(others, singleToken) : countedTokens(others, singleToken)),
      ...(stemmed ? countedTokens(telling, stemToken) : []),
      ...numberTokens(document),
    ],
    titlePairs: Math.max(0, (texts[0]?.length ?? 0) - 1),
    listStart: pairs.length,
  };
}
