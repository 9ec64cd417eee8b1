import { LANGUAGE_TAGS, type Locale, type Localized, languageOf, type Translated } from '../model/locale.ts';
import type { FigureEntry, SearchDocument } from '../model/search-document.ts';

/*
 * What the index writer leaves in the built site and the browser reads, all below `pagefind/<version>/`:
 *
 *   index.json        which indexes there are; asked for again, as each index's own pagefind-entry.json is
 *   <language>/       Pagefind's script, worker and WebAssembly of a language, and its first index: the newest year and
 *                     all that is no reply
 *   <language>/<years>/ an index of earlier years, which the first one merges
 *   parts/            what Pagefind has no place for: a table of each index's documents, and what all indexes share
 *
 * Files of an index are named by Pagefind after what they hold, those of `parts` by their SHA-256; scripts change with the
 * version only.
 */

/** The version of Pagefind whose files are published. */
export const PAGEFIND_VERSION = '1.6.0';

/**
 * Has to change whenever this project would make other files of the same documents, or another script, with the same
 * Pagefind. A test fails where the files of a fixed text change and this does not.
 */
export const FORMAT = 2;

/** The folder of the index, below the site's base. A page keeps to the one that it was built with. */
export const INDEX_FOLDER = `pagefind/${PAGEFIND_VERSION}-${FORMAT}/`;

/** `index.json`: all paths are below its own folder. */
export interface IndexList {
  readonly languages: readonly LanguageEntry[];
  /** The path of what indexes share. */
  readonly shared: string;
  /** The path of the characters that are written in two ways. */
  readonly variants: string;
}

export interface LanguageEntry {
  readonly locale: Locale;
  /** The first one has Pagefind's script beside it; the others are merged into it. */
  readonly indexes: readonly IndexEntry[];
  /**
   * The distinct words of another script than the language's own, where they are few: Han characters of English texts,
   * Latin words of Chinese ones. A query with others need not ask this language.
   */
  readonly foreign?: readonly string[];
}

export interface IndexEntry {
  /** `zh/`, `zh/2014-2024/` */
  readonly folder: string;
  /** The years of its replies, newest first. */
  readonly years: readonly string[];
  readonly documents: number;
  /** Changes with every file of the index. */
  readonly tag: string;
  /** The path of the table of its documents. */
  readonly table: string;
}

/** How Pagefind is told a language: one that is cut into pairs must be none that Pagefind would cut or stem itself. */
export const pagefindLanguage = (locale: Locale): string =>
  languageOf(locale).search === 'stems' ? LANGUAGE_TAGS[locale] : 'und';

/** A term of the glossary in each of the site's languages, its preferred form first. */
export type TermEntry = Translated<readonly string[]>;

/** Values of a filter, and their names in each language. */
export type Labels = Readonly<Record<string, Localized>>;

/** What all indexes share. */
export interface SharedEntries {
  readonly terms: readonly TermEntry[];
  readonly figures: readonly (FigureEntry & { readonly locale: Locale; readonly source: string })[];
  readonly topics: Labels;
  readonly answered: Labels;
  readonly bureaus: Labels;
}

/** What order, facets and the joining of languages need of a document. */
export interface DocumentEntry {
  /** The hash that Pagefind names its fragment by, and with which results name it. */
  readonly hash: string;
  readonly id: string;
  readonly kind: SearchDocument['kind'];
  /** `YYYY-MM-DD`, or empty. */
  readonly date: string;
  readonly topics: readonly string[];
  readonly answered: string;
  readonly bureaus: readonly string[];
  readonly outcome: string;
  /** How many tokens the title has. */
  readonly titleTokens: number;
}

/** A table of documents, column by column, which compresses better. */
export type DocumentTable = { readonly [Column in keyof DocumentEntry]: readonly DocumentEntry[Column][] };

/** Documents as a table holds them. */
export function toTable(entries: readonly DocumentEntry[]): DocumentTable {
  return {
    hash: entries.map(({ hash }) => hash),
    id: entries.map(({ id }) => id),
    kind: entries.map(({ kind }) => kind),
    date: entries.map(({ date }) => date),
    topics: entries.map(({ topics }) => topics),
    answered: entries.map(({ answered }) => answered),
    bureaus: entries.map(({ bureaus }) => bureaus),
    outcome: entries.map(({ outcome }) => outcome),
    titleTokens: entries.map((entry) => entry.titleTokens),
  };
}

/** The documents of a table, in order. */
export function fromTable(table: DocumentTable): DocumentEntry[] {
  return table.hash.map((hash, place) => ({
    hash,
    id: table.id[place] ?? '',
    kind: table.kind[place] ?? 'page',
    date: table.date[place] ?? '',
    topics: table.topics[place] ?? [],
    answered: table.answered[place] ?? '',
    bureaus: table.bureaus[place] ?? [],
    outcome: table.outcome[place] ?? '',
    titleTokens: table.titleTokens[place] ?? 0,
  }));
}
