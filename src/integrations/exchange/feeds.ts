import type { ReplyJson } from '../../exchange/api/reply.ts';
import { atomFeed } from '../../exchange/feed/atom.ts';
import { buildFeed } from '../../exchange/feed/build.ts';
import { FEED_LENGTH, type FeedEntry } from '../../exchange/feed/document.ts';
import { correctionEntries, replyEntry } from '../../exchange/feed/entries.ts';
import { jsonFeed } from '../../exchange/feed/json-feed.ts';
import { type FeedScope, type Followed, feedScopes, feedSubjects } from '../../exchange/feed/scopes.ts';
import { byCodeUnit } from '../../model/code-unit-order.ts';
import type { Locale } from '../../model/locale.ts';
import type { Site } from '../../model/site.ts';
import { siteUrls } from '../../urls.ts';
import type { OutputMemory } from '../reuse/output-memory.ts';
import { publicationEntries } from './publications.ts';
import { type BuiltReplies, builtLanguages, putSiteFile } from './replies.ts';

/** What is kept of every reply while the feeds are made; its text is read again for the newest ones only. */
interface Listed extends Followed {
  readonly id: string;
  readonly day: string;
  readonly languages: readonly Locale[];
}

/** Writes every feed in every language as Atom and JSON Feed. Linear in the replies; texts are read for the newest only. */
export function writeFeeds(folder: string, site: Site, replies: BuiltReplies, memory: OutputMemory): void {
  const listed: Listed[] = [];
  const corrected: ReplyJson[] = [];
  for (const id of replies.ids) {
    const reply = replies.listed(id);
    listed.push({ id, ...reply });
    if (reply.corrected) corrected.push(replies.read(id));
  }
  listed.sort((one, other) => byCodeUnit(other.day, one.day) || byCodeUnit(other.id, one.id));
  const scopes = feedScopes(site, feedSubjects(listed));
  for (const locale of site.languages) {
    const known = new Map<string, FeedEntry>();
    const entryOf = (id: string) => {
      const entry = known.get(id) ?? replyEntry(replies.read(id), locale, site);
      known.set(id, entry);
      return entry;
    };
    const publications = publicationEntries(folder, locale, site);
    for (const scope of scopes) {
      const entries =
        publications.get(scope.path) ??
        (scope.group === 'corrections'
          ? newestCorrections(corrected, locale, site)
          : newest(listed, scope, locale).map(({ id }) => entryOf(id)));
      writeFeed(scope, locale, site, entries, (path, text) => putSiteFile(folder, memory, path, text));
    }
  }
}

function newest(listed: readonly Listed[], { holds }: FeedScope, locale: Locale): Listed[] {
  const found: Listed[] = [];
  for (const reply of listed) {
    if (found.length === FEED_LENGTH) break;
    if (holds(reply) && reply.languages.includes(locale)) found.push(reply);
  }
  return found;
}

function newestCorrections(replies: readonly ReplyJson[], locale: Locale, site: Site): FeedEntry[] {
  return replies
    .filter((reply) => builtLanguages(reply).includes(locale))
    .flatMap((reply) => correctionEntries(reply, locale, site))
    .sort((one, other) => byCodeUnit(other.day, one.day) || byCodeUnit(other.id, one.id))
    .slice(0, FEED_LENGTH);
}

function writeFeed(
  scope: FeedScope,
  locale: Locale,
  site: Site,
  entries: readonly FeedEntry[],
  put: (path: string, text: string) => void,
): void {
  const urls = siteUrls(site);
  const feed = buildFeed(scope, locale, site, entries);
  const below = (path: string) => path.slice(site.base.length);
  put(below(urls.feed(locale, scope.path, 'xml')), atomFeed(feed));
  put(below(urls.feed(locale, scope.path, 'json')), JSON.stringify(jsonFeed(feed)));
}
