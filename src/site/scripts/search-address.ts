import { perFacet, SEARCH_FACET_NAMES } from '../../model/search-facets.ts';
import type { Filters } from '../../search/facets.ts';
import type { Order } from '../../search/found.ts';

/** More of what was typed is not kept: enough that the search still sees, and says, that it was too long. */
export const LONGEST_TEXT = 400;

/** What the search page shows: all of it is in its address. */
export interface SearchState {
  readonly text: string;
  readonly filters: Filters;
  readonly order: Order;
}

/** Reads the state from the part of an address after `?`. */
export function readState(query: string): SearchState {
  const parameters = new URLSearchParams(query);
  return {
    text: (parameters.get('q') ?? '').slice(0, LONGEST_TEXT),
    filters: perFacet((facet) => parameters.getAll(facet)),
    order: parameters.get('sort') === 'date' ? 'date' : 'relevance',
  };
}

/** The part of an address after the path that stands for a state; empty where there is nothing to look for. */
export function writeState({ text, filters, order }: SearchState): string {
  if (text.trim() === '') return '';
  const parameters = new URLSearchParams({ q: text });
  for (const facet of SEARCH_FACET_NAMES) for (const value of filters[facet]) parameters.append(facet, value);
  if (order === 'date') parameters.set('sort', 'date');
  return `?${parameters}`;
}
