import { csvCell } from '../../formats/data/csv-cell.ts';
import { searchWords, textIn } from '../../language/messages/search.ts';
import type { Locale } from '../../model/locale.ts';
import type { SearchOutcome } from '../../search/outcome.ts';
import type { Result } from '../../search/results.ts';
import { kindLabel } from './search-facets.ts';

const cell = (text: string) => `"${csvCell(text).replaceAll('"', '""')}"`;

const textOf = (parts: Result['title']) => parts.map(({ text }) => text).join('');

function row(result: Result, locale: Locale, address: string): string {
  const words = searchWords[locale];
  const [passage] = result.passages;
  return [
    kindLabel(result.kind, locale),
    textOf(result.title),
    textOf(result.number),
    result.date ?? '',
    result.status ?? '',
    textIn(words, result.locale),
    new URL(result.url.replace(/\?[^#]*/, ''), address).href,
    passage ? textOf(passage.excerpt.parts) : '',
  ]
    .map(cell)
    .join(',');
}

/**
 * Results as CSV (RFC 4180), with the mark by which Excel in Chinese knows UTF-8. `address` is the page's, to make those of the
 * results whole.
 */
export function resultsCsv({ groups }: SearchOutcome, locale: Locale, address: string): string {
  const results = groups.filter(({ kind }) => kind !== 'other-language').flatMap((group) => group.results);
  const lines = [
    searchWords[locale].columns.map(cell).join(','),
    ...results.map((result) => row(result, locale, address)),
  ];
  return `\ufeff${lines.join('\r\n')}\r\n`;
}
