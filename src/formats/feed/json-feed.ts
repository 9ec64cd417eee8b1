import { LANGUAGE_TAGS } from '../../model/locale.ts';
import { type Enclosure, type FeedDocument, feedTime } from './document.ts';

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
      content_html: html,
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
