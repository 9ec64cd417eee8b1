import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locale } from '../../model/locale.ts';
import type { SearchDocument } from '../../model/search-document.ts';
import type { SiteUrls } from '../../urls.ts';
import { datasetDocuments } from './datasets.ts';
import { pageDocument } from './pages.ts';
import { replyDocuments } from './replies.ts';

/** Folders of a language that hold no pages of this kind. */
const OTHER_FOLDERS: ReadonlySet<string> = new Set(['replies', 'data', 'search', 'reports', 'topics', 'commitments']);

/** The folder of a built site that has a JSON file for each reply. */
export const REPLY_FOLDER = 'api/v1/replies';

async function names(folder: string, wanted: (name: string) => boolean): Promise<string[]> {
  const entries = await readdir(folder).catch(() => []);
  return entries.filter(wanted).sort();
}

/** The names of the JSON files of a folder, by code point. */
export function jsonNames(folder: string): Promise<string[]> {
  return names(folder, (entry) => entry.endsWith('.json'));
}

async function readApi(folder: string, documents: (json: unknown) => SearchDocument[]): Promise<SearchDocument[]> {
  const all: SearchDocument[] = [];
  for (const name of await jsonNames(folder))
    all.push(...documents(JSON.parse(await readFile(join(folder, name), 'utf8'))));
  return all;
}

async function readPages(
  site: string,
  locale: Locale,
  urls: SiteUrls,
  kind: 'report' | 'page',
): Promise<SearchDocument[]> {
  const folder = kind === 'report' ? join(site, locale, 'reports') : join(site, locale);
  const all: SearchDocument[] = [];
  for (const id of await names(folder, (name) => kind === 'report' || !OTHER_FOLDERS.has(name))) {
    const html = await readFile(join(folder, id, 'index.html'), 'utf8').catch(() => undefined);
    if (html === undefined) continue;
    const url = kind === 'report' ? urls.report(locale, id) : urls.page(locale, id);
    const document = pageDocument(html, { id, kind, locale, url });
    if (document) all.push(document);
  }
  return all;
}

/** Everything of a built site that can be found but replies: datasets from their JSON, reports and pages from their HTML. */
export async function readOtherDocuments(
  site: string,
  languages: readonly Locale[],
  urls: SiteUrls,
): Promise<SearchDocument[]> {
  const pages = languages.flatMap((locale) => [
    readPages(site, locale, urls, 'report'),
    readPages(site, locale, urls, 'page'),
  ]);
  const all = await Promise.all([readApi(join(site, 'api/v1/datasets'), datasetDocuments), ...pages]);
  return all.flat();
}

/** The replies of a built site, from their JSON. */
export function readReplyDocuments(site: string): Promise<SearchDocument[]> {
  return readApi(join(site, REPLY_FOLDER), replyDocuments);
}
