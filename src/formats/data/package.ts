import { phraseIn } from '../../language/words.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Locale } from '../../model/locale.ts';
import type { Site } from '../../model/site.ts';
import { COLUMNS } from './columns.ts';

/** Addresses that a package description needs, all absolute. */
export interface PackageLinks {
  readonly home: string;
  file(name: string): string;
  page(dataset: string): string;
}

/** The last change of a dataset's changelog by date. */
export function lastChanged(dataset: Dataset): string {
  return (
    dataset.changelog
      .map(({ date }) => date)
      .sort()
      .at(-1) ?? ''
  );
}

/** All datasets as one Data Package (specification version 2), described in a language. CSV files are those without a mark. */
export function dataPackage(datasets: readonly Dataset[], site: Site, locale: Locale, links: PackageLinks): object {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'replies-data',
    title: site.name[locale],
    description: site.description[locale],
    homepage: links.home,
    contributors: [{ title: site.issuer[locale], roles: ['publisher'] }],
    resources: datasets.map((dataset) => ({
      name: dataset.id,
      path: `${dataset.id}.plain.csv`,
      type: 'table',
      title: dataset.title[locale],
      description: [dataset.headline[locale], ...dataset.notes.map((note) => note[locale])].join('\n\n'),
      homepage: links.page(dataset.id),
      version: dataset.version,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      sources: [...new Set(dataset.observations.flatMap(({ quote }) => (quote ? [quote.reply] : [])))].map((reply) => ({
        title: reply,
      })),
      schema: {
        $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
        fields: COLUMNS.map(({ name, type, title }) => ({ name, type, title: phraseIn(title, locale) })),
        primaryKey: ['observation'],
        missingValues: [''],
      },
    })),
  };
}
