import type { FilePlace } from '../formats/format.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Locale } from '../model/locale.ts';
import type { Site } from '../model/site.ts';
import { siteUrls } from '../urls.ts';
import { chartFilesOf, filesOfDataset } from './data-files.ts';

/** A file that a page offers. */
export interface Download {
  readonly format: FilePlace;
  readonly href: string;
  readonly bytes: number;
}

/** What a dataset's page in a language offers to take away, with the size of each file. */
export async function datasetDownloads(dataset: Dataset, site: Site, locale: Locale): Promise<Download[]> {
  const urls = siteUrls(site);
  const files = [...filesOfDataset(dataset, site), ...chartFilesOf(dataset, site, locale)];
  return Promise.all(
    files.map(async ({ format, path, make }) => {
      const made = await make();
      const bytes = typeof made === 'string' ? new TextEncoder().encode(made).length : made.length;
      return { format, href: urls.asset(path), bytes };
    }),
  );
}
