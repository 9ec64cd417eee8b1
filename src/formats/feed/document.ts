import type { Locale } from '../../model/locale.ts';

/** One entry of a feed, ready to be written as Atom or JSON Feed. */
export interface FeedEntry {
  /** `urn:uuid:…`, the same wherever the site lives. */
  readonly id: string;
  /** Absolute address. */
  readonly url: string;
  readonly title: string;
  /** `YYYY-MM-DD`: the date that the entry stands under. */
  readonly day: string;
  /** `YYYY-MM-DD`: the day of its last change, its own where it never changed. */
  readonly updated: string;
  readonly author: string;
  /** Labels of its topics. */
  readonly topics: readonly string[];
  /** The whole text as HTML. */
  readonly html: string;
  /** Files that belong to it. */
  readonly enclosures?: readonly Enclosure[];
}

/** A file that belongs to an entry. */
export interface Enclosure {
  /** Absolute address. */
  readonly url: string;
  readonly title: string;
  readonly mediaType: string;
  readonly bytes: number;
}

/** A feed, newest entry first. */
export interface FeedDocument {
  readonly id: string;
  readonly locale: Locale;
  readonly title: string;
  readonly subtitle: string;
  readonly author: string;
  /** Absolute addresses: the page for people, and the feed itself in both formats. */
  readonly page: string;
  readonly self: { readonly xml: string; readonly json: string };
  readonly rights: string | undefined;
  readonly entries: readonly FeedEntry[];
}

/** Entries in one feed. */
export const FEED_LENGTH = 50;

/** A day as RFC 3339 has it, at midnight in Beijing, where every document of the site is dated. */
export const feedTime = (day: string): string => `${day}T00:00:00+08:00`;

/** The day an empty feed gives as its last change, which Atom requires: the first of its calendar. */
const NEVER = '1970-01-01';

/** The day of the last change in a feed. */
export function feedUpdated({ entries }: Pick<FeedDocument, 'entries'>): string {
  return [NEVER, ...entries.map(({ updated }) => updated)].sort().at(-1) ?? NEVER;
}
