import { csvFormatRows } from 'd3';
import type { Dataset } from '../../model/dataset.ts';
import { type Cell, COLUMNS, type DataLinks, dataRows } from './columns.ts';

/** Characters that make spreadsheets take a text for a formula. */
const FORMULA = /^[=+\-@\t\r]/;
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

/** A dataset as CSV after RFC 4180. `mark` puts the byte order mark before it by which Excel in Chinese knows UTF-8. */
export function datasetCsv(dataset: Dataset, links: DataLinks, { mark }: { mark: boolean }): string {
  const rows = [COLUMNS.map(({ name }) => name), ...dataRows(dataset, links).map((row) => row.map(csvCell))];
  return `${mark ? '\ufeff' : ''}${csvFormatRows(rows)}\n`;
}
