import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { sha256Of } from '../model/hashes.ts';
import type { Locale } from '../model/locale.ts';

const printedSchema = z.strictObject({
  /** Digest of what it was printed from; also the name of its file. */
  key: z.string().regex(/^[0-9a-f]{64}$/),
  /** Digest of its page, the printer and the site's address: while this is unchanged, so is the key. */
  page: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
const listSchema = z.record(z.string(), printedSchema);

/** The letters that were printed, by language and id: `zh/2024-7`. */
export type PrintedList = Readonly<Record<string, z.infer<typeof printedSchema>>>;

/** Where a release keeps the letters that it printed, below its cache. */
export const PRINTED_FOLDER = 'printed';
/** The list of them, beside them. */
export const PRINTED_LIST = 'letters.json';

/** The file of a printed letter in the folder of them. */
export const printedFile = (key: string): string => `${key}.pdf`;

/** What a letter is listed under. */
export const printedName = (id: string, locale: Locale): string => `${locale}/${id}`;

/** The letters that are printed for what is built with a cache; none where it has no list, as for a build that is no release. */
export function readPrintedList(cache: string): PrintedList {
  try {
    return listSchema.parse(JSON.parse(readFileSync(path.join(cache, PRINTED_FOLDER, PRINTED_LIST), 'utf8')));
  } catch {
    return {};
  }
}

/** Names the printed letters of a reply in all its languages. */
export const printedKey = (id: string): string => `print of ${id}`;
/** Names whether any reply is printed. */
export const ANY_PRINTED = 'any print';

/** The digests behind these names, for pages to be rendered again when they change. */
export function printedDigests(list: PrintedList): ReadonlyMap<string, string> {
  const digests = new Map<string, string>();
  for (const [name, { sha256 }] of Object.entries(list)) {
    const key = printedKey(name.slice(name.indexOf('/') + 1));
    digests.set(key, sha256Of(`${digests.get(key) ?? ''}\n${name} ${sha256}`));
  }
  if (digests.size > 0) digests.set(ANY_PRINTED, 'some');
  return digests;
}
