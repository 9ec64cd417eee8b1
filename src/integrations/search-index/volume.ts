import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BUCKETS, chunkOf, writeNumber } from '../../search/chunk.ts';
import {
  fromColumns,
  type PackedFile,
  toColumns,
  type VolumeEntry,
  type VolumeTable,
} from '../../search/index-format.ts';
import { type BundleFacts, listForeign } from './bundle.ts';
import { type NamedFile, nameFile, packJson, packPieces } from './files.ts';

/**
 * How many bytes a chunk has on average before it is compressed, which leaves about two thirds. Sizes were compared with
 * 2,000 replies in two languages and twelve years: docs/performance.md.
 */
export const CHUNK_BYTES = 3_000;

/** Closed years share a volume up to so many documents, so that none grows without end. */
const MOST_DOCUMENTS = 4_000;

/** Bundles that stand side by side in one volume. */
export interface VolumePlan {
  /** `zh-2025`, `zh-2014-2024` */
  readonly name: string;
  readonly bundles: readonly BundleFacts[];
}

const countOf = ({ documents }: BundleFacts) => documents.id.length;

/**
 * Puts the bundles of one language into volumes. The newest year, to which replies are added, stands in one with what is
 * no reply; earlier years fill volumes from the oldest on, so that a new year changes the last of them only. `bundles`
 * come newest year first, and so do the volumes and the bundles in them.
 */
export function planVolumes(bundles: readonly BundleFacts[]): VolumePlan[] {
  const closed = bundles.filter(({ year }) => /^\d/.test(year)).slice(1);
  const volumes: BundleFacts[][] = [];
  for (const bundle of [...closed].reverse()) {
    const last = volumes[0];
    const filled = last?.reduce((sum, one) => sum + countOf(one), 0) ?? MOST_DOCUMENTS;
    if (last && filled + countOf(bundle) <= MOST_DOCUMENTS) last.unshift(bundle);
    else volumes.unshift([bundle]);
  }
  const current = bundles.filter((bundle) => !closed.includes(bundle));
  return [current, ...volumes].flatMap((these) => {
    const [first] = these;
    const years = these.map(({ year }) => year).filter((year) => /^\d/.test(year));
    const ends = new Set([years.at(-1), years[0]].filter((year) => year !== undefined));
    return first ? [{ name: [first.locale, ...(ends.size > 0 ? ends : [first.year])].join('-'), bundles: these }] : [];
  });
}

/** For each chunk, the buckets of every bundle that belong in it: each bundle's part after its length. */
function layChunks(bundles: readonly BundleFacts[], files: readonly Buffer[], chunkBytes: number): Buffer[] {
  const bytes = files.reduce((sum, file) => sum + file.length, 0);
  const count = Math.min(BUCKETS, Math.max(1, Math.round(bytes / chunkBytes)));
  const lengths: number[][] = Array.from({ length: count }, () => bundles.map(() => 0));
  for (const [place, { terms }] of bundles.entries())
    for (const [bucket, length] of terms.lengths.entries()) {
      const parts = lengths[chunkOf(bucket, count)];
      if (parts) parts[place] = (parts[place] ?? 0) + length;
    }
  const read = bundles.map(() => 0);
  return lengths.map((parts) =>
    Buffer.concat(
      parts.flatMap((length, place) => {
        const [file, from = 0] = [files[place], read[place]];
        read[place] = from + length;
        const before: number[] = [];
        writeNumber(before, length);
        return file ? [Uint8Array.from(before), file.subarray(from, from + length)] : [];
      }),
    ),
  );
}

/** Makes the files of a volume from those of its bundles, which are in the cache. The same bundles give the same files. */
export async function makeVolume(
  { name, bundles }: VolumePlan,
  cache: string,
  chunkBytes: number,
): Promise<{ readonly facts: VolumeEntry; readonly files: readonly NamedFile[] }> {
  const read = (packed: (bundle: BundleFacts) => PackedFile) =>
    Promise.all(bundles.map((bundle) => readFile(join(cache, packed(bundle).path))));
  const terms = packPieces(layChunks(bundles, await read((bundle) => bundle.terms), chunkBytes));
  const texts = Buffer.concat(await read((bundle) => bundle.texts));
  const files = [nameFile(`${name}-terms`, terms.bytes), nameFile(`${name}-texts`, texts)] as const;
  const table: VolumeTable = {
    terms: { path: files[0].path, lengths: terms.lengths },
    texts: { path: files[1].path, lengths: bundles.flatMap((bundle) => bundle.texts.lengths) },
    bundles: bundles.map(countOf),
    documents: toColumns(bundles.flatMap(({ documents }) => fromColumns(documents))),
  };
  const tableFile = nameFile(`${name}-table`, packJson(table));
  return {
    facts: {
      locale: bundles[0]?.locale ?? 'zh',
      years: bundles.map(({ year }) => year),
      table: tableFile.path,
      documents: table.documents.id.length,
      ...listForeign(bundles.map(({ foreign }) => foreign)),
    },
    files: [tableFile, ...files],
  };
}
