import { readSignature } from './letter/bodies.ts';
import { parsePrintedDay } from './letter/dates.ts';
import { labelledItems } from './letter/labels.ts';
import type { Change, SourceBlock, SourceParagraph } from './source.ts';

/** What sets cells apart: tabs, wide gaps, or a single space in rows that hold numbers. */
const GAPS = { tabs: /\t/u, wide: /[ \u00a0]{3,}|\u3000{2,}/u, single: /\s+/u } as const;
type Gap = keyof typeof GAPS;
/** Fewest rows that make a table, and fewest cells of each. */
const FEWEST: Readonly<Record<Gap, readonly [rows: number, cells: number]>> = {
  tabs: [2, 2],
  wide: [2, 3],
  single: [3, 3],
};
/** A number of a list: 1. （1） ① 一、 — bare digits may be the first column of a table. */
const ENUMERATOR =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、)）]|[①-⑳•●■◆·-])$/u;
/** Longest text of a cell that spaces alone set apart. */
const LONGEST_CELL = 24;

/** The cells that a line has, and what sets them apart: the widest gaps that it has; `undefined` where it is no row of cells. */
function cellsOf({
  text,
  bullet,
  heading,
}: SourceParagraph): { readonly cells: string[]; readonly gap: Gap } | undefined {
  if (bullet || heading !== undefined) return undefined;
  if (text.trim().includes('\t')) return { cells: text.split('\t').map((cell) => cell.trim()), gap: 'tabs' };
  const line = text.trim();
  const gap = GAPS.wide.test(line) ? 'wide' : 'single';
  const cells = line.split(GAPS[gap]);
  const isRow =
    cells.length >= FEWEST[gap][1] && cells.every((cell) => cell.length <= LONGEST_CELL && !/[。；：:，]$/u.test(cell));
  return isRow ? { cells, gap } : undefined;
}

/** Whether a line of cells is an item of a list whose number a tab sets apart. */
const isItem = ([first = '', ...rest]: readonly string[]): boolean => rest.length === 1 && ENUMERATOR.test(first);

/** Whether a line of cells says something of a letter's foot or head: two signatures side by side are no table. */
const isFrame = (cells: readonly string[]): boolean =>
  cells.every(
    (cell) =>
      readSignature(cell, []) !== undefined || parsePrintedDay(cell) !== undefined || labelledItems(cell).length > 0,
  );

/** Lines of as many cells, set apart alike, from one on: at least one. */
function rowsFrom(
  blocks: readonly SourceBlock[],
  at: number,
): { readonly rows: string[][]; readonly gap: Gap } | undefined {
  const rows: string[][] = [];
  let gap: Gap | undefined;
  for (let next = at; next < blocks.length; next += 1) {
    const block = blocks[next];
    const row = block?.kind === 'paragraph' ? cellsOf(block) : undefined;
    if (!row || isFrame(row.cells) || isItem(row.cells)) break;
    if (rows.length > 0 && (row.cells.length !== rows[0]?.length || row.gap !== gap)) break;
    gap = row.gap;
    rows.push(row.cells);
  }
  return gap && { rows, gap };
}

/** The index of a table's header row among rows that only spaces separate: right above rows that all have a number in one column. Rows of names have none. */
function headOf(rows: readonly (readonly string[])[]): number {
  const heads = (rows[0] ?? []).slice(1).map((_cell, place) => {
    const isNumber = (row: readonly string[]) => /^[\d.,%％—-]+$/u.test(row[place + 1] ?? '');
    return Math.max(
      0,
      rows.findLastIndex((row) => !isNumber(row)),
    );
  });
  return Math.min(rows.length, ...heads);
}

/** Makes tables of lines of plain text whose cells tabs or spaces set apart, in lines of as many cells, and lists them. */
export function tablesFromTabs(blocks: readonly SourceBlock[]): { blocks: SourceBlock[]; changes: Change[] } {
  const made: SourceBlock[] = [];
  const changes: Change[] = [];
  const leave = (block: SourceBlock) =>
    made.push(block.kind === 'paragraph' ? { ...block, text: block.text.trim() } : block);
  for (let at = 0; at < blocks.length; ) {
    const { rows = [], gap = 'tabs' } = rowsFrom(blocks, at) ?? {};
    const head = gap === 'tabs' ? 0 : headOf(rows);
    const table = rows.slice(head);
    const [fewestRows, fewestCells] = FEWEST[gap];
    const isTable = table.length >= fewestRows && (table[0]?.length ?? 0) >= fewestCells;
    const end = at + Math.max(1, rows.length);
    for (const block of blocks.slice(at, isTable ? at + head : end)) leave(block);
    const line = blocks[at + head]?.line ?? 1;
    if (isTable) {
      made.push({ kind: 'table', rows: table, line });
      changes.push({ kind: 'table-from-tabs', line, text: (table[0] ?? []).join(' | '), removed: '', added: '' });
    }
    at = end;
  }
  return { blocks: made, changes };
}
