import { languageOf } from '../model/locale.ts';
import type { Filters } from './facets.ts';
import type { LanguageEntry } from './index-format.ts';
import type { Hit, ListedDocument, OpenLanguage } from './pagefind.ts';
import type { Condition, Query } from './query.ts';
import { formToken, isCommon, numberToken, phraseTokens } from './tokens.ts';
import type { Unit } from './units.ts';
import { isForeign } from './units.ts';

/** How well a document matches a query. */
export interface Evidence {
  /** The query is the document's own number, or its serial. */
  readonly own: boolean;
  /** The match is the whole title. */
  readonly whole: boolean;
  /** Words that may stand anywhere stand together, as they were typed. */
  readonly together: boolean;
  /** Pagefind's score for the words, made comparable between indexes; 0 where there is none. */
  readonly score: number;
}

export const NO_EVIDENCE: Evidence = { own: false, whole: false, together: false, score: 0 };

/** What was found in a language. */
export type Matches = ReadonlyMap<ListedDocument, Evidence>;

/** The better of the two, field by field. */
export function better(one: Evidence, other: Evidence): Evidence {
  return {
    own: one.own || other.own,
    whole: one.whole || other.whole,
    together: one.together || other.together,
    score: Math.max(one.score, other.score),
  };
}

/** What a document of this language must have to contain the query. */
export function conditionsFor({ locale }: Pick<LanguageEntry, 'locale'>, query: Query): readonly Condition[] {
  return languageOf(locale).search === 'stems' ? query.stemmed : query.literal;
}

/** Whether a language can have the words of a query: each lists the words it has in other scripts. */
function mayHaveWords({ locale, foreign }: LanguageEntry, query: Query): boolean {
  return foreign === undefined || query.phrase.every((unit) => !isForeign(unit, locale) || foreign.includes(unit.text));
}

/** Whether any document of a language can match a query. A document number may be typed in the words of another language. */
export function mayContain(entry: LanguageEntry, query: Query): boolean {
  return query.number !== undefined || query.isSerial || mayHaveWords(entry, query);
}

const isWholeTitle = ({ entry, first }: Hit, tokens: readonly string[]) =>
  tokens.length > 1 && first === 0 && entry.titleTokens === tokens.length;

async function phraseMatches(language: OpenLanguage, units: readonly Unit[], filters: Filters): Promise<Matches> {
  const tokens = phraseTokens(language.entry.locale, units);
  const hits = await language.ask(tokens, 'phrase', filters);
  return new Map(hits.map((hit) => [hit.entry, { ...NO_EVIDENCE, whole: isWholeTitle(hit, tokens) }]));
}

/** The documents that meet one condition. A stem is searched as a phrase of one word: otherwise Pagefind also finds every word that begins with it. */
async function matchCondition(language: OpenLanguage, condition: Condition, filters: Filters): Promise<Matches> {
  if (condition.kind === 'phrase') return phraseMatches(language, condition.units, filters);
  const hits = await language.ask([formToken(condition.unit)], 'forms', filters);
  return new Map(hits.map(({ entry }) => [entry, NO_EVIDENCE]));
}

/** The documents that meet all conditions. */
async function matchAll(language: OpenLanguage, conditions: readonly Condition[], filters: Filters): Promise<Matches> {
  const [first, ...others] = await Promise.all(
    conditions.map((condition) => matchCondition(language, condition, filters)),
  );
  return new Map([...(first ?? [])].filter(([document]) => others.every((matches) => matches.has(document))));
}

async function numberMatches(language: OpenLanguage, canonical: string, filters: Filters): Promise<Matches> {
  const [own, mentioned] = await Promise.all([
    language.ask([numberToken(canonical, 'own')], 'phrase', filters),
    language.ask([numberToken(canonical, 'mentioned')], 'phrase', filters),
  ]);
  return new Map([
    ...mentioned.map(({ entry }) => [entry, NO_EVIDENCE] as const),
    ...own.map(({ entry }) => [entry, { ...NO_EVIDENCE, own: true }] as const),
  ]);
}

function unite(...all: readonly Matches[]): Map<ListedDocument, Evidence> {
  const united = new Map<ListedDocument, Evidence>();
  for (const matches of all)
    for (const [document, evidence] of matches) {
      const known = united.get(document);
      united.set(document, known ? better(known, evidence) : evidence);
    }
  return united;
}

