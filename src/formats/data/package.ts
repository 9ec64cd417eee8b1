import type { FormatId } from '../../language/messages/formats.ts';
import { phraseIn } from '../../language/words.ts';
import type { Dataset } from '../../model/dataset.ts';
import { LANGUAGE_TAGS, type Locale } from '../../model/locale.ts';
import type { Site } from '../../model/site.ts';
import { codeWords } from './codes.ts';
import { type Column, columnsIn } from './columns.ts';

/** Addresses that a package description needs, all absolute. */
export interface PackageLinks {
  readonly home: string;
  file(name: string): string;
  page(dataset: string): string;
}

/** A file that a dataset is taken away in, as it is published. */
export interface DatasetFile {
  readonly format: FormatId;
  /** Without its folder. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
  /** The language that it is read in, where there is one for each. */
  readonly locale?: Locale | undefined;
}

/** Where a dataset's values are from. */
interface DataSource {
  readonly title: string;
  /** The absolute address of the reply. */
  readonly path: string;
}

/** A dataset with what describes it besides what it says itself. */
export interface DescribedDataset {
  readonly dataset: Dataset;
  readonly files: readonly DatasetFile[];
  /** The replies that it quotes, in the order of its rows. */
  readonly sources: readonly DataSource[];
}

/** The days on which a dataset changed, in their order. */
const daysOf = ({ changelog }: Pick<Dataset, 'changelog'>): readonly string[] =>
  changelog.map(({ date }) => date).sort();

/** The most recent change of a dataset's changelog. */
export const lastChanged = (dataset: Pick<Dataset, 'changelog'>): string => daysOf(dataset).at(-1) ?? '';

/** The first one. */
export const firstPublished = (dataset: Pick<Dataset, 'changelog'>): string => daysOf(dataset)[0] ?? '';

/** The terms of the content, which only the bureau can set; they are on every page of the site. */
const licences = ({ terms }: Pick<Site, 'terms'>, locale: Locale, home: string) =>
  terms === undefined ? {} : { licenses: [{ title: terms[locale], path: home }] };

/** A column as a field of a Table Schema, with all that it may hold where that is a list. */
function field({ name, type, format, label, definition, required, codes }: Column, dataset: Dataset, locale: Locale) {
  const values = codes?.(dataset);
  const constraints = {
    ...(required ? { required } : {}),
    ...(name === 'observation' ? { unique: true } : {}),
    ...(values ? { enum: values.map(({ code }) => code) } : {}),
  };
  return {
    name,
    type,
    ...(format ? { format } : {}),
    title: phraseIn(label, locale),
    ...(definition ? { description: phraseIn(definition, locale) } : {}),
    ...(values
      ? { categories: values.map(({ code, label }) => ({ value: code, label: codeWords(label, locale) })) }
      : {}),
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
  };
}

/**
 * All datasets as one Data Package (specification version 2), described in a language. CSV files are those without a mark. Its day is
 * that of the last change of any dataset, so that the same data give the same bytes.
 */
export function dataPackage(
  described: readonly DescribedDataset[],
  site: Site,
  locale: Locale,
  links: PackageLinks,
): object {
  const last = described
    .map(({ dataset }) => lastChanged(dataset))
    .sort()
    .at(-1);
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'replies-data',
    title: site.name[locale],
    description: site.description[locale],
    homepage: links.home,
    ...(last === undefined ? {} : { created: `${last}T00:00:00Z` }),
    contributors: [{ title: site.issuer[locale], roles: ['publisher'] }],
    ...licences(site, locale, links.home),
    resources: described.map(({ dataset, files, sources }) => {
      const file = files.find(({ format }) => format === 'plain');
      return {
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
        dialect: { $schema: 'https://datapackage.org/profiles/2.0/tabledialect.json', lineTerminator: '\n' },
        ...(file === undefined ? {} : { bytes: file.bytes, hash: `sha256:${file.sha256}` }),
        sources,
        ...licences(site, locale, links.home),
        schema: {
          $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
          fields: columnsIn(site.languages).map((column) => field(column, dataset, locale)),
          primaryKey: ['observation'],
          missingValues: [''],
        },
      };
    }),
  };
}

/** The tag of a language without its region and script: `zh`. */
export const plainTag = (locale: Locale): string => LANGUAGE_TAGS[locale].split('-')[0] ?? locale;
