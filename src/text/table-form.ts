import type { Nodes, TableCell } from 'mdast';
import type { Block } from '../model/block.ts';

/** How much room a table needs: more than a phone has, or more than the letter's own lines. */
type TableForm = 'wide' | 'widest';

/** What fits in a letter's lines on a phone, and on a wide screen in small type, in em. */
const PHONE = 24;
const LETTER = 46;

/** A column at least as wide as this breaks its cells over lines. */
const ONE_LINE = 6;
/** What is beside the words of a cell. */
const PADDING = 0.8;

/** The approximate width of a text in one line, in em: 1 for a Chinese character, 0.5 for any other. */
function width(text: string): number {
  let sum = 0;
  for (const character of text) sum += /[\u2e80-\u9fff\uf900-\uffee]/u.test(character) ? 1 : 0.52;
  return sum;
}

/** The width that a cell wants, in em: at least its longest word; for longer texts, about as wide as high. */
function roomOf(text: string): number {
  const whole = width(text);
  const word = Math.max(0, ...text.split(/[\s\u2e80-\u9fff\uf900-\uffee]+/u).map(width));
  return Math.max(word, Math.min(whole, Math.max(ONE_LINE, Math.sqrt(whole * 2.2))));
}

/** The form of a table by the rooms that its columns need; `undefined` where it fits a phone. */
export function tableForm(rows: Rows): TableForm | undefined {
  const columns = Math.max(0, ...rows.map(({ length }) => length));
  let room = 0;
  for (let column = 0; column < columns; column += 1)
    room += PADDING + Math.max(0, ...rows.map((row) => roomOf(row[column] ?? '')));
  return room > LETTER ? 'widest' : room > PHONE ? 'wide' : undefined;
}

/**
 * Tells style sheets of a table that is too wide for a phone: its form as a class, and at each cell what its column is called, so that rows
 * can be under each other. Gives the class of the table's element; nothing for other blocks.
 */
export function shapeTable(node: Nodes, { rows }: Pick<Block, 'rows'>): { readonly className?: [TableForm] } {
  const form = rows === undefined ? undefined : tableForm(rows);
  if (node.type !== 'table' || rows === undefined || form === undefined) return {};
  const labels = columnNames(rows);
  const [, first, ...others] = node.children;
  const isHead = hasSecondHead(rows);
  if (isHead && first !== undefined)
    first.data = { ...first.data, hProperties: { ...first.data?.hProperties, className: ['head-row'] } };
  for (const row of first === undefined || isHead ? others : [first, ...others])
    for (const [column, cell] of row.children.entries()) label(cell, labels[column] ?? '');
  return { className: [form] };
}

type Rows = readonly (readonly string[])[];

/** Whether a head's cell has the words of one beside it: one cell, before Markdown, reached over both. */
const isMerged = (head: readonly string[], column: number): boolean =>
  head[column] !== '' && [head[column - 1], head[column + 1]].includes(head[column]);

/**
 * Whether the row below the head is part of it, as merged heads become: it splits a merged cell above, and repeats
 * cells that span both rows.
 */
function hasSecondHead([head = [], second]: Rows): boolean {
  if (second === undefined || !head.some((_, column) => isMerged(head, column))) return false;
  const apart = head.flatMap((words, column) => (isMerged(head, column) ? [] : [words === second[column]]));
  return apart.length > 0 && apart.every(Boolean);
}

/** What each column is called: of a head of two rows, both names. */
export function columnNames(rows: Rows): string[] {
  const [head = [], second = []] = rows;
  if (!hasSecondHead(rows)) return [...head];
  return head.map((words, column) => [...new Set([words, second[column]])].filter(Boolean).join(' '));
}

function label(cell: TableCell, words: string): void {
  if (words === '') return;
  cell.data = { ...cell.data, hProperties: { ...cell.data?.hProperties, 'data-label': words } };
}
