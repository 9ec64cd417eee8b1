import { join } from 'node:path';
import type { Cache } from '../../cache/index.ts';
import { type Bureau, currentName, nameIn } from '../../model/bureau.ts';
import type { ListedDocument } from '../../model/document-kinds.ts';
import type { Glossary } from '../../model/glossary.ts';
import { inEach, originalLanguage } from '../../model/locale.ts';
import type { SearchDocument } from '../../model/search-document.ts';
import type { Site } from '../../model/site.ts';
import { INDEX_FOLDER, type Labels } from '../../search/index-format.ts';
import { readOtherDocuments } from './read.ts';
import { replySources } from './reply-sources.ts';
import { documentSources } from './sources.ts';
import { type SharedParts, writeIndex } from './write.ts';

/** What a bureau is called today in each language. */
function namesOf(bureau: Bureau, { languages }: Site): Labels[string] {
  const name = currentName(bureau);
  return inEach(languages, (locale) => nameIn(name, locale).text);
}

/** What all indexes share: figures of the documents, terms of the glossary, and the words of topics and kinds. */
export function sharedParts(
  documents: readonly Pick<SearchDocument, 'locale' | 'title' | 'figures'>[],
  site: Site,
  glossary: Glossary,
): SharedParts {
  return {
    terms: glossary.terms.map((term) =>
      inEach(site.languages, (locale) => [term[locale], ...(term.also[locale] ?? [])]),
    ),
    figures: documents.flatMap(({ locale, title, figures }) =>
      figures.map((figure) => ({ ...figure, locale, source: title })),
    ),
    labels: {
      topic: Object.fromEntries(site.topics.map(({ id, label }) => [id, label])),
      answered: Object.fromEntries(site.answeredKinds.map(({ id, label }) => [id, label])),
      bureau: {
        [site.issuer[originalLanguage(site.languages)]]: site.issuer,
        ...Object.fromEntries((site.bureaus ?? []).map((bureau) => [bureau.id, namesOf(bureau, site)])),
      },
    },
  };
}

/** What an index is made from: a built site, and where indexes of former builds are kept. */
interface IndexRequest {
  readonly folder: string;
  readonly cache: Cache;
  readonly site: Site;
  readonly glossary: Glossary;
  /** The documents that the site wrote itself. */
  readonly documents: readonly ListedDocument[];
  /** How many languages may be indexed side by side. */
  readonly jobs?: number;
  /** Called with the number of indexes that are done and the total. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Writes the search index into a built site, from what was built: in its folder below the base. */
export async function indexSite({
  folder,
  cache,
  site,
  glossary,
  documents,
  jobs = 1,
  onProgress,
}: IndexRequest): Promise<void> {
  const others = await readOtherDocuments(folder, site, documents);
  const sources = [...(await replySources(folder, cache, site)), ...documentSources(others)];
  // Figures are those of datasets: a reply's own are found through them.
  await writeIndex(sources, sharedParts(others, site, glossary), {
    out: join(folder, INDEX_FOLDER),
    cache,
    jobs,
    onProgress,
  });
}
