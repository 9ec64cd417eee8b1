import { formatDay } from '../../language/formats.ts';
import { citeWords } from '../../language/messages/cite.ts';
import { type CitedWork, isOwnPublisher } from './work.ts';

/** A date as APA has it: `2025, May 6`; in Chinese 2025年5月6日. */
function apaDate({ issued, locale }: CitedWork): string {
  if (locale === 'zh') return formatDay(issued, 'zh');
  const [day, month, year] = formatDay(issued, 'en').split(' ');
  return `${year}, ${month} ${day}`;
}

/** Authors as APA joins them (9.8): `A & B`, `A, B, & C`; in Chinese 甲、乙. */
function apaAuthors({ authors, locale }: CitedWork): string {
  if (locale === 'zh' || authors.length === 1) return authors.join('、');
  return `${authors.slice(0, -1).join(', ')}${authors.length > 2 ? ',' : ''} & ${authors.at(-1)}`;
}

/**
 * A work as the Publication Manual of the APA (7th edition) has a report or a data set by a group author (10.4, 10.9):
 * Author. (Date). Title (Number; Version) [Description]. Site. Address. The site is left out where it is the author.
 */
export function apa(work: CitedWork): string {
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
