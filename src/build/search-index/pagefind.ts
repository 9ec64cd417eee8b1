import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { type Locale, languageOf } from '../../model/locale.ts';
import type { SearchDocument } from '../../model/search-document.ts';
import { pagefindLanguage, WORKER_END } from '../../search/index-format.ts';
import { indexedPage } from '../../search/indexed-page.ts';
import { traditionalCharacters } from './variants.ts';

/**
 * How large a chunk of the index is, as Pagefind counts: places of words, a little more than one byte each. By an undocumented setting of the
 * indexer, so a test holds that it works. Sizes were compared with 2,000 replies in two languages: docs/performance.md.
 */
export const CHUNK_SIZE = 2_500;

/** What a page loads of the files that Pagefind writes; the interfaces that it brings are not published. */
const INDEX_FILES = /^(?:pagefind-entry\.json|pagefind\..+\.pf_meta|(?:index|fragment|filter)\/.+)$/;
const SCRIPT_FILES = /^(?:pagefind\.js|pagefind-worker\.js|wasm\..+\.pagefind)$/;

/** An index that Pagefind has made. */
export interface MadeIndex {
  /** Changes with every file of the index. */
  readonly tag: string;
  /** What results name its documents by, and how many tokens their titles have; by the documents' addresses. */
  readonly documents: ReadonlyMap<string, { readonly hash: string; readonly titleTokens: number }>;
  /** Words of another script than the language's own. */
  readonly foreign: ReadonlySet<string>;
  /** The characters of its texts in traditional characters, where it has such texts. */
  readonly traditional: string;
}

export interface MakeOptions {
  /** The folder that Pagefind writes into; it must not be there yet. */
  readonly folder: string;
  readonly locale: Locale;
  /** Whether Pagefind's script, worker and WebAssembly are beside the index. */
  readonly withScript: boolean;
  /** Changes the hashes of fragments: two indexes must not name different documents by the same hash. */
  readonly salt: number;
  readonly chunkSize?: number;
}

/** Has Pagefind write an index of documents, in their order. The same documents give the same files. */
export async function makeIndex(
  documents: readonly SearchDocument[],
  { folder, locale, withScript, salt, chunkSize = CHUNK_SIZE }: MakeOptions,
): Promise<MadeIndex> {
  const foreign = new Set<string>();
  const traditional = languageOf(locale).script === 'Han' ? traditionalCharacters() : undefined;
  const titleTokens = new Map<string, number>();
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = String(chunkSize);
  try {
    const { index, errors } = await createIndex({ forceLanguage: pagefindLanguage(locale) });
    if (!index) throw new Error(errors.join('\n'));
    for (const document of documents) {
      const { url, content, ...page } = indexedPage(document, salt);
      for (const word of page.foreign) foreign.add(word);
      traditional?.add(document);
      titleTokens.set(url, page.titleTokens);
      refuse(await index.addHTMLFile({ url, content }));
    }
    refuse(await index.writeFiles({ outputPath: folder }));
  } finally {
    // Ending the process frees its memory: the next index starts a new one.
    await close();
  }
  await keepLoaded(folder, locale, withScript);
  const entry: PagefindEntry = JSON.parse(await readFile(join(folder, 'pagefind-entry.json'), 'utf8'));
  const hashes = await emptyFragments(folder);
  return {
    tag: entry.languages[pagefindLanguage(locale)]?.hash ?? '',
    documents: new Map(Array.from(hashes, ([url, hash]) => [url, { hash, titleTokens: titleTokens.get(url) ?? 0 }])),
    foreign,
    traditional: traditional?.all() ?? '',
  };
}

/** `pagefind-entry.json` */
interface PagefindEntry {
  readonly languages: Readonly<Record<string, { readonly hash: string }>>;
}

function refuse({ errors }: { readonly errors: readonly string[] }): void {
  if (errors.length > 0) throw new Error(errors.join('\n'));
}

/** Removes what no page loads. An English page loads the WebAssembly that stems English, not the general one. */
async function keepLoaded(folder: string, locale: Locale, withScript: boolean): Promise<void> {
  const unused = languageOf(locale).search === 'stems' ? 'wasm.unknown.pagefind' : 'wasm.en.pagefind';
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(folder.length + 1).replaceAll('\\', '/');
    const loaded = INDEX_FILES.test(name) || (withScript && SCRIPT_FILES.test(name) && name !== unused);
    if (entry.isFile() && !loaded) await rm(path);
  }
  if (!withScript) return;
  const worker = join(folder, 'pagefind-worker.js');
  const start = await readFile(new URL('./worker-start.js', import.meta.url), 'utf8');
  await writeFile(worker, `${start}${await readFile(worker, 'utf8')}\n${WORKER_END}`);
}

/** What begins a file of Pagefind's, before its JSON. */
const MARK = 'pagefind_dcd';
/** Where a gzip header says on which system it was written (RFC 1952): the same everywhere, as "unknown". */
const [SYSTEM, UNKNOWN] = [9, 255];

/**
 * Takes the tokens out of the fragments, and gives the hash of each by the address of its document. Pagefind keeps what was indexed for
 * excerpts; ours are of the texts themselves, and ten results would load 40 KB of tokens.
 */
async function emptyFragments(folder: string): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  for (const name of await readdir(join(folder, 'fragment'))) {
    const path = join(folder, 'fragment', name);
    const text = gunzipSync(await readFile(path)).toString('utf8');
    const fragment: { readonly url: string; readonly content: string } = JSON.parse(text.slice(MARK.length));
    const packed = gzipSync(MARK + JSON.stringify({ ...fragment, content: '' }), { level: 9 });
    packed[SYSTEM] = UNKNOWN;
    await writeFile(path, packed);
    hashes.set(fragment.url, name.replace(/\.pf_fragment$/, ''));
  }
  return hashes;
}
