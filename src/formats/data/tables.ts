import Big from 'big.js';
import { csvFormatRows } from 'd3';
import { dataWords } from '../../language/messages/data.ts';
import { phraseIn } from '../../language/words.ts';
import type { Dataset, Observation } from '../../model/dataset.ts';
import { type Locale, languageOf } from '../../model/locale.ts';
import { byCodeUnit } from '../../model/order.ts';
import type { Unit } from '../../model/units.ts';
import { type SheetCell, type SheetColumn, workbook } from '../workbook.ts';
import { type Code, codeWords } from './codes.ts';
import { type Cell, type Column, columnsIn, type DataLinks, dataRows, periodOf } from './columns.ts';
import { csvCell } from './csv-cell.ts';
import { lastChanged } from './package.ts';

/** Rows as CSV by RFC 4180, except that every line, the last one too, ends in a line feed only, as Unix programs expect. */
export const csvTable = (rows: readonly (readonly Cell[])[]): string =>
  `${csvFormatRows(rows.map((row) => row.map(csvCell)))}\n`;

/** A dataset as CSV. `mark` puts the byte order mark before it by which Excel in Chinese knows UTF-8. */
export function datasetCsv(dataset: Dataset, links: DataLinks, { mark }: { mark: boolean }): string {
  return (
    (mark ? '\ufeff' : '') + csvTable([columnsIn(links.languages).map(({ name }) => name), ...dataRows(dataset, links)])
  );
}

/**
 * The values that are not superseded as a wide table for charts: a row for each period, in the order of time, a column
 * for each series, and where a series has several kinds of values (planned, actual) one for each kind.
 */
export function wideCsv({ series, observations }: Dataset): string {
  const superseded = new Set(observations.map(({ supersedes }) => supersedes));
  const current = observations.filter(({ id }) => !superseded.has(id));
  const columns = series.flatMap(({ id }) => {
    const kinds = [...new Set(current.filter((own) => own.series === id).map(({ kind }) => kind))];
    return kinds.map((kind) => ({ name: kinds.length === 1 ? id : `${id}_${kind}`, series: id, kind }));
  });
  const inTime = [...Map.groupBy(current, ({ period }) => period)].sort(([, [one]], [, [other]]) =>
    byCodeUnit(timeOf(one), timeOf(other)),
  );
  const rows = inTime.map(([period, own]) => [
    period,
    ...columns.map(({ series, kind }) => own.findLast((each) => each.series === series && each.kind === kind)?.value),
  ]);
  return csvTable([['period', ...columns.map(({ name }) => name)], ...rows]);
}

/** Where an observation is in time: by the day that it ends, then by the day that it begins. */
function timeOf(observation: Observation | undefined): string {
  const { start = '', end = '' } = observation === undefined ? {} : periodOf(observation);
  return `${end} ${start}`;
}

/** The day of a dataset's version: that of its entry in the changelog, or of the last one where it has none. */
const versionDay = (dataset: Dataset): string =>
  dataset.changelog.find(({ version }) => version === dataset.version)?.date ?? lastChanged(dataset);

/**
 * The number format of a cell: grouped thousands, the digits that it has, and the unit where that is a symbol such as
 * %.
 */
function shown(cell: Cell, unit: Unit | undefined): SheetCell {
  if (typeof cell !== 'number') return cell;
  const places = /\.(\d+)$/.exec(Big(cell).toFixed())?.[1]?.length ?? 0;
  return {
    number: cell,
    format: `#,##0${places === 0 ? '' : `.${'0'.repeat(places)}`}${unit === 'percent' ? '"%"' : ''}`,
  };
}

/** A column of a sheet. Columns in other languages than the reader's are folded, as those for programs are. */
const sheetColumn = ({ name, label, type, format, technical, language }: Column, locale: Locale): SheetColumn => ({
  label: phraseIn(label, locale),
  code: name,
  type: format === 'uri' ? 'link' : type === 'string' ? 'words' : type,
  folded: technical ?? (language !== undefined && language !== locale),
});

/** A dataset in a language as a workbook: a sheet of data with the CSV's columns, and a sheet of notes. */
export async function datasetXlsx(
  dataset: Dataset,
  links: DataLinks,
  { address, locale }: { readonly address: string; readonly locale: Locale },
): Promise<Uint8Array<ArrayBuffer>> {
  const columns = columnsIn(links.languages);
  const rows = dataset.observations.map((observation) =>
    columns.map((column): SheetCell => {
      const cell = column.cell(observation, dataset, links);
      if (column.name === 'reply' && typeof cell === 'string') return { words: cell, target: links.reply(cell) };
      return shown(cell, column.name === 'value' ? observation.unit : undefined);
    }),
  );
  const title = dataset.title[locale];
  return workbook({
    ...{ title, locale, address },
    day: versionDay(dataset),
    table: { name: 'data', columns: columns.map((column) => sheetColumn(column, locale)), rows },
    notes: { name: 'notes', notes: notesOf(dataset, columns, address, locale) },
  });
}

/** Notes for the reader of the workbook, and what the columns mean. */
function notesOf(dataset: Dataset, columns: readonly Column[], address: string, locale: Locale): [string, string][] {
  const words = dataWords[locale];
  return [
    [words.title, dataset.title[locale]],
    [words.finding, dataset.headline[locale]],
    [words.measure, `${dataset.measure[locale]} · ${dataset.place[locale]} · ${dataset.span[locale]}`],
    ...dataset.notes.map((note): [string, string] => [words.note, note[locale]]),
    [words.version, dataset.version],
    ...dataset.changelog.map((change): [string, string] => [`${change.version} (${change.date})`, change.note[locale]]),
    [words.address, address],
    [words.compiled, words.compiledBy],
    [words.columns, words.folded],
    ...columns.map(({ name, label, definition }): [string, string] => [
      name,
      [label, definition]
        .flatMap((phrase) => (phrase ? [phraseIn(phrase, locale)] : []))
        .join(languageOf(locale).punctuation.colon),
    ]),
  ];
}

/**
 * What the columns of a dataset's tables mean, and each code that they hold, as CSV: a row for each column, and one for each of its codes,
 * in each language of the site.
 */
export function codebookCsv(dataset: Dataset, { languages }: Pick<DataLinks, 'languages'>): string {
  const inEach = (words: Code['label'] | undefined) => languages.map((locale) => words && codeWords(words, locale));
  const row = (field: string, { code, label, definition, unit }: Partial<Code>): Cell[] => [
    ...[field, code, ...inEach(label), ...inEach(definition), unit],
  ];
  return csvTable([
    [
      'field',
      'code',
      ...languages.map((own) => `label_${own}`),
      ...languages.map((own) => `definition_${own}`),
      'unit',
    ],
    ...columnsIn(languages).flatMap(({ name, label, definition, codes }) => [
      row(name, { label, definition }),
      ...(codes?.(dataset) ?? []).map((code) => row(name, code)),
    ]),
  ]);
}
