import { join } from 'node:path';
import type { Glossary } from '../model/glossary.ts';
import type { SearchDocument } from '../model/search-document.ts';
import type { Site } from '../model/site.ts';
import type { SharedEntries } from '../search/index-format.ts';
import { readOtherDocuments } from './search-index/read.ts';
import { replySources } from './search-index/reply-sources.ts';
import { documentSources } from './search-index/sources.ts';
import { writeIndex } from './search-index/write.ts';

/** What all bundles share: figures of the documents, terms of the glossary, and the words of topics and kinds. */
export function sharedEntries(documents: readonly SearchDocument[], site: Site, glossary: Glossary): SharedEntries {
  return {
    terms: glossary.terms.map(({ zh, en, also }) => ({ zh: [zh, ...also.zh], en: [en, ...also.en] })),
    figures: documents.flatMap(({ locale, title, figures }) =>
      figures.map((figure) => ({ ...figure, locale, source: title })),
    ),
    topics: Object.fromEntries(site.topics.map(({ id, label }) => [id, label])),
    answered: Object.fromEntries(site.answeredKinds.map(({ id, label }) => [id, label])),
  };
}

/** What an index is made from: a built site, and where bundles of former builds are kept. */
export interface IndexRequest {
  readonly folder: string;
  readonly cache: string;
  readonly site: Site;
  readonly glossary: Glossary;
  /** Told how many bundles there are already, and how many there will be. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Writes the search index into a built site, from what was built: `search/` below the base. */
export async function indexSite({ folder, cache, site, glossary, onProgress }: IndexRequest): Promise<void> {
  const others = await readOtherDocuments(folder, site);
  const sources = [...(await replySources(folder, cache, site)), ...documentSources(others)];
  // Figures are those of datasets: a reply's own are found through them.
  await writeIndex(sources, sharedEntries(others, site, glossary), { out: join(folder, 'search'), cache, onProgress });
}
