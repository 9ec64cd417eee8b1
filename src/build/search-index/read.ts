import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locale } from '../../model/locale.ts';
import type { SearchDocument } from '../../model/search-document.ts';
import type { Site } from '../../model/site.ts';
import { type SiteUrls, siteUrls } from '../../urls.ts';
import { attachmentWords } from './attachments.ts';
import { commitmentDocuments, type OwnFacts } from './commitments.ts';
import { datasetDocuments } from './datasets.ts';
import { pageDocument } from './pages.ts';
import { type NamingSite, replyDocuments } from './replies.ts';

/** Folders of a language that hold no pages of this kind. */
const OTHER_FOLDERS: ReadonlySet<string> = new Set([
  ...['replies', 'data', 'search', 'reports', 'topics', 'commitments', 'bureaus'],
]);

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

/** What of a site's settings decides which of its pages can be found, and where they are. */
export type IndexedSite = Pick<Site, 'address' | 'base' | 'languages' | 'topics'> & NamingSite;

async function readApi(
  folder: string,
  documents: (json: unknown) => SearchDocument[] | Promise<SearchDocument[]>,
): Promise<SearchDocument[]> {
  const all: SearchDocument[] = [];
  for (const name of await jsonNames(folder))
    all.push(...(await documents(JSON.parse(await readFile(join(folder, name), 'utf8')))));
  return all;
}

/** Pages of one kind: the folder that holds theirs, below the language, and which of it they are. */
interface PageGroup {
  readonly kind: 'report' | 'page';
  readonly folder: string;
  readonly holds: (name: string) => boolean;
  readonly url: (urls: SiteUrls, locale: Locale, name: string) => string;
  /** The bureaus whose page one is. */
  readonly bureaus?: (name: string) => readonly string[];
}

const PAGES: readonly PageGroup[] = [
  { kind: 'report', folder: 'reports/', holds: () => true, url: (urls, locale, name) => urls.report(locale, name) },
  {
    kind: 'page',
    folder: '',
    holds: (name) => !OTHER_FOLDERS.has(name),
    url: (urls, locale, name) => urls.page(locale, name),
  },
  // A former name leads to the bureau: its page has every name.
  {
    kind: 'page',
    folder: 'bureaus/',
    holds: () => true,
    url: (urls, locale, name) => urls.bureau(locale, name),
    bureaus: (name) => [name],
  },
];

async function readPages(
  built: string,
  locale: Locale,
  site: IndexedSite,
  { kind, folder, holds, url, bureaus = () => [] }: PageGroup,
): Promise<SearchDocument[]> {
  const urls = siteUrls(site);
  const pages = join(built, locale, folder);
  const all: SearchDocument[] = [];
  for (const name of await names(pages, holds)) {
    const html = await readFile(join(pages, name, 'index.html'), 'utf8').catch(() => undefined);
    if (html === undefined) continue;
    const id = kind === 'page' ? folder + name : name;
    const document = pageDocument(html, { id, kind, locale, url: url(urls, locale, name) }, site.topics);
    if (document) all.push({ ...document, bureaus: bureaus(name) });
  }
  return all;
}

/** The facts of a reply, from its JSON, that what rests on it shares. */
async function replyFacts(folder: string, id: string, site: IndexedSite): Promise<OwnFacts> {
  const json: unknown = JSON.parse(await readFile(join(folder, REPLY_FOLDER, `${id}.json`), 'utf8'));
  const [{ date, topics, answered, bureaus } = NO_FACTS] = replyDocuments(json, site);
  return { date, topics, answered, bureaus };
}

const NO_FACTS: OwnFacts = { date: undefined, topics: [], answered: undefined, bureaus: [] };

/** Everything of a built site that can be found but replies: datasets, commitments, reports and the site's own pages, each as its page has it. */
export async function readOtherDocuments(folder: string, site: IndexedSite): Promise<SearchDocument[]> {
  const htmlAt = (url: string) => readFile(join(folder, url.slice(site.base.length), 'index.html'), 'utf8');
  const pages = site.languages.flatMap((locale) => PAGES.map((group) => readPages(folder, locale, site, group)));
  const datasets = readApi(join(folder, 'api/v1/datasets'), (json) => datasetDocuments(json, site.languages, htmlAt));
  const commitments = readFile(join(folder, 'api/v1/commitments.json'), 'utf8').then((text) =>
    commitmentDocuments(JSON.parse(text), site.languages, htmlAt, (id) => replyFacts(folder, id, site)),
  );
  return (await Promise.all([datasets, commitments, ...pages])).flat();
}

/** The replies of a built site, from their JSON and the files that came with them. */
export function readReplyDocuments(folder: string, site: NamingSite): Promise<SearchDocument[]> {
  const withAttachments = attachmentWords(folder, site.languages);
  return readApi(join(folder, REPLY_FOLDER), (json) => withAttachments(replyDocuments(json, site), json));
}
