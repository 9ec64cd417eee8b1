import type { Dataset } from '../model/dataset.ts';
import type { Locale } from '../model/locale.ts';
import type { Site } from '../model/site.ts';
import { siteUrls } from '../urls.ts';

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
