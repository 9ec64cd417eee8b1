import type { Element, ElementContent } from 'hast';
import { toString as textIn } from 'hast-util-to-string';
import { partCaptions } from '../table-captions.ts';
import { isAnswerLabel } from './forms.ts';

/** Longest text of a cell of a table of data; a longer one is a column of the page's layout. */
const LONGEST_CELL = 300;

const elements = (nodes: readonly ElementContent[], ...names: readonly string[]): Element[] =>
  nodes.filter((node): node is Element => node.type === 'element' && names.includes(node.tagName));

/** The rows of a table, not those of tables in it. */
function rowsOf(table: Element): Element[] {
  const groups = elements(table.children, 'thead', 'tbody', 'tfoot').flatMap((group) => elements(group.children, 'tr'));
  return [...elements(table.children, 'tr'), ...groups];
}

const cellsOf = (row: Element): Element[] => elements(row.children, 'td', 'th');

const textLength = (nodes: readonly ElementContent[]): number =>
  nodes.reduce(
    (sum, node) =>
      sum + (node.type === 'text' ? node.value.trim().length : node.type === 'element' ? textLength(node.children) : 0),
    0,
  );

const holds = (nodes: readonly ElementContent[], name: string): boolean =>
  nodes.some((node) => node.type === 'element' && (node.tagName === name || holds(node.children, name)));

/** Whether a table holds data, and is not what old pages and forms are laid out by: rows of short cells, no table and no answer in it. */
export function isDataTable(table: Element): boolean {
  const rows = rowsOf(table)
    .map(cellsOf)
    .filter((cells) => cells.some(({ children }) => textLength(children) > 0));
  const cells = rows.flat();
  if (
    rows.length < 2 ||
    cells.length < 4 ||
    holds(
      table.children.flatMap((child) => (child.type === 'element' ? child.children : [])),
      'table',
    )
  )
    return false;
  if (!rows.some((row) => row.length >= 2)) return false;
  if (cells.some((cell) => textLength(cell.children) <= 6 && isAnswerLabel(textIn(cell)))) return false;
  return cells.every(({ children }) => textLength(children) <= LONGEST_CELL);
}

/** The pairs of a list of terms that holds short data (提案号, 第12号), as rows; none where it is something else. */
export function termRows(list: Element, textOf: (cell: Element) => string): string[][] {
  const cells = list.children.flatMap((child) =>
    child.type === 'element' && child.tagName === 'div'
      ? elements(child.children, 'dt', 'dd')
      : elements([child], 'dt', 'dd'),
  );
  const isPaired = cells.every(({ tagName }, at) => tagName === (at % 2 === 0 ? 'dt' : 'dd'));
  const isData = cells.every(({ children }) => textLength(children) <= LONGEST_CELL);
  if (!isPaired || !isData || cells.length < 4 || cells.length % 2 > 0) return [];
  if (cells.some((cell) => isAnswerLabel(textIn(cell)))) return [];
  return Array.from({ length: cells.length / 2 }, (_, at) => cells.slice(at * 2, at * 2 + 2).map(textOf));
}

/** The cells of a table by rows, merged ones repeated in every cell that they cover; `merged` are the texts repeated. */
export function tableCells(
  table: Element,
  textOf: (cell: Element) => string,
): { readonly rows: string[][]; readonly merged: string[] } {
  const rows: string[][] = [];
  const merged: string[] = [];
  for (const [at, row] of rowsOf(table).entries()) {
    rows[at] ??= [];
    let column = 0;
    for (const cell of cellsOf(row)) {
      while (rows[at]?.[column] !== undefined) column += 1;
      const text = textOf(cell);
      const [across, down] = [span(cell, 'colSpan'), Math.min(span(cell, 'rowSpan'), rowsOf(table).length - at)];
      for (let y = 0; y < down; y += 1) {
        rows[at + y] ??= [];
        for (let x = 0; x < across; x += 1) (rows[at + y] ?? [])[column + x] = text;
      }
      for (let copy = 1; copy < across * down; copy += 1) if (text !== '') merged.push(text);
      column += across;
    }
  }
  return { rows: rows.map((row) => Array.from(row, (text) => text ?? '')), merged };
}

/** A table without the rows of one cell across all columns at its beginning and end, which are a caption, a unit or a note. */
export function withoutCaptions({ rows, merged }: ReturnType<typeof tableCells>): {
  readonly rows: readonly string[][];
  readonly merged: readonly string[];
  readonly before: readonly string[];
  readonly after: readonly string[];
} {
  const isCaption = (row: readonly string[]): boolean =>
    row.length > 1 && row[0] !== '' && row.every((cell) => cell === row[0]) && merged.includes(row[0] ?? '');
  const { before, rows: own, after } = partCaptions(rows, isCaption);
  const left = [...merged];
  for (const [text = '', ...copies] of [...before, ...after])
    for (const _ of copies) if (left.includes(text)) left.splice(left.indexOf(text), 1);
  const texts = (captions: readonly (readonly string[])[]) => captions.map(([text = '']) => text);
  return { rows: own, merged: left, before: texts(before), after: texts(after) };
}

function span(cell: Element, name: 'colSpan' | 'rowSpan'): number {
  const value = Number(cell.properties[name]);
  return Number.isInteger(value) && value >= 1 ? Math.min(value, 100) : 1;
}
