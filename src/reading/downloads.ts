import { statSync } from 'node:fs';
import path from 'node:path';
import type { FilePlace } from '../formats/format.ts';
import { BULK_FORMATS } from '../formats/registry.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Locale } from '../model/locale.ts';
import type { Site } from '../model/site.ts';
import { siteUrls } from '../urls.ts';
import { chartFilesOf, filesOfDataset } from './data-files.ts';
import { buildOutput } from './root.ts';

/** A file that a page offers. */
export interface Download {
  readonly format: FilePlace;
  readonly href: string;
  readonly bytes: number;
}

/** What a dataset's page in a language offers to take away, with the size of each file. */
export async function datasetDownloads(dataset: Dataset, site: Site, locale: Locale): Promise<Download[]> {
  const urls = siteUrls(site);
  const files = [...filesOfDataset(dataset, site, locale), ...chartFilesOf(dataset, site, locale)];
  return Promise.all(
    files.map(async ({ format, path, make }) => {
      const made = await make();
      const bytes = typeof made === 'string' ? new TextEncoder().encode(made).length : made.length;
      return { format, href: urls.asset(path), bytes };
    }),
  );
}

/**
 * The files that hold all of something, with their sizes, as they stand in the output: for pages of `FINISHED_FILES` only. None in
 * development, where none are written.
 */
export function bulkDownloads(site: Site): Download[] {
  const output = buildOutput();
  if (output === undefined) return [];
  const urls = siteUrls(site);
  return BULK_FORMATS.flatMap((format) => {
    const stats = statSync(path.join(output, format.path), { throwIfNoEntry: false });
    return stats === undefined ? [] : [{ format, href: urls.asset(format.path), bytes: stats.size }];
  });
}
