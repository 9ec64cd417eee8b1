import { createHash } from 'node:crypto';
import path from 'node:path';
import { placeChartFile, type Scene } from '../charts/index.ts';
import { dcatCatalog } from '../formats/data/catalog.ts';
import type { DataLinks } from '../formats/data/columns.ts';
import { datasetDocument } from '../formats/data/json.ts';
import { dataPackage, type PackageLinks } from '../formats/data/package.ts';
import { datasetCsv, datasetXlsx } from '../formats/data/tables.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Locale } from '../model/locale.ts';
import { replyName } from '../model/reply-identity.ts';
import type { Site } from '../model/site.ts';
import { chartPng, chartSvg, PICTURE_DESIGN } from '../pictures/chart-picture.ts';
import { siteUrls } from '../urls.ts';
import { catalogueDatasets, catalogueRepliesOf, catalogueSite } from './index.ts';
import { keep, readKept } from './kept-bytes.ts';
import { ALL_DATASETS, datasetKey } from './page-reads.ts';
import type { StaticPath } from './paths.ts';
import { siteCache } from './root.ts';

/** A file that is made while the site is built. */
export interface MadeFile {
  readonly name: string;
  readonly type: string;
  make(): Promise<string | Uint8Array<ArrayBuffer>>;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const json = (value: object) => `${JSON.stringify(value, null, 2)}\n`;

/** Absolute addresses in the governing language, which tables and files carry. */
export function dataLinks(site: Site): DataLinks {
  const urls = siteUrls(site);
  return {
    observation: (dataset, observation) => urls.absolute(urls.observation('zh', dataset, observation)),
    reply: (id) => urls.absolute(urls.reply('zh', id)),
  };
}

export function packageLinks(site: Site, locale: Locale): PackageLinks {
  const urls = siteUrls(site);
  return {
    home: urls.absolute(urls.datasets(locale)),
    file: (name) => urls.absolute(urls.dataFile(name)),
    page: (dataset) => urls.absolute(urls.dataset(locale, dataset)),
  };
}

/** The files that one dataset is taken away in. */
export function filesOfDataset(dataset: Dataset, site: Site): MadeFile[] {
  const links = dataLinks(site);
  const urls = siteUrls(site);
  const address = urls.absolute(urls.dataset('zh', dataset.id));
  return [
    {
      name: `${dataset.id}.csv`,
      type: 'text/csv; charset=utf-8',
      make: async () => datasetCsv(dataset, links, { mark: true }),
    },
    {
      name: `${dataset.id}.plain.csv`,
      type: 'text/csv; charset=utf-8',
      make: async () => datasetCsv(dataset, links, { mark: false }),
    },
    { name: `${dataset.id}.xlsx`, type: XLSX, make: () => datasetXlsx(dataset, links, address) },
    {
      name: `${dataset.id}.json`,
      type: 'application/json',
      make: async () => json(datasetDocument(dataset, links, address)),
    },
  ];
}

/** The drawing of a dataset's chart files in a language. */
export async function chartFileScene(dataset: Dataset, site: Site, locale: Locale): Promise<Scene> {
  const urls = siteUrls(site);
  const ids = new Set(dataset.observations.flatMap(({ quote }) => (quote ? [quote.reply] : [])));
  const replies = (await catalogueRepliesOf(ids)).map((summary) => replyName(summary, locale));
  return placeChartFile(dataset, {
    locale,
    replies,
    issuer: site.issuer[locale],
    address: urls.absolute(urls.dataset(locale, dataset.id)),
  });
}

/** A dataset's chart files in a language. */
export function chartFilesOf(dataset: Dataset, site: Site, locale: Locale): MadeFile[] {
  const scene = () => chartFileScene(dataset, site, locale);
  const words = { title: dataset.headline[locale], description: dataset.title[locale] };
  return [
    {
      name: `${dataset.id}.${locale}.svg`,
      type: 'image/svg+xml',
      make: async () => chartSvg(await scene(), words),
    },
    {
      name: `${dataset.id}.${locale}.png`,
      type: 'image/png',
      make: async () => {
        const drawn = await scene();
        return keptPng(drawn, chartSvg(drawn, words));
      },
    },
  ];
}

/** The PNG of a scene, drawn once: the page that offers it asks too, and so do later builds. `svg` says all that it shows. */
async function keptPng(scene: Scene, svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const folder = path.join(siteCache(), 'charts');
  const name = createHash('sha256').update(`${PICTURE_DESIGN}\0${svg}`).digest('hex').slice(0, 32);
  const kept = readKept(folder, name);
  if (kept !== undefined) return kept;
  const png = await chartPng(scene);
  keep(folder, name, png);
  return png;
}

/** `/data/<file>`: every dataset's files, the package in each language, the catalogue. */
export async function dataFilePaths(): Promise<StaticPath<{ file: string }, { file: MadeFile }>[]> {
  const site = await catalogueSite();
  const datasets = await catalogueDatasets();
  const shared: MadeFile[] = [
    ...site.languages.map((locale) => ({
      name: locale === 'zh' ? 'datapackage.json' : `datapackage.${locale}.json`,
      type: 'application/json',
      make: async () => json(dataPackage(datasets, site, locale, packageLinks(site, locale))),
    })),
    {
      name: 'catalog.jsonld',
      type: 'application/ld+json',
      make: async () => json(dcatCatalog(datasets, site, packageLinks(site, 'zh'))),
    },
  ];
  return [
    ...datasets.flatMap((dataset) =>
      filesOfDataset(dataset, site).map((file) => filePath(file, datasetKey(dataset.id))),
    ),
    ...shared.map((file) => filePath(file, ALL_DATASETS)),
  ];
}

/** `/charts/<file>`: every dataset's chart in every language, as SVG and PNG. */
export async function chartFilePaths(): Promise<StaticPath<{ file: string }, { file: MadeFile }>[]> {
  const site = await catalogueSite();
  return (await catalogueDatasets()).flatMap((dataset) =>
    site.languages.flatMap((locale) =>
      chartFilesOf(dataset, site, locale).map((file) => filePath(file, datasetKey(dataset.id))),
    ),
  );
}

const filePath = (file: MadeFile, cacheKey: string): StaticPath<{ file: string }, { file: MadeFile }> => ({
  params: { file: file.name },
  props: { file },
  cacheKey,
});

/** The answer that serves a made file. */
export async function fileResponse({ type, make }: MadeFile): Promise<Response> {
  return new Response(await make(), { headers: { 'content-type': type } });
}
