import { citeWords } from '../../language/messages/cite.ts';
import { LANGUAGE_TAGS } from '../../model/locale.ts';
import { type CitedWork, isOwnPublisher } from './work.ts';

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
