import { type CellStyle, type ColumnDef, colToLetter, measureValueWidth, writeXlsx } from 'hucre/xlsx';
import { type Locale, languageOf } from '../model/locale.ts';

/** A number with how it is shown, in Excel's codes: `#,##0.0`. */
interface ShownNumber {
  readonly number: number;
  readonly format: string;
}

/** Words that lead to an address. */
interface LinkedWords {
  readonly words: string;
  readonly target: string;
}

/** The content of a cell; an address or a day is a string in a column of that type. */
export type SheetCell = string | number | ShownNumber | LinkedWords | undefined;

/** A column of a sheet. */
export interface SheetColumn {
  /** In the language of the reader. */
  readonly label: string;
  /** The name that programs know it by, which is the same in every language. */
  readonly code?: string;
  /** Days are `YYYY-MM-DD`, links absolute addresses. */
  readonly type: 'words' | 'number' | 'date' | 'link';
  /** Whether it is for programs: folded away at first, and not printed. */
  readonly folded?: boolean;
}

/** A table, for reading, filtering and printing. */
interface TableSheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
}

/** What a reader of the table has to know: a label and words, which may be an address. */
export interface NotesSheet {
  readonly name: string;
  readonly notes: readonly (readonly [label: string, words: string])[];
}

interface WorkbookOptions {
  readonly title: string;
  readonly locale: Locale;
  /** Where it is from: printed on each page. */
  readonly address: string;
  /** The date to write into the file, instead of the clock's, so that the same content gives the same bytes. */
  readonly day: string;
  readonly table: TableSheet;
  readonly notes: NotesSheet;
}

/** Column widths, in characters of the ordinary font. */
const WIDTHS = { least: 8, head: 11, words: 32, link: 44 } as const;
/** Inches. */
const MARGINS = { top: 0.6, bottom: 0.6, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 };

/** Set explicitly, since programs differ in their defaults. */
const FONT = { name: 'Calibri', size: 11 } as const;
const QUIET = { rgb: '56646D' } as const;
const GROUND = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E7ECEF' } } as const;

const HEAD: CellStyle = {
  font: { ...FONT, bold: true },
  fill: GROUND,
  alignment: { wrapText: true, vertical: 'center', horizontal: 'left' },
};
const CODES: CellStyle = {
  font: { ...FONT, size: 8, color: QUIET },
  fill: GROUND,
  border: { bottom: { style: 'thin', color: QUIET } },
  alignment: { shrinkToFit: true, vertical: 'center', horizontal: 'left' },
};
const WORDS: CellStyle = { font: FONT, alignment: { wrapText: true, vertical: 'top', horizontal: 'left' } };
/** Indented, so that numbers do not touch the words of the next column. */
const NUMBER: CellStyle = { font: FONT, alignment: { vertical: 'top', horizontal: 'right', indent: 1 } };
const DAY: CellStyle = { font: FONT, alignment: { vertical: 'top', horizontal: 'left' }, numFmt: 'yyyy-mm-dd' };
/**
 * An address too is broken at the end of its column, though its row shows the beginning only: else it would run over
 * the next cell, and widen the printed page.
 */
const LINK: CellStyle = { ...WORDS, font: { ...FONT, underline: true, color: { rgb: '0B5394' } } };
const LABEL: CellStyle = { ...WORDS, font: { ...FONT, bold: true } };

/** The head of a column is aligned as its cells are. */
const headStyle = (style: CellStyle, type: SheetColumn['type']): CellStyle =>
  type === 'number' ? { ...style, alignment: { ...style.alignment, horizontal: 'right', indent: 1 } } : style;

/** The number of a day in a spreadsheet: days since 1899-12-30. */
const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;
/** The first day on which spreadsheets agree: they take 1900 for a leap year. */
const FIRST_DAY = '1900-03-01';

/** A cell as the writer takes it. */
interface StyledCell {
  readonly value: string | number | null;
  readonly style?: CellStyle;
  readonly hyperlink?: { readonly target: string };
}

function styledCell(cell: SheetCell, type: SheetColumn['type']): StyledCell {
  if (cell === undefined) return { value: null };
  if (typeof cell === 'number') return { value: cell, style: NUMBER };
  if (typeof cell === 'object')
    return 'words' in cell
      ? { value: cell.words, style: LINK, hyperlink: { target: cell.target } }
      : { value: cell.number, style: { ...NUMBER, numFmt: cell.format } };
  if (type === 'link') return { value: cell, style: LINK, hyperlink: { target: cell } };
  if (type === 'date' && cell >= FIRST_DAY) return { value: dayNumber(cell), style: DAY };
  return { value: cell, style: WORDS };
}

/** Whether what a cell says is an address, which is no words of any language. */
const isAddress = ({ value, hyperlink }: StyledCell): boolean => hyperlink?.target === value;

/** A cell of a sheet that is read from right to left. Codes and addresses are still read from left to right. */
function mirrored(cell: StyledCell): StyledCell {
  const { style } = cell;
  if (style?.alignment?.horizontal !== 'left') return cell;
  const readingOrder = style === CODES || isAddress(cell) ? 'ltr' : 'rtl';
  return { ...cell, style: { ...style, alignment: { ...style.alignment, horizontal: 'right', readingOrder } } };
}

/** Points that a line of the font takes. */
const LINE = 15;

/** The height of a row, by the words of most lines in it: not every program finds it by itself. */
function heightOf(row: readonly StyledCell[], columns: readonly ColumnDef[]): number {
  const lines = row.map((cell, at) => {
    const { value, style } = cell;
    const { width = WIDTHS.least, hidden } = columns[at] ?? {};
    if (typeof value !== 'string' || style?.alignment?.wrapText !== true || hidden || isAddress(cell)) return 1;
    return value
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(measureValueWidth(line) / (width - 1))), 0);
  });
  return Math.max(1, ...lines) * LINE;
}

