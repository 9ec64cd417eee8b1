import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { metaContent } from '../../formats/address/head.ts';
import { FEED_LENGTH, type FeedEntry } from '../../formats/feed/documents.ts';
import { datasetEntries, type PublishedReport, reportEntry } from '../../formats/feed/publications.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Locale } from '../../model/locale.ts';
import { byCodeUnit } from '../../model/order.ts';
import type { Site } from '../../model/site.ts';

const namesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).sort() : []);

const newest = (entries: readonly FeedEntry[]): FeedEntry[] =>
  entries
    .toSorted((one, other) => byCodeUnit(other.day, one.day) || byCodeUnit(one.url, other.url))
    .slice(0, FEED_LENGTH);

/** Versions of a built site's datasets, newest first, from their JSON: what is announced is what was published. */
function builtDatasets(folder: string, locale: Locale, site: Site): FeedEntry[] {
  const datasets = join(folder, 'api/v1/datasets');
  const entries = namesIn(datasets).flatMap((file) => {
    const dataset: Pick<Dataset, 'id' | 'headline' | 'topics' | 'changelog'> = JSON.parse(
      readFileSync(join(datasets, file), 'utf8'),
    );
    return datasetEntries(dataset, locale, site);
  });
  return newest(entries);
}

function readReport(folder: string, slug: string): PublishedReport[] {
  const file = join(folder, slug, 'index.html');
  if (!existsSync(file)) return [];
  const html = readFileSync(file, 'utf8');
  const [title, summary, date] = ['og:title', 'description', 'article:published_time'].map((name) =>
    metaContent(html, name),
  );
  return title !== undefined && summary !== undefined && date !== undefined ? [{ slug, title, summary, date }] : [];
}

/** A built site's reports, newest first, from what their pages say of themselves. */
function builtReports(folder: string, locale: Locale, site: Site): FeedEntry[] {
  const reports = join(folder, locale, 'reports');
  const found = namesIn(reports).flatMap((slug) => readReport(reports, slug));
  return newest(found.map((report) => reportEntry(report, locale, site)));
}

/** The entries of the feeds of what is no reply, by their place in addresses. */
export function publicationEntries(folder: string, locale: Locale, site: Site): ReadonlyMap<string, FeedEntry[]> {
  return new Map([
    ['kinds/dataset', builtDatasets(folder, locale, site)],
    ['kinds/report', builtReports(folder, locale, site)],
  ]);
}
