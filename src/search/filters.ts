import { byCodeUnit } from '../model/code-unit-order.ts';
import type { DocumentEntry } from './index-format.ts';

/** What results can be narrowed by. */
export const FACETS = ['kind', 'year', 'topic', 'answered'] as const;
export type Facet = (typeof FACETS)[number];

/** Chosen values: several of one facet widen, several facets narrow. */
export type Filters = Readonly<Record<Facet, readonly string[]>>;

export const NO_FILTERS: Filters = { kind: [], year: [], topic: [], answered: [] };

/** How many results each value has, in the order in which values are shown. */
export type FacetCounts = Readonly<Record<Facet, readonly (readonly [value: string, count: number])[]>>;

/** The values that a document has of a facet. */
export function facetValues(entry: DocumentEntry, facet: Facet): readonly string[] {
  switch (facet) {
    case 'kind':
      return [entry.kind];
    case 'year':
      return entry.date === '' ? [] : [entry.date.slice(0, 4)];
    case 'topic':
      return entry.topics;
    case 'answered':
      return entry.answered === '' ? [] : [entry.answered];
  }
}

function passes(entry: DocumentEntry, filters: Filters, facet: Facet): boolean {
  return filters[facet].length === 0 || facetValues(entry, facet).some((value) => filters[facet].includes(value));
}

/** Whether a document passes every filter. */
export function passesAll(entry: DocumentEntry, filters: Filters): boolean {
  return FACETS.every((facet) => passes(entry, filters, facet));
}

function countFacet(entries: readonly DocumentEntry[], filters: Filters, facet: Facet): [string, number][] {
  const counts = new Map<string, number>(filters[facet].map((value) => [value, 0]));
  for (const entry of entries) {
    // A facet's own choice does not lower its other values: each number is what choosing that value would show.
    if (!FACETS.every((other) => other === facet || passes(entry, filters, other))) continue;
    for (const value of facetValues(entry, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort(([one, few], [other, many]) =>
    facet === 'year' ? byCodeUnit(other, one) : many - few || byCodeUnit(one, other),
  );
}

/** Counts of every facet over the documents found. */
export function countFacets(entries: readonly DocumentEntry[], filters: Filters): FacetCounts {
  return {
    kind: countFacet(entries, filters, 'kind'),
    year: countFacet(entries, filters, 'year'),
    topic: countFacet(entries, filters, 'topic'),
    answered: countFacet(entries, filters, 'answered'),
  };
}