/**
 * Rows of cells as the writer takes them: plain values, and beside them, by place, what there is to say of each; the columns, and how high
 * rows are.
 */
function sheetOf(given: readonly (readonly StyledCell[])[], columns: ColumnDef[], isRtl: boolean) {
  const rows = isRtl ? given.map((row) => row.map(mirrored)) : given;
  return {
    columns,
    rowDefs: new Map(rows.map((row, at) => [at, { height: heightOf(row, columns) }] as const)),
    rows: rows.map((row) => row.map(({ value }) => value)),
    cells: new Map(
      rows.flatMap((row, at) =>
        row.flatMap(({ style, hyperlink }, column) =>
          style === undefined ? [] : [[`${at},${column}`, { style, ...(hyperlink ? { hyperlink } : {}) }] as const],
        ),
      ),
    ),
  };
}

/** The width that shows what a column holds, long words on several lines. */
function widthOf({ label, code = '', type }: SheetColumn, cells: readonly SheetCell[]): number {
  const widest = Math.max(
    ...cells.map((cell) => measureValueWidth(plainValue(cell))),
    // A label is in two lines where it must; a code is small.
    Math.min(Math.max(...label.split(' ').map((word) => measureValueWidth(word) + 1)), WIDTHS.head),
    code.length / 2,
  );
  return Math.min(Math.max(Math.ceil(widest) + 2, WIDTHS.least), type === 'link' ? WIDTHS.link : WIDTHS.words);
}

/** What is written in a cell. */
export function plainValue(cell: SheetCell): string | number | null {
  if (typeof cell !== 'object') return cell ?? null;
  return 'words' in cell ? cell.words : cell.number;
}

/** A text in the head or foot of a printed page, where `&` begins a command. */
const printed = (text: string): string => text.replaceAll('&', '&&');

/** The characters that fit side by side on a sheet of A4, across, in letters of seven points. */
const PAGE_WIDTH = 230;
/** No column is made narrower than this so that all fit on a page. */
const NARROW = 12;

/** How wide the columns of a table are, the widest no wider than lets all fit on a page; and which are folded: those for programs, and those without any value. */
function columnsOf({ columns, rows }: TableSheet): ColumnDef[] {
  const folded = columns.map((column, at) => column.folded || rows.every((row) => row[at] === undefined));
  const widths = columns.map((column, at) =>
    widthOf(
      column,
      rows.map((row) => row[at]),
    ),
  );
  const shown = widths.filter((_, at) => !folded[at]);
  let most = Math.max(NARROW, ...shown);
  while (most > NARROW && shown.reduce((sum, width) => sum + Math.min(width, most), 0) > PAGE_WIDTH) most -= 1;
  return columns.map((_, at) => ({
    width: Math.min(widths[at] ?? WIDTHS.least, most),
    ...(folded[at] ? { hidden: true, outlineLevel: 1 } : {}),
    // The button that unfolds a group is above the next column.
    ...(!folded[at] && folded[at - 1] ? { collapsed: true } : {}),
  }));
}

/** Words as the name of a sheet: without the signs that Excel forbids in one, and no longer than it takes. */
const sheetName = (words: string): string =>
  words
    .replace(/[[\]:*?/\\']/g, ' ')
    .trim()
    .slice(0, 31)
    .trim();

/**
 * A workbook with a table and a sheet of notes. The head stays in sight and can be filtered by; days are days, numbers are shown as they
 * ask for, addresses are links. It prints on A4, across, as wide as the page, with its head on every page.
 */
export async function workbook(options: WorkbookOptions): Promise<Uint8Array<ArrayBuffer>> {
  const { title, locale, address, day, table, notes } = options;
  const { columns, rows } = table;
  const head = [
    columns.map(({ label, type }): StyledCell => ({ value: label, style: headStyle(HEAD, type) })),
    ...(columns.some(({ code }) => code !== undefined)
      ? [columns.map(({ code, type }): StyledCell => ({ value: code ?? null, style: headStyle(CODES, type) }))]
      : []),
  ];
  const body = rows.map((row) => row.map((cell, at) => styledCell(cell, columns[at]?.type ?? 'words')));
  const date = new Date(`${day}T00:00:00Z`);
  const isRtl = languageOf(locale).direction === 'rtl';
  const view = { rightToLeft: isRtl };
  const page = { paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight: 0, margins: MARGINS } as const;
  const headerFooter = { oddHeader: `&L${printed(title)}`, oddFooter: `&L${printed(address)}&R&P / &N` };
  const bytes = await writeXlsx({
    properties: { title, created: date, modified: date },
    sheets: [
      {
        name: sheetName(table.name),
        ...sheetOf([...head, ...body], columnsOf(table), isRtl),
        freezePane: { rows: head.length },
        autoFilter: { range: `A${head.length}:${colToLetter(columns.length - 1)}${head.length + rows.length}` },
        pageSetup: { ...page, orientation: 'landscape', printTitlesRow: `$1:$${head.length}` },
        headerFooter,
        view,
      },
      {
        name: sheetName(notes.name),
        ...sheetOf(
          notes.notes.map(([label, words]) => [
            { value: label, style: LABEL },
            styledCell(words, /^https?:\/\/\S+$/.test(words) ? 'link' : 'words'),
          ]),
          [{ width: 24 }, { width: 90 }],
          isRtl,
        ),
        pageSetup: { ...page, orientation: 'portrait' },
        headerFooter,
        view,
      },
    ],
  });
  return new Uint8Array(bytes);
}
