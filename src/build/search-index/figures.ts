import { z } from 'zod';
import { apiCommitmentsSchema } from '../../formats/api/lists.ts';
import { formatPeriod } from '../../language/formats.ts';
import { formatValue } from '../../language/units.ts';
import { datasetSchema, observationSchema } from '../../model/dataset.ts';
import { type Languages, LOCALES, type Locale, perLanguages, translated } from '../../model/locale.ts';
import type { FigureEntry, Passage, SearchDocument } from '../../model/search-document.ts';
import { facetValuesOf } from '../../model/search-facets.ts';
import { readPassages, rowsOf } from './pages.ts';

const urlSchema = z.partialRecord(z.enum(LOCALES), z.string());

/** `api/v1/datasets/<id>.json`: the dataset, with the addresses of its page and rows. */
const datasetJsonSchema = perLanguages((languages) =>
  z.object({
    ...datasetSchema(languages).shape,
    url: urlSchema,
    // What is quoted has an address too; the search shows the page's own.
    observations: z.array(
      z.object({ ...observationSchema(languages).shape, quote: z.unknown().optional(), url: urlSchema }),
    ),
  }),
);

type DatasetJson = z.infer<ReturnType<typeof datasetJsonSchema>>;
type ObservationJson = DatasetJson['observations'][number];

function seriesLabel({ series }: DatasetJson, { series: id }: ObservationJson, locale: Locale): string {
  return series.find((candidate) => candidate.id === id)?.label[locale] ?? id;
}

function figureEntry(dataset: DatasetJson, observation: ObservationJson, locale: Locale): FigureEntry[] {
  const url = observation.url[locale];
  if (url === undefined) return [];
  const { id, value, unit, period } = observation;
  return [
    {
      dataset: dataset.id,
      observation: id,
      printed: formatValue(value, unit, locale, dataset.counter),
      value,
      unit,
      label: `${seriesLabel(dataset, observation, locale)} · ${formatPeriod(period, locale)}`,
      url,
    },
  ];
}

/** A dataset in each of the site's languages: its facts from its JSON, its text from its page, whose HTML is at an address. */
export async function datasetDocuments(
  json: unknown,
  languages: Languages,
  htmlAt: (url: string) => Promise<string>,
): Promise<SearchDocument[]> {
  const dataset = datasetJsonSchema(languages).parse(json);
  const documents: SearchDocument[] = [];
  for (const locale of LOCALES) {
    const url = dataset.url[locale];
    const passages = url === undefined ? undefined : readPassages(await htmlAt(url));
    if (url === undefined || passages === undefined) continue;
    documents.push({
      id: dataset.id,
      kind: 'dataset',
      locale,
      url,
      title: dataset.headline[locale],
      number: undefined,
      date: dataset.changelog.at(-1)?.date,
      facets: facetValuesOf({ kind: 'dataset', date: dataset.changelog.at(-1)?.date, topics: dataset.topics }),
      passages: [...passages],
      figures: dataset.observations.flatMap((observation) => figureEntry(dataset, observation, locale)),
    });
  }
  return documents;
}

/** What of the reply that makes a commitment is the commitment's too. */
export type OwnFacts = Pick<SearchDocument, 'date' | 'facets'>;

/**
 * Each commitment in each of the site's languages: what it says from `api/v1/commitments.json`, when it is due, how it is measured and
 * what has become of it from its row on the page, whose HTML is at an address.
 */
export async function commitmentDocuments(
  json: unknown,
  languages: Languages,
  htmlAt: (url: string) => Promise<string>,
  factsOf: (reply: string) => Promise<OwnFacts>,
): Promise<SearchDocument[]> {
  const { items } = apiCommitmentsSchema(languages).parse(json);
  const documents: SearchDocument[] = [];
  for (const locale of LOCALES) {
    const page = items.flatMap(({ url }) => url[locale] ?? [])[0]?.replace(/#.*/, '');
    if (page === undefined) continue;
    const rows = rowsOf(await htmlAt(page));
    for (const { id, statement, quote, note, url } of items) {
      const address = url[locale];
      if (address === undefined) continue;
      const { date, facets } = await factsOf(quote.reply);
      // What is done, by when, how measured, its status, its source: the source is the quote's.
      const [, byWhen = [], measured = [], status = []] = rows.get(id) ?? [];
      const quoted = [translated(quote, locale)?.value.exact ?? '', note?.[locale] ?? ''];
      const texts = [...quoted, ...byWhen, ...measured, ...status].filter((text) => text !== '');
      documents.push({
        id,
        kind: 'commitment',
        locale,
        url: address,
        title: statement[locale],
        number: undefined,
        date,
        facets: { ...facets, kind: ['commitment'], outcome: [] },
        status: status[0] ?? '',
        passages: texts.map((text): Passage => ({ anchor: id, text })),
        figures: [],
      });
    }
  }
  return documents;
}
