import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CACHES, type Cache } from '../../cache/index.ts';
import { keptBytes } from '../../cache/kept.ts';
import type { BulkSubject } from '../../formats/bulk/bulk.ts';
import { dataLinks } from '../../formats/data/columns.ts';
import { filePath, type Pieces } from '../../formats/format.ts';
import { BULK_FORMATS, REPLY_FORMATS } from '../../formats/registry.ts';
import type { Dataset } from '../../model/dataset.ts';
import { byCodeUnit } from '../../model/order.ts';
import type { ExchangeSubjects } from './subjects.ts';

/**
 * Writes the files that hold all replies, all observations and all texts, as the site gives each; of what there is none, no file. A file
 * whose parts are those of the last build is that build's. Otherwise its parts are read one after the other, at most those of a year together.
 * `cache` keeps the texts of each year as they were pressed. Comes after all that writes the parts.
 */
export async function writeBulk(
  { folder, site, replies, published, memory }: ExchangeSubjects,
  cache: Cache,
): Promise<void> {
  const newestFirst = replies.ids
    .map((id) => ({ id, ...replies.listed(id) }))
    .sort((one, other) => byCodeUnit(other.date, one.date) || byCodeUnit(one.id, other.id));
  const years = Map.groupBy(newestFirst, ({ year }) => year);
  const read = (path: string) => readFileSync(join(folder, path));
  const subject: BulkSubject = {
    replies: function* () {
      for (const { id } of newestFirst) yield read(`api/v1/replies/${id}.json`).toString();
    },
    years: Array.from(years, ([year, own]) => ({
      year,
      texts: function* () {
        for (const { id, languages, item } of own)
          for (const locale of languages)
            for (const format of REPLY_FORMATS) {
              const path = filePath(format, { locale, id });
              yield { path, bytes: read(path), changed: item.updated };
            }
      },
    })),
    kept: ({ year }, press) => {
      const made = { site: JSON.stringify(site), replies: partsOfReplies(years.get(year) ?? []) };
      return keptBytes(cache, CACHES.archives, made, press, year);
    },
    datasets: published.datasets.map(({ id }): Dataset => JSON.parse(read(`api/v1/datasets/${id}.json`).toString())),
    links: dataLinks(site),
  };
  const ofReplies = partsOfReplies(newestFirst);
  const partsOf: Readonly<Record<string, readonly string[]>> = {
    ndjson: ofReplies,
    texts: ofReplies,
    observations: subject.datasets.map((dataset) => JSON.stringify(dataset)),
  };
  for (const { id, path, write } of BULK_FORMATS) {
    const parts = partsOf[id] ?? [];
    if (parts.length === 0) continue;
    const key = createHash('sha256').update(`${id}\n`).update(parts.join('\n')).digest('hex');
    if (memory.reuse(path, key)) continue;
    const sha256 = await writePieces(join(folder, path), write(subject));
    memory.wrote(path, key);
    // Otherwise the list of hashes would read it again.
    memory.fact(path, 'sha256', () => sha256);
  }
}

/** What is made of replies and their texts is made from. A text is made from its reply's JSON: with that it stays. */
const partsOfReplies = (replies: readonly { readonly id: string; readonly sha256: string }[]): string[] =>
  replies.map(({ id, sha256 }) => `${id} ${sha256}\n`);

/** Writes a file piece by piece, and gives its SHA-256. */
async function writePieces(file: string, pieces: Pieces): Promise<string> {
  mkdirSync(dirname(file), { recursive: true });
  const hash = createHash('sha256');
  const handle = openSync(file, 'w');
  try {
    for await (const piece of pieces) {
      const bytes = Buffer.from(piece);
      hash.update(bytes);
      for (let from = 0; from < bytes.length; ) from += writeSync(handle, bytes, from);
    }
  } finally {
    closeSync(handle);
  }
  return hash.digest('hex');
}
