import { copyFile, link, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { SearchDocument } from '../../model/search-document.ts';
import { documentTokens } from '../../search/document-tokens.ts';
import type { BundleTable, DocumentEntry, StoredDocument } from '../../search/index-format.ts';
import type { Indexer } from './pagefind.ts';

/** JSON, compressed. The bytes depend on the value alone: zlib writes no time, and the system's mark is blanked. */
export function packJson(value: unknown): Uint8Array {
  const packed = gzipSync(JSON.stringify(value));
  packed[9] = 0xff;
  return packed;
}

function stored({ url, title, number, date, passages }: SearchDocument): StoredDocument {
  return { url, title, number, date, passages: passages.map(({ anchor, text }) => [anchor, text]) };
}

/** More words of another script than these are not listed: the list would cost more than it saves. */
const MOST_FOREIGN = 400;

/** What the list of bundles says of one besides its name. */
export interface BundleFacts {
  /** How many chunks its index has: they are the files `t/0.pf_index` and on. */
  readonly chunks: number;
  readonly foreign?: readonly string[];
}

/** Writes the files of one bundle into a new folder. */
export async function writeBundle(
  documents: readonly SearchDocument[],
  folder: string,
  indexer: Indexer,
): Promise<BundleFacts> {
  for (const part of ['t', 'd']) await mkdir(join(folder, part), { recursive: true });
  const tokenised = documents.map(documentTokens);
  const chunks = await indexer.index(
    tokenised.map(({ tokens }) => tokens),
    (file, number) => rename(file, join(folder, 't', `${number}.pf_index`)),
  );
  const entries = documents.map((document, place): DocumentEntry => {
    const { titlePairs = 0, listStart = 0 } = tokenised[place] ?? {};
    const { id, kind, date = '', topics, answered = '' } = document;
    return { id, kind, date, topics, answered, titlePairs, listStart };
  });
  const table: BundleTable = { chunks, documents: entries };
  await writeFile(join(folder, 'table.bin'), packJson(table));
  for (const [number, document] of documents.entries())
    await writeFile(join(folder, 'd', `${number}.bin`), packJson(stored(document)));
  const foreign = [...new Set(tokenised.flatMap((each) => each.foreign))].sort();
  return { chunks: chunks.length, foreign: foreign.length > MOST_FOREIGN ? undefined : foreign };
}

/** Every file of a bundle, below its folder. */
function bundleFiles(documents: number, chunks: number): string[] {
  return [
    'table.bin',
    ...Array.from({ length: chunks }, (_, number) => `t/${number}.pf_index`),
    ...Array.from({ length: documents }, (_, number) => `d/${number}.bin`),
  ];
}

/** Puts a bundle into the site. Files are linked, not copied, where the disk can: nothing ever writes to them again. */
export async function placeBundle(
  from: string,
  to: string,
  size: { readonly documents: number; readonly chunks: number },
): Promise<void> {
  for (const part of ['t', 'd']) await mkdir(join(to, part), { recursive: true });
  for (const file of bundleFiles(size.documents, size.chunks))
    await link(join(from, file), join(to, file)).catch(() => copyFile(join(from, file), join(to, file)));
}
