import { byCodeUnit } from '../model/order.ts';
import {
  type FacetValues,
  type PerFacet,
  perFacet,
  SEARCH_FACET_NAMES,
  type SearchFacet,
  searchFacet,
} from '../model/search-facets.ts';

/** Chosen values: several of one facet widen the results, several facets narrow them. */
export type Filters = PerFacet<readonly string[]>;

export const NO_FILTERS: Filters = perFacet(() => []);

/** Filters in Pagefind's form. */
type PagefindFilters = Readonly<Record<string, { readonly any: readonly string[] }>>;

/** How many results each value has, in the order in which values are shown. */
export type FacetCounts = PerFacet<readonly (readonly [value: string, count: number])[]>;

/** Whether anything is chosen. */
export function isNarrowed(filters: Filters): boolean {
  return SEARCH_FACET_NAMES.some((facet) => filters[facet].length > 0);
}

/** Converts filters to Pagefind's form. */
export function pagefindFilters(filters: Filters): PagefindFilters {
  return Object.fromEntries(
    SEARCH_FACET_NAMES.filter((facet) => filters[facet].length > 0).map((facet) => [facet, { any: filters[facet] }]),
  );
}

function passes(values: FacetValues, filters: Filters, facet: SearchFacet): boolean {
  return filters[facet].length === 0 || values[facet].some((value) => filters[facet].includes(value));
}

function countFacet(documents: readonly FacetValues[], filters: Filters, facet: SearchFacet): [string, number][] {
  const counts = new Map<string, number>(filters[facet].map((value) => [value, 0]));
  for (const values of documents) {
    // A facet's own choice does not lower its other values: each number is what choosing that value would show.
    if (!SEARCH_FACET_NAMES.every((other) => other === facet || passes(values, filters, other))) continue;
    for (const value of values[facet]) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const { order } = searchFacet(facet);
  return [...counts].sort(([one, few], [other, many]) =>
    order ? order(one, other) : many - few || byCodeUnit(one, other),
  );
}

/**
 * Counts of every facet over the documents found. Pagefind counts for one search in one language; results here are joined from several
 * (words, languages, forms of a number).
 */
export function countFacets(documents: readonly FacetValues[], filters: Filters): FacetCounts {
  return perFacet((facet) => countFacet(documents, filters, facet));
}
