import { formatDay } from '../../language/formats.ts';
import { citeWords } from '../../language/messages/cite.ts';
import { inBrackets, languageOf } from '../../model/locale.ts';
import { bibtex, cslItem } from './reference-files.ts';
import { type CitationStyle, type CitedWork, isOwnPublisher } from './works.ts';

/** How each style writes a work, as text to be copied. */
export const CITE: Readonly<Record<CitationStyle, (work: CitedWork) => string>> = {
  gbt7714,
  apa,
  plain: plainCitation,
  bibtex,
  csl: (work) => JSON.stringify([cslItem(work)], undefined, 2),
};

/** A date as APA has it: `2025, May 6`; in Chinese 2025年5月6日. */
function apaDate({ issued, locale }: CitedWork): string {
  const parts = formatDay(issued, locale).split(' ');
  const [day, month, year] = parts;
  return parts.length === 3 && languageOf(locale).script === 'Latin' ? `${year}, ${month} ${day}` : parts.join(' ');
}

/** Authors as APA joins them (9.8): `A & B`, `A, B, & C`; in Chinese 甲、乙. */
function apaAuthors({ authors, locale }: CitedWork): string {
  const { script, punctuation } = languageOf(locale);
  if (script !== 'Latin' || authors.length === 1) return authors.join(punctuation.list);
  return `${authors.slice(0, -1).join(', ')}${authors.length > 2 ? ',' : ''} & ${authors.at(-1)}`;
}

/**
 * A work as the Publication Manual of the APA (7th edition) has a report or a data set by a group author (10.4, 10.9):
 * Author. (Date). Title (Number; Version) [Description]. Site. Address. The site is left out where it is the author.
 */
function apa(work: CitedWork): string {
  const words = citeWords[work.locale];
  const identifiers = [work.number, work.version && `Version ${work.version}`].filter((part) => part !== undefined);
  const identified = identifiers.length === 0 ? '' : ` (${identifiers.join('; ')})`;
  const description = work.translation
    ? ` [${words.unofficialTranslation}]`
    : work.kind === 'dataset'
      ? ' [Data set]'
      : '';
  const site = isOwnPublisher(work) ? '' : ` ${work.publisher}.`;
  return `${apaAuthors(work)}. (${apaDate(work)}). ${work.title}${identified}${description}.${site} ${work.url}`;
}

/**
 * A work as GB/T 7714—2025 (numeric, electronic resource) has it: 责任者. 题名：文号[EB/OL]. （日期）[引用日期]. 地址. A dataset is [DS/OL] with
 * version and platform before its date. Marks are full-width in Chinese, and half-width in what is cited in a Western language.
 */
function gbt7714(work: CitedWork): string {
  const words = citeWords[work.locale];
  const { comma, colon } = languageOf(work.locale).punctuation;
  const authors = work.authors.join(comma);
  const translation = work.translation ? inBrackets(words.unofficialTranslation, work.locale) : '';
  const title = `${work.title}${translation}${work.number === undefined ? '' : `${colon}${work.number}`}`;
  const accessed = `${inBrackets(work.issued, work.locale)}[${words.accessed}]`;
  if (work.kind !== 'dataset') return `${authors}. ${title}[EB/OL]. ${accessed.trimStart()}. ${work.url}.`;
  const version = work.version === undefined ? '' : `V${work.version}. `;
  return `${authors}. ${title}[DS/OL]. ${version}${work.publisher}${accessed}. ${work.url}.`;
}

/** A work cited in a sentence, as a newspaper would; a paragraph is named too where the address has one. */
export function plainCitation(work: CitedWork): string {
  const words = citeWords[work.locale];
  const fragment = work.url.split('#')[1];
  const paragraph = fragment === undefined ? undefined : words.paragraph(fragment);
  const date = formatDay(work.issued, work.locale);
  const version = work.version === undefined ? undefined : `V${work.version}`;
  const translation = work.translation ? words.unofficialTranslation : undefined;
  const present = (parts: readonly (string | undefined)[]) => parts.filter((part) => part !== undefined);
  const { list, comma } = languageOf(work.locale).punctuation;
  const number = work.number === undefined ? '' : inBrackets(work.number, work.locale);
  const rest = present([translation, version, date, paragraph, work.url, `[${words.accessed}]`]);
  return words.sentence(work.authors.join(list), work.title, number, rest.join(comma));
}
