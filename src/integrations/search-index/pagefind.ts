import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { PagefindIndex } from 'pagefind';
import { pagefindBody } from '../../search/index-format.ts';

/**
 * How many places a chunk of the index holds: about 1 KB. Measured with 2,000 replies in two languages and twelve years,
 * kilobytes of a first and of a further Chinese query (median): 154 and 63; with 1,200 places 167 and 81, and 40 % fewer files.
 */
export const CHUNK_PLACES = 600;
/**
 * Pagefind takes the size from an environment variable that it does not document (1.6.0: `index_chunk_size` of
 * pagefind/src/options.rs), and only when its indexer starts. A test reads back that it works.
 */
const CHUNK_VARIABLE = 'PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE';

/** One running indexer. It has to be closed, or it keeps the process alive. */
export interface Indexer {
  /**
   * Indexes documents; document n of the index is the n-th given. `take` moves each chunk to where it stays.
   * Gives the first words of the chunks, in order.
   */
  index(
    documents: readonly (readonly string[])[],
    take: (file: string, number: number) => Promise<void>,
  ): Promise<string[]>;
  close(): Promise<void>;
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function failOn(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}

/** The names and first words of chunks, and the order of documents, from Pagefind's table (`pf_meta`). */
function readTable(body: unknown): { pages: string[]; chunks: { from: string; name: string }[] } {
  const [pages, chunks] = isList(body) ? [body[1], body[2]] : [];
  if (!isList(pages) || !isList(chunks)) throw new TypeError('Not a Pagefind table');
  const text = (list: unknown, place: number): string => {
    const value = isList(list) ? list[place] : undefined;
    if (typeof value !== 'string') throw new TypeError('Not a Pagefind table');
    return value;
  };
  return {
    pages: pages.map((page) => text(page, 0)),
    chunks: chunks.map((chunk) => ({ from: text(chunk, 0), name: text(chunk, 2) })),
  };
}

/** Pagefind keeps the order in which documents were given; everything else of the index rests on that, so it is checked. */
async function checkOrder(folder: string, pages: readonly string[], documents: number): Promise<void> {
  if (pages.length !== documents) throw new Error(`Pagefind indexed ${pages.length} of ${documents} documents`);
  for (const place of new Set([0, documents >> 1, documents - 1])) {
    const fragment = gunzipSync(await readFile(join(folder, 'fragment', `${pages[place]}.pf_fragment`))).toString(
      'utf8',
    );
    if (!fragment.includes(`"url":"${place}"`)) throw new Error('Pagefind changed the order of the documents');
  }
}

async function collect(
  folder: string,
  documents: number,
  take: (file: string, number: number) => Promise<void>,
): Promise<string[]> {
  const table = (await readdir(folder)).find((file) => file.endsWith('.pf_meta'));
  if (table === undefined) throw new Error('Pagefind wrote no table');
  const { pages, chunks } = readTable(pagefindBody(gunzipSync(await readFile(join(folder, table)))));
  await checkOrder(folder, pages, documents);
  for (const [number, { name }] of chunks.entries()) await take(join(folder, 'index', `${name}.pf_index`), number);
  return chunks.map(({ from }) => from);
}

async function addAll(index: PagefindIndex, documents: readonly (readonly string[])[]): Promise<void> {
  for (const [place, tokens] of documents.entries()) {
    const added = await index.addCustomRecord({ url: String(place), content: tokens.join(' '), language: 'und' });
    failOn(added.errors);
  }
}

/** Starts an indexer that works in `scratch`. */
export async function startIndexer(scratch: string, chunkPlaces = CHUNK_PLACES): Promise<Indexer> {
  process.env[CHUNK_VARIABLE] = String(chunkPlaces);
  const pagefind = await import('pagefind');
  await mkdir(scratch, { recursive: true });
  return {
    async index(documents, take) {
      // `und`: no stemmer and no segmenter. Tokens are made by src/search/tokens.ts, and nothing may take them apart.
      const { index, errors } = await pagefind.createIndex({ forceLanguage: 'und' });
      failOn(errors);
      if (!index) throw new Error('Pagefind made no index');
      const folder = await mkdtemp(join(scratch, 'pagefind-'));
      try {
        await addAll(index, documents);
        failOn((await index.writeFiles({ outputPath: folder })).errors);
        return await collect(folder, documents.length, take);
      } finally {
        await index.deleteIndex();
        await rm(folder, { recursive: true, force: true });
      }
    },
    async close() {
      await pagefind.close();
    },
  };
}
