import type { Locale } from '../model/locale.ts';
import type { FigureEntry, SearchDocument } from '../model/search-document.ts';

/*
 * What the index writer leaves in the built site and the browser reads, all below `search/`:
 *
 *   index.json               the list of volumes, and what all of them share: the one file that is asked for anew
 *   parts/…-table-<hash>.bin a volume's table: the names of its other files and what stands where in them
 *   parts/…-terms-<hash>.bin its tokens and their places: chunk after chunk (chunk.ts)
 *   parts/…-texts-<hash>.bin the texts of its documents, one after another, for excerpts
 *   parts/shared-<hash>.bin  glossary, figures and the names of filters
 *   parts/variants-<hash>.bin traditional characters (variants.ts), for queries that nothing contains
 *
 * Bundles, one a language and year, are what is made anew when something changes; a volume puts those of several years
 * side by side, so that one request gives all that they have of a token. Each file is named by a hash of what it holds.
 * Tables, texts and what is shared are JSON; each of these and each chunk is compressed by itself (raw DEFLATE), so that
 * a reader asks for the stretch of a file that it needs.
 */

/** `index.json` */
export interface IndexList {
  readonly version: 3;
  readonly volumes: readonly VolumeEntry[];
  /** The path of what volumes share, below the index's folder like all paths here. */
  readonly shared: string;
  /** The path of the characters that are written in two ways. */
  readonly variants: string;
}

export interface VolumeEntry {
  readonly locale: Locale;
  /** The years of its replies, newest first; `other` for what is no reply. */
  readonly years: readonly string[];
  /** The path of its table. */
  readonly table: string;
  readonly documents: number;
  /**
   * The distinct words of another script than the volume's own, where they are few: Han characters of English texts,
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
  /** How many pairs the title has. */
  readonly titlePairs: number;
}

/** A file that stretches are read from: its path, and how many bytes each of its pieces has, in order. */
export interface PackedFile {
  readonly path: string;
  readonly lengths: readonly number[];
}

/** `…-table-<hash>.bin`. Documents stand column by column, which compresses better. */
export interface VolumeTable {
  readonly terms: PackedFile;
  readonly texts: PackedFile;
  /** How many documents each of its bundles has, in order. */
  readonly bundles: readonly number[];
  readonly documents: { readonly [Column in keyof DocumentEntry]: readonly DocumentEntry[Column][] };
}

/** The text of a document. */
export interface StoredDocument {
  readonly url: string;
  readonly title: string;
  readonly number?: string;
  readonly date?: string;
  readonly passages: readonly (readonly [anchor: string, text: string])[];
}

/** Documents as a table holds them. */
export function toColumns(entries: readonly DocumentEntry[]): VolumeTable['documents'] {
  return {
    id: entries.map(({ id }) => id),
    kind: entries.map(({ kind }) => kind),
    date: entries.map(({ date }) => date),
    topics: entries.map(({ topics }) => topics),
    answered: entries.map(({ answered }) => answered),
    titlePairs: entries.map(({ titlePairs }) => titlePairs),
  };
}

/** The documents of a table, in order. */
export function fromColumns(columns: VolumeTable['documents']): DocumentEntry[] {
  return columns.id.map((id, place) => ({
    id,
    kind: columns.kind[place] ?? 'page',
    date: columns.date[place] ?? '',
    topics: columns.topics[place] ?? [],
    answered: columns.answered[place] ?? '',
    titlePairs: columns.titlePairs[place] ?? 0,
  }));
}

/** Where each piece of a packed file begins. */
export function offsetsOf({ lengths }: PackedFile): number[] {
  let at = 0;
  return lengths.map((length) => {
    const offset = at;
    at += length;
    return offset;
  });
}
