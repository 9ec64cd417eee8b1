import { createHash, createHmac } from 'node:crypto';
import { join } from 'node:path';

/**
 * Where one run of the program keeps what the next can use. Every entry was made by this version of the program and, since the folder's name is
 * secret, by this user on this machine; any change of the program invalidates all of them.
 */
export interface Cache {
  /** Absolute path, with a name that only this machine knows. */
  readonly folder: string;
  /** The fingerprint of the program (`programFingerprint`), which covers its code, its packages and its Node. */
  readonly program: string;
  /** Authenticates entries, so that planted ones are ignored. Pages are not given it: their entries are identified by digest alone. */
  readonly sealingKey?: string | undefined;
  /** Whether later runs will know the folder and the key; if not, keeping anything for them is pointless. */
  readonly lasting: boolean;
}

/** A kind of cache entry, and the inputs that one is made from besides the program itself. */
export interface CacheKind<Input extends string = string> {
  /** Name of its folder or file in the cache. */
  readonly name: string;
  readonly holds: string;
  readonly inputs: readonly Input[];
}

const kind = <const Input extends string>(name: string, holds: string, inputs: readonly Input[]): CacheKind<Input> => ({
  name,
  holds,
  inputs,
});

/** Everything that is kept between runs, with its inputs. */
export const CACHES = {
  code: kind('code', 'the modules of the program as Node compiled them', []),
  check: kind('check', 'what is wrong in a file or between files', ['about', 'files']),
  output: kind('output', 'which output stands', ['address', 'today', 'sources']),
  pages: kind('pages', 'what all pages are made from', ['address', 'shared']),
  page: kind('page', 'the page of the last build', ['common', 'shows', 'reads']),
  texts: kind('texts', 'the texts, feeds and lists of the last build', ['site']),
  audit: kind('audit', 'what the audit read out of the files of the last build', ['site']),
  entries: kind('entries', 'a reply as Astro holds it while it renders', ['files']),
  pictures: kind('pictures', 'the PNG of a chart', ['svg']),
  archives: kind('archives', 'the texts of a year as the archive of all holds them', ['site', 'replies']),
  attachments: kind('attachments', 'the words of a file beside a reply', ['sha256', 'name']),
  replies: kind('replies', 'what the search knows of a reply', ['naming', 'json']),
  search: kind('search', 'an index of the search', ['folder', 'chunkSize', 'withScript', 'salt', 'documents']),
} as const;

/** One input: a text, bytes, or a list of them. */
export type CacheInput = string | Uint8Array | readonly (string | Uint8Array)[];

/** SHA-256 in hexadecimal over parts, each prefixed by its length so that no two lists of parts hash alike. */
export function digestOfParts(parts: Iterable<string | Uint8Array>): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
}

/** The key of an entry: SHA-256 in hexadecimal over the program, the kind and its inputs. */
export function cacheKey<Input extends string>(
  { program }: Cache,
  { name, inputs }: CacheKind<Input>,
  given: Readonly<Record<Input, CacheInput>>,
): string {
  const parts = inputs.flatMap((input): (string | Uint8Array)[] => {
    const value: CacheInput = given[input];
    const own = typeof value === 'string' || value instanceof Uint8Array ? [value] : value;
    return [input, String(own.length), ...own];
  });
  return digestOfParts([program, name, ...parts]);
}

/** Each version of the program has a folder of its own in the cache, named so. */
const PROGRAM_FOLDER = /^[0-9a-f]{16}$/;

const programFolder = ({ program }: Pick<Cache, 'program'>): string => program.slice(0, 16);

/** Path of a kind's folder or file for this version of the program. */
export const placeOf = (cache: Cache, { name }: CacheKind): string => join(cache.folder, programFolder(cache), name);

/** Whether an entry of the cache's folder belongs to another version of the program. */
export const isOfOtherProgram = (cache: Cache, name: string): boolean =>
  PROGRAM_FOLDER.test(name) && name !== programFolder(cache);

/** HMAC-SHA-256 of parts under the cache's key, 32 bytes; a plain SHA-256 where there is no key. */
export function sealOf({ sealingKey }: Cache, ...parts: readonly (string | Uint8Array)[]): Buffer {
  const hash = sealingKey === undefined ? createHash('sha256') : createHmac('sha256', sealingKey);
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest();
}
