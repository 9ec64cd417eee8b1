import { citeWords } from '../../language/messages/cite.ts';
import type { CitedWork } from './work.ts';

/**
 * A work as GB/T 7714—2025 (numeric, electronic resource) has it, with the full-width marks that the standard uses in
 * every language: 责任者. 题名：文号[EB/OL]. （日期）[引用日期]. 地址. A dataset is [DS/OL] with version and platform before its date.
 */
export function gbt7714(work: CitedWork): string {
  const words = citeWords[work.locale];
  const authors = work.authors.join('，');
  const translation = work.translation ? `（${words.unofficialTranslation}）` : '';
  const title = `${work.title}${translation}${work.number === undefined ? '' : `：${work.number}`}`;
  const accessed = `（${work.issued}）[${words.accessed}]`;
  if (work.kind !== 'dataset') return `${authors}. ${title}[EB/OL]. ${accessed}. ${work.url}.`;
  const version = work.version === undefined ? '' : `V${work.version}. `;
  return `${authors}. ${title}[DS/OL]. ${version}${work.publisher}${accessed}. ${work.url}.`;
}
