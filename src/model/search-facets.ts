import type { DocumentKindName } from './document-kinds.ts';
import { byCodeUnit } from './order.ts';
import type { StatedFields } from './reply.ts';

/** What kinds of documents search finds. */
export type FoundKind = 'reply' | 'dataset' | 'commitment' | DocumentKindName;

/** What is known of a document that facets are read from; of a reply, its record as the JSON interface has it. */
export interface FacetFacts extends StatedFields {
  readonly kind: FoundKind;
  /** `YYYY-MM-DD` */
  readonly date?: string | undefined;
  readonly topics?: readonly string[];
  /** What was answered, each with its kind: an id of site.yaml's `answeredKinds`. */
  readonly answeredDocuments?: readonly { readonly kind: string }[];
  /** Whose it is: the ids of bureaus that the site records, else the names that it is signed with. */
  readonly bureaus?: readonly string[];
}

/** Where a facet's values can be followed, when the years that have replies are known. */
interface Followable {
  readonly replyYears: readonly string[];
}

/**
 * One facet of the search: everything about it except its words, which are `searchWords.facets` and, where its values
 * have names in the interface, `searchWords.values`. Those that site.yaml names are named with the index.
 */
interface FacetDescriptor {
  /** The values of a document. */
  readonly values: (facts: FacetFacts) => readonly string[];
  /** The order of its values; where it is not said, those with most results come first. */
  readonly order?: (one: string, other: string) => number;
  /** The folder of a value's feed below that of all feeds, empty for the feed of all; nothing where it has none. */
  readonly feed?: (value: string, site: Followable) => string | undefined;
}

const some = (value: string | undefined): readonly string[] => (value === undefined || value === '' ? [] : [value]);

const isId = (value: string) => /^[a-z0-9-]+$/.test(value);

/** A kind has a feed but pages about the site; the feed of all is that of replies. */
function kindFeed(kind: string): string | undefined {
  const own: Readonly<Record<string, string | undefined>> = { reply: '', page: undefined, commitment: 'commitments' };
  return Object.hasOwn(own, kind) ? own[kind] : `kinds/${kind}`;
}

/** What results can be narrowed by, in the order in which it is shown: Pagefind's filters, by the same names. */
const SEARCH_FACETS = {
  kind: { values: ({ kind }) => [kind], feed: kindFeed },
  year: {
    values: ({ date }) => some(date?.slice(0, 4)),
    order: (one, other) => byCodeUnit(other, one),
    // A year without replies has no feed, since feeds by year are of replies.
    feed: (year, { replyYears }) => (replyYears.includes(year) ? `years/${year}` : undefined),
  },
  topic: { values: ({ topics = [] }) => topics, feed: (topic) => `topics/${topic}` },
  answered: {
    values: ({ answeredDocuments = [] }) => [...new Set(answeredDocuments.map(({ kind }) => kind))],
    feed: (kind) => `answered/${kind}`,
  },
  bureau: {
    values: ({ bureaus = [] }) => bureaus,
    // A body that the site does not record goes by its name, and has no feed.
    feed: (bureau) => (isId(bureau) ? `bureaus/${bureau}` : undefined),
  },
  outcome: { values: ({ outcome }) => some(outcome), order: byCodeUnit },
} as const satisfies Readonly<Record<string, FacetDescriptor>>;

export type SearchFacet = keyof typeof SEARCH_FACETS;

/** The names of all facets, in the order in which they are shown. */
export const SEARCH_FACET_NAMES = Object.keys(SEARCH_FACETS) as readonly SearchFacet[];

/** What is said of a facet, whichever it is. */
export const searchFacet = (name: SearchFacet): FacetDescriptor => SEARCH_FACETS[name];

/** Something of each facet. */
export type PerFacet<Value> = Readonly<Record<SearchFacet, Value>>;

/** Makes something of each facet. */
export const perFacet = <Value>(make: (facet: SearchFacet) => Value): PerFacet<Value> =>
  Object.fromEntries(SEARCH_FACET_NAMES.map((facet) => [facet, make(facet)] as const)) as PerFacet<Value>;

/** The values of a document, of every facet. */
export type FacetValues = PerFacet<readonly string[]>;

/** Reads the values of a document. */
export const facetValuesOf = (facts: FacetFacts): FacetValues => perFacet((facet) => searchFacet(facet).values(facts));
