import { isMastheadWord } from './bodies.ts';
import { type Candidate, one } from './candidate.ts';
import { parsePrintedDay } from './dates.ts';
import { foldTight } from './fold.ts';
import { isBareLabel, labelledItems } from './labels.ts';
import { isOfFrame, type Unit } from './units.ts';

/** A table: of the letter, of an annex, what a page tells of itself (索引号, 发文字号), or one that only sets out a head or a foot. */
export function tableCandidates(
  { block }: Extract<Unit, { kind: 'table' }>,
  place: 'main' | 'outside' | undefined,
  known: readonly string[],
): Candidate[] {
  const cells = block.rows.flat().filter((cell) => cell.trim() !== '');
  const labels = cells.filter((cell) => isAboutPage(cell)).length;
  const isAbout = labels >= 2 && labels * 4 >= cells.length;
  const isFrame = isFrameTable(block.rows, known);
  const outside = place === 'outside' ? -5 : 0;
  return [
    one('head', isAbout || isFrame ? 'mark' : 'unknown', isAbout || isFrame ? 8 : -3),
    ...(isFrame ? [one('foot', 'mark', 8)] : []),
    one(
      'tail',
      isAbout ? 'mark' : place === 'outside' ? 'chrome' : 'unknown',
      isAbout ? 4 : place === 'outside' ? 2 : -2,
    ),
    one('text', 'text', (isAbout || isFrame ? -6 : 1) + outside),
    one('annex', 'annex', outside),
  ];
}

/**
 * Whether all that a table holds is of a letter's frame: a masthead of several bodies, labels with their values beside them, a number, names
 * that sign, a day.
 */
function isFrameTable(rows: readonly (readonly string[])[], known: readonly string[]): boolean {
  let [found, alone] = [0, 0];
  const days = new Set<string>();
  for (const row of rows) {
    const cells = distinct(row);
    for (let at = 0; at < cells.length; at += 1) {
      const cell = cells[at] ?? '';
      if (isBareLabel(cell) && cells[at + 1] !== undefined && !isBareLabel(cells[at + 1] ?? '')) {
        found += 2;
        at += 1;
      } else if (isMastheadWord(cell)) found += 1;
      else if (isOfFrame(cell, known)) {
        found += 1;
        const day = parsePrintedDay(cell);
        if (day !== undefined) days.add(day);
      } else alone += 1;
    }
  }
  // A plan of who does what by when has several days; a letter is signed on one.
  return found >= 2 && alone === 0 && days.size <= 1;
}

/** The cells of a row that hold something; of a merged cell that was spread only the first. */
const distinct = (row: readonly string[]): string[] =>
  row.filter((cell, at) => cell.trim() !== '' && cell !== row[at - 1]);

/** Whether a cell is a label of what pages tell of themselves, with or without its value. */
function isAboutPage(cell: string): boolean {
  const [item] = labelledItems(/[:：]/u.test(cell) ? cell : `${foldTight(cell)}:`);
  return item?.role === 'about-page';
}
