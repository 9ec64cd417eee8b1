import { createHash } from 'node:crypto';
import type { ReplyJson } from '../../formats/api/reply.ts';
import { type CitedWork, citedDataset, citedReplyJson, citedReport } from '../../formats/citation/works.ts';
import { feedFolder, feedScopes, feedSubjects } from '../../formats/feed/scopes.ts';
import { filePath } from '../../formats/format.ts';
import { CITATION_FORMATS, REPLY_FORMATS } from '../../formats/registry.ts';
import { sha256Of } from '../../model/hashes.ts';
import { LOCALES, type Locale } from '../../model/locale.ts';
import { byCodeUnit } from '../../model/order.ts';
import { formerTexts, type QuoteBundle, type QuoteManifest, quotedReply } from '../../quotes/bundle.ts';
import { recordedDigest, recordedTexts } from '../../reading/published.ts';
import { siteUrls } from '../../urls.ts';
import { type BuiltReplies, deriveNamedFile, deriveSiteFile } from './replies.ts';
import type { ExchangeSubjects } from './subjects.ts';

/**
 * Writes each reply as Markdown and plain text, and the bundles that quotations are checked against: one a year and
 * language, so that ten thousand replies are never in memory at once. What is made from the same JSON and records as in the
 * last build is that build's. Returns the bundles written, newest year first.
 */
export function writeTexts({ folder, root, site, replies, memory }: ExchangeSubjects): QuoteManifest['bundles'] {
  const urls = siteUrls(site);
  const written: QuoteManifest['bundles'][number][] = [];
  const derive = (path: string, key: string, make: () => string) => deriveSiteFile(folder, memory, path, key, make);
  for (const [year, ids] of byYear(replies)) {
    // The replies of a year are read at most once.
    const read = new Map<string, ReplyJson>();
    const replyOf = (id: string) => {
      const reply = read.get(id) ?? replies.read(id);
      read.set(id, reply);
      return reply;
    };
    for (const locale of LOCALES) {
      const own = ids.filter((id) => replies.listed(id).languages.includes(locale));
      for (const id of own) {
        const { sha256 } = replies.listed(id);
        for (const format of REPLY_FORMATS)
          derive(filePath(format, { locale, id }), sha256, () => format.write({ reply: replyOf(id), locale, site }));
      }
      if (own.length === 0) continue;
      const key = createHash('sha256').update(`${locale}-${year}\n`);
      for (const id of own) key.update(`${replies.listed(id).sha256} ${recordedDigest(root, id)}\n`);
      const path = deriveNamedFile(folder, memory, `verify/parts/${locale}-${year}`, key.digest('hex'), () => {
        const former = (id: string) =>
          locale === replyOf(id).language ? formerTexts(recordedTexts(root, id), replyOf(id), locale) : [];
        const quoted = own.map((id) => quotedReply(replyOf(id), locale, former(id)));
        return JSON.stringify({ locale, year, replies: quoted } satisfies QuoteBundle);
      });
      written.push({ locale, year, path: urls.asset(path), replies: own.length });
    }
  }
  return written;
}

/** Ids by the year of the letters' dates, newest year first. */
function byYear({ ids, listed }: BuiltReplies): [string, string[]][] {
  const years = Map.groupBy(ids, (id) => listed(id).year);
  return [...years].sort(([one], [other]) => (one < other ? 1 : -1));
}

/** What is cited beside a page: `page` is its path below the base. */
interface CitedPage {
  readonly page: string;
  readonly works: readonly CitedWork[];
}

/** Writes how to cite each reply, dataset and report, and each list of them, for programs that keep references. */
export function writeCitations(subjects: ExchangeSubjects): void {
  const { folder, site, memory } = subjects;
  for (const locale of site.languages) {
    for (const { page, works } of citedPages(subjects, locale)) {
      const key = sha256Of(JSON.stringify(works));
      for (const format of CITATION_FORMATS)
        deriveSiteFile(folder, memory, filePath(format, { page }), key, () => format.write(works));
    }
  }
}

/** Every page in a language that works are cited beside: lists newest first. A reply is cited in a language that it is in. */
function citedPages({ site, replies, published }: ExchangeSubjects, locale: Locale): CitedPage[] {
  const urls = siteUrls(site);
  const below = (path: string) => path.slice(site.base.length);
  const listed = replies.ids.map((id) => ({ ...replies.listed(id), id }));
  const own = listed
    .filter(({ languages }) => languages.includes(locale))
    .sort((one, other) => byCodeUnit(other.date, one.date) || byCodeUnit(one.id, other.id))
    .map((reply) => ({ reply, work: citedReplyJson(reply, locale, site) }));
  const datasets = published.datasets.map((dataset) => citedDataset(dataset, locale, site));
  const reports = (published.documents.get('reports') ?? []).flatMap(({ id, title: { [locale]: title }, date }) =>
    title === undefined ? [] : [{ id, work: citedReport(id, { title, date }, locale, site) }],
  );
  // A list that has a page of its own; years have one only where lists are long, and share the feeds' folder otherwise.
  const lists = feedScopes(site, feedSubjects(listed)).filter(({ group }) =>
    ['all', 'topics', 'bureaus'].includes(group),
  );
  return [
    ...own.map(({ reply, work }) => ({ page: below(urls.reply(locale, reply.id)), works: [work] })),
    ...published.datasets.map(({ id }, index) => ({
      page: below(urls.dataset(locale, id)),
      works: datasets.slice(index, index + 1),
    })),
    ...reports.map(({ id, work }) => ({ page: below(urls.report(locale, id)), works: [work] })),
    ...lists.map(({ path, holds }) => ({
      page: path === '' ? below(urls.replies(locale)) : feedFolder(locale, path),
      works: own.filter(({ reply }) => holds(reply)).map(({ work }) => work),
    })),
    { page: below(urls.datasets(locale)), works: datasets },
    { page: below(urls.reports(locale)), works: reports.map(({ work }) => work) },
  ].filter(({ works }) => works.length > 0);
}
