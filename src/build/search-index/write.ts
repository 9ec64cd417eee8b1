import { join } from 'node:path';
import { forgetOthers, type Kept, keptFolder, placeFiles, writeWhole } from '../../cache/folders.ts';
import { CACHES, type Cache } from '../../cache/index.ts';
import { sha256Of } from '../../model/hashes.ts';
import { byCodeUnit } from '../../model/order.ts';
import type { SearchDocument } from '../../model/search-document.ts';
import {
  type DocumentEntry,
  type IndexEntry,
  type IndexedFigure,
  type IndexList,
  type LanguageEntry,
  type SharedEntries,
  toTable,
} from '../../search/index-format.ts';
import { runApart } from '../child-process/index.ts';
import { inParallel } from '../parallel.ts';
import { CHUNK_SIZE, type MadeIndex, makeIndex } from './pagefind.ts';
import { type DocumentSource, type IndexPlan, planIndexes, sortDocuments } from './sources.ts';
import { characterVariants, pairsOf } from './variants.ts';

interface WriteOptions {
  /** The folder that becomes the index's in the site. It must not hold an older index. */
  readonly out: string;
  /** Where indexes of former builds are kept. On the disk of `out`, files are linked. */
  readonly cache: Cache;
  readonly chunkSize?: number;
  /** How many languages may be indexed side by side. From two on, each index is made in a process of its own. */
  readonly jobs?: number;
  /** Called with the number of indexes that are done and the total. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** What is written beside the indexes: what they share, and the figures of all languages. */
export interface SharedParts extends SharedEntries {
  readonly figures: readonly IndexedFigure[];
}

/** What is known of an index that was made. */
interface IndexFacts {
  readonly tag: string;
  readonly documents: readonly DocumentEntry[];
  /** Words of another script, where they are few enough to be listed. */
  readonly foreign: readonly string[] | undefined;
  /** The characters of its texts in traditional characters. */
  readonly traditional: string;
}

/** More words of another script than these are not listed: the list would cost more than it saves. */
const MOST_FOREIGN = 400;

function fewForeign(lists: readonly (Iterable<string> | undefined)[]): readonly string[] | undefined {
  const words = new Set<string>();
  for (const list of lists) {
    if (!list) return undefined;
    for (const word of list) words.add(word);
  }
  return words.size > MOST_FOREIGN ? undefined : [...words].sort(byCodeUnit);
}

function documentEntry({ url, id, kind, date = '', facets }: SearchDocument, { documents }: MadeIndex): DocumentEntry {
  const made = documents.get(url);
  if (!made) throw new Error(`Pagefind has no fragment of ${url}`);
  return { ...made, id, kind, date, facets };
}

/** The name of a part by its bytes: the same bytes have the same name in every release. */
async function writePart(out: string, name: string, value: unknown): Promise<string> {
  const text = JSON.stringify(value);
  const path = `parts/${name}-${sha256Of(text).slice(0, 12)}.json`;
  await writeWhole(join(out, path), text);
  return path;
}

/** Writes the index of a site; indexes whose documents are unchanged are taken from the cache. */
export async function writeIndex(
  sources: readonly DocumentSource[],
  shared: SharedParts,
  { out, cache, chunkSize = CHUNK_SIZE, jobs = 1, onProgress }: WriteOptions,
): Promise<IndexList> {
  const { figures, ...others } = shared;
  const used = new Set<string>();
  let done = 0;

  async function useIndex(plan: IndexPlan, taken: ReadonlySet<string>): Promise<Kept<IndexFacts>> {
    const keys = plan.sources.map(({ key }) => key);
    const withScript = plan.folder === `${plan.locale}/`;
    // One after another in a language: the memory needed is that of its largest index.
    for (let salt = 0; ; salt += 1) {
      const settings = { chunkSize: String(chunkSize), withScript: String(withScript), salt: String(salt) };
      const named = {
        label: plan.folder.replaceAll('/', '-'),
        inputs: { folder: plan.folder, ...settings, documents: keys },
      };
      const index = await keptFolder(cache, CACHES.search, named, async (folder): Promise<IndexFacts> => {
        const documents = sortDocuments((await Promise.all(plan.sources.map((source) => source.documents()))).flat());
        const { locale } = plan;
        const options = { folder, locale, withScript, salt, chunkSize };
        const made = await (jobs > 1 ? runApart('searchIndex', { documents, options }) : makeIndex(documents, options));
        const entries = documents.map((document) => documentEntry(document, made));
        return {
          tag: made.tag,
          documents: entries,
          foreign: fewForeign([made.foreign]),
          traditional: made.traditional,
        };
      });
      used.add(index.folder);
      if (!index.facts.documents.some(({ hash }) => taken.has(hash))) return index;
    }
  }

  async function writeLanguage(plans: readonly IndexPlan[], total: number): Promise<LanguageEntry> {
    const indexes: IndexEntry[] = [];
    const foreign: (readonly string[] | undefined)[] = [];
    const taken = new Set<string>();
    let traditional = '';
    // The oldest first: where two documents would have one hash, the index that changes anyway gives way.
    for (const plan of plans.toReversed()) {
      onProgress?.(done, total);
      const index = await useIndex(plan, taken);
      const { tag, documents } = index.facts;
      for (const { hash } of documents) taken.add(hash);
      foreign.push(index.facts.foreign);
      traditional += index.facts.traditional;
      placeFiles(index, join(out, plan.folder));
      const table = await writePart(out, plan.folder.replaceAll('/', '-').slice(0, -1), toTable(documents));
      const years = plan.sources.map(({ year }) => year).filter((year) => year !== '');
      done += 1;
      indexes.unshift({ folder: plan.folder, years, documents: documents.length, tag, table });
    }
    const few = fewForeign(foreign);
    const locale = plans[0]?.locale ?? 'zh';
    const own = figures.filter((figure) => figure.locale === locale);
    return {
      locale,
      indexes,
      ...(few ? { foreign: few } : {}),
      ...(traditional === '' ? {} : { traditional: pairsOf(traditional) }),
      ...(own.length > 0 ? { figures: await writePart(out, `figures-${locale}`, own) } : {}),
    };
  }

  const groups = Map.groupBy(sources, ({ locale }) => locale);
  const plans = [...groups.keys()]
    .sort(byCodeUnit)
    .reverse()
    .map((locale) => planIndexes(groups.get(locale) ?? []));
  const total = plans.flat().length;
  const languages = await inParallel(plans, jobs, (own) => writeLanguage(own, total));
  await forgetOthers(cache, CACHES.search, used);
  const list: IndexList = {
    languages,
    shared: await writePart(out, 'shared', others),
    variants: await writePart(out, 'variants', characterVariants()),
  };
  await writeWhole(join(out, 'index.json'), `${JSON.stringify(list)}\n`);
  return list;
}
