import { createHash } from 'node:crypto';
import { followWords } from '../../i18n/follow.ts';
import type { Locale } from '../../model/locale.ts';
import type { Site } from '../../model/site.ts';

/** What of a reply decides in which feeds it stands. */
export interface Followed {
  readonly topics: readonly string[];
  readonly answered: string;
  readonly issuer: string;
}

/** One feed that can be followed. */
export interface FeedScope {
  /** Its place in addresses, below the language; empty for all replies. */
  readonly path: string;
  readonly group: 'all' | 'corrections' | 'topics' | 'kinds' | 'issuers';
  readonly label: Readonly<Record<Locale, string>>;
  /** Whether a reply belongs to it. */
  readonly holds: (reply: Followed) => boolean;
}

/** The place of a body's feed in addresses: names in Chinese make none, so it is the beginning of the name's SHA-256. */
export const issuerSlug = (issuer: string): string =>
  createHash('sha256').update(issuer, 'utf8').digest('hex').slice(0, 8);

/** Every feed of a site. `issuers` are the answering bodies of its replies; only the site's own has an English name. */
export function feedScopes(site: Site, issuers: readonly string[]): FeedScope[] {
  const label = (of: (locale: Locale) => string) => ({ zh: of('zh'), en: of('en') });
  return [
    { path: '', group: 'all', label: label((locale) => followWords[locale].all), holds: () => true },
    {
      path: 'corrections',
      group: 'corrections',
      label: label((locale) => followWords[locale].corrections),
      holds: () => true,
    },
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
        holds: ({ answered }) => answered === id,
      }),
    ),
    ...issuers.map(
      (issuer): FeedScope => ({
        path: `issuers/${issuerSlug(issuer)}`,
        group: 'issuers',
        label: { zh: issuer, en: issuer === site.issuer.zh ? site.issuer.en : issuer },
        holds: (reply) => reply.issuer === issuer,
      }),
    ),
  ];
}
