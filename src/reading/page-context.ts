import type { Dataset } from '../model/dataset.ts';
import { type Locale, originalLanguage } from '../model/locale.ts';
import { replyName } from '../model/reply-identity.ts';
import type { Site } from '../model/site.ts';
import { type SiteUrls, siteUrls } from '../urls.ts';
import { catalogueDatasets, cataloguePages, catalogueReplies, catalogueSite } from './index.ts';
import { readReplyBlocks } from './reply-document.ts';
import { siteRoot } from './root.ts';

/** What every component needs to know about the page it is in. */
export interface PageContext {
  readonly site: Site;
  readonly urls: SiteUrls;
  readonly locale: Locale;
  /** This page's path, with the site's base. */
  readonly path: string;
  /** The same page in each language it is in; none where it is one page for all languages. */
  readonly twins: Partial<Record<Locale, string>>;
}

/** What the layout needs besides a page's own content: its place in the site and what the footer lists. */
export interface PageFrame {
  readonly context: PageContext;
  readonly pages: readonly { readonly title: string; readonly summary: string; readonly href: string }[];
}

/**
 * The frame of a page that exists in `languages` (default: all of the site's); `pathOf` gives its path.
 */
export async function translatedFrame(
  locale: Locale,
  pathOf: (urls: SiteUrls) => string,
  languages?: readonly Locale[],
): Promise<PageFrame> {
  const site = await catalogueSite();
  const urls = siteUrls(site);
  const path = pathOf(urls);
  const twins = Object.fromEntries(
    (languages ?? site.languages).flatMap((language) => {
      const twin = urls.twin(path, language);
      return twin === undefined ? [] : [[language, twin]];
    }),
  );
  return { context: { site, urls, locale, path, twins }, pages: await footerPages(locale, urls) };
}

/** The frame of a page of a reply side by side, for readers of one of its languages. */
export async function bilingualFrame(
  locale: Locale,
  reply: { readonly id: string; readonly language: Locale },
  readers: readonly Locale[],
): Promise<PageFrame> {
  const site = await catalogueSite();
  const urls = siteUrls(site);
  const pathFor = (reader: Locale) => urls.bilingual(reply.id, reader === reply.language ? undefined : reader);
  const path = pathFor(locale);
  const twins = Object.fromEntries(readers.map((language) => [language, pathFor(language)]));
  return { context: { site, urls, locale, path, twins }, pages: await footerPages(locale, urls) };
}

/** The frame of a page that is one for all languages, such as the cover; its own words are in the first of the site's. */
export async function sharedFrame(pathOf: (urls: SiteUrls) => string): Promise<PageFrame> {
  const site = await catalogueSite();
  const urls = siteUrls(site);
  const locale = originalLanguage(site.languages);
  return { context: { site, urls, locale, path: pathOf(urls), twins: {} }, pages: await footerPages(locale, urls) };
}

async function footerPages(locale: Locale, urls: SiteUrls): Promise<PageFrame['pages']> {
  const pages = await cataloguePages();
  return pages
    .filter((page) => page.locale === locale)
    .map(({ slug, entry }) => ({
      title: entry.data.title,
      summary: entry.data.description,
      href: urls.page(locale, slug),
    }));
}

/** A paragraph that a report quotes. */
interface QuotedParagraph {
  readonly text: string;
  /** The language it is quoted in: a reply that is not translated is quoted in Chinese. */
  readonly locale: Locale;
  /** What the reply is called: its number, or its title where it has none. */
  readonly replyName: string;
  readonly href: string;
}

/** What the components of a report read. The page puts it where they find it, since content may pass them names only. */
export interface ReportContext {
  readonly locale: Locale;
  readonly urls: SiteUrls;
  readonly datasets: readonly Dataset[];
  /** Throws where there is no such reply or paragraph: the check before a build says where. */
  paragraph(reply: string, id: string): QuotedParagraph;
}

/** What the components of reports in a language may name. */
export async function reportContext(locale: Locale, urls: SiteUrls): Promise<ReportContext> {
  const datasets = await catalogueDatasets();
  const replies = await catalogueReplies();
  return {
    locale,
    urls,
    datasets,
    paragraph: (reply, id) => {
      const summary = replies.find((candidate) => candidate.id === reply);
      const own: Locale =
        summary === undefined || summary.translations[locale] !== undefined ? locale : summary.language;
      const block = summary && readReplyBlocks(siteRoot(), reply, own, datasets).blocks.find((one) => one.id === id);
      if (!summary || !block) throw new RangeError(`a report quotes ${reply}#${id}, which does not exist`);
      const href = `${urls.reply(own, reply)}#${id}`;
      return { text: block.text, locale: own, replyName: replyName(summary, own), href };
    },
  };
}
