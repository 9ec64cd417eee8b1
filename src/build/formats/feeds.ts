import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { archiveRange, archivesOf, buildFeed } from '../../formats/feed/build.ts';
import { FEED_LENGTH, type FeedEntry } from '../../formats/feed/documents.ts';
import { correctionEntries, replyEntry } from '../../formats/feed/entries.ts';
import { type FeedScope, type Followed, feedFolder, feedScopes, feedSubjects } from '../../formats/feed/scopes.ts';
import { filePath } from '../../formats/format.ts';
import { ARCHIVE_FORMATS, FEED_FORMATS } from '../../formats/registry.ts';
import { sha256Of } from '../../model/hashes.ts';
import { byCodeUnit } from '../../model/order.ts';
import { deriveSiteFile } from './replies.ts';
import { type ExchangeSubjects, publicationEntries } from './subjects.ts';

/** What is kept of every reply while the feeds are written; texts are read again for the newest replies only. */
interface Listed extends Followed {
  readonly id: string;
  /** SHA-256 of its JSON. */
  readonly sha256: string;
  readonly day: string;
  /** The days of its corrections and of its withdrawal, as `correctionEntries` lists them. */
  readonly changes: readonly string[];
}

/** What a feed lists, newest first: a key for each entry, and a function that gives the entries of a range. */
interface Listing {
  readonly keys: readonly unknown[];
  readonly entries: (from: number, to: number, brief: boolean) => readonly FeedEntry[];
}

/**
 * Writes every feed in every language as Atom and JSON Feed. Entries older than the newest fifty are in archives. Texts are read only for
 * feeds that differ from the last build's.
 */
export function writeFeeds({ folder, site, today, replies, published, memory }: ExchangeSubjects): void {
  const listed: Listed[] = [];
  for (const id of replies.ids) {
    const reply = replies.listed(id);
    listed.push({ id, ...reply });
  }
  listed.sort((one, other) => byCodeUnit(other.day, one.day) || byCodeUnit(other.id, one.id));
  const corrections = listed
    .flatMap(({ id, sha256, changes }) => changes.map((day, index) => ({ id, sha256, day, index })))
    .sort((one, other) => byCodeUnit(other.day, one.day) || byCodeUnit(other.id, one.id) || other.index - one.index);
  const scopes = feedScopes(site, feedSubjects(listed));
  /** The newest day of anything here: the date of an empty feed; on an empty site, today. */
  const since = [...listed.map(({ day }) => day), ...corrections.map(({ day }) => day)].sort().at(-1) ?? today;
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
      if (published !== undefined) return { keys: published, entries: (from, to) => published.slice(from, to) };
      if (scope.group === 'corrections') {
        const entries = (from: number, to: number) =>
          corrections
            .slice(from, to)
            .flatMap(({ id, index }) => correctionEntries(replies.read(id), locale, site)[index] ?? []);
        return { keys: corrections, entries };
      }
      const own = listed.filter(scope.holds);
      const entries = (from: number, to: number, brief: boolean) =>
        own
          .slice(from, to)
          .map(({ id }) => (brief ? briefly(replyEntry(replies.read(id), locale, site)) : entryOf(id)));
      return { keys: own.map(({ id, sha256 }) => [id, sha256]), entries };
    };
    for (const scope of scopes) {
      const { keys, entries } = listingOf(scope);
      const archives = archivesOf(keys.length);
      const page = feedFolder(locale, scope.path);
      const derive = (path: string, from: number, to: number, parts: readonly unknown[], make: () => string) => {
        const digest = sha256Of(JSON.stringify([scope, parts, keys.slice(from, to)]));
        deriveSiteFile(folder, memory, path, `${path} ${digest}`, make);
      };
      for (const format of FEED_FORMATS) {
        const newest = () =>
          buildFeed(scope, locale, site, { entries: entries(0, FEED_LENGTH, false), since, archives });
        derive(filePath(format, { page }), 0, FEED_LENGTH, [archives, keys.length === 0 && since], () =>
          format.write(newest()),
        );
      }
      for (let archive = 1; archive <= archives; archive += 1) {
        const [from, to] = archiveRange(keys.length, archive);
        for (const format of ARCHIVE_FORMATS) {
          const path = filePath(format, { page, part: String(archive) });
          derive(path, from, to, [archive, archive === archives], () => {
            // The archives of all replies hold the full text; the others link to it.
            const old = entries(from, to, scope.path !== '');
            return format.write(buildFeed(scope, locale, site, { entries: old, since, archives, archive }));
          });
        }
      }
    }
  }
}

/** An entry of an archive that shows where its text is, but not the text. */
const briefly = ({ enclosures: _, ...entry }: FeedEntry): FeedEntry => ({
  ...entry,
  html: toHtml(h('p', [h('a', { href: entry.url }, entry.title)])),
});
