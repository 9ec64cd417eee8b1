import { createHash, createHmac } from 'node:crypto';
import { join } from 'node:path';

/**
 * Where a run of the program keeps what the next can use. Everything in it was made by this very program and, by the folder's name, by this user
 * of this machine; a change of the program makes all of it new.
 */
export interface Cache {
  /** Absolute. Its name is one that only this machine knows. */
  readonly folder: string;
  /** The fingerprint of the program (`programFingerprint`), which covers its code, its packages and its Node. */
  readonly program: string;
  /** Seals what is kept, so that nothing that somebody put there counts. Pages are not told it; what they keep is known by its digest. */
  readonly sealingKey?: string | undefined;
  /** Whether later runs know the folder and the key: else nothing is worth keeping for them. */
  readonly lasting: boolean;
}

/** A kind of thing that is kept, and what one of it is made from besides the program. */
export interface CacheKind<Input extends string = string> {
  /** Its folder or file in the cache. */
  readonly name: string;
  readonly holds: string;
  readonly inputs: readonly Input[];
}

const kind = <const Input extends string>(name: string, holds: string, inputs: readonly Input[]): CacheKind<Input> => ({
  name,
  holds,
  inputs,
});

/** All that is kept between runs, by what it is made from. */
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

/** What one input is: a text, bytes, or several of them. */
export type CacheInput = string | Uint8Array | readonly (string | Uint8Array)[];

/** SHA-256 over parts, each with its length, so that no two lists of parts give the same bytes. */
export function digestOfParts(parts: Iterable<string | Uint8Array>): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
}

/** The key of what is made of inputs by the program: SHA-256 in hexadecimal. */
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

/** How the folders of programs are named in a cache. */
const PROGRAM_FOLDER = /^[0-9a-f]{16}$/;

const programFolder = ({ program }: Pick<Cache, 'program'>): string => program.slice(0, 16);

/** The folder or file of a kind, of this program alone. */
export const placeOf = (cache: Cache, { name }: CacheKind): string => join(cache.folder, programFolder(cache), name);

/** Whether a name in a cache's folder is what another program kept. */
export const isOfOtherProgram = (cache: Cache, name: string): boolean =>
  PROGRAM_FOLDER.test(name) && name !== programFolder(cache);

/** What only who knows the cache's key can make of what is kept; where there is none, a digest. */
export function sealOf({ sealingKey }: Cache, ...parts: readonly (string | Uint8Array)[]): Buffer {
  const hash = sealingKey === undefined ? createHash('sha256') : createHmac('sha256', sealingKey);
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest();
}
