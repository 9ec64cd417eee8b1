import { readSignature } from './letter/bodies.ts';
import { parsePrintedDay } from './letter/dates.ts';
import { labelledItems } from './letter/labels.ts';
import type { Change, SourceBlock, SourceParagraph } from './source.ts';

const GAPS = /[ \u00a0]{3,}|\u3000{2,}/u;
/** Longest text of a cell that spaces alone set apart. */
const LONGEST_CELL = 24;

/** The cells that a line has, set apart by tabs, or by wide gaps in lines of three short cells and more; `undefined` where it has none. */
function cellsOf({
  text,
  bullet,
  heading,
}: SourceParagraph): { readonly cells: string[]; readonly tabs: boolean } | undefined {
  if (bullet || heading !== undefined) return undefined;
  if (text.trim().includes('\t')) return { cells: text.split('\t').map((cell) => cell.trim()), tabs: true };
  const cells = text
    .trim()
    .split(GAPS)
    .map((cell) => cell.trim());
  const isRow = cells.length >= 3 && cells.every((cell) => cell.length <= LONGEST_CELL && !/[。；：:]$/u.test(cell));
  return isRow ? { cells, tabs: false } : undefined;
}

/** Whether a line of cells says something of a letter's foot or head: two signatures side by side are no table. */
const isFrame = (cells: readonly string[]): boolean =>
  cells.every(
    (cell) =>
      readSignature(cell, []) !== undefined || parsePrintedDay(cell) !== undefined || labelledItems(cell).length > 0,
  );

/** Makes tables of lines of plain text whose cells tabs or wide gaps set apart, two lines of as many cells or more, and lists them. */
export function tablesFromTabs(blocks: readonly SourceBlock[]): { blocks: SourceBlock[]; changes: Change[] } {
  const made: SourceBlock[] = [];
  const changes: Change[] = [];
  for (let at = 0; at < blocks.length; ) {
    const rows: string[][] = [];
    let tabs = false;
    for (let next = at; next < blocks.length; next += 1) {
      const block = blocks[next];
      const row = block?.kind === 'paragraph' ? cellsOf(block) : undefined;
      if (
        !row ||
        isFrame(row.cells) ||
        (rows.length > 0 && (row.cells.length !== rows[0]?.length || row.tabs !== tabs))
      )
        break;
      tabs = row.tabs;
      rows.push(row.cells);
    }
    const first = blocks[at];
    const isTable = rows.length >= 2 && (rows[0]?.length ?? 0) >= 2 && (tabs || hasNumbers(rows));
    if (first && isTable) {
      made.push({ kind: 'table', rows, line: first.line });
      changes.push({
        kind: 'table-from-tabs',
        line: first.line,
        text: (rows[0] ?? []).join(' | '),
        removed: '',
        added: '',
      });
      at += rows.length;
    } else {
      if (first) made.push(first.kind === 'paragraph' ? { ...first, text: first.text.trim() } : first);
      at += 1;
    }
  }
  return { blocks: made, changes };
}

/** Whether a column of lines that only spaces cut holds numbers: names set out in rows do not. */
function hasNumbers([, ...rows]: readonly (readonly string[])[]): boolean {
  return (rows[0] ?? []).some(
    (_cell, column) => column > 0 && rows.every((row) => /^[\d.,%％—-]+$/u.test(row[column] ?? '')),
  );
}
