import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { LANGUAGE_TAGS } from '../../model/locale.ts';
import { type FeedDocument, type FeedEntry, feedTime, feedUpdated } from './document.ts';

/** A feed in Atom 1.0 (RFC 4287). */
export function atomFeed(feed: FeedDocument): string {
  const language = LANGUAGE_TAGS[feed.locale];
  const tree = x(null, [
    { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="utf-8"' },
    x('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language }, [
      x('id', feed.id),
      x('title', feed.title),
      x('subtitle', feed.subtitle),
      x('updated', feedTime(feedUpdated(feed))),
      x('author', [x('name', feed.author)]),
      x('link', { rel: 'alternate', type: 'text/html', hreflang: language, href: feed.page }),
      x('link', { rel: 'self', type: 'application/atom+xml', href: feed.self.xml }),
      ...(feed.rights === undefined ? [] : [x('rights', feed.rights)]),
      ...feed.entries.map((entry) => atomEntry(entry, language)),
    ]),
  ]);
  return `${wellFormed(toXml(tree, { closeEmptyElements: true }))}\n`;
}

function atomEntry(
  { id, url, title, day, updated, author, topics, html, enclosures = [] }: FeedEntry,
  language: string,
) {
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
    x('content', { type: 'html' }, html),
  ]);
}

/** The serialiser leaves `]]>` in text as it is, which XML 1.0 (2.4) refuses there. */
const wellFormed = (xml: string): string => xml.replaceAll(']]>', ']]&gt;');
