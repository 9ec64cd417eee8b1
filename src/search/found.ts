import { byCodeUnit } from '../model/code-unit-order.ts';
import type { Locale } from '../model/locale.ts';
import type { Evidence, Matches } from './evaluate.ts';
import type { DocumentEntry } from './index-format.ts';
import type { Volume } from './volume.ts';

export type Order = 'relevance' | 'date';

/** One language's version of a document that was found. */
export interface Version {
  readonly volume: Volume;
  readonly index: number;
}

/** A document that was found, in one language or more. */
export interface Found {
  readonly entry: DocumentEntry;
  readonly evidence: Evidence;
  /** The reader's language first. */
  readonly versions: readonly Version[];
}

/** Joins the versions of each document, the reader's own language first. */
export function joinVersions(matched: readonly (readonly [Volume, Matches])[], preferred: Locale): Found[] {
  const found = new Map<string, Found>();
  const preferredFirst = [...matched].sort(
    ([one], [other]) => Number(other.entry.locale === preferred) - Number(one.entry.locale === preferred),
  );
  for (const [volume, matches] of preferredFirst)
    for (const [index, evidence] of matches) {
      const entry = volume.documents[index];
      if (!entry) continue;
      const key = `${entry.kind} ${entry.id}`;
      const known = found.get(key);
      const version = { volume, index };
      found.set(
        key,
        known ? { ...known, versions: [...known.versions, version] } : { entry, evidence, versions: [version] },
      );
    }
  return [...found.values()];
}

const newerFirst = (one: Found, other: Found) =>
  byCodeUnit(other.entry.date, one.entry.date) || byCodeUnit(one.entry.id, other.entry.id);

/** What was signed comes before what the site adds to it: a dataset or a page repeats the words of the reply it rests on. */
const officialFirst = (one: Found, other: Found) =>
  Number(other.entry.kind === 'reply') - Number(one.entry.kind === 'reply');

/**
 * The whole title or the document's own number first; then replies before all else; among each, more and earlier
 * matches, newer first where those are equal.
 */
function relevanceFirst(one: Found, other: Found): number {
  return (
    Number(other.evidence.whole) - Number(one.evidence.whole) ||
    officialFirst(one, other) ||
    other.evidence.count - one.evidence.count ||
    one.evidence.first - other.evidence.first ||
    newerFirst(one, other)
  );
}

/** Sorts what was found. The order is total: equal documents are told apart by their id. */
export function sortFound(found: readonly Found[], order: Order): Found[] {
  return [...found].sort(order === 'date' ? newerFirst : relevanceFirst);
}
