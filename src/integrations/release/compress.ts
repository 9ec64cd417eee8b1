import { existsSync, linkSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type BrotliOptions, brotliCompress, brotliDecompressSync, constants, gunzipSync, gzip } from 'node:zlib';

/** The compressed copies laid beside a file, by ending. */
const COPIES = {
  '.br': {
    compress: (bytes: Buffer, name: string) => promisify(brotliCompress)(bytes, brotliOptions(bytes, name)),
    expand: brotliDecompressSync,
  },
  '.gz': { compress: (bytes: Buffer) => promisify(gzip)(bytes, { level: 9 }), expand: gunzipSync },
} as const;

type Ending = keyof typeof COPIES;
const ENDINGS: readonly Ending[] = ['.br', '.gz'];

/** What every page loads, and pages, of which there are thousands. */
const SHARED = /\.(?:css|m?js|svg)$/;
const PAGE = /\.html$/;

/**
 * How a file is compressed with brotli: as far as it goes for what every page loads; pages a fiftieth less far, in a third of the
 * time (8 ms each); everything else quickly. Not 8 or 9: they make tables of 32 MB anew for each file, which takes ten times as
 * long as 7 for the same bytes.
 */
export function brotliOptions(bytes: Buffer, name: string): BrotliOptions {
  const quality = SHARED.test(name) ? constants.BROTLI_MAX_QUALITY : PAGE.test(name) ? 10 : 7;
  return { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } };
}

/** Smaller files fit in one packet anyway. */
const SMALLEST = 512;
const TEXT = /\.(?:html|css|m?js|json|xml|svg|csv|txt|md|ics|ya?ml|webmanifest|bib|ris|atom|rss)$/;
/** Compressions that run at a time: Node's own threads. */
const AT_ONCE = 4;

/** The file that a name is a compressed copy of; undefined where it is none. */
export function compressedOf(name: string): string | undefined {
  return ENDINGS.some((ending) => name.endsWith(ending)) ? name.slice(0, -3) : undefined;
}

/** Whether a compressed copy holds exactly the bytes of its file. */
export function holdsSame(copy: string, file: string): boolean {
  const ending = ENDINGS.find((each) => copy.endsWith(each));
  return ending !== undefined && existsSync(file) && expandsTo(readFileSync(file), copy, ending);
}

function expandsTo(bytes: Buffer, copy: string, ending: Ending): boolean {
  try {
    return COPIES[ending].expand(readFileSync(copy)).equals(bytes);
  } catch {
    // There is none, or it is damaged.
    return false;
  }
}

/**
 * Lays compressed copies beside the text files of a folder. `unchanged` gives the folder of an earlier release where a file
 * is the same: its copies are linked, once they were seen to hold it, not made again. `onProgress` is told how many files of how
 * many are done.
 */
export async function compressFiles(
  folder: string,
  names: readonly string[],
  unchanged: (name: string) => string | undefined,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<void> {
  const texts = names.filter((name) => TEXT.test(name));
  const waiting = texts.values();
  let done = 0;
  const work = async () => {
    for (const name of waiting) {
      await layCopies(folder, name, unchanged(name));
      done += 1;
      onProgress(done, texts.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function layCopies(folder: string, name: string, earlier: string | undefined): Promise<void> {
  const bytes = readFileSync(join(folder, name));
  if (bytes.length < SMALLEST) return;
  for (const ending of ENDINGS) {
    const target = join(folder, name + ending);
    if (earlier !== undefined) {
      const copy = join(earlier, name + ending);
      if (expandsTo(bytes, copy, ending) && linked(copy, target)) continue;
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
    // What is there already was linked before; anything else is made anew.
    return error instanceof Error && 'code' in error && error.code === 'EEXIST';
  }
}
