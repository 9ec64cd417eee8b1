import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { commitmentCalendar } from '../formats/commitments/calendar.ts';
import type { FeedDocument, FeedEntry } from '../formats/feed/documents.ts';
import { stableId } from '../formats/feed/entries.ts';
import { filePath } from '../formats/format.ts';
import type { CommitmentsSubject } from '../formats/lists/reply-list.ts';
import { CALENDAR_FORMATS, COMMITMENT_FORMATS, FEED_FORMATS, formatNamed } from '../formats/registry.ts';
import { statusText } from '../language/messages/commitment-status.ts';
import { commitmentWords } from '../language/messages/commitments.ts';
import { type Locale, marked, originalLanguage } from '../model/locale.ts';
import type { Site } from '../model/site.ts';
import { type SiteUrls, siteUrls } from '../urls.ts';
import { catalogueCommitments, readCommitments, type TracedCommitment } from './commitments.ts';
import { madeFile } from './data-files.ts';
import { catalogueSite } from './index.ts';
import { ONLY_READS } from './page-reads.ts';
import { buildDay, siteRoot } from './root.ts';

/** What is beside the list of commitments in each language: calendar, tables, feeds. */
export async function commitmentFilePaths() {
  const site = await catalogueSite();
  // Without commitments there is no table, and the page links to none.
  const tables = readCommitments(siteRoot()).length === 0 ? [] : COMMITMENT_FORMATS;
  return site.languages.flatMap((locale) => {
    const traced = () => catalogueCommitments(locale, siteUrls(site));
    const page = siteUrls(site).commitments(locale).slice(site.base.length);
    const files = [
      ...CALENDAR_FORMATS.map((format) =>
        madeFile(format, { locale }, async () => calendar(await traced(), site, locale)),
      ),
      ...tables.map((format) => madeFile(format, { locale }, async () => tableSubject(await traced(), site, locale))),
      ...FEED_FORMATS.map((format) => madeFile(format, { page }, async () => feed(await traced(), site, locale))),
    ];
    return files.map((file) => ({ params: { locale, file: file.name }, props: { file }, cacheKey: ONLY_READS }));
  });
}

function tableSubject(traced: readonly TracedCommitment[], site: Site, locale: Locale): CommitmentsSubject {
  const urls = siteUrls(site);
  return {
    commitments: traced.map(({ commitment, status, progress, replyName, replyDate, exact, href }) => ({
      ...{ commitment, replyName, replyDate, exact },
      status: statusText({ status, progress }, locale),
      progress: progress.map((entry) => ({ ...entry, href: absolute(entry.href, urls) })),
      source: absolute(href, urls),
    })),
    locale,
    title: `${commitmentWords[locale].title} · ${site.name[locale]}`,
    address: urls.absolute(urls.commitments(locale)),
    day: buildDay(),
  };
}

function calendar(traced: readonly TracedCommitment[], site: Site, locale: Locale): string {
  const urls = siteUrls(site);
  const words = commitmentWords[locale];
  return commitmentCalendar(
    traced.map(({ commitment }) => commitment),
    {
      name: `${words.title} · ${site.name[locale]}`,
      locale,
      page: urls.absolute(urls.commitments(locale)),
      self: urls.absolute(urls.asset(filePath(formatNamed(CALENDAR_FORMATS, 'calendar'), { locale }))),
      today: buildDay(),
      title: ({ statement }) => words.dueInCalendar(statement[locale]),
      url: ({ id }) => urls.absolute(`${urls.commitments(locale)}#${id}`),
      told: ({ statement }, { status }) => words.inCalendar(words.progress[status], statement[locale]),
      uid: ({ id }, ...parts) => idOf(site, locale, id, ...parts),
    },
  );
}

function feed(traced: readonly TracedCommitment[], site: Site, locale: Locale): FeedDocument {
  const urls = siteUrls(site);
  const words = commitmentWords[locale];
  const page = urls.absolute(urls.commitments(locale));
  return {
    id: stableId('commitments', site.issuer[originalLanguage(site.languages)], locale),
    locale,
    title: `${words.title} · ${site.name[locale]}`,
    subtitle: words.lead,
    author: site.name[locale],
    page,
    self: { xml: `${page}feed.xml`, json: `${page}feed.json` },
    rights: site.terms?.[locale],
    since: buildDay(),
    // Published progress replaces the status that follows from the commitment's own words.
    entries: traced.flatMap((own) => [
      ...progressEntries(own, site, locale),
      ...(own.progress.length === 0 || own.result !== undefined ? [statusEntry(own, site, locale)] : []),
    ]),
  };
}

/** The id of an entry about a commitment in a language; that of the original language has no suffix. */
function idOf(site: Site, locale: Locale, ...parts: readonly string[]): string {
  const original = originalLanguage(site.languages);
  return stableId('commitment', site.issuer[original], ...parts, ...(locale === original ? [] : [locale]));
}

/** What was published of a commitment, newest first: an entry each. */
function progressEntries({ commitment, progress }: TracedCommitment, site: Site, locale: Locale): FeedEntry[] {
  const urls = siteUrls(site);
  const words = commitmentWords[locale];
  return progress.map(({ date, status, address, exact, locale: own, source, href, note }) => ({
    id: idOf(site, locale, commitment.id, 'progress', date, status, address),
    url: `${urls.absolute(urls.commitments(locale))}#${commitment.id}`,
    title: words.inCalendar(words.progress[status], commitment.statement[locale]),
    ...{ day: date, updated: date },
    author: site.name[locale],
    topics: [],
    html: toHtml([
      h('p', commitment.statement[locale]),
      h('blockquote', { ...marked(own, locale), cite: absolute(href, urls) }, [h('p', exact)]),
      h('p', [h('a', { href: absolute(href, urls) }, source)]),
      ...(note === undefined ? [] : [h('p', note)]),
    ]),
  }));
}

const absolute = (href: string, urls: SiteUrls): string => (href.startsWith('/') ? urls.absolute(href) : href);

/** What follows from a commitment's own words, and whether its result is published. */
function statusEntry(
  { commitment, status, replyDate, result }: TracedCommitment,
  site: Site,
  locale: Locale,
): FeedEntry {
  const urls = siteUrls(site);
  const words = commitmentWords[locale];
  // The day that the status is of: an entry that has just fallen due must not look as old as the promise.
  const day = status.kind === 'due' ? (commitment.due ?? replyDate) : (result?.replyDate ?? replyDate);
  return {
    id: idOf(site, locale, commitment.id, status.kind),
    url: `${urls.absolute(urls.commitments(locale))}#${commitment.id}`,
    title: `${words.statuses[status.kind]} · ${commitment.statement[locale]}`,
    ...{ day, updated: day },
    author: site.name[locale],
    topics: [],
    html: toHtml(h('p', commitment.statement[locale])),
  };
}
