import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { CACHES } from '../cache/index.ts';
import { keptBytes } from '../cache/kept.ts';
import { type ChartFileOptions, placeChartFile, placeSlide, type Scene } from '../charts/index.ts';
import { dcatCatalog } from '../formats/data/catalog.ts';
import { dataLinks } from '../formats/data/columns.ts';
import { datasetJson } from '../formats/data/json.ts';
import { type DatasetFile, type DescribedDataset, dataPackage, type PackageLinks } from '../formats/data/package.ts';
import { type FileFormat, type FilePlace, filePath, languageMark, type Made } from '../formats/format.ts';
import {
  BULK_FORMATS,
  CHART_FORMATS,
  type ChartSubject,
  DATA_FORMATS,
  DATASET_FORMATS,
  type DataSubject,
  type DatasetSubject,
  VERSION_FORMATS,
} from '../formats/registry.ts';
import { type Dataset, datasetSchema } from '../model/dataset.ts';
import { sha256Of } from '../model/hashes.ts';
import { LOCALES, type Locale, originalLanguage } from '../model/locale.ts';
import { compareVersions } from '../model/order.ts';
import { replyName } from '../model/reply-identity.ts';
import type { Site } from '../model/site.ts';
import { chartPng, chartSvg } from '../pictures/chart-picture.ts';
import { siteUrls } from '../urls.ts';
import { catalogueDatasets, catalogueRepliesOf, catalogueSite } from './index.ts';
import { ALL_DATASETS, datasetKey, noteRead, RECORD } from './page-reads.ts';
import type { StaticPath } from './paths.ts';
import { buildingCache, buildOutput, siteRoot } from './root.ts';

/** A file that is made while the site is built. */
export interface MadeFile {
  readonly format: FilePlace;
  /** Below the site's base. */
  readonly path: string;
  /** Without its folder. */
  readonly name: string;
  /** The language that it is read in, where there is one for each. */
  readonly locale?: Locale | undefined;
  make(): Promise<Made>;
}

/** The absolute addresses of a site that its Data Package in a language needs. */
export function packageLinks(site: Site, locale: Locale): PackageLinks {
  const urls = siteUrls(site);
  return {
    home: urls.absolute(urls.datasets(locale)),
    file: (name) => urls.absolute(urls.dataFile(name)),
    page: (dataset) => urls.absolute(urls.dataset(locale, dataset)),
  };
}

/** The files that one dataset is taken away in by readers of a language: those in it, and those that are the same in all. */
function filesOfDataset(dataset: Dataset, site: Site, locale: Locale): MadeFile[] {
  const subject = () => datasetSubject(dataset, dataset, site, locale);
  const mark = languageMark(locale, site.languages);
  return DATASET_FORMATS.map((format) => ({
    ...madeFile(format, { id: dataset.id, mark }, subject),
    ...(format.path.includes('{mark}') ? { locale } : {}),
  }));
}

/** A version of a dataset with all that its files say, in the language of the originals where no other is asked for. */
function datasetSubject(
  version: Dataset,
  dataset: Dataset,
  site: Site,
  locale = originalLanguage(site.languages),
): DatasetSubject {
  const urls = siteUrls(site);
  const address = urls.absolute(urls.dataset(locale, dataset.id));
  return { dataset: version, site, links: dataLinks(site), locale, address, versions: datasetVersions(dataset) };
}

/** A dataset as the JSON interface gives it. */
export const apiDatasetJson = (dataset: Dataset, site: Site) =>
  datasetJson(dataset, site, { versions: datasetVersions(dataset), self: `api/v1/datasets/${dataset.id}.json` });

/** `/data/<id>/v<version>.json` and `.csv` for every version that was published, and the present one. */
export async function datasetVersionPaths() {
  const site = await catalogueSite();
  return (await catalogueDatasets()).flatMap((dataset) =>
    datasetVersions(dataset).flatMap((version) =>
      VERSION_FORMATS.map((format) => {
        const parameters = { id: dataset.id, version: version.version };
        const file = madeFile(format, parameters, () => datasetSubject(version, dataset, site));
        return { params: { id: dataset.id, file: file.name }, props: { file }, cacheKey: datasetKey(dataset.id) };
      }),
    ),
  );
}

/** A file of a format, made of its subject when it is asked for. */
export function madeFile<Subject>(
  format: FileFormat<Subject>,
  parameters: Readonly<Record<string, string>>,
  subject: () => Subject | Promise<Subject>,
): MadeFile {
  const path = filePath(format, parameters);
  return {
    format,
    path,
    name: path.slice(path.lastIndexOf('/') + 1),
    make: async () => format.write(await subject()),
  };
}

