import type { Locale } from '../model/locale.ts';
import type { FacetCounts, Filters } from './facets.ts';
import type { Order } from './found.ts';
import type { IndexedFigure, SharedEntries } from './index-format.ts';
import type { Result } from './results.ts';

/** What is looked for, and how it is to be shown. */
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
  /** The words looked for, in the groups that look for words; of other forms of the query, those that something was found by. */
  readonly words: readonly string[];
  /** The glossary's term and what it is called, in the group of the other language. */
  readonly term?: { readonly from: string; readonly to: string; readonly locale: Locale };
}

export interface SearchOutcome {
  /** What was looked for; empty where nothing in the text can be. */
  readonly text: string;
  readonly wasCut: boolean;
  /** Nothing contains it as it was typed: it was looked for in simplified characters, as `text` has it. */
  readonly simplified: boolean;
  /** A single character was asked for, which finds much. */
  readonly broad: boolean;
  readonly figures: readonly IndexedFigure[];
  readonly groups: readonly ResultGroup[];
  /** Over all that was found, before filters; none where nothing was. */
  readonly facets: FacetCounts | undefined;
  /** How many documents were found, before filters. */
  readonly unfiltered: number;
  readonly labels: SharedEntries['labels'];
  /** The years that have replies. */
  readonly replyYears: readonly string[];
}
