import { linkSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompressSync, constants, gunzipSync, gzip } from 'node:zlib';

/** The compressed copies laid beside a file, by ending. */
const COPIES = {
  '.br': {
    compress: (bytes: Buffer) =>
      promisify(brotliCompress)(bytes, {
        params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
      }),
    expand: brotliDecompressSync,
  },
  '.gz': { compress: (bytes: Buffer) => promisify(gzip)(bytes, { level: 9 }), expand: gunzipSync },
} as const;

type Ending = keyof typeof COPIES;
const ENDINGS: readonly Ending[] = ['.br', '.gz'];

/** 11 takes ten times as long as 9 for a twentieth fewer bytes: with thousands of pages that is minutes. */
const BROTLI_QUALITY = 9;
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
  if (ending === undefined) return false;
  try {
    return COPIES[ending].expand(readFileSync(copy)).equals(readFileSync(file));
  } catch {
    return false;
  }
}

/**
 * Lays compressed copies beside the text files of a folder. `unchanged` gives the folder of an earlier release where a file
 * is the same: its copies are linked, not made again.
 */
export async function compressFiles(
  folder: string,
  names: readonly string[],
  unchanged: (name: string) => string | undefined,
): Promise<void> {
  const waiting = names.filter((name) => TEXT.test(name)).values();
  const work = async () => {
    for (const name of waiting) {
      const earlier = unchanged(name);
      if (
        earlier === undefined ||
        !ENDINGS.every((ending) => linked(join(earlier, name + ending), join(folder, name + ending)))
      )
        await compressFile(join(folder, name));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function compressFile(file: string): Promise<void> {
  const bytes = readFileSync(file);
  if (bytes.length < SMALLEST) return;
  for (const ending of ENDINGS) {
    const copy = await COPIES[ending].compress(bytes);
    if (copy.length < bytes.length) writeFileSync(file + ending, copy);
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
