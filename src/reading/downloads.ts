import type { Dataset } from '../model/dataset.ts';
import type { Locale } from '../model/locale.ts';
import type { Site } from '../model/site.ts';
import { siteUrls } from '../urls.ts';
import { chartFilesOf, filesOfDataset, type MadeFile } from './data-files.ts';

/** A file that a dataset's page offers. */
export interface Download {
  readonly format: 'csv' | 'plain.csv' | 'xlsx' | 'json' | 'svg' | 'png';
  readonly href: string;
  readonly bytes: number;
}

/** What a dataset's page in a language offers to take away, with the size of each file. */
export async function datasetDownloads(dataset: Dataset, site: Site, locale: Locale): Promise<Download[]> {
  const urls = siteUrls(site);
  const offer = async (format: Download['format'], file: MadeFile | undefined, href: string): Promise<Download[]> => {
    if (!file) return [];
    const made = await file.make();
    return [{ format, href, bytes: typeof made === 'string' ? new TextEncoder().encode(made).length : made.length }];
  };
  const [csv, plain, xlsx, json] = filesOfDataset(dataset, site);
  const [svg, png] = chartFilesOf(dataset, site, locale);
  const offers = await Promise.all([
    offer('csv', csv, urls.dataFile(csv?.name ?? '')),
    offer('xlsx', xlsx, urls.dataFile(xlsx?.name ?? '')),
    offer('json', json, urls.dataFile(json?.name ?? '')),
    offer('plain.csv', plain, urls.dataFile(plain?.name ?? '')),
    offer('svg', svg, urls.chartFile(dataset.id, locale, 'svg')),
    offer('png', png, urls.chartFile(dataset.id, locale, 'png')),
  ]);
  return offers.flat();
}
