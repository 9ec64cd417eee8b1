import type { Locale } from '../model/locale.ts';
import type { FacetCounts, Filters } from './facets.ts';
import type { Order } from './found.ts';
import type { IndexedFigure, SharedEntries } from './index-format.ts';
import type { Result } from './results.ts';

/** What to search for, and how to show it. */
export interface SearchRequest {
  readonly text: string;
  /** The reader's language: its version of a document is shown where both match. */
  readonly locale: Locale;
  readonly filters: Filters;
  readonly order: Order;
  /** How many results are shown. */
  readonly limit: number;
}

/** Results that share how they match. Groups are shown apart, each under a line that says what it is. */
export interface ResultGroup {
  readonly kind: 'exact' | 'other-forms' | 'all-words' | 'most-words' | 'other-language';
  /** How many documents there are, before any limit. */
  readonly total: number;
  readonly results: readonly Result[];
  /** In groups that match words: the words searched. In other forms of the query: the forms that found something. */
  readonly words: readonly string[];
  /** The glossary's term and what it is called, in the group of the other language. */
  readonly term?: { readonly from: string; readonly to: string; readonly locale: Locale };
}

export interface SearchOutcome {
  /** What was searched for; empty where the text has nothing to search for. */
  readonly text: string;
  readonly wasCut: boolean;
  /** Nothing contains it as it was typed, so it was searched in simplified characters, as in `text`. */
  readonly simplified: boolean;
  /** The query is a single character, which finds much. */
  readonly broad: boolean;
  readonly figures: readonly IndexedFigure[];
  readonly groups: readonly ResultGroup[];
  /** Over all results, before filters; `undefined` where there are none. */
  readonly facets: FacetCounts | undefined;
  /** How many documents match, before filters. */
  readonly unfiltered: number;
  readonly labels: SharedEntries['labels'];
  /** The years that have replies. */
  readonly replyYears: readonly string[];
}
