import { citeWords } from '../../language/messages/cite.ts';
import { calledIn, LANGUAGE_TAGS } from '../../model/locale.ts';
import type { CitedWork } from './works.ts';

const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  // BibTeX counts braces, escaped ones too: an unpaired one would end the entry in the wrong place.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
};

/** Text in which the characters that TeX takes for commands are escaped. */
function escapeTex(text: string): string {
  return text.replace(/[\\~^{}&%$#_]/g, (character) => SPECIAL[character] ?? `\\${character}`);
}

/**
 * A work as an entry of BibLaTeX: an `@online` source, or a `@dataset`. Names and titles are in braces of their own, so
 * that no style inverts or lowers them. The site's publisher is not the letter's, and is left out.
 */
export function bibtex(work: CitedWork): string {
  const fields: readonly (readonly [name: string, value: string | undefined])[] = [
    ['author', `{${work.authors.map((author) => `{${escapeTex(author)}}`).join(' and ')}}`],
    ['title', `{{${escapeTex(work.title)}}}`],
    // An `@online` entry has no number field in BibLaTeX, but an addition to its title.
    ['titleaddon', work.number && `{{${escapeTex(work.number)}}}`],
    ['version', work.version && `{${work.version}}`],
    ['date', `{${work.issued}}`],
    ['url', `{${work.url}}`],
    // By name, which LaTeX styles know or print as it is.
    ['language', `{${calledIn(work.locale).en.toLowerCase()}}`],
    ['note', work.translation ? `{${escapeTex(citeWords[work.locale].unofficialTranslation)}}` : undefined],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = ${value}`]));
  return `@${work.kind === 'dataset' ? 'dataset' : 'online'}{${work.key},\n${lines.join(',\n')}\n}`;
}

/** A work as an item of CSL-JSON (Citation Style Language 1.0.2), which Zotero and others import. */
interface CslItem {
  readonly id: string;
  readonly type: 'webpage' | 'dataset';
  readonly author: readonly { readonly literal: string }[];
  readonly title: string;
  readonly 'container-title': string;
  readonly genre?: string;
  readonly number?: string;
  readonly version?: string;
  readonly issued: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly URL: string;
  readonly language: string;
}

/** The item of a work. Nothing is invented: a field that the work lacks has no key. */
export function cslItem(work: CitedWork): CslItem {
  return {
    id: work.key,
    type: work.kind === 'dataset' ? 'dataset' : 'webpage',
    author: work.authors.map((literal) => ({ literal })),
    title: work.title,
    'container-title': work.publisher,
    ...(work.translation ? { genre: citeWords[work.locale].unofficialTranslation } : {}),
    ...(work.number === undefined ? {} : { number: work.number }),
    ...(work.version === undefined ? {} : { version: work.version }),
    issued: { 'date-parts': [work.issued.split('-').map(Number)] },
    URL: work.url,
    language: LANGUAGE_TAGS[work.locale],
  };
}

/** A work as a record of RIS, which most reference managers import. Values are in one line each. */
function ris(work: CitedWork): string {
  const tags: readonly (readonly [tag: string, value: string | undefined])[] = [
    ['TY', work.kind === 'dataset' ? 'DATA' : 'ELEC'],
    ['ID', work.key],
    // A trailing comma marks the name of a body; without it, programs split the name at its spaces.
    ...work.authors.map((author) => ['AU', author.includes(' ') ? `${author},` : author] as const),
    ['TI', work.title],
    ['T2', work.publisher],
    ['M3', work.translation ? citeWords[work.locale].unofficialTranslation : undefined],
    ['M1', work.number],
    ['ET', work.version],
    ['PY', work.issued.slice(0, 4)],
    ['DA', work.issued.replaceAll('-', '/')],
    ['UR', work.url],
    ['LA', LANGUAGE_TAGS[work.locale]],
    ['ER', ''],
  ];
  return tags.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${value}\r\n`])).join('');
}

/** Works as a BibLaTeX file. */
export const bibtexFile = (works: readonly CitedWork[]): string => works.map((work) => `${bibtex(work)}\n`).join('\n');

/** Works as a file of CSL-JSON. */
export const cslFile = (works: readonly CitedWork[]): string => `${JSON.stringify(works.map(cslItem), undefined, 2)}\n`;

/** Works as a RIS file. */
export const risFile = (works: readonly CitedWork[]): string => works.map(ris).join('\r\n');
