import { languageOf } from '../model/locale.ts';
import { type Filters, NO_FILTERS, pagefindFilters } from './facets.ts';
import { type DocumentEntry, type LanguageEntry, pagefindLanguage } from './index-format.ts';
import { type Fragment, type StoredDocument, storedDocument } from './indexed-page.ts';
import { once, remember } from './kept.ts';

/** What Pagefind's script offers, as far as it is used (its version is index-format.ts's). */
export interface PagefindScript {
  createInstance(options: PagefindOptions): PagefindInstance;
}

export interface PagefindOptions {
  readonly basePath?: string;
  readonly baseUrl: string;
  readonly excerptLength: number;
  readonly metaCacheTag: string;
  readonly exactDiacritics: boolean;
  readonly language?: string;
}

export interface PagefindInstance {
  init(): Promise<void>;
  mergeIndex(path: string, options: PagefindOptions): Promise<unknown>;
  search(term: string, options: object): Promise<{ readonly results: readonly PagefindResult[] }>;
  destroy(): Promise<unknown>;
}

interface PagefindResult {
  readonly id: string;
  readonly score: number;
  /** Places of what was found; of a quoted search, of its first match. */
  readonly words: readonly number[];
  /** Gives nothing once the instance is destroyed. */
  data(): Promise<Fragment | null>;
}

/** The index on the server is no longer the one that was opened. */
export class ReplacedIndex extends Error {
  override name = 'ReplacedIndex';
}

/** A document that matches. */
export interface Hit {
  readonly entry: ListedDocument;
  /** Pagefind's; the same for every hit of a phrase. */
  readonly score: number;
  /** The place of the first match, counted in tokens from the beginning of the title. */
  readonly first: number;
}

/** A document of an index, and which of its language's indexes that is. */
export interface ListedDocument extends DocumentEntry {
  readonly index: number;
}

/** All indexes of a language, opened and merged. */
export interface OpenLanguage {
  readonly entry: LanguageEntry;
  /**
   * The documents that have some tokens: in sequence, exactly (`phrase`) or in any form (`forms`); or anywhere, and words that begin with them
   * too (`words`), in which case Pagefind also scores them.
   */
  ask(tokens: readonly string[], how: 'phrase' | 'forms' | 'words', filters?: Filters): Promise<readonly Hit[]>;
  /** The texts of a document that a search has found. */
  text(document: ListedDocument): Promise<StoredDocument>;
  close(): Promise<void>;
}

/** An index is opened with its own tag, so that a browser asks for its entry again exactly when it has changed. */
const optionsOf = (tag: string, exactDiacritics: boolean): PagefindOptions => ({
  baseUrl: '/',
  excerptLength: 1,
  metaCacheTag: tag,
  exactDiacritics,
});

/**
 * Opens the indexes of a language. `create` makes an instance of the script that is in the first one's folder; `base` is the path of the
 * folder of all indexes; `documents` are those of each index's table.
 */
export async function openLanguage(
  entry: LanguageEntry,
  base: string,
  documents: readonly (readonly DocumentEntry[])[],
  create: (options: PagefindOptions) => PagefindInstance,
): Promise<OpenLanguage> {
  const [first, ...others] = entry.indexes;
  if (!first) throw new RangeError(`No index of ${entry.locale}`);
  const known = new Map<string, ListedDocument>();
  for (const [index, own] of documents.entries())
    for (const document of own) known.set(document.hash, { ...document, index });
  const instances: PagefindInstance[] = [];
  const openAll = async (exactly: boolean) => {
    const instance = create({ ...optionsOf(first.tag, exactly), basePath: base + first.folder });
    instances.push(instance);
    await instance.init();
    // Only a search fails where there is no WebAssembly: merging would wait for it for ever.
    await instance.search('', {});
    const language = pagefindLanguage(entry.locale);
    await Promise.all(
      others.map(({ folder, tag }) => instance.mergeIndex(base + folder, { ...optionsOf(tag, exactly), language })),
    );
    return instance;
  };
  const free = await openAll(false);
  // Only English has word forms. Whether accents count is an option of the instance, so exact phrases need their own.
  const exact = languageOf(entry.locale).search === 'stems' ? once(() => openAll(true)) : async () => free;
  const loaders = new Map<string, PagefindResult['data']>();
  const text = remember(async (hash: string) => {
    const fragment = await loaders.get(hash)?.();
    if (!fragment) throw new RangeError(`No text of ${hash}`);
    return storedDocument(fragment);
  });
  return {
    entry,
    async ask(tokens, how, filters = NO_FILTERS) {
      if (tokens.length === 0) return [];
      const words = tokens.join(' ');
      const term = how === 'words' ? words : `"${words}"`;
      const instance = how === 'phrase' ? await exact() : free;
      const { results } = await instance.search(term, { filters: pagefindFilters(filters) });
      return results.map((result) => {
        const document = known.get(result.id);
        if (!document) throw new ReplacedIndex(result.id);
        loaders.set(result.id, () => result.data());
        return { entry: document, score: result.score, first: result.words[0] ?? 0 };
      });
    },
    text: ({ hash }) => text(hash),
    async close() {
      await Promise.all(instances.map((instance) => instance.destroy()));
    },
  };
}
