import { z } from 'zod';
import { formatPeriod } from '../../i18n/formats.ts';
import { formatQualified, formatValue } from '../../i18n/units.ts';
import { datasetSchema, observationSchema } from '../../model/dataset.ts';
import { LOCALES, type Locale } from '../../model/locale.ts';
import type { FigureEntry, Passage, SearchDocument } from '../../model/search-document.ts';

const urlSchema = z.object({ zh: z.string().optional(), en: z.string().optional() });

/** `api/v1/datasets/<id>.json`: the dataset, with the addresses of its page and rows. */
const datasetJsonSchema = z.object({
  ...datasetSchema.shape,
  url: urlSchema,
  observations: z.array(z.object({ ...observationSchema.shape, url: urlSchema })),
});

type DatasetJson = z.infer<typeof datasetJsonSchema>;
type ObservationJson = DatasetJson['observations'][number];

function seriesLabel({ series }: DatasetJson, { series: id }: ObservationJson, locale: Locale): string {
  return series.find((candidate) => candidate.id === id)?.label[locale] ?? id;
}

/** The words of an observation's row: what, when, how much, and its note. */
function rowPassage(dataset: DatasetJson, observation: ObservationJson, locale: Locale): Passage {
  const { value, unit, qualifier, period, note, id } = observation;
  const parts = [
    seriesLabel(dataset, observation, locale),
    formatPeriod(period, locale),
    formatQualified(value, unit, qualifier, locale, dataset.counter),
    note?.[locale] ?? '',
  ];
  return { anchor: id, text: parts.filter((part) => part !== '').join(locale === 'zh' ? '，' : ', ') };
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

/** A dataset in each of the site's languages, from its JSON. */
export function datasetDocuments(json: unknown): SearchDocument[] {
  const dataset = datasetJsonSchema.parse(json);
  return LOCALES.flatMap((locale) => {
    const url = dataset.url[locale];
    if (url === undefined) return [];
    const opening = [dataset.title, dataset.measure, dataset.place, dataset.span];
    return [
      {
        id: dataset.id,
        kind: 'dataset' as const,
        locale,
        url,
        title: dataset.headline[locale],
        number: undefined,
        date: dataset.changelog.at(-1)?.date,
        topics: dataset.topics,
        answered: undefined,
        passages: [
          ...opening.map((text): Passage => ({ anchor: '', text: text[locale] })),
          ...dataset.observations.map((observation) => rowPassage(dataset, observation, locale)),
          ...dataset.notes.map((note): Passage => ({ anchor: '', text: note[locale] })),
        ],
        figures: dataset.observations.flatMap((observation) => figureEntry(dataset, observation, locale)),
      },
    ];
  });
}
