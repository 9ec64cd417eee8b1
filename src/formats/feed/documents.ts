import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { LANGUAGE_TAGS, type Locale, languageOf } from '../../model/locale.ts';

/** One entry of a feed, ready to be written as Atom or JSON Feed. */
export interface FeedEntry {
  /** `urn:uuid:…`, the same wherever the site lives. */
  readonly id: string;
  /** Absolute address. */
  readonly url: string;
  readonly title: string;
  /** `YYYY-MM-DD`: the date of the entry. */
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
  /** `YYYY-MM-DD`: the date of the feed while it is empty, since Atom requires one. */
  readonly since: string;
  /** Absolute address of the archive that holds what was before (RFC 5005, 4); none where all is here. */
  readonly earlier?: string | undefined;
  /** Of an archive: the absolute addresses of itself and, where there is one, of the archive that comes after it. */
  readonly archive?: { readonly self: string; readonly later?: string | undefined };
}

/** Entries in one feed. */
export const FEED_LENGTH = 50;

/** A day in the form of RFC 3339, at midnight in Beijing, by whose calendar every document of the site is dated. */
const feedTime = (day: string): string => `${day}T00:00:00+08:00`;

/** The day of the last change in a feed. */
function feedUpdated({ entries, since }: Pick<FeedDocument, 'entries' | 'since'>): string {
  return (
    entries
      .map(({ updated }) => updated)
      .sort()
      .at(-1) ?? since
  );
}

/** A feed in Atom 1.0 (RFC 4287), or an archive of it (RFC 5005). */
export function atomFeed(feed: FeedDocument): string {
  const language = LANGUAGE_TAGS[feed.locale];
  const { archive, earlier } = feed;
  const history = archive === undefined ? {} : { 'xmlns:fh': 'http://purl.org/syndication/history/1.0' };
  const link = (rel: string, href: string | undefined) =>
    href === undefined ? [] : [x('link', { rel, type: 'application/atom+xml', href })];
  const tree = x(null, [
    { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="utf-8"' },
    x('feed', { xmlns: 'http://www.w3.org/2005/Atom', ...history, 'xml:lang': language }, [
      x('id', feed.id),
      x('title', feed.title),
      x('subtitle', feed.subtitle),
      x('updated', feedTime(feedUpdated(feed))),
      x('author', [x('name', feed.author)]),
      x('link', { rel: 'alternate', type: 'text/html', hreflang: language, href: feed.page }),
      ...link('self', archive?.self ?? feed.self.xml),
      ...(archive === undefined ? [] : [x('fh:archive'), ...link('current', feed.self.xml)]),
      ...link('prev-archive', earlier),
      ...link('next-archive', archive?.later),
      ...(feed.rights === undefined ? [] : [x('rights', feed.rights)]),
      ...feed.entries.map((entry) => atomEntry(entry, feed.locale)),
    ]),
  ]);
  return `${wellFormed(toXml(tree, { closeEmptyElements: true }))}\n`;
}

function atomEntry({ id, url, title, day, updated, author, topics, html, enclosures = [] }: FeedEntry, locale: Locale) {
  const language = LANGUAGE_TAGS[locale];
  return x('entry', [
    x('id', id),
    x('title', title),
    x('link', { rel: 'alternate', type: 'text/html', hreflang: language, href: url }),
    ...enclosures.map((file) =>
      x('link', { rel: 'enclosure', type: file.mediaType, length: file.bytes, href: file.url, title: file.title }),
    ),
    x('published', feedTime(day)),
    x('updated', feedTime(updated)),
    x('author', [x('name', author)]),
    ...topics.map((topic) => x('category', { term: topic })),
    x('content', { type: 'html' }, directed(html, locale)),
  ]);
}

/** HTML with its own `dir` where the text runs from right to left: neither format has a field for it. */
function directed(html: string, locale: Locale): string {
  const { direction, tag } = languageOf(locale);
  return direction === 'rtl' ? `<div lang="${tag}" dir="rtl">${html}</div>` : html;
}

/** The serialiser leaves `]]>` in text as it is, which XML 1.0 (2.4) does not allow. */
const wellFormed = (xml: string): string => xml.replaceAll(']]>', ']]&gt;');

/** A feed in JSON Feed 1.1. */
export function jsonFeed(feed: FeedDocument) {
  const language = LANGUAGE_TAGS[feed.locale];
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.subtitle,
    home_page_url: feed.page,
    feed_url: feed.self.json,
    language,
    authors: [{ name: feed.author }],
    items: feed.entries.map(({ id, url, title, day, updated, author, topics, html, enclosures = [] }) => ({
      id,
      url,
      title,
      content_html: directed(html, feed.locale),
      date_published: feedTime(day),
      ...(updated === day ? {} : { date_modified: feedTime(updated) }),
      authors: [{ name: author }],
      ...(topics.length === 0 ? {} : { tags: topics }),
      language,
      ...(enclosures.length === 0 ? {} : { attachments: enclosures.map(attachment) }),
    })),
  };
}

const attachment = ({ url, title, mediaType, bytes }: Enclosure) => ({
  url,
  mime_type: mediaType,
  title,
  size_in_bytes: bytes,
});
