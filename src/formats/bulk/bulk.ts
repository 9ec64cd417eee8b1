import { Gzip } from 'fflate';
import { createTarPacker } from 'modern-tar';
import type { Dataset } from '../../model/dataset.ts';
import type { Languages } from '../../model/locale.ts';
import { type Column, columnsIn, type DataLinks, inEachLanguage } from '../data/columns.ts';
import { csvTable } from '../data/tables.ts';

/** A text as it is published, with its path below the base and the day on which it last changed. */
export interface PublishedText {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** `YYYY-MM-DD` */
  readonly changed: string;
}

/** What the files that hold all of something are made from. Replies and texts are read when they are asked for, one at a time. */
export interface BulkSubject {
  /** Every reply as its own file in the JSON interface holds it: a line of JSON. Newest first. */
  replies(): Iterable<string>;
  /** Every text, those of one reply together. Newest first. */
  texts(): Iterable<PublishedText>;
  /** By id. */
  readonly datasets: readonly Dataset[];
  readonly links: DataLinks;
}

/** All replies as newline-delimited JSON: a line each. */
export function* repliesNdjson({ replies }: Pick<BulkSubject, 'replies'>): Generator<string> {
  for (const reply of replies()) yield `${reply}\n`;
}

/** The columns of the table of all observations: those of each dataset's own, in their order, and its title, which tells datasets apart. */
export const allColumns = (languages: Languages): readonly Column[] => [
  ...columnsIn(languages),
  ...inEachLanguage(
    languages,
    'dataset_title',
    { zh: '数据集名称', en: 'Title of the dataset' },
    (locale, _, dataset) => dataset.title[locale],
  ),
];

/** The observations of all datasets as one CSV table after RFC 4180, superseded ones included, without a byte order mark. */
export function observationsCsv({ datasets, links }: Pick<BulkSubject, 'datasets' | 'links'>): string {
  const columns = allColumns(links.languages);
  return csvTable([
    columns.map(({ name }) => name),
    ...datasets.flatMap((dataset) =>
      dataset.observations.map((observation) => columns.map((column) => column.cell(observation, dataset, links))),
    ),
  ]);
}

/** How hard is pressed, from 1 to 9. Beyond 6 nothing gets smaller. */
const LEVEL = 6;

/**
 * All texts as one gzipped tar archive, in which each has the path that it has on the site. It depends on nothing but the texts and their
 * days: neither on the clock nor on how the machine's own zlib presses, which differs between machines.
 */
export async function* textArchive({ texts }: Pick<BulkSubject, 'texts'>): AsyncGenerator<Uint8Array> {
  const { readable, controller } = createTarPacker();
  const pressed: Uint8Array[] = [];
  const gzip = new Gzip({ level: LEVEL, mtime: 0 }, (piece) => pressed.push(piece));
  const packing = pack(texts(), controller);
  // Told where the archive is read.
  packing.catch((error: unknown) => controller.error(error));
  for await (const piece of readable) {
    gzip.push(piece);
    yield* pressed.splice(0);
  }
  await packing;
  gzip.push(new Uint8Array(), true);
  yield* pressed.splice(0);
}

async function pack(
  texts: Iterable<PublishedText>,
  controller: ReturnType<typeof createTarPacker>['controller'],
): Promise<void> {
  for (const { path, bytes, changed } of texts) {
    // A tar archive knows no time before 1970.
    const mtime = new Date(Math.max(0, Date.parse(`${changed}T00:00:00Z`)));
    const writer = controller.add({ name: path, size: bytes.length, mtime, mode: 0o644, uid: 0, gid: 0 }).getWriter();
    await writer.write(bytes);
    await writer.close();
  }
  controller.finalize();
}
