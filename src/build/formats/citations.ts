import { createHash } from 'node:crypto';
import { type CitedWork, citedDataset, citedReplyJson, citedReport } from '../../formats/citation/works.ts';
import { feedFolder, feedScopes, feedSubjects } from '../../formats/feed/scopes.ts';
import { filePath } from '../../formats/format.ts';
import { CITATION_FORMATS } from '../../formats/registry.ts';
import type { Locale } from '../../model/locale.ts';
import { byCodeUnit } from '../../model/order.ts';
import { siteUrls } from '../../urls.ts';
import { deriveSiteFile } from './replies.ts';
import type { ExchangeSubjects } from './subjects.ts';

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
      const key = createHash('sha256').update(JSON.stringify(works)).digest('hex');
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
