import { byCodeUnit } from '../model/order.ts';
import type { SearchDocument } from '../model/search-document.ts';

/** What results can be narrowed by: Pagefind's filters, by the same names. */
export const FACETS = ['kind', 'year', 'topic', 'answered', 'bureau', 'outcome'] as const;
export type Facet = (typeof FACETS)[number];

/** Chosen values: several of one facet widen, several facets narrow. */
export type Filters = Readonly<Record<Facet, readonly string[]>>;

export const NO_FILTERS: Filters = { kind: [], year: [], topic: [], answered: [], bureau: [], outcome: [] };

/** Filters as Pagefind takes them. */
export type PagefindFilters = Readonly<Record<string, { readonly any: readonly string[] }>>;

/** How many results each value has, in the order in which values are shown. */
export type FacetCounts = Readonly<Record<Facet, readonly (readonly [value: string, count: number])[]>>;

/** The facts of a document that facets are read from. */
export type FacetFacts = Pick<SearchDocument, 'kind' | 'date' | 'topics' | 'answered' | 'bureaus' | 'outcome'>;

const some = (value: string | undefined) => (value === undefined || value === '' ? [] : [value]);

/** The values that a document has of a facet. */
export function facetValues(document: FacetFacts, facet: Facet): readonly string[] {
  switch (facet) {
    case 'kind':
      return [document.kind];
    case 'year':
      return some(document.date?.slice(0, 4));
    case 'topic':
      return document.topics;
    case 'bureau':
      return document.bureaus;
    case 'answered':
    case 'outcome':
      return some(document[facet]);
  }
}

/** Whether anything is chosen. */
export function isNarrowed(filters: Filters): boolean {
  return FACETS.some((facet) => filters[facet].length > 0);
}

/** The filters of a search in Pagefind. */
export function pagefindFilters(filters: Filters): PagefindFilters {
  return Object.fromEntries(
    FACETS.filter((facet) => filters[facet].length > 0).map((facet) => [facet, { any: filters[facet] }]),
  );
}

function passes(document: FacetFacts, filters: Filters, facet: Facet): boolean {
  return filters[facet].length === 0 || facetValues(document, facet).some((value) => filters[facet].includes(value));
}

function countFacet(documents: readonly FacetFacts[], filters: Filters, facet: Facet): [string, number][] {
  const counts = new Map<string, number>(filters[facet].map((value) => [value, 0]));
  for (const document of documents) {
    // A facet's own choice does not lower its other values: each number is what choosing that value would show.
    if (!FACETS.every((other) => other === facet || passes(document, filters, other))) continue;
    for (const value of facetValues(document, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort(([one, few], [other, many]) => {
    if (facet === 'year') return byCodeUnit(other, one);
    return facet === 'outcome' ? byCodeUnit(one, other) : many - few || byCodeUnit(one, other);
  });
}

/**
 * Counts of every facet over the documents found. Pagefind's own counts are of one search in one language: a list that is joined of several
 * (words, languages, forms of a number) is counted here.
 */
export function countFacets(documents: readonly FacetFacts[], filters: Filters): FacetCounts {
  return {
    kind: countFacet(documents, filters, 'kind'),
    year: countFacet(documents, filters, 'year'),
    topic: countFacet(documents, filters, 'topic'),
    answered: countFacet(documents, filters, 'answered'),
    bureau: countFacet(documents, filters, 'bureau'),
    outcome: countFacet(documents, filters, 'outcome'),
  };
}
