import type { Dataset } from '../../model/dataset.ts';
import { inEach, originalLanguage } from '../../model/locale.ts';
import type { Site } from '../../model/site.ts';
import { siteUrls } from '../../urls.ts';
import { exactNumber } from './columns.ts';

/** The path of a version of a dataset as a file, below the base. */
export const versionPath = (id: string, version: string, ending: 'json' | 'csv' | 'wide.csv'): string =>
  `data/${id}/v${version}.${ending}`;

/** A decimal string as a number under `number`, where a number holds it exactly. */
function asNumber(decimal: string): { number?: number } {
  const number = exactNumber(decimal);
  return typeof number === 'number' ? { number } : {};
}

/**
 * A dataset as the site gives it everywhere: all that its file says, each value as a decimal string and beside it as a number, and the
 * addresses of all. `versions` are those that were published, oldest first; `self` is the path that this one is at.
 */
export function datasetJson(
  { $schema: _, ...dataset }: Dataset,
  site: Site,
  { versions, self }: { readonly versions: readonly Pick<Dataset, 'version' | 'changelog'>[]; readonly self: string },
) {
  const urls = siteUrls(site);
  const { id } = dataset;
  const absolute = (path: string) => urls.absolute(urls.asset(path));
  return {
    ...dataset,
    url: inEach(site.languages, (locale) => urls.dataset(locale, id)),
    links: {
      self: absolute(self),
      page: inEach(site.languages, (locale) => urls.absolute(urls.dataset(locale, id))),
    },
    versions: versions.flatMap(({ version, changelog }) => {
      const date = changelog.find((change) => change.version === version)?.date;
      const at = (ending: Parameters<typeof versionPath>[2]) => absolute(versionPath(id, version, ending));
      return date === undefined ? [] : [{ version, date, json: at('json'), csv: at('csv'), wide: at('wide.csv') }];
    }),
    observations: dataset.observations.map((observation) => ({
      ...observation,
      ...asNumber(observation.value),
      ...(observation.quote
        ? {
            quote: {
              ...observation.quote,
              url: urls.absolute(urls.reply(originalLanguage(site.languages), observation.quote.reply)),
            },
          }
        : {}),
      url: inEach(site.languages, (locale) => urls.observation(locale, id, observation.id)),
    })),
  };
}
