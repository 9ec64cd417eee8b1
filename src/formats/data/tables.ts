import { csvFormatRows } from 'd3';
import { writeXlsx } from 'hucre/xlsx';
import { dataWords } from '../../language/messages/data.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Locale } from '../../model/locale.ts';
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

/** Rows as CSV after RFC 4180, the last one ended too. */
export const csvTable = (rows: readonly (readonly Cell[])[]): string =>
  `${csvFormatRows(rows.map((row) => row.map(csvCell)))}\n`;

/** A dataset as CSV after RFC 4180. `mark` puts the byte order mark before it by which Excel in Chinese knows UTF-8. */
export function datasetCsv(dataset: Dataset, links: DataLinks, { mark }: { mark: boolean }): string {
  return (mark ? '\ufeff' : '') + csvTable([COLUMNS.map(({ name }) => name), ...dataRows(dataset, links)]);
}

/**
 * The values that are not superseded as a wide table for charts: a row for each period, a column for each series, and where a series is
 * told in several kinds (what was planned, what was done) for each of these.
 */
export function wideCsv({ series, observations }: Dataset): string {
  const superseded = new Set(observations.map(({ supersedes }) => supersedes));
  const current = observations.filter(({ id }) => !superseded.has(id));
  const columns = series.flatMap(({ id }) => {
    const kinds = [...new Set(current.filter((own) => own.series === id).map(({ kind }) => kind))];
    return kinds.map((kind) => ({ name: kinds.length === 1 ? id : `${id}_${kind}`, series: id, kind }));
  });
  const rows = [...Map.groupBy(current, ({ period }) => period)].map(([period, own]) => [
    period,
    ...columns.map(({ series, kind }) => own.findLast((each) => each.series === series && each.kind === kind)?.value),
  ]);
  return csvTable([['period', ...columns.map(({ name }) => name)], ...rows]);
}

/** A workbook's own dates are those of the dataset's version, so that the same version gives the same bytes. */
function versionDate(dataset: Dataset): Date {
  const change = dataset.changelog.find(({ version }) => version === dataset.version);
  return new Date(`${change?.date ?? '2000-01-01'}T00:00:00Z`);
}

/** A dataset as a workbook: a sheet of data with the CSV's columns, and a sheet of notes in both languages. */
export async function datasetXlsx(
  dataset: Dataset,
  links: DataLinks,
  address: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const date = versionDate(dataset);
  const bytes = await writeXlsx({
    properties: { title: dataset.title.zh, created: date, modified: date },
    sheets: [
      {
        name: 'data',
        freezePane: { rows: 1 },
        rows: [
          COLUMNS.map(({ name }) => name),
          ...dataRows(dataset, links).map((row) => row.map((cell) => cell ?? null)),
        ],
      },
      { name: 'notes', columns: [{ width: 24 }, { width: 100 }], rows: notesSheet(dataset, address) },
    ],
  });
  return new Uint8Array(bytes);
}

/** What a reader of the workbook has to know: in Chinese, then in English, then what the columns mean. */
function notesSheet(dataset: Dataset, address: string): string[][] {
  const own = (locale: Locale): string[][] => {
    const words = dataWords[locale];
    return [
      [words.title, dataset.headline[locale]],
      [words.measure, `${dataset.measure[locale]} · ${dataset.place[locale]} · ${dataset.span[locale]}`],
      ...dataset.notes.map((note) => [words.note, note[locale]]),
      [words.version, dataset.version],
      ...dataset.changelog.map((change) => [`${change.version} (${change.date})`, change.note[locale]]),
      [words.address, address],
      [words.compiled, words.compiledBy],
      ['', ''],
    ];
  };
  return [...own('zh'), ...own('en'), ...COLUMNS.map(({ name, title }) => [name, `${title.zh} / ${title.en}`])];
}
