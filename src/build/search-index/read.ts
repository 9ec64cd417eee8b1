import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { developerWords } from '../../language/messages/developers.ts';
import { followWords } from '../../language/messages/follow.ts';
import { verifyWords } from '../../language/messages/verify.ts';
import { currentName, nameIn } from '../../model/bureau.ts';
import { DOCUMENT_KINDS, type ListedDocument } from '../../model/document-kinds.ts';
import type { SearchDocument } from '../../model/search-document.ts';
import { facetValuesOf } from '../../model/search-facets.ts';
import type { Site } from '../../model/site.ts';
import { siteUrls } from '../../urls.ts';
import { commitmentDocuments, datasetDocuments, type OwnFacts } from './figures.ts';
import { pageDocument } from './pages.ts';
import { type NamingSite, replyDocuments } from './replies.ts';

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
type IndexedSite = Pick<Site, 'address' | 'base' | 'languages' | 'topics'> & NamingSite;

async function readApi(
  folder: string,
  documents: (json: unknown) => SearchDocument[] | Promise<SearchDocument[]>,
): Promise<SearchDocument[]> {
  const all: SearchDocument[] = [];
  for (const name of await jsonNames(folder))
    all.push(...(await documents(JSON.parse(await readFile(join(folder, name), 'utf8')))));
  return all;
}

/** The documents that the site wrote itself, as their pages have them. */
async function writtenDocuments(
  documents: readonly ListedDocument[],
  site: IndexedSite,
  htmlAt: (url: string) => Promise<string>,
): Promise<SearchDocument[]> {
  const urls = siteUrls(site);
  const found = documents.map(async ({ collection, id, locale, title, day, topics }) => {
    const url = urls.document(collection, locale, id);
    const kind = DOCUMENT_KINDS[collection].name;
    const known = site.topics.map((topic) => topic.id).filter((topic) => topics.includes(topic));
    return pageDocument(await htmlAt(url), { id, kind, locale, url, title, date: day, topics: known });
  });
  return (await Promise.all(found)).flat();
}

/** The pages of the site's own that say how it is used, and their titles. */
const OWN_PAGES = [
  { route: 'follow', words: followWords },
  { route: 'verify', words: verifyWords },
  { route: 'developers', words: developerWords },
] as const;

async function ownDocuments(site: IndexedSite, htmlAt: (url: string) => Promise<string>): Promise<SearchDocument[]> {
  const urls = siteUrls(site);
  const found = site.languages.flatMap((locale) =>
    OWN_PAGES.map(async ({ route, words }) => {
      const url = urls[route](locale);
      const { title } = words[locale];
      return pageDocument(await htmlAt(url), { ...NO_PAGE_FACTS, id: route, locale, url, title });
    }),
  );
  return (await Promise.all(found)).flat();
}

/** The pages of bureaus. A former name leads to the bureau: its page has every name. */
async function bureauDocuments(site: IndexedSite, htmlAt: (url: string) => Promise<string>): Promise<SearchDocument[]> {
  const urls = siteUrls(site);
  const found = site.languages.flatMap((locale) =>
    (site.bureaus ?? []).map(async (bureau) => {
      const { id } = bureau;
      const url = urls.bureau(locale, id);
      const title = nameIn(currentName(bureau), locale).text;
      return pageDocument(await htmlAt(url), {
        ...NO_PAGE_FACTS,
        ...{ id: `bureaus/${id}`, locale, url, title },
        bureaus: [id],
      });
    }),
  );
  return (await Promise.all(found)).flat();
}

/** The facts of a reply, from its JSON, that what rests on it shares. */
async function replyFacts(folder: string, id: string, site: IndexedSite): Promise<OwnFacts> {
  const json: unknown = JSON.parse(await readFile(join(folder, REPLY_FOLDER, `${id}.json`), 'utf8'));
  const [{ date, facets } = NO_FACTS] = replyDocuments(json, site);
  return { date, facets };
}

const NO_PAGE_FACTS = { kind: 'page', date: undefined } as const;
const NO_FACTS: OwnFacts = { date: undefined, facets: facetValuesOf({ kind: 'page' }) };

/** Everything of a built site that can be found but replies: datasets, commitments, `written` documents and bureaus, each as its page has it. */
export async function readOtherDocuments(
  folder: string,
  site: IndexedSite,
  written: readonly ListedDocument[],
): Promise<SearchDocument[]> {
  const htmlAt = (url: string) => readFile(join(folder, url.slice(site.base.length), 'index.html'), 'utf8');
  const pages = [writtenDocuments(written, site, htmlAt), ownDocuments(site, htmlAt), bureauDocuments(site, htmlAt)];
  const datasets = readApi(join(folder, 'api/v1/datasets'), (json) => datasetDocuments(json, site.languages, htmlAt));
  const commitments = readFile(join(folder, 'api/v1/commitments.json'), 'utf8').then((text) =>
    commitmentDocuments(JSON.parse(text), site.languages, htmlAt, (id) => replyFacts(folder, id, site)),
  );
  return (await Promise.all([datasets, commitments, ...pages])).flat();
}
