import { readXlsx, writeXlsx } from 'hucre/xlsx';
import type { FindingLanguage } from '../../errors.ts';
import { type RegisterWords, registerWords } from '../../language/messages/register.ts';
import type { ImportSite } from '../record.ts';
import { CORRECTED, type CorrectedColumn } from './columns.ts';

/** What became of a letter. */
type RegisterState = keyof RegisterWords['states'];

/** A row of the register. */
export interface RegisterRow {
  /** The source's path within the folder, with `/`. */
  readonly file: string;
  readonly state: RegisterState;
  readonly sure: keyof RegisterWords['sure'];
  /** What a person has to look at, one line each. */
  readonly open: readonly string[];
  /** The texts of the columns that may be corrected, by key, as they are in the site. */
  readonly values: Readonly<Record<string, string>>;
  /** The reply's file, relative to the site's root; empty where there is none. */
  readonly path: string;
  /** SHA-256 of the source. */
  readonly hash: string;
  /** Cells of columns that people added, by their titles. */
  readonly notes?: Readonly<Record<string, string>> | undefined;
}

/** A row as it was read back: what is in its cells, and what was in them when it was written. */
export interface ReadRow {
  readonly file: string;
  readonly path: string;
  readonly hash: string;
  readonly state: RegisterState | undefined;
  readonly open: readonly string[];
  /** Whether a person wrote that nothing is left to be checked. */
  readonly isChecked: boolean;
  readonly values: Readonly<Record<string, string>>;
  readonly written: Readonly<Record<string, string>>;
  readonly notes: Readonly<Record<string, string>>;
}

type Key = keyof RegisterWords['columns'];
const BEFORE: readonly Key[] = ['file', 'state', 'sure', 'open'];
/** Those of them that a person may change. */
const SURE: Key = 'sure';
const AFTER: readonly Key[] = ['path', 'hash'];
const KEYS: readonly Key[] = [...BEFORE, ...CORRECTED.map(({ key }) => key), ...AFTER];
const WIDTHS: Readonly<Partial<Record<Key, number>>> = { file: 32, state: 12, sure: 9, open: 50, path: 40, hash: 12 };
/** Holds the cells as they were written, by which corrections are known. */
const WRITTEN = 'written';
/** A workbook names its day; a fixed one gives the same bytes for the same rows. */
const DAY = new Date('2000-01-01T00:00:00Z');
/** Longest text of a cell (Excel's own limit). */
const LONGEST_CELL = 32_000;

const column = (index: number): string => {
  const letter = (value: number) => String.fromCharCode('A'.charCodeAt(0) + value);
  return index < 26 ? letter(index) : letter(Math.floor(index / 26) - 1) + letter(index % 26);
};

function cellsOf(row: RegisterRow, words: RegisterWords): string[] {
  const own: Readonly<Partial<Record<Key, string>>> = {
    file: row.file,
    state: words.states[row.state],
    sure: words.sure[row.sure],
    open: row.open.join('\n').slice(0, LONGEST_CELL),
    path: row.path,
    hash: row.hash,
  };
  return KEYS.map((key) => own[key] ?? row.values[key] ?? '');
}

/** Holds lists of values that are too long to be in a cell's own rule. */
const CHOICES = 'choices';
/** Most characters of the values in a rule of a cell (Excel's own limit is 255). */
const LONGEST_RULE = 250;

const isLong = (values: readonly string[]): boolean => values.join(',').length > LONGEST_RULE;

/** The columns whose values are in a sheet of their own, and these. */
const longLists = (site: ImportSite): readonly (readonly [CorrectedColumn, readonly string[]])[] =>
  CORRECTED.flatMap((one) => {
    const values = one.allowed?.(site).values ?? [];
    return isLong(values) ? [[one, values] as const] : [];
  });

/** The rows of cells for which a column offers a list. */
function validation(corrected: CorrectedColumn, rows: number, site: ImportSite, words: RegisterWords) {
  const allowed = corrected.allowed?.(site);
  if (allowed === undefined || allowed.values.length === 0) return [];
  const letter = column(KEYS.indexOf(corrected.key));
  const place = column(longLists(site).findIndex(([one]) => one === corrected));
  return [
    {
      type: 'list' as const,
      ...(isLong(allowed.values)
        ? { formula1: `${CHOICES}!$${place}$1:$${place}$${allowed.values.length}` }
        : { values: [...allowed.values] }),
      allowBlank: true,
      // Several values are in one cell, of which a rule knows nothing: the import looks at each.
      showErrorMessage: allowed.strict && !corrected.list,
      errorTitle: words.columns[corrected.key],
      errorMessage: words.choose,
      range: `${letter}2:${letter}${rows + 1}`,
    },
  ];
}

/** Lets a person choose that a letter was checked. */
const sureList = (rows: number, { sure, columns, choose }: RegisterWords) => ({
  type: 'list' as const,
  values: [sure.sure, sure.check],
  allowBlank: true,
  showErrorMessage: true,
  errorTitle: columns.sure,
  errorMessage: choose,
  range: `${column(KEYS.indexOf(SURE))}2:${column(KEYS.indexOf(SURE))}${rows + 1}`,
});

