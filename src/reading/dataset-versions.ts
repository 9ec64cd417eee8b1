import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { datasetDocument } from '../formats/data/json.ts';
import { type Dataset, datasetSchema } from '../model/dataset.ts';
import { LOCALES, type Locale, originalLanguage } from '../model/locale.ts';
import { compareVersions } from '../model/order.ts';
import type { Site } from '../model/site.ts';
import { siteUrls } from '../urls.ts';
import { dataLinks } from './data-files.ts';
import { catalogueDatasets, catalogueSite } from './index.ts';
import { noteRead, RECORD, valueKey } from './page-reads.ts';
import { siteRoot } from './root.ts';

/** A dataset as the site's JSON interface gives it: all of it, and its addresses. */
export function datasetJson({ $schema: _, ...dataset }: Dataset, site: Site) {
  const urls = siteUrls(site);
  const each = (value: (locale: Locale) => string) =>
    Object.fromEntries(site.languages.map((locale) => [locale, value(locale)]));
  return {
    ...dataset,
    url: each((locale) => urls.dataset(locale, dataset.id)),
    observations: dataset.observations.map((observation) => ({
      ...observation,
      url: each((locale) => urls.observation(locale, dataset.id, observation.id)),
    })),
  };
}

/** A version as it was published, in the languages of its day: those of its title. */
function publishedVersion(text: string): Dataset {
  const value = JSON.parse(text);
  return datasetSchema(LOCALES.filter((locale) => locale in (value.title ?? {}))).parse(value);
}

/** The published versions of a dataset and the present one, oldest first by semantic version. */
export function datasetVersions(dataset: Dataset): Dataset[] {
  noteRead(RECORD);
  const folder = path.join(siteRoot(), 'data/published/datasets', dataset.id);
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  const former = files
    .map((name) => publishedVersion(readFileSync(path.join(folder, name), 'utf8')))
    .filter(({ version }) => version !== dataset.version);
  return [...former, dataset].sort((one, other) => compareVersions(one.version, other.version));
}

/** `/data/<id>/v<version>.json` for every version that was published, and the present one. */
export async function datasetVersionPaths() {
  const site = await catalogueSite();
  const urls = siteUrls(site);
  return (await catalogueDatasets()).flatMap((dataset) =>
    datasetVersions(dataset).map((version) => {
      const body = datasetDocument(
        version,
        dataLinks(site),
        urls.absolute(urls.dataset(originalLanguage(site.languages), dataset.id)),
      );
      return { params: { id: dataset.id, version: version.version }, props: { body }, cacheKey: valueKey(body) };
    }),
  );
}
