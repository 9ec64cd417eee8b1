import { followWords } from '../../language/messages/follow.ts';
import { type Locale, originalLanguage } from '../../model/locale.ts';
import type { Site } from '../../model/site.ts';
import { siteUrls } from '../../urls.ts';
import { FEED_LENGTH, type FeedDocument, type FeedEntry } from './documents.ts';
import { stableId } from './entries.ts';
import { type FeedScope, feedFolder } from './scopes.ts';

/** What a feed is made of. */
interface FeedParts {
  /** Newest first. */
  readonly entries: readonly FeedEntry[];
  /** `YYYY-MM-DD`: the date of the feed while it is empty. */
  readonly since: string;
  /** How many archives it has. */
  readonly archives?: number;
  /** Which archive this is, from 1 on, the oldest first; none for the feed itself. */
  readonly archive?: number | undefined;
}

/** A feed of a site in a language, or one of its archives. */
export function buildFeed(
  scope: FeedScope,
  locale: Locale,
  site: Site,
  { entries, since, archives = 0, archive }: FeedParts,
): FeedDocument {
  const urls = siteUrls(site);
  const words = followWords[locale];
  const label = scope.label[locale];
  const page = urls.absolute(urls.asset(feedFolder(locale, scope.path)));
  const archiveAt = (part: number) => (part > 0 && part <= archives ? `${page}feed-${part}.xml` : undefined);
  return {
    id: stableId('feed', site.issuer[originalLanguage(site.languages)], scope.path, locale),
    locale,
    title: words.feedTitle(site.name[locale], label),
    subtitle: site.description[locale],
    author: site.name[locale],
    page: urls.absolute(scope.bureau === undefined ? urls.follow(locale) : urls.bureau(locale, scope.bureau)),
    self: { xml: `${page}feed.xml`, json: `${page}feed.json` },
    rights: site.terms?.[locale],
    entries,
    since,
    earlier: archiveAt((archive ?? archives + 1) - 1),
    ...(archive === undefined ? {} : { archive: { self: archiveAt(archive) ?? '', later: archiveAt(archive + 1) } }),
  };
}

/**
 * How many archives a feed with this many entries has. Archives fill from the oldest, so that they never change when
 * entries are added.
 */
export const archivesOf = (count: number): number => Math.max(0, Math.ceil((count - FEED_LENGTH) / FEED_LENGTH));

/** Where an archive's entries begin and end among all, newest first. */
export const archiveRange = (count: number, archive: number): readonly [from: number, to: number] => [
  count - archive * FEED_LENGTH,
  count - (archive - 1) * FEED_LENGTH,
];
