import { writeXlsx } from 'hucre/xlsx';
import { dataWords } from '../../language/messages/data.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Locale } from '../../model/locale.ts';
import { COLUMNS, type DataLinks, dataRows } from './columns.ts';

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
