import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decode } from 'cborg';
import type { PagefindIndex } from 'pagefind';
import type { Postings } from '../../search/chunk.ts';

/** What every file that Pagefind writes begins with, once unpacked. */
const SIGNATURE = 'pagefind_dcd';

/** One running indexer. It has to be closed, or it keeps the process alive. */
export interface Indexer {
  /**
   * Indexes documents, each a list of tokens; document n of the index is the n-th given. `take` is called for every token
   * with the positions at which documents have it.
   */
  index(documents: Iterable<readonly string[]>, take: (token: string, postings: Postings) => void): Promise<void>;
  close(): Promise<void>;
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function failOn(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}

/** The body of a file that Pagefind wrote. Throws a `TypeError` where it is none. */
export function pagefindBody(packed: Uint8Array): unknown {
  const unpacked = gunzipSync(packed);
  if (unpacked.toString('latin1', 0, SIGNATURE.length) !== SIGNATURE) throw new TypeError('Not a Pagefind file');
  return decode(unpacked.subarray(SIGNATURE.length));
}

/** Positions are written as distances; a negative number announces another weight, after which they count from 0 again. */
function readPositions(places: readonly unknown[]): number[] {
  const positions: number[] = [];
  let last = 0;
  for (const place of places) {
    if (typeof place !== 'number') throw new TypeError('Not a position');
    if (place < 0) last = 0;
    else {
      last += place;
      positions.push(last);
    }
  }
  return positions;
}

function readPages(pages: readonly unknown[]): Postings {
  const postings = new Map<number, number[]>();
  let document = 0;
  for (const page of pages) {
    if (!isList(page) || typeof page[0] !== 'number' || !isList(page[1])) throw new TypeError('Not a page');
    document += page[0];
    postings.set(document, readPositions(page[1]));
  }
  return postings;
}

/**
 * The words of a chunk of Pagefind's index (1.6.0, `pagefind/src/index/index_words.rs`): a list of
 * [word, [[document, [position …]] …], variants]. Throws a `TypeError` for anything else.
 */
export function* pagefindWords(body: unknown): Generator<readonly [word: string, postings: Postings]> {
  const words = isList(body) ? body[0] : undefined;
  if (!isList(words)) throw new TypeError('Not an index chunk');
  for (const word of words) {
    if (!isList(word) || typeof word[0] !== 'string' || !isList(word[1])) throw new TypeError('Not a word');
    yield [word[0], readPages(word[1])];
  }
}

/** The names of chunks and of documents, in order, from Pagefind's table (`pf_meta`). */
function readTable(body: unknown): { pages: string[]; chunks: string[] } {
  const [pages, chunks] = isList(body) ? [body[1], body[2]] : [];
  if (!isList(pages) || !isList(chunks)) throw new TypeError('Not a Pagefind table');
  const text = (list: unknown, place: number): string => {
    const value = isList(list) ? list[place] : undefined;
    if (typeof value !== 'string') throw new TypeError('Not a Pagefind table');
    return value;
  };
  return { pages: pages.map((page) => text(page, 0)), chunks: chunks.map((chunk) => text(chunk, 2)) };
}

/** Pagefind keeps the order in which documents were given; everything else of the index rests on that, so it is checked. */
async function checkOrder(folder: string, pages: readonly string[], documents: number): Promise<void> {
  if (pages.length !== documents) throw new Error(`Pagefind indexed ${pages.length} of ${documents} documents`);
  for (const place of new Set([0, documents >> 1, documents - 1])) {
    const fragment = gunzipSync(await readFile(join(folder, 'fragment', `${pages[place]}.pf_fragment`)));
    if (!fragment.toString('utf8').includes(`"url":"${place}"`))
      throw new Error('Pagefind changed the order of the documents');
  }
}

async function addAll(index: PagefindIndex, documents: Iterable<readonly string[]>): Promise<number> {
  let place = 0;
  for (const tokens of documents) {
    const added = await index.addCustomRecord({ url: String(place), content: tokens.join(' '), language: 'und' });
    failOn(added.errors);
    place += 1;
  }
  return place;
}

/** Starts an indexer that works in `scratch`. */
export async function startIndexer(scratch: string): Promise<Indexer> {
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
        const added = await addAll(index, documents);
        failOn((await index.writeFiles({ outputPath: folder })).errors);
        const table = (await readdir(folder)).find((file) => file.endsWith('.pf_meta'));
        if (table === undefined) throw new Error('Pagefind wrote no table');
        const { pages, chunks } = readTable(pagefindBody(await readFile(join(folder, table))));
        await checkOrder(folder, pages, added);
        for (const name of chunks) {
          const body = pagefindBody(await readFile(join(folder, 'index', `${name}.pf_index`)));
          for (const [token, postings] of pagefindWords(body)) take(token, postings);
        }
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