/** What a dataset's chart files in a language say besides the chart. */
async function chartFileOptions(dataset: Dataset, site: Site, locale: Locale): Promise<ChartFileOptions> {
  const urls = siteUrls(site);
  const ids = new Set(dataset.observations.flatMap(({ quote }) => (quote ? [quote.reply] : [])));
  const replyNames = new Map(
    (await catalogueRepliesOf(ids)).map((summary) => [summary.id, replyName(summary, locale)]),
  );
  return {
    locale,
    replies: [...replyNames.values()],
    replyNames,
    issuer: site.issuer[locale],
    address: urls.absolute(urls.dataset(locale, dataset.id)),
  };
}

/** A dataset's chart files in a language: the drawing, and a picture of it in the shape of a slide. */
function chartFilesOf(dataset: Dataset, site: Site, locale: Locale): MadeFile[] {
  const words = { title: dataset.headline[locale], description: dataset.title[locale] };
  const options = () => chartFileOptions(dataset, site, locale);
  const chart: ChartSubject = {
    svg: async () => chartSvg(placeChartFile(dataset, await options()), words),
    png: async () => {
      const slide = placeSlide(dataset, await options());
      return keptPng(slide, chartSvg(slide, words));
    },
  };
  return CHART_FORMATS.map((format) => madeFile(format, { id: dataset.id, locale }, () => chart));
}

/** The PNG of a scene, drawn once: the page that offers it asks too, and so do later builds. `svg` says all that it shows. */
function keptPng(scene: Scene, svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const cache = buildingCache();
  const draw = () => chartPng(scene);
  return cache === undefined ? draw() : keptBytes(cache, CACHES.pictures, { svg }, draw);
}

/** The datasets with their files, made to know their sizes and hashes, and the replies that they quote as a language names them. */
async function describedDatasets(
  datasets: readonly Dataset[],
  site: Site,
  locale: Locale,
): Promise<DescribedDataset[]> {
  const urls = siteUrls(site);
  const quotedBy = ({ observations }: Dataset) => [
    ...new Set(observations.flatMap(({ quote }) => (quote ? [quote.reply] : []))),
  ];
  const replies = await catalogueRepliesOf(new Set(datasets.flatMap(quotedBy)));
  const names = new Map(replies.map((summary) => [summary.id, replyName(summary, locale)]));
  return Promise.all(
    datasets.map(async (dataset) => ({
      dataset,
      sources: quotedBy(dataset).map((id) => ({
        title: names.get(id) ?? id,
        path: urls.absolute(urls.reply(locale, id)),
      })),
      files: await Promise.all(
        onceEach(site.languages.flatMap((own) => filesOfDataset(dataset, site, own))).map(describedFile),
      ),
    })),
  );
}

async function describedFile({ format, name, locale, make }: MadeFile): Promise<DatasetFile> {
  const bytes = Buffer.from(await make());
  const sha256 = sha256Of(bytes);
  return { format: format.id, name, mediaType: format.mediaType, bytes: bytes.length, sha256, locale };
}

/** `/data/<file>`: every dataset's files, the package in each language, the catalogue. */
export async function dataFilePaths(): Promise<StaticPath<{ file: string }, { file: MadeFile }>[]> {
  const site = await catalogueSite();
  const datasets = await catalogueDatasets();
  const shared = site.languages.flatMap((locale) => {
    const links = packageLinks(site, locale);
    const described = () => describedDatasets(datasets, site, locale);
    const subject: DataSubject = {
      package: async () => dataPackage(await described(), site, locale, links),
      catalog: async () => dcatCatalog(await described(), site, links),
    };
    const mark = languageMark(locale, site.languages);
    return DATA_FORMATS.map((format) => madeFile(format, { mark }, () => subject));
  });
  return [
    ...datasets.flatMap((dataset) =>
      onceEach(site.languages.flatMap((locale) => filesOfDataset(dataset, site, locale))).map((file) =>
        pathOf(file, datasetKey(dataset.id)),
      ),
    ),
    ...onceEach(shared).map((file) => pathOf(file, ALL_DATASETS)),
  ];
}

/** A file for all languages is made once: only the first of several at one path stays. */
const onceEach = (files: readonly MadeFile[]): MadeFile[] =>
  [...new Map(files.toReversed().map((file) => [file.path, file])).values()].reverse();

/** `/charts/<file>`: every dataset's chart in every language, as SVG and PNG. */
export async function chartFilePaths(): Promise<StaticPath<{ file: string }, { file: MadeFile }>[]> {
  const site = await catalogueSite();
  return (await catalogueDatasets()).flatMap((dataset) =>
    site.languages.flatMap((locale) =>
      chartFilesOf(dataset, site, locale).map((file) => pathOf(file, datasetKey(dataset.id))),
    ),
  );
}

const pathOf = (file: MadeFile, cacheKey: string): StaticPath<{ file: string }, { file: MadeFile }> => ({
  params: { file: file.name },
  props: { file },
  cacheKey,
});

/** The answer that serves a made file. */
export async function fileResponse({ format, make }: MadeFile): Promise<Response> {
  return new Response(await make(), { headers: { 'content-type': format.mediaType } });
}

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
 * The files that hold all of something, with their sizes, as they are in the output: for pages of `FINISHED_FILES` only. None in
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
