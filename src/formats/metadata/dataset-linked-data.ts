import { writingsOf } from '../../language/units.ts';
import type { Dataset, Observation } from '../../model/dataset.ts';
import { parsePeriod } from '../../model/dates.ts';
import { LANGUAGE_TAGS, type Locale, languageOf } from '../../model/locale.ts';
import type { Site } from '../../model/site.ts';
import { UNIT_TABLE } from '../../model/units.ts';
import { lastChanged, type PackageLinks } from '../data/package.ts';
import { languageMark } from '../format.ts';
import type { Node } from './linked-data.ts';

const MEDIA = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
} as const;

/** The fewest characters of a description that Google's Dataset Search takes (developers.google.com, Dataset structured data). */
const SHORTEST_DESCRIPTION = 50;

/** A dataset's headline and notes; where these are too short, also what is measured and whose site it is. */
function describe(dataset: Dataset, site: Site, locale: Locale): string {
  const own = [dataset.headline, ...dataset.notes].map((words) => words[locale]).join(' ');
  if (own.length >= SHORTEST_DESCRIPTION) return own;
  const measured = [dataset.measure, dataset.place, dataset.span].map((words) => words[locale]);
  return [own, measured.join(languageOf(locale).punctuation.comma), site.description[locale]].join(' ');
}

/** One dataset as schema.org's `Dataset`, for the head of its page in a language. */
export function datasetLinkedData(dataset: Dataset, site: Site, locale: Locale, links: PackageLinks): Node {
  const { unit, counter } = dataset;
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': links.page(dataset.id),
    name: dataset.title[locale],
    description: describe(dataset, site, locale),
    url: links.page(dataset.id),
    identifier: dataset.id,
    version: dataset.version,
    inLanguage: LANGUAGE_TAGS[locale],
    dateModified: lastChanged(dataset),
    isAccessibleForFree: true,
    spatialCoverage: dataset.place[locale],
    temporalCoverage: temporalCoverage(dataset.observations),
    variableMeasured: {
      '@type': 'PropertyValue',
      name: dataset.measure[locale],
      // The unit that the files count in: the smallest that the language writes.
      unitText: writingsOf(unit, locale, counter).at(-1)?.word || undefined,
      unitCode: UNIT_TABLE[unit].code,
    },
    creator: { '@type': 'Organization', name: site.issuer[locale] },
    distribution: Object.entries(MEDIA).map(([ending, encodingFormat]) => ({
      '@type': 'DataDownload',
      encodingFormat,
      contentUrl: links.file(`${dataset.id}${ending === 'xlsx' ? languageMark(locale, site.languages) : ''}.${ending}`),
    })),
  };
}

/**
 * What time a dataset speaks of, as an interval of ISO 8601 (`2019/2025-05-06`, `2024` where both ends are one). Where any source leaves
 * the beginning open it is open here too: `../2025`.
 */
export function temporalCoverage(observations: readonly Pick<Observation, 'period'>[]): string | undefined {
  const ends = observations.flatMap(({ period }) => {
    const read = parsePeriod(period);
    if (read === undefined) return [];
    if (read.kind === 'year') return [{ start: read.year, end: read.year }];
    if (read.kind === 'day') return [{ start: read.day, end: read.day }];
    return [{ start: read.start, end: read.end }];
  });
  const starts = ends.map(({ start }) => start);
  // Compares a year as its last day for ends, and as its first for beginnings.
  const [last] = ends.map(({ end }) => end).sort((one, other) => (lastDay(one) < lastDay(other) ? 1 : -1));
  const first = starts.includes(undefined) ? '..' : starts.sort()[0];
  if (last === undefined || first === undefined) return undefined;
  return first === last ? last : `${first}/${last}`;
}

const lastDay = (point: string): string => (point.length === 4 ? `${point}-12-31` : point);
