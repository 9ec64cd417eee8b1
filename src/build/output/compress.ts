import { linkSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  type BrotliOptions,
  brotliCompress,
  brotliDecompressSync,
  constants,
  crc32,
  gzip,
  inflateRawSync,
} from 'node:zlib';
import { sha256Of } from '../../model/hashes.ts';
import { type FileDigest, readPlainFile } from '../../system/files.ts';
import { inParallel } from '../parallel.ts';

/** What a compressed copy unpacks to, and whether it holds nothing else. */
interface Unpacked {
  readonly bytes: Buffer;
  readonly isAll: boolean;
}

/** What Node gives with `info`: what was unpacked, and of how many packed bytes. Its types do not know of it. */
interface Expanded {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}

/** The compressed copies laid beside a file, by ending. `unpack` takes up to `most` bytes, and throws where there are more. */
const COPIES = {
  '.br': {
    coding: 'br',
    compress: (bytes: Buffer, name: string) => promisify(brotliCompress)(bytes, brotliOptions(bytes, name)),
    unpack: unpackBrotli,
  },
  '.gz': {
    coding: 'gzip',
    compress: (bytes: Buffer) => promisify(gzip)(bytes, { level: 9 }),
    unpack: unpackGzip,
  },
} as const;

function unpackBrotli(packed: Buffer, most: number): Unpacked {
  const expanded = brotliDecompressSync(packed, { info: true, maxOutputLength: most }) as unknown as Expanded;
  return { bytes: expanded.buffer, isAll: expanded.engine.bytesWritten === packed.length };
}

/** Method, flags and time (RFC 1952): no name, comment or other field before the data. */
const GZIP_HEAD = Buffer.from('1f8b080000000000', 'hex');
const GZIP_HEAD_BYTES = 10;
/** A check sum and the length. */
const GZIP_TAIL_BYTES = 8;

/** Node's gunzip ignores a second member, and zeros, after the first. */
function unpackGzip(packed: Buffer, most: number): Unpacked {
  const body = packed.subarray(GZIP_HEAD_BYTES);
  const expanded = inflateRawSync(body, { info: true, maxOutputLength: most }) as unknown as Expanded;
  const bytes = expanded.buffer;
  const tail = body.subarray(expanded.engine.bytesWritten);
  const isAll =
    packed.subarray(0, GZIP_HEAD.length).equals(GZIP_HEAD) &&
    tail.length === GZIP_TAIL_BYTES &&
    tail.readUInt32LE(0) === crc32(bytes) &&
    tail.readUInt32LE(4) === bytes.length;
  return { bytes, isAll };
}

type Ending = keyof typeof COPIES;
const ENDINGS: readonly Ending[] = ['.br', '.gz'];

/** What every page loads, and pages, of which there are thousands. */
const SHARED = /\.(?:css|m?js|svg)$/;
const PAGE = /\.html$/;

/**
 * How a file is compressed with brotli: at the highest quality for what every page loads; pages 2 % worse in a third of the time (8 ms
 * each); everything else fast. Not 8 or 9: they allocate tables of 32 MB for each file, which takes ten times as long as 7 for the same
 * bytes.
 */
export function brotliOptions(bytes: Buffer, name: string): BrotliOptions {
  const quality = SHARED.test(name) ? constants.BROTLI_MAX_QUALITY : PAGE.test(name) ? 10 : 7;
  return { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } };
}

/** Smaller files fit into one packet anyway. */
const SMALLEST = 512;
const TEXT = /\.(?:html|css|m?js|json|ndjson|xml|svg|csv|txt|md|ics|ya?ml|webmanifest|bib|ris|atom|rss)$/;
/** A release that has a file with the same bytes. */
export interface Earlier {
  readonly folder: string;
  /** Whether its compressed copies (or their absence) are known to be unchanged; otherwise they are unpacked and compared. */
  readonly copiesStand: boolean;
}

/** Compressions that run at a time: Node's own threads. */
const AT_ONCE = 4;

/** The names of the compressed copies of a file. */
export const copiesOf = (name: string): string[] => ENDINGS.map((ending) => name + ending);

/** The file that a name is a compressed copy of; undefined where it is not one. */
export function compressedOf(name: string): string | undefined {
  return ENDINGS.some((ending) => name.endsWith(ending)) ? name.slice(0, -3) : undefined;
}

/** The compressed copies that a release lays: their endings, and the codings in which a server sends them. */
export const COPY_CODINGS = ENDINGS.map((ending) => ({ ending, coding: COPIES[ending].coding }));

/** Whether a release lays compressed copies beside a file of this name and length. */
export function isCompressed(name: string, bytes: number): boolean {
  return bytes >= SMALLEST && TEXT.test(name);
}

/** Whether a compressed copy is a plain file that unpacks to a file of this digest, and holds nothing else. */
export function holdsSame(copy: string, file: FileDigest): boolean {
  const ending = ENDINGS.find((each) => copy.endsWith(each));
  // A copy is made only where it is shorter.
  const packed = readPlainFile(copy, file.bytes);
  if (ending === undefined || typeof packed === 'string') return false;
  try {
    const { bytes, isAll } = COPIES[ending].unpack(packed, file.bytes + 1);
    return isAll && sha256Of(bytes) === file.sha256;
  } catch {
    // It is damaged, or far longer than the file.
    return false;
  }
}

/**
 * Writes compressed copies beside the text files of a folder. `unchanged` gives the earlier release that has the same file: its copies are
 * linked, not made again. `onProgress` is called with the number of files done and the total.
 */
export async function compressFiles(
  folder: string,
  names: readonly string[],
  unchanged: (name: string) => Earlier | undefined,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<void> {
  const texts = names.filter((name) => TEXT.test(name));
  let done = 0;
  await inParallel(texts, AT_ONCE, async (name) => {
    await layCopies(folder, name, unchanged(name));
    done += 1;
    onProgress(done, texts.length);
  });
}

async function layCopies(folder: string, name: string, earlier: Earlier | undefined): Promise<void> {
  if (earlier?.copiesStand) {
    for (const copy of copiesOf(name)) linked(join(earlier.folder, copy), join(folder, copy));
    return;
  }
  const bytes = readFileSync(join(folder, name));
  if (!isCompressed(name, bytes.length)) return;
  for (const ending of ENDINGS) {
    const target = join(folder, name + ending);
    if (earlier !== undefined) {
      const copy = join(earlier.folder, name + ending);
      const digest = { sha256: sha256Of(bytes), bytes: bytes.length };
      if (holdsSame(copy, digest) && linked(copy, target)) continue;
    }
    const copy = await COPIES[ending].compress(bytes, name);
    if (copy.length < bytes.length) writeFileSync(target, copy);
  }
}

/** Links a file of an earlier release into this one; false where it is not there. */
export function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    // A copy that is already there was linked before; any other is made again.
    return error instanceof Error && 'code' in error && error.code === 'EEXIST';
  }
}
