import { decode } from 'cborg';
import type { Locale } from '../model/locale.ts';
import type { FigureEntry, SearchDocument } from '../model/search-document.ts';

/*
 * What the index writer leaves in the built site and the browser reads, all below `search/`:
 *
 *   index.json                 the list of bundles, and what all of them share
 *   <bundle>/table.bin         where each token stands, and what filters and order need of each document
 *   <bundle>/t/<n>.pf_index    tokens and their places, as Pagefind writes them
 *   <bundle>/d/<n>.bin         the texts of document n, for excerpts
 *   shared-<hash>.bin          glossary and figures
 *
 * Names of bundles carry a hash of their content. `.bin` is JSON, compressed by gzip.
 */

/** `index.json` */
export interface IndexList {
  readonly version: 1;
  readonly bundles: readonly BundleEntry[];
  readonly shared: string;
}

export interface BundleEntry {
  readonly locale: Locale;
  /** The year of its replies, or `other` for what is no reply. */
  readonly year: string;
  /** The folder's name. */
  readonly path: string;
  readonly documents: number;
  /**
   * The distinct words of another script than the bundle's own, where they are few: Han characters of English texts,
   * Latin words of Chinese ones. A query with others need not ask it.
   */
  readonly foreign?: readonly string[];
}

/** A term of the glossary in both languages, its preferred form first. */
export type TermEntry = Readonly<Record<Locale, readonly string[]>>;

/** Values of a filter, and their names in each language. */
export type Labels = Readonly<Record<string, Readonly<Record<Locale, string>>>>;

/** `shared-<hash>.bin` */
export interface SharedEntries {
  readonly terms: readonly TermEntry[];
  readonly figures: readonly (FigureEntry & { readonly locale: Locale; readonly source: string })[];
  readonly topics: Labels;
  readonly answered: Labels;
}

/** What filters and order need of a document. */
export interface DocumentEntry {
  readonly id: string;
  readonly kind: SearchDocument['kind'];
  /** `YYYY-MM-DD`, or empty. */
  readonly date: string;
  readonly topics: readonly string[];
  readonly answered: string;
  readonly titlePairs: number;
  readonly listStart: number;
}

/** `table.bin` */
export interface BundleTable {
  /** The shortest prefix that tells the first token of each chunk from the last of the one before. */
  readonly chunks: readonly string[];
  readonly documents: readonly DocumentEntry[];
}

/** `d/<n>.bin` */
export interface StoredDocument {
  readonly url: string;
  readonly title: string;
  readonly number?: string;
  readonly date?: string;
  readonly passages: readonly (readonly [anchor: string, text: string])[];
}

/** Where a token stands: for each document that has it, the positions in ascending order. */
export type Postings = ReadonlyMap<number, readonly number[]>;

/** What every file that Pagefind writes begins with, once unpacked. */
const SIGNATURE = 'pagefind_dcd';

function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
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

function readPostings(pages: readonly unknown[]): Postings {
  const postings = new Map<number, number[]>();
  let document = 0;
  for (const page of pages) {
    if (!isArray(page) || typeof page[0] !== 'number' || !isArray(page[1])) throw new TypeError('Not a page');
    document += page[0];
    postings.set(document, readPositions(page[1]));
  }
  return postings;
}

/** The body of an unpacked Pagefind file, without its signature. Throws a `TypeError` where it is none. */
export function pagefindBody(unpacked: Uint8Array): unknown {
  const signature = String.fromCharCode(...unpacked.subarray(0, SIGNATURE.length));
  if (signature !== SIGNATURE) throw new TypeError('Not a Pagefind file');
  return decode(unpacked.subarray(SIGNATURE.length));
}

/**
 * Reads an unpacked chunk of Pagefind's word index (1.6.0, `pagefind/src/index/index_words.rs`):
 * a list of [word, [[document, [position …]] …], variants]. Throws a `TypeError` for anything else.
 */
export function readChunk(unpacked: Uint8Array): ReadonlyMap<string, Postings> {
  const body = pagefindBody(unpacked);
  const words = isArray(body) ? body[0] : undefined;
  if (!isArray(words)) throw new TypeError('Not an index chunk');
  return new Map(
    words.map((word) => {
      if (!isArray(word) || typeof word[0] !== 'string' || !isArray(word[1])) throw new TypeError('Not a word');
      return [word[0], readPostings(word[1])] as const;
    }),
  );
}

/** The number of the chunk that would hold a token, or -1 where it comes before them all. */
export function chunkOf(chunks: readonly string[], token: string): number {
  let [low, high] = [0, chunks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((chunks[middle] ?? '') <= token) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
