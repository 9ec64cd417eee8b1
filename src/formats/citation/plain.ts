import { formatDay } from '../../language/formats.ts';
import { citeWords } from '../../language/messages/cite.ts';
import type { CitedWork } from './work.ts';

/** A work in a sentence, as a newspaper would name it; a paragraph is named too where the address has one. */
export function plainCitation(work: CitedWork): string {
  const words = citeWords[work.locale];
  const fragment = work.url.split('#')[1];
  const paragraph = fragment === undefined ? undefined : words.paragraph(fragment);
  const date = formatDay(work.issued, work.locale);
  const version = work.version === undefined ? undefined : `V${work.version}`;
  const translation = work.translation ? words.unofficialTranslation : undefined;
  const present = (parts: readonly (string | undefined)[]) => parts.filter((part) => part !== undefined);
  if (work.locale === 'zh') {
    const number = work.number === undefined ? '' : `（${work.number}）`;
    const rest = present([translation, version, date, paragraph, work.url]);
    return `${work.authors.join('、')}：《${work.title}》${number}，${rest.join('，')}，[${words.accessed}]。`;
  }
  const number = work.number === undefined ? '' : ` (${work.number})`;
  const rest = present([translation, version, date, paragraph, work.url]);
  return `${work.authors.join(', ')}, “${work.title}”${number}, ${rest.join(', ')}, [${words.accessed}].`;
}
