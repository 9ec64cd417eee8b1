import { followWords } from '../../language/messages/follow.ts';
import { type Locale, originalLanguage } from '../../model/locale.ts';
import type { Site } from '../../model/site.ts';
import { siteUrls } from '../../urls.ts';
import type { FeedDocument, FeedEntry } from './documents.ts';
import { stableId } from './entries.ts';
import type { FeedScope } from './scopes.ts';

/** A feed of a site in a language with its entries, which are given newest first. */
export function buildFeed(scope: FeedScope, locale: Locale, site: Site, entries: readonly FeedEntry[]): FeedDocument {
  const urls = siteUrls(site);
  const words = followWords[locale];
  const label = scope.label[locale];
  return {
    id: stableId('feed', site.issuer[originalLanguage(site.languages)], scope.path, locale),
    locale,
    title: words.feedTitle(site.name[locale], label),
    subtitle: site.description[locale],
    author: site.name[locale],
    page: urls.absolute(scope.bureau === undefined ? urls.follow(locale) : urls.bureau(locale, scope.bureau)),
    self: {
      xml: urls.absolute(urls.feed(locale, scope.path, 'xml')),
      json: urls.absolute(urls.feed(locale, scope.path, 'json')),
    },
    rights: site.terms?.[locale],
    entries,
  };
}
