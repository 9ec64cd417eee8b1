import type { Cell } from './columns.ts';

/** Characters that make spreadsheets read a text as a formula; some accept the full-width forms too. */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/;
const DECIMAL = /^-?\d+(?:\.\d+)?$/;

/**
 * A cell as CSV text. Words that a spreadsheet would run as a formula get an apostrophe before them
 * (OWASP, "CSV injection"); negative numbers stay numbers.
 */
export function csvCell(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  return FORMULA.test(cell) && !DECIMAL.test(cell) ? `'${cell}` : cell;
}
