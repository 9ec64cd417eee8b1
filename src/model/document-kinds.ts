import { z } from 'zod';
import { calendarDaySchema } from './dates.ts';
import type { Locale } from './locale.ts';
import { slugSchema, textSchema } from './text.ts';

/** Front matter of `content/pages/<slug>/<locale>.mdx`. */
export const pageSchema = z.strictObject({
  title: textSchema,
  description: textSchema,
  /** Where the page is in the footer's list; pages without it are not listed. */
  order: z.number().int().optional(),
});

/** Front matter of `content/reports/<slug>/<locale>.mdx`: a data story compiled by the site. */
export const reportSchema = z.strictObject({
  title: textSchema,
  summary: textSchema,
  date: calendarDaySchema,
  topics: z.array(slugSchema).default([]),
});

export type PageFrontMatter = z.infer<typeof pageSchema>;
export type ReportFrontMatter = z.infer<typeof reportSchema>;

/**
 * A kind of document that the site itself writes, in MDX: `content/<collection>/<id>/<locale>.mdx`. Its files and their
 * checks, its pages and addresses, and what search, feeds, cards and the JSON interface say follow from this
 * descriptor.
 */
export interface DocumentKind {
  /** What one is called in the addresses of feeds, in the search, and in the name of its JSON Schema. */
  readonly name: string;
  /** What an author calls one, in editors. */
  readonly called: string;
  readonly schema: z.ZodObject;
  /** The keys of the front matter that lists, feeds, search, cards and the interface take from. */
  readonly keys: {
    readonly title: string;
    readonly summary: string;
    /** `YYYY-MM-DD` */
    readonly day?: string;
    readonly topics?: string;
  };
  /** Whether its documents are published one after the other, each with a day: with a list, a feed, cards and `/api/v1/<collection>.json`. */
  readonly listed: boolean;
}

/** The kinds of documents besides replies, by their folder in `content/`: to add one, add its line, and its words in src/language/messages/documents.ts. */
export const DOCUMENT_KINDS = {
  reports: {
    name: 'report',
    called: '报告',
    schema: reportSchema,
    keys: { title: 'title', summary: 'summary', day: 'date', topics: 'topics' },
    listed: true,
  },
  pages: {
    name: 'page',
    called: '网页',
    schema: pageSchema,
    keys: { title: 'title', summary: 'description' },
    listed: false,
  },
} as const satisfies Readonly<Record<string, DocumentKind>>;

/** The folder of `content/` that holds the documents of a kind. */
export type DocumentCollection = keyof typeof DOCUMENT_KINDS;

/** What the documents of a kind are called in addresses and in the search. */
export type DocumentKindName = (typeof DOCUMENT_KINDS)[DocumentCollection]['name'];

/** The kinds of documents with their folders, in the order in which they are listed. */
export const DOCUMENT_KIND_LIST = Object.entries(DOCUMENT_KINDS) as readonly (readonly [
  DocumentCollection,
  DocumentKind & { readonly name: DocumentKindName },
])[];

/** Those whose documents are published one after the other. */
export const LISTED_KINDS = DOCUMENT_KIND_LIST.filter(([, { listed }]) => listed);

/** What lists, feeds, search, cards and the interface say of a document. */
export interface ShownDocument {
  readonly title: string;
  readonly summary: string;
  /** `YYYY-MM-DD`, where its kind has a day. */
  readonly day: string | undefined;
  /** Ids of topics. */
  readonly topics: readonly string[];
}

/** A document in one language, without its text. */
export interface ListedDocument extends ShownDocument {
  readonly collection: DocumentCollection;
  readonly id: string;
  readonly locale: Locale;
}

/** What is shown of a document by its front matter, which may lack keys that could not be read. */
export function shownDocument({ keys }: DocumentKind, record: Readonly<Record<string, unknown>>): ShownDocument {
  const text = (key: string | undefined) => {
    const value = key === undefined ? undefined : record[key];
    return typeof value === 'string' ? value : undefined;
  };
  const topics = keys.topics === undefined ? [] : record[keys.topics];
  return {
    title: text(keys.title) ?? '',
    summary: text(keys.summary) ?? '',
    day: text(keys.day),
    topics: Array.isArray(topics) ? topics.filter((topic) => typeof topic === 'string') : [],
  };
}
