import { createHash } from 'node:crypto';
import type { ReplyJson } from '../../formats/api/reply.ts';
import { buildFeed } from '../../formats/feed/build.ts';
import { FEED_LENGTH, type FeedDocument, type FeedEntry } from '../../formats/feed/documents.ts';
import { correctionEntries, replyEntry } from '../../formats/feed/entries.ts';
import { type FeedScope, type Followed, feedFolder, feedScopes, feedSubjects } from '../../formats/feed/scopes.ts';
import { filePath } from '../../formats/format.ts';
import { FEED_FORMATS } from '../../formats/registry.ts';
import type { Locale } from '../../model/locale.ts';
import { byCodeUnit } from '../../model/order.ts';
import type { Site } from '../../model/site.ts';
import { publicationEntries } from './publications.ts';
import { deriveSiteFile } from './replies.ts';
import type { ExchangeSubjects } from './subjects.ts';

/** What is kept of every reply while the feeds are made; its text is read again for the newest ones only. */
interface Listed extends Followed {
  readonly id: string;
  /** SHA-256 of its JSON. */
  readonly sha256: string;
  readonly day: string;
  readonly corrected: boolean;
}

/** What a feed lists: what says of its entries which they are, and the entries themselves. */
interface Listing {
  readonly key: readonly unknown[];
  readonly entries: () => readonly FeedEntry[];
}

/**
 * Writes every feed in every language as Atom and JSON Feed. Linear in the replies; texts are read for the newest only, and for feeds
 * whose replies stayed as they were in the last build none is.
 */
export function writeFeeds({ folder, site, replies, published, memory }: ExchangeSubjects): void {
  const listed: Listed[] = [];
  for (const id of replies.ids) {
    const reply = replies.listed(id);
    listed.push({ id, ...reply });
  }
  listed.sort((one, other) => byCodeUnit(other.day, one.day) || byCodeUnit(other.id, one.id));
  const corrected = listed.filter((reply) => reply.corrected);
  const keyOf = (of: readonly Listed[]) => of.map(({ id, sha256 }) => [id, sha256]);
  const scopes = feedScopes(site, feedSubjects(listed));
  for (const locale of site.languages) {
    const known = new Map<string, FeedEntry>();
    const entryOf = (id: string) => {
      const entry = known.get(id) ?? replyEntry(replies.read(id), locale, site);
      known.set(id, entry);
      return entry;
    };
    const publications = publicationEntries(published, locale, site);
    const listingOf = (scope: FeedScope): Listing => {
      const published = publications.get(scope.path);
      if (published !== undefined) return { key: published, entries: () => published };
      const own = scope.group === 'corrections' ? corrected : newest(listed, scope);
      const entries = () =>
        scope.group === 'corrections'
          ? newestCorrections(
              own.map(({ id }) => replies.read(id)),
              locale,
              site,
            )
          : own.map(({ id }) => entryOf(id));
      return { key: keyOf(own), entries };
    };
    for (const scope of scopes) {
      const { key, entries } = listingOf(scope);
      const digest = createHash('sha256')
        .update(JSON.stringify([scope, key]))
        .digest('hex');
      writeFeed(scope, locale, site, entries, (path, make) =>
        deriveSiteFile(folder, memory, path, `${path} ${digest}`, make),
      );
    }
  }
}

function newest(listed: readonly Listed[], { holds }: FeedScope): Listed[] {
  const found: Listed[] = [];
  for (const reply of listed) {
    if (found.length === FEED_LENGTH) break;
    if (holds(reply)) found.push(reply);
  }
  return found;
}

function newestCorrections(replies: readonly ReplyJson[], locale: Locale, site: Site): FeedEntry[] {
  return replies
    .flatMap((reply) => correctionEntries(reply, locale, site))
    .sort((one, other) => byCodeUnit(other.day, one.day) || byCodeUnit(other.id, one.id))
    .slice(0, FEED_LENGTH);
}

function writeFeed(
  scope: FeedScope,
  locale: Locale,
  site: Site,
  entries: () => readonly FeedEntry[],
  derive: (path: string, make: () => string) => void,
): void {
  let built: FeedDocument | undefined;
  const feed = () => {
    built ??= buildFeed(scope, locale, site, entries());
    return built;
  };
  for (const format of FEED_FORMATS)
    derive(filePath(format, { page: feedFolder(locale, scope.path) }), () => format.write(feed()));
}
