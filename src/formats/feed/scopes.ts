import { documentWords } from '../../language/messages/documents.ts';
import { followWords } from '../../language/messages/follow.ts';
import { currentName, nameIn } from '../../model/bureau.ts';
import { LISTED_KINDS } from '../../model/document-kinds.ts';
import { sha256Of } from '../../model/hashes.ts';
import { inEach, type Locale } from '../../model/locale.ts';
import { issuerName, type Site } from '../../model/site.ts';

/** The facts of a reply that decide in which feeds it is. */
export interface Followed {
  readonly topics: readonly string[];
  /** The kinds of documents that it answers. */
  readonly kinds: readonly string[];
  /** The names that signed it. */
  readonly issuers: readonly string[];
  /** The ids of the bureaus that signed it, where bureaus are recorded. */
  readonly bureaus?: readonly string[] | undefined;
  /** The year of the document's date. */
  readonly year: string;
}

/** One feed that can be followed. */
export interface FeedScope {
  /** Its place in addresses, below the language; empty for all replies. */
  readonly path: string;
  readonly group: 'all' | 'corrections' | 'publications' | 'topics' | 'kinds' | 'years' | 'issuers' | 'bureaus';
  readonly label: Readonly<Record<Locale, string>>;
  /** The bureau whose replies it holds, by its id. */
  readonly bureau?: string;
  /** Whether a reply belongs to it. */
  readonly holds: (reply: Followed) => boolean;
}

/** A body's slug in the address of its feed: the beginning of the SHA-256 of its name. */
export const issuerSlug = (issuer: string): string => sha256Of(issuer).slice(0, 8);

/** The subjects of feeds: answering bodies by code point, years newest first. */
export interface FeedSubjects {
  readonly issuers: readonly string[];
  readonly years: readonly string[];
}

/** The folder of a scope's feeds, below the site's base. */
export const feedFolder = (locale: Locale, path: string): string => `${locale}/${path === '' ? '' : `${path}/`}`;

/** The subjects of some replies. */
export function feedSubjects(replies: readonly Pick<Followed, 'issuers' | 'year'>[]): FeedSubjects {
  return {
    issuers: [...new Set(replies.flatMap((reply) => reply.issuers))].sort(),
    years: [...new Set(replies.map(({ year }) => year))].sort().reverse(),
  };
}

/** Every feed of a site. */
export function feedScopes(site: Site, { issuers, years }: FeedSubjects): FeedScope[] {
  const label = (of: (locale: Locale) => string) => inEach(site.languages, of);
  const publications = (kind: string, words: (locale: Locale) => string): FeedScope => ({
    path: `kinds/${kind}`,
    group: 'publications',
    label: label(words),
    holds: () => false,
  });
  return [
    { path: '', group: 'all', label: label((locale) => followWords[locale].all), holds: () => true },
    {
      path: 'corrections',
      group: 'corrections',
      label: label((locale) => followWords[locale].corrections),
      holds: () => true,
    },
    // Feeds of what the site itself publishes hold no reply.
    publications('dataset', (locale) => followWords[locale].publications.dataset),
    ...LISTED_KINDS.map(([, { name }]) => publications(name, (locale) => documentWords[locale][name].title)),
    ...site.topics.map(
      ({ id, label: name }): FeedScope => ({
        path: `topics/${id}`,
        group: 'topics',
        label: name,
        holds: ({ topics }) => topics.includes(id),
      }),
    ),
    ...site.answeredKinds.map(
      ({ id, label: name }): FeedScope => ({
        path: `answered/${id}`,
        group: 'kinds',
        label: name,
        holds: ({ kinds }) => kinds.includes(id),
      }),
    ),
    ...years.map(
      (year): FeedScope => ({
        path: `years/${year}`,
        group: 'years',
        label: label((locale) => followWords[locale].ofYear(year)),
        holds: (reply) => reply.year === year,
      }),
    ),
    ...(site.bureaus ?? []).map((bureau): FeedScope => {
      const name = currentName(bureau);
      return {
        path: `bureaus/${bureau.id}`,
        group: 'bureaus',
        bureau: bureau.id,
        label: label((locale) => nameIn(name, locale).text),
        holds: ({ bureaus = [] }) => bureaus.includes(bureau.id),
      };
    }),
    ...issuers.map(
      (issuer): FeedScope => ({
        path: `issuers/${issuerSlug(issuer)}`,
        group: 'issuers',
        label: label((locale) => issuerName(issuer, locale, site)),
        holds: (reply) => reply.issuers.includes(issuer),
      }),
    ),
  ];
}