/** Lists as the columns of a sheet. */
const choiceRows = (lists: readonly (readonly string[])[]): string[][] =>
  Array.from({ length: Math.max(...lists.map((list) => list.length)) }, (_row, row) =>
    lists.map((list) => list[row] ?? ''),
  );

/** The register as a workbook: a row a letter, cells to correct with lists of what they may hold, and how to use it. */
export async function writeRegister(
  rows: readonly RegisterRow[],
  site: ImportSite,
  language: FindingLanguage,
): Promise<Uint8Array> {
  const words = registerWords[language];
  const cells = rows.map((row) => cellsOf(row, words));
  // Text, so that no day or number of a letter is turned into something else.
  const plain = { numFmt: '@', alignment: { wrapText: true, vertical: 'top' as const } };
  const grey = { fill: { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb: 'EEEEEE' } } };
  const long = longLists(site);
  const isOwn = (key: Key) => key !== SURE && (BEFORE.includes(key) || AFTER.includes(key));
  const notes = [...new Set(rows.flatMap((row) => Object.keys(row.notes ?? {})))];
  return writeXlsx({
    properties: { title: words.sheet, created: DAY, modified: DAY },
    sheets: [
      {
        name: words.sheet,
        freezePane: { rows: 1, columns: 1 },
        columns: [
          ...KEYS.map((key) => ({
            width: WIDTHS[key] ?? CORRECTED.find((one) => one.key === key)?.width ?? 16,
            style: { ...plain, ...(isOwn(key) ? grey : {}) },
          })),
          ...notes.map(() => ({ width: 24, style: plain })),
        ],
        rows: [
          [...KEYS.map((key) => words.columns[key]), ...notes],
          ...cells.map((own, index) => [...own, ...notes.map((title) => rows[index]?.notes?.[title] ?? '')]),
        ],
        autoFilter: { range: `A1:${column(KEYS.length + notes.length - 1)}${rows.length + 1}` },
        dataValidations: [
          sureList(rows.length, words),
          ...CORRECTED.flatMap((one) => validation(one, rows.length, site, words)),
        ],
      },
      { name: words.help, columns: [{ width: 110 }], rows: words.helpLines.map((line) => [line]) },
      { name: WRITTEN, hidden: true, rows: [[...KEYS], ...cells] },
      ...(long.length === 0
        ? []
        : [{ name: CHOICES, hidden: true, rows: choiceRows(long.map(([, values]) => values)) }]),
    ],
  });
}

/** A cell's text, whatever a spreadsheet program made of it: a day stays YYYY-MM-DD. */
function textOf(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return cell === null || cell === undefined ? '' : String(cell).trim();
}

/** Reads a register back, after WPS, Excel or LibreOffice saved it. `undefined` where the bytes are no register. */
export async function readRegister(bytes: Uint8Array): Promise<ReadRow[] | undefined> {
  let sheets: Awaited<ReturnType<typeof readXlsx>>['sheets'];
  try {
    ({ sheets } = await readXlsx(bytes));
  } catch {
    return undefined;
  }
  const written = sheets.find(({ name }) => name === WRITTEN);
  const shown = sheets.find(({ name }) => name === registerWords.zh.sheet || name === registerWords.en.sheet);
  if (written === undefined || shown === undefined) return undefined;
  const titles = (shown.rows[0] ?? []).map(textOf);
  const keyOf = (title: string): Key | undefined =>
    KEYS.find((key) => registerWords.zh.columns[key] === title || registerWords.en.columns[key] === title);
  const places = new Map(
    titles.flatMap((title, index) => {
      const key = keyOf(title);
      return key === undefined ? [] : [[key, index] as const];
    }),
  );
  // Its own head says what it holds: a register of an earlier version has fewer columns.
  const keys = (written.rows[0] ?? []).map(textOf);
  const before = new Map(
    written.rows
      .slice(1)
      .map((row) => [textOf(row[keys.indexOf('file')]), new Map(keys.map((key, index) => [key, textOf(row[index])]))]),
  );
  return shown.rows.slice(1).flatMap((row): ReadRow[] => {
    const cell = (key: Key): string => textOf(row[places.get(key) ?? -1]);
    const file = cell('file');
    const own = before.get(file);
    if (file === '' || own === undefined) return [];
    const state = (Object.keys(registerWords.zh.states) as RegisterState[]).find(
      (name) =>
        registerWords.zh.states[name] === own.get('state') || registerWords.en.states[name] === own.get('state'),
    );
    return [
      {
        file,
        state,
        path: own.get('path') ?? '',
        hash: own.get('hash') ?? '',
        isChecked: [registerWords.zh.sure.sure, registerWords.en.sure.sure].includes(cell(SURE)),
        notes: Object.fromEntries(
          titles.flatMap((title, index) =>
            title === '' || keyOf(title) !== undefined ? [] : [[title, textOf(row[index])] as const],
          ),
        ),
        open: (own.get('open') ?? '').split('\n').filter((line) => line !== ''),
        values: Object.fromEntries(
          CORRECTED.map(({ key }) => [key, places.has(key) ? cell(key) : (own.get(key) ?? '')]),
        ),
        written: Object.fromEntries(CORRECTED.map(({ key }) => [key, own.get(key) ?? ''])),
      },
    ];
  });
}
