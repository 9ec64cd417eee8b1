import type { Locale } from '../../model/locale.ts';

/** What is cited, in the language of the page that cites it. */
export interface CitedWork {
  readonly kind: 'reply' | 'dataset' | 'report';
  /** Names the work in BibTeX and CSL-JSON: `reply-2024-7-zh`. */
  readonly key: string;
  readonly locale: Locale;
  /** Who made it, in the order in which they sign; several where bodies reply jointly. */
  readonly authors: readonly [string, ...string[]];
  readonly title: string;
  /** The document number as printed; replies only. */
  readonly number: string | undefined;
  /** A dataset's version, such as `1.0.0`. */
  readonly version: string | undefined;
  /** The date of the document or of the version, `YYYY-MM-DD`. */
  readonly issued: string;
  /** The site that publishes it. */
  readonly publisher: string;
  /** The page's absolute address, with a fragment where a paragraph is cited. */
  readonly url: string;
  /** Whether the text cited is a translation that its author did not make. */
  readonly translation: boolean;
}

/** Whether a work is published by its one author. */
export const isOwnPublisher = ({ authors, publisher }: CitedWork): boolean =>
  authors.length === 1 && authors[0] === publisher;

/** The same work cited at a paragraph. */
export function citedParagraph(work: CitedWork, block: string): CitedWork {
  return { ...work, url: `${work.url}#${block}` };
}

/** The styles in which every work is cited, in the order in which they are shown. */
export const CITATION_STYLES = ['gbt7714', 'apa', 'plain', 'bibtex', 'csl'] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];

/** A paragraph is cited in these only. */
export const PARAGRAPH_STYLES = ['gbt7714', 'plain'] as const satisfies readonly CitationStyle[];
