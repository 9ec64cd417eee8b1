import { citeWords } from '../../language/messages/cite.ts';
import { LANGUAGE_TAGS } from '../../model/locale.ts';
import type { CitedWork } from './work.ts';

/** A work as an item of CSL-JSON (Citation Style Language 1.0.2), which Zotero and others import. */
export interface CslItem {
  readonly id: string;
  readonly type: 'webpage' | 'dataset';
  readonly author: readonly { readonly literal: string }[];
  readonly title: string;
  readonly number?: string;
  readonly version?: string;
  readonly publisher: string;
  readonly issued: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly URL: string;
  readonly language: string;
  readonly note?: string;
}

/** The item of a work. Nothing is invented: what a work lacks has no key. */
export function cslItem(work: CitedWork): CslItem {
  return {
    id: work.key,
    type: work.kind === 'dataset' ? 'dataset' : 'webpage',
    author: work.authors.map((literal) => ({ literal })),
    title: work.title,
    ...(work.number === undefined ? {} : { number: work.number }),
    ...(work.version === undefined ? {} : { version: work.version }),
    publisher: work.publisher,
    issued: { 'date-parts': [work.issued.split('-').map(Number)] },
    URL: work.url,
    language: LANGUAGE_TAGS[work.locale],
    ...(work.translation ? { note: citeWords[work.locale].unofficialTranslation } : {}),
  };
}
