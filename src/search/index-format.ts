import { LANGUAGE_TAGS, type Locale, type Localized, languageOf, type Translated } from '../model/locale.ts';
import type { FigureEntry, SearchDocument } from '../model/search-document.ts';
import { type FacetValues, type PerFacet, perFacet } from '../model/search-facets.ts';
import type { Variants } from './normalise.ts';

/*
 * What the index writer leaves in the built site and the browser reads, all below `pagefind/<version>/`:
 *
 *   index.json        which indexes there are; asked for again, as each index's own pagefind-entry.json is
 *   <language>/       Pagefind's script, worker and WebAssembly of a language, and its first index: the newest year and
 *                     all that is no reply
 *   <language>/<years>/ an index of earlier years, which the first one merges
 *   parts/            what Pagefind has no place for: a table of each index's documents, the figures of each language's
 *                     datasets, and what all indexes share
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
export const FORMAT = 7;

/** The folder of the index, below the site's base. A page keeps to the one that it was built with. */
export const INDEX_FOLDER = `pagefind/${PAGEFIND_VERSION}-${FORMAT}/`;

/** How the published worker ends. A truncated one must be told from one that does not start because WebAssembly is blocked. */
export const WORKER_END = '/* The end of the worker. */\n';

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
  /** Of texts in traditional characters, where there are any: their characters that a reader may type in simplified ones. */
  readonly traditional?: Variants;
  /** The path of the figures of its datasets, where there are any: only an amount, or a dataset that was found, needs them. */
  readonly figures?: string;
}

export interface IndexEntry {
  /** `zh/`, `zh/2014-2024/` */
  readonly folder: string;
  /** The years of its replies, newest first. */
  readonly years: readonly string[];
  readonly documents: number;
  /** Changes with every file of the index; names Pagefind's table of its chunks (`metaFile`). */
  readonly tag: string;
  /** The path of the table of its documents. */
  readonly table: string;
}

/** The path of an index's table of pages and chunks, which Pagefind reads before it can search. */
export const metaFile = ({ folder, tag }: IndexEntry): string => `${folder}pagefind.${tag}.pf_meta`;

/** The language that Pagefind is told: for texts split into pairs, one that Pagefind would neither segment nor stem. */
export const pagefindLanguage = (locale: Locale): string =>
  languageOf(locale).search === 'stems' ? LANGUAGE_TAGS[locale] : 'und';

/** A term of the glossary in each of the site's languages, its preferred form first. */
export type TermEntry = Translated<readonly string[]>;

/** Values of a filter, and their names in each language. */
export type Labels = Readonly<Record<string, Localized>>;

/** A figure of a dataset in one language, and the dataset's title. */
export interface IndexedFigure extends FigureEntry {
  readonly locale: Locale;
  readonly source: string;
}

/** What all indexes share. */
export interface SharedEntries {
  readonly terms: readonly TermEntry[];
  /** The names of facets' values, where site.yaml has them. */
  readonly labels: Partial<PerFacet<Labels>>;
}

/** What ordering, facets and joining languages need to know of a document. */
export interface DocumentEntry {
  /** The hash that Pagefind names its fragment by, and with which results name it. */
  readonly hash: string;
  readonly id: string;
  readonly kind: SearchDocument['kind'];
  /** `YYYY-MM-DD`, or empty. */
  readonly date: string;
  readonly facets: FacetValues;
  /** How many tokens the title has. */
  readonly titleTokens: number;
}

/** A column of few distinct values: each value once, and for each row its index. */
interface ValueColumn<Value> {
  readonly values: readonly Value[];
  readonly rows: readonly number[];
}

/** A table of documents, column by column: a browser loads that of every index with the first query. */
export interface DocumentTable {
  /** All in one text, with spaces between them. */
  readonly hash: string;
  readonly id: readonly string[];
  /** Days since the row before with a date, the first one's since 1970; `null` where there is none. */
  readonly date: readonly (number | null)[];
  readonly titleTokens: readonly number[];
  readonly kind: ValueColumn<DocumentEntry['kind']>;
  readonly facets: PerFacet<ValueColumn<readonly string[]>>;
}

function toColumn<Value>(all: readonly Value[]): ValueColumn<Value> {
  const places = new Map<string, number>();
  const values: Value[] = [];
  const rows = all.map((value) => {
    const key = JSON.stringify(value);
    const place = places.get(key) ?? places.size;
    if (place === places.size) {
      places.set(key, place);
      values.push(value);
    }
    return place;
  });
  return { values, rows };
}

const DAY = 86_400_000;

function toDays(dates: readonly string[]): (number | null)[] {
  let before = 0;
  return dates.map((date) => {
    if (date === '') return null;
    const day = Date.parse(date) / DAY;
    const since = day - before;
    before = day;
    return since;
  });
}

function fromDays(days: readonly (number | null)[]): string[] {
  let day = 0;
  return days.map((since) => {
    if (since === null) return '';
    day += since;
    return new Date(day * DAY).toISOString().slice(0, 10);
  });
}

/** The table of documents, row by row in their order. */
export function toTable(entries: readonly DocumentEntry[]): DocumentTable {
  return {
    hash: entries.map(({ hash }) => hash).join(' '),
    id: entries.map(({ id }) => id),
    date: toDays(entries.map(({ date }) => date)),
    titleTokens: entries.map((entry) => entry.titleTokens),
    kind: toColumn(entries.map(({ kind }) => kind)),
    facets: perFacet((facet) => toColumn(entries.map(({ facets }) => facets[facet]))),
  };
}

/** The documents of a table, in order. */
export function fromTable(table: DocumentTable): DocumentEntry[] {
  const dates = fromDays(table.date);
  const valueAt = <Value>({ values, rows }: ValueColumn<Value>, place: number) => values[rows[place] ?? -1];
  return table.id.length === 0
    ? []
    : table.hash.split(' ').map((hash, place) => ({
        hash,
        id: table.id[place] ?? '',
        kind: valueAt(table.kind, place) ?? 'page',
        date: dates[place] ?? '',
        facets: perFacet((facet) => valueAt(table.facets[facet], place) ?? []),
        titleTokens: table.titleTokens[place] ?? 0,
      }));
}
