import type { Locale } from '../model/locale.ts';
import { byCodeUnit } from '../model/order.ts';
import { better, type Evidence, type Matches } from './exact.ts';
import type { DocumentEntry } from './index-format.ts';
import type { ListedDocument, OpenLanguage } from './pagefind.ts';

export type Order = 'relevance' | 'date';

/** One language's version of a document that was found. */
export interface Version {
  readonly language: OpenLanguage;
  readonly document: ListedDocument;
}

/** A document that was found, in one language or more. */
export interface Found {
  readonly entry: DocumentEntry;
  readonly evidence: Evidence;
  /** The reader's language first. */
  readonly versions: readonly Version[];
}

/** What was found in each language. */
export type Matched = readonly (readonly [OpenLanguage, Matches])[];

/** Joins the versions of each document, the reader's own language first. A document found in two ways in one language is listed once. */
export function joinVersions(matched: Matched, preferred: Locale): Found[] {
  const found = new Map<string, Found>();
  const preferredFirst = [...matched].sort(
    ([one], [other]) => Number(other.entry.locale === preferred) - Number(one.entry.locale === preferred),
  );
  for (const [language, matches] of preferredFirst)
    for (const [document, evidence] of matches) {
      const key = `${document.kind} ${document.id}`;
      const known = found.get(key);
      const versions = known?.versions ?? [];
      const isKnown = versions.some((version) => version.language === language);
      found.set(key, {
        entry: known?.entry ?? document,
        // Scores of two languages cannot be compared: the reader's own counts.
        evidence: known ? { ...better(known.evidence, evidence), score: known.evidence.score } : evidence,
        versions: isKnown ? versions : [...versions, { language, document }],
      });
    }
  return [...found.values()];
}

const newerFirst = (one: Found, other: Found) =>
  byCodeUnit(other.entry.date, one.entry.date) || byCodeUnit(one.entry.id, other.entry.id);

const firstWith = (has: (found: Found) => boolean) => (one: Found, other: Found) =>
  Number(has(other)) - Number(has(one));

/**
 * The document whose own number or whole title is the query first; then replies, for a dataset or a page repeats the words of the
 * reply it rests on; then documents in the reader's language, for scores of two languages are not comparable; then those that have the words
 * together; then by Pagefind's score; then the newer.
 */
const relevanceFor = (locale: Locale): readonly ((one: Found, other: Found) => number)[] => [
  firstWith(({ evidence }) => evidence.own),
  firstWith(({ evidence }) => evidence.whole),
  firstWith(({ entry }) => entry.kind === 'reply'),
  firstWith(({ versions }) => versions[0]?.language.entry.locale === locale),
  firstWith(({ evidence }) => evidence.together),
  (one, other) => other.evidence.score - one.evidence.score,
  newerFirst,
];

/** For which reader results are sorted, and how. */
interface Sorting {
  readonly locale: Locale;
  readonly order: Order;
}

/** Sorts the results. The order is total: equal documents are ordered by id. */
export function sortFound(found: readonly Found[], { locale, order }: Sorting): Found[] {
  if (order === 'date') return [...found].sort(newerFirst);
  const relevance = relevanceFor(locale);
  return [...found].sort((one, other) => relevance.reduce((known, compare) => known || compare(one, other), 0));
}
