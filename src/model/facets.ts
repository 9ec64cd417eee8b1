import { type Bureau, bureauOf } from './bureau.ts';
import { sha256Of } from './hashes.ts';
import type { ReplyRecord } from './reply.ts';
import { asciiName } from './reply-identity.ts';

/** What lists of replies are narrowed by. */
export const FACETS = ['year', 'topic', 'outcome', 'body', 'kind', 'bureau'] as const;
export type Facet = (typeof FACETS)[number];

/** Those that have no list of their own elsewhere: years, topics and bureaus do. */
const LISTED_FACETS = ['outcome', 'body', 'kind'] as const satisfies readonly Facet[];

/** The parts of a record that decide its values. */
export type Faceted = Pick<ReplyRecord, 'date' | 'topics' | 'outcome'> & {
  readonly issuer: readonly string[];
  readonly answers: readonly { readonly kind?: string | undefined; readonly body?: string | undefined }[];
};

/** How many hex digits tell apart names that sound alike, and stay the same whatever is published later. */
const HASH = 4;

/** A name in addresses: by its sounds and the beginning of its SHA-256, `shirenda-1f3c`. `also` is what else tells it from its namesakes. */
export function nameSlug(name: string, ...also: readonly (string | undefined)[]): string {
  const hash = sha256Of(JSON.stringify([name, ...also.map((part) => part ?? null)]));
  const digits = hash.slice(0, also.length > 0 ? 2 * HASH : HASH);
  return [asciiName(name).slice(0, 40), digits].filter(Boolean).join('-');
}

/** The values that a reply has of a facet, as addresses write them, each once. `slugOf` gives the name of a body in addresses. */
export function facetValues(
  { date, topics, outcome, issuer, answers }: Faceted,
  facet: Facet,
  bureaus: readonly Bureau[],
  slugOf: (name: string) => string = nameSlug,
): string[] {
  switch (facet) {
    case 'year':
      return [date.slice(0, 4)];
    case 'topic':
      return [...topics];
    case 'outcome':
      return outcome === undefined ? [] : [outcome.toLowerCase()];
    case 'kind':
      return distinct(answers.map(({ kind }) => kind));
    case 'body':
      return distinct(answers.map(({ body }) => (body === undefined ? undefined : slugOf(body))));
    case 'bureau':
      return distinct(issuer.map((name) => bureauOf(bureaus, name, date)?.bureau.id));
  }
}

const distinct = (values: readonly (string | undefined)[]): string[] => [
  ...new Set(values.filter((value) => value !== undefined)),
];

/** A value of a facet and the replies that have it. */
interface FacetGroup<Reply> {
  readonly value: string;
  readonly replies: readonly Reply[];
}

/** The values of a facet with their replies, in the order in which the values first come. */
export function facetGroups<Reply extends { readonly record: Faceted }>(
  replies: readonly Reply[],
  facet: Facet,
  bureaus: readonly Bureau[],
): FacetGroup<Reply>[] {
  const groups = new Map<string, Reply[]>();
  // Looking up sounds is slow, and thousands of replies name the same few bodies.
  const slugs = new Map<string, string>();
  const slugOf = (name: string): string => {
    const slug = slugs.get(name) ?? nameSlug(name);
    slugs.set(name, slug);
    return slug;
  };
  for (const reply of replies)
    for (const value of facetValues(reply.record, facet, bureaus, slugOf)) {
      const own = groups.get(value);
      if (own) own.push(reply);
      else groups.set(value, [reply]);
    }
  return [...groups].map(([value, own]) => ({ value, replies: own }));
}

/** The facets that have lists of their own with their values: where all replies have the same one, the list of all says as much. */
export function listedGroups<Reply extends { readonly record: Faceted }>(
  replies: readonly Reply[],
): (FacetGroup<Reply> & { readonly facet: Facet })[] {
  return LISTED_FACETS.flatMap((facet) => {
    const groups = facetGroups(replies, facet, []);
    return groups.length < 2 ? [] : groups.map((group) => ({ ...group, facet }));
  });
}

/** The name that a body has in records, by its place in addresses. */
export const bodyOf = (replies: readonly { readonly record: Faceted }[], slug: string): string | undefined =>
  replies.flatMap(({ record }) => record.answers).find(({ body }) => body !== undefined && nameSlug(body) === slug)
    ?.body;

/** How many replies a list needs to be split into pages by year. */
export const LONG_LIST = 50;
/** How many of the newest are on the first page of a long list. */
export const NEWEST_OF_LONG_LIST = 10;

/** The replies of one year, in the order in which they came. */
interface YearOfReplies<Reply> {
  readonly year: string;
  readonly replies: readonly Reply[];
}

/** Whether a list is so long that it is in pages by year. */
export function standsByYear(replies: readonly unknown[]): boolean {
  return replies.length >= LONG_LIST;
}

/** Replies by the year of their dates, in the order in which the years first come. */
export function yearsOfReplies<Reply extends { readonly record: { readonly date: string } }>(
  replies: readonly Reply[],
): YearOfReplies<Reply>[] {
  const years = Map.groupBy(replies, ({ record }) => record.date.slice(0, 4));
  return [...years].map(([year, own]) => ({ year, replies: own }));
}
