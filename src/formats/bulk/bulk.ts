import { gzipSync } from 'fflate';
import { packTar } from 'modern-tar';
import type { Dataset } from '../../model/dataset.ts';
import type { Languages } from '../../model/locale.ts';
import { type Column, columnsIn, type DataLinks, inEachLanguage } from '../data/columns.ts';
import { csvTable } from '../data/tables.ts';

/** A text as it is published, with its path below the base and the day on which it last changed. */
interface PublishedText {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** `YYYY-MM-DD` */
  readonly changed: string;
}

/** The texts of one year's replies, those of one reply together. Newest first. */
export interface TextsOfYear {
  readonly year: string;
  texts(): Iterable<PublishedText>;
}

/** What bulk files are made from. Replies and texts are read as they are needed. */
export interface BulkSubject {
  /** Every reply as its own file in the JSON interface holds it: a line of JSON. Newest first. */
  replies(): Iterable<string>;
  /** Newest first. */
  readonly years: readonly TextsOfYear[];
  /** Gives a year's texts as compressed by an earlier build where they are the same, else what `press` gives. */
  readonly kept?: (year: TextsOfYear, press: () => Promise<Pressed>) => Promise<Pressed>;
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

/** Bytes of a gzip file. */
type Pressed = Uint8Array<ArrayBuffer>;

/** The compression level, 1 to 9. Above 6 nothing gets smaller. */
const LEVEL = 6;

const press = (bytes: Uint8Array): Pressed => gzipSync(bytes, { level: LEVEL, mtime: 0 }) as Pressed;

/** What ends a tar archive: two blocks of zeros. */
const END = new Uint8Array(1024);

/**
 * All texts as one gzipped tar archive, in which each has the path that it has on the site. It depends on the texts and
 * their days only: neither on the clock nor on the machine's zlib, whose output differs between machines. Each year is
 * a member of the gzip file by itself (RFC 1952, 2.2), so that past years need not be compressed again.
 */
export async function* textArchive({
  years,
  kept = (_, make) => make(),
}: Pick<BulkSubject, 'years' | 'kept'>): AsyncGenerator<Uint8Array> {
  for (const year of years) yield await kept(year, async () => press(await packed(year.texts())));
  yield press(END);
}

/** Texts as a part of a tar archive. */
async function packed(texts: Iterable<PublishedText>): Promise<Uint8Array> {
  const archive = await packTar(
    Array.from(texts, ({ path, bytes, changed }) => {
      // A tar archive knows no time before 1970.
      const mtime = new Date(Math.max(0, Date.parse(`${changed}T00:00:00Z`)));
      return { header: { name: path, size: bytes.length, mtime, mode: 0o644, uid: 0, gid: 0 }, body: bytes };
    }),
  );
  return archive.subarray(0, -END.length);
}
