import { LANGUAGE_TAGS } from '../../model/locale.ts';
import type { CitedWork } from '../citation/works.ts';
import type { MetaTag } from './government.ts';

/**
 * The `citation_*` tags that reference managers and scholarly search engines read in the head of a page (Highwire Press). `pdf` is the
 * absolute address of the work on paper, where there is one.
 */
export function citationTags(work: CitedWork, pdf?: string): MetaTag[] {
  return [
    ['citation_title', work.title],
    ...work.authors.map((author): MetaTag => ['citation_author', author]),
    ['citation_publication_date', work.issued.replaceAll('-', '/')],
    ...(work.number === undefined ? [] : [['citation_technical_report_number', work.number] as const]),
    ['citation_language', LANGUAGE_TAGS[work.locale]],
    ['citation_public_url', work.url],
    ...(pdf === undefined ? [] : [['citation_pdf_url', pdf] as const]),
  ];
}
