import type { Locale } from './locale.ts';
import type { FacetValues, FoundKind } from './search-facets.ts';

/** A piece of a document that a search result can open at. */
export interface Passage {
  /** The id of the element on the page, without `#`. */
  readonly anchor: string;
  readonly text: string;
}

/** A value that a search for a quantity can find. */
export interface FigureEntry {
  readonly dataset: string;
  readonly observation: string;
  /** As printed in the document's language: `4.47万亩`, `44,700 mu`. */
  readonly printed: string;
  readonly value: string;
  readonly unit: string;
  readonly label: string;
  /** Address of the observation's row on the dataset page. */
  readonly url: string;
}

/** One page as the search index sees it: read from the built site's JSON, so that what is found is what was published. */
export interface SearchDocument {
  readonly id: string;
  readonly kind: FoundKind;
  readonly locale: Locale;
  /** The page's address with the site's base, ending in `/`; where a page has several documents, with `#` and the id of its place. */
  readonly url: string;
  readonly title: string;
  /** What it is about, where its title says only what it answers. The same words are in a passage: they are shown, not searched. */
  readonly subject?: string;
  /** The document number as printed; replies only. */
  readonly number: string | undefined;
  /** `YYYY-MM-DD`, where the document has one. */
  readonly date: string | undefined;
  /** What it can be narrowed by. */
  readonly facets: FacetValues;
  /** Of a commitment: what has become of it, in words. */
  readonly status?: string;
  readonly passages: readonly Passage[];
  readonly figures: readonly FigureEntry[];
}
