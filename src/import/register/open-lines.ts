import type { FindingLanguage } from '../../errors.ts';
import { importWords } from '../../language/messages/importing.ts';
import { type RegisterWords, registerWords } from '../../language/messages/register.ts';
import type { ImportedReply } from '../reply.ts';
import type { SourceFormat } from '../source.ts';
import { CORRECTED, type CorrectedColumn } from './columns.ts';

/** What parts the names of columns before a question. */
const AND = '、';

/** The front matter key of a column, as questions name it: date, answers.kind, handling.opinion. */
const keyOf = ({ of, field }: CorrectedColumn): string => (of === 'record' ? field : `${of}.${field}`);

/** The columns in which a question is answered: those that say which document is answered, for one about that. */
function columnsFor(field: string): readonly CorrectedColumn[] {
  return field === 'answers'
    ? CORRECTED.filter((column) => ['answered', 'suggestion'].includes(column.key))
    : CORRECTED.filter((column) => keyOf(column) === field);
}

/** What a person has to fill in or check, one line each: in a register the names of its columns stand for the keys of front matter. */
export function openLines({ questions }: ImportedReply, format: SourceFormat, language: FindingLanguage): string[] {
  const { columns } = registerWords[language];
  return questions.map(({ field, line, words }) => {
    const own = words[language];
    const titles = field === undefined ? [] : columnsFor(field).map(({ key }) => columns[key]);
    if (titles.length > 0) return own.replace(/^[\w.]+(?=[：:])/u, titles.join(AND));
    return line === undefined ? own : `${importWords[language].at(line, format)}  ${own}`;
  });
}

/** Whether a line of a row's open questions is about a column: it begins with the column's name, or quotes it. */
export function isAbout(line: string, { key }: CorrectedColumn, { columns }: RegisterWords): boolean {
  const title = columns[key];
  const names = /^([^：:“"]{1,60})[：:]/u.exec(line)?.[1]?.split(AND) ?? [];
  return names.includes(title) || line.includes(`“${title}”`) || line.includes(`"${title}"`);
}
