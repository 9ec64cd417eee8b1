import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { toText } from 'hast-util-to-text';
import type { Finding } from '../../src/errors.ts';
import { inspectFile } from '../../src/rules/inspect-file.ts';
import { parseOfficialText, renderOfficialText } from '../../src/text/official-text.ts';
import { MARKS } from '../marks.ts';

const FRONT_MATTER = [
  '---',
  'title: 关于机井的答复',
  'issuer: 虚构县水利局',
  'date: 2024-05-06',
  'answers: { kind: suggestion, number: 第1号 }',
  '---',
  '',
  '',
].join('\n');

/** Marks, and what is in letters beside them: Han characters, digits, signs of both widths, ends of lines and of paragraphs. */
const PIECES = [
  ...MARKS,
  ...'甲乙丙年月日万元号。，；：、（）《》“”—…％＋－＃＊＞　',
  ...'012389aZx',
  ...[' ', '\n\n', '\n\n', '\n\n', '（一）', '一、', '（3）万元'],
];

/** Bodies of letters made of such pieces. */
export const bodies = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 14 })
  .map((pieces) => pieces.join(''));

/** What the check says of a letter with this body. */
export function findingsOf(body: string): readonly Finding[] {
  return inspectFile('content/replies/2024-7/zh.mdx', Buffer.from(`${FRONT_MATTER}尊敬的代表：\n\n${body}\n`)).findings;
}

/** The lines that a reader sees of a body, as a browser's text has them: without the numbers and bullets of lists, which style draws. */
export function shownLines(body: string): string[] {
  const text = parseOfficialText(`尊敬的代表：\n\n${body}\n`, { file: 'zh.mdx', linesBefore: 0 });
  const html = renderOfficialText(text, [])
    .map((piece) => piece.html)
    .join('\n');
  return lines(toText(fromHtml(html, { fragment: true }))).slice(1);
}

/** The structure that authors write on purpose, and only so: headings, items, tables, and bold. All else is text. */
const STRUCTURE = /^(?:#{2,6}[ \t]+|(?:(?:-|\d{1,2}\.)[ \t]+)+)(?=\S)/;

/** Bold, which may go on in the next line of its paragraph. */
const BOLD = /(?<!\\)\*\*((?:[^*\\\n]|\\.|\n(?!\n))+)\*\*/g;

/** The lines that a body writes: its escapes resolved, its structure taken off. */
export function writtenLines(body: string): string[] {
  const rows = body.split('\n');
  const isTable = (index: number): boolean => {
    const row = rows[index]?.trim() ?? '';
    return (
      row !== '' &&
      row.includes('|') &&
      [index - 1, index, index + 1].some(
        (at) => at > 0 && rows[at - 1]?.includes('|') === true && isDelimiter(rows[at]),
      )
    );
  };
  return lines(
    rows
      .filter((row, index) => !(isDelimiter(row) && isTable(index)))
      .map((row, index) => (isTable(index) ? row.replace(/^\s*\||\|\s*$/g, '').replace(/(?<!\\)\|/g, '\t') : row))
      .map((row) => row.replace(STRUCTURE, ''))
      .join('\n')
      .replace(BOLD, '$1')
      .replace(/\\([!-/:-@[-`{-~])/g, '$1'),
  );
}

const isDelimiter = (row: string | undefined): boolean =>
  row !== undefined && /^\s*\|?[\s:|-]*-[\s:|-]*$/.test(row) && row.includes('|');

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/\s*\t\s*/g, '\t').trim())
    .filter((line) => line !== '');

/** Lines as one text: the end of a line between words is a space. */
export const foldedLines = (all: readonly string[]): string => all.join('\n').replaceAll(/\s*\n\s*/g, ' ');
