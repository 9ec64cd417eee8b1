import type { Locale } from '../model/locale.ts';
import { csvTable } from './data/tables.ts';
import { type NotesSheet, plainValue, type SheetCell, type SheetColumn, workbook } from './workbook.ts';

/** A table that readers of a language take away, as CSV and as a workbook alike. */
export interface Table {
  readonly title: string;
  readonly locale: Locale;
  /** The absolute address of the page that shows it. */
  readonly address: string;
  /** The date to write into the files, `YYYY-MM-DD`, instead of the clock's: the same content gives the same bytes. */
  readonly day: string;
  readonly columns: readonly (SheetColumn & { readonly code: string })[];
  readonly rows: readonly (readonly SheetCell[])[];
  readonly notes: NotesSheet;
}

/** The byte order mark by which Excel in Chinese knows UTF-8. */
const MARK = '\ufeff';

/** A table as CSV under the headings of its language. */
export const tableCsv = ({ columns, rows }: Table): string =>
  MARK +
  csvTable([columns.map(({ label }) => label), ...rows.map((row) => row.map((cell) => plainValue(cell) ?? undefined))]);

/** The same as a workbook: the table, its headings beside the codes that are the same in every language, and a sheet of notes. */
export const tableXlsx = ({ columns, rows, ...of }: Table): Promise<Uint8Array<ArrayBuffer>> =>
  workbook({ ...of, table: { name: of.title, columns, rows } });
