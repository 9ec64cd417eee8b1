import { citeWords } from '../../language/messages/cite.ts';
import { LANGUAGE_TAGS } from '../../model/locale.ts';
import { type CitedWork, isOwnPublisher } from './works.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;

const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  // BibTeX counts braces before TeX sees that they are escaped: one without its fellow would end the entry elsewhere.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
};

/** Text with the characters that TeX takes for commands written as themselves. */
function escapeTex(text: string): string {
  return text.replace(/[\\~^{}&%$#_]/g, (character) => SPECIAL[character] ?? `\\${character}`);
}

/** A work as a BibTeX entry. Names and titles are in braces of their own, so that no style inverts or lowers them. */
export function bibtex(work: CitedWork): string {
  const [year = '', month = '', day = ''] = work.issued.split('-');
  const fields: readonly (readonly [name: string, value: string | undefined])[] = [
    ['author', `{${work.authors.map((author) => `{${escapeTex(author)}}`).join(' and ')}}`],
    ['title', `{{${escapeTex(work.title)}}}`],
    ['number', work.number && `{${escapeTex(work.number)}}`],
    ['version', work.version && `{${work.version}}`],
    ['year', `{${year}}`],
    ['month', MONTHS[Number(month) - 1]],
    ['day', `{${Number(day)}}`],
    ['publisher', isOwnPublisher(work) ? undefined : `{{${escapeTex(work.publisher)}}}`],
    ['url', `{${work.url}}`],
    ['language', `{${LANGUAGE_TAGS[work.locale]}}`],
    ['note', work.translation ? `{${escapeTex(citeWords[work.locale].unofficialTranslation)}}` : undefined],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = ${value}`]));
  return `@misc{${work.key},\n${lines.join(',\n')}\n}`;
}

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
