import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { endingOf } from '../../attachments/file-types.ts';
import { readAttachment } from '../../attachments/index.ts';
import { percentDecoded } from '../../model/web-address.ts';
import { filesBelow } from '../../system/files.ts';
import type { Finder } from './occurrences.ts';

/** Copies of a file that is beside them. */
const COPIES: ReadonlySet<string> = new Set(['gz', 'br', 'zst']);
/** Files without words. */
const WORDLESS: ReadonlySet<string> = new Set(['png', 'jpg', 'jpeg', 'webp', 'avif', 'gif', 'ico', 'woff2', 'wasm']);

/** What a file holds, in ways a reader or a program may read it: as it is, unpacked, without its tags, with its addresses decoded. */
export async function readingsOf(name: string, bytes: Buffer): Promise<readonly string[]> {
  const ending = endingOf(name);
  const reading = await readAttachment(name, bytes);
  if (reading !== undefined)
    return [
      reading.properties,
      ...('passages' in reading ? [reading.passages.map(({ text }) => text).join('\n')] : []),
    ];
  if (WORDLESS.has(ending)) return [bytes.toString('latin1'), bytes.toString('utf16le')];
  const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
  const tagless = text.includes('<') ? [text.replace(/<[^<>]*>/g, '')] : [];
  const decoded = text.includes('%') ? [text.replace(/(?:%[\da-f]{2})+/gi, percentDecoded)] : [];
  return [text, ...tagless, ...decoded];
}

/** The result of looking through folders. */
interface Searched {
  /** How many files were looked through. */
  readonly files: number;
  /** Those that hold what was sought, in content or name, below `folder`. */
  readonly found: readonly string[];
}

/** Looks through every file of a folder for what is sought. A folder that is not there holds nothing. */
export async function searchFolder(folder: string, finder: Finder): Promise<Searched> {
  const found: string[] = [];
  if (!existsSync(folder)) return { files: 0, found };
  const { files } = filesBelow(folder);
  const names = new Set(files);
  for (const name of files) {
    if (COPIES.has(endingOf(name)) && names.has(name.slice(0, name.lastIndexOf('.')))) continue;
    const readings = await readingsOf(name, readFileSync(join(folder, name)));
    if (finder.isIn(name) || readings.some((text) => finder.isIn(text))) found.push(name);
  }
  return { files: files.length, found };
}