/** All the first matches; those that are among the others too have the evidence of both. */
function strengthen(matches: Matches, others: Matches, evidence: Partial<Evidence>): Matches {
  return new Map(
    Array.from(matches, ([document, own]) => {
      const other = others.get(document);
      return [document, other ? better(own, { ...other, ...evidence }) : own];
    }),
  );
}

/** The documents of a language that contain the query, by the definition in excerpt.ts, by stem, or as a document number. */
export async function exactMatches(language: OpenLanguage, query: Query, filters: Filters): Promise<Matches> {
  if (!mayContain(language.entry, query)) return new Map();
  const hasWords = mayHaveWords(language.entry, query);
  const conditions = conditionsFor(language.entry, query);
  const [matches, numbered] = await Promise.all([
    hasWords ? matchAll(language, conditions, filters) : new Map(),
    query.number === undefined ? new Map() : numberMatches(language, query.number, filters),
  ]);
  const [together, serial] = await Promise.all([
    conditions === query.stemmed && conditions.length > 1 && matches.size > 0 && !query.phrase.some(isCommon)
      ? phraseMatches(language, query.phrase, filters)
      : new Map<ListedDocument, Evidence>(),
    query.serial === undefined || (matches.size === 0 && !query.isSerial)
      ? []
      : language.ask([numberToken(query.serial, 'serial')], 'phrase', filters),
  ]);
  const own: Matches = new Map(serial.map(({ entry }) => [entry, { ...NO_EVIDENCE, own: true }]));
  const known = strengthen(strengthen(matches, together, { together: true }), own, {});
  return unite(known, numbered, query.isSerial ? own : new Map());
}

/** How many of the query's words each document has; documents with none are left out. */
export async function wordMatches(
  language: OpenLanguage,
  query: Query,
  filters: Filters,
): Promise<ReadonlyMap<ListedDocument, ReadonlySet<number>>> {
  const found = new Map<ListedDocument, Set<number>>();
  const all = await Promise.all(
    query.words.map((units) => matchCondition(language, wordCondition(language.entry, units), filters)),
  );
  for (const [word, matches] of all.entries())
    for (const document of matches.keys()) {
      const words = found.get(document) ?? new Set();
      words.add(word);
      found.set(document, words);
    }
  return found;
}

/** The condition for one word: its stem, in a language that has stems. */
export function wordCondition({ locale }: Pick<LanguageEntry, 'locale'>, units: Query['phrase']): Condition {
  const [unit] = units;
  return languageOf(locale).search === 'stems' && unit?.kind === 'word' && units.length === 1
    ? { kind: 'stem', unit }
    : { kind: 'phrase', units };
}

/** Longer lists are not scored: it would take too long for what it adds. */
const MOST_SCORED = 1_000;

/** The weight that Pagefind (BM25) gives a word, by how many documents of an index have it. */
const weightOf = (having: number, documents: number) => Math.log((documents - having + 0.5) / (having + 0.5) + 1);

/**
 * Scores matches by a second search, in which the words may stand anywhere. Scores from different indexes are not comparable, since a word weighs
 * more where fewer documents have it: each is divided by the weight of a word that is as frequent there as the hits.
 */
export async function scored(
  language: OpenLanguage,
  conditions: readonly Condition[],
  matches: Matches,
): Promise<Matches> {
  if (matches.size < 2 || matches.size > MOST_SCORED) return matches;
  const tokens = conditions.flatMap((condition) =>
    condition.kind === 'stem' ? [formToken(condition.unit)] : phraseTokens(language.entry.locale, condition.units),
  );
  const hits = await language.ask([...new Set(tokens)], 'words');
  const having = language.entry.indexes.map((_, index) => hits.filter(({ entry }) => entry.index === index).length);
  const scores = new Map(
    hits.map(({ entry, score }) => {
      const documents = language.entry.indexes[entry.index]?.documents ?? 0;
      return [entry, score / weightOf(having[entry.index] ?? 0, documents)];
    }),
  );
  return new Map(Array.from(matches, ([document, own]) => [document, { ...own, score: scores.get(document) ?? 0 }]));
}
