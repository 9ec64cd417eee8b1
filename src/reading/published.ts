import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import type { Place } from '../errors.ts';
import { type Redirect, redirectsSchema } from '../model/addresses.ts';
import type { PublishedBlock } from '../model/block.ts';
import { sha256Of } from '../model/hashes.ts';
import { placeInJson, readJson } from '../model/json-source.ts';
import {
  type PublishedText,
  publishedAddressesSchema,
  publishedReplyFile,
  publishedReplySchema,
} from '../model/published.ts';
import { readText } from './files.ts';

/** SHA-256 of the record of a reply's texts; empty where it has none. */
export function recordedDigest(root: string, id: string): string {
  const full = path.join(root, publishedReplyFile(id));
  return existsSync(full) ? sha256Of(readFileSync(full)) : '';
}

/** The texts of a reply as they were recorded when they were published, the oldest first; none before that. Throws a SiteError. */
export function recordedTexts(root: string, id: string): readonly PublishedText[] {
  const file = publishedReplyFile(id);
  const full = path.join(root, file);
  return existsSync(full) ? readJson(readFileSync(full, 'utf8'), publishedReplySchema, file).texts : [];
}

/** The blocks of a reply as they were published last, with the ids that links to them go by; none where it never was. */
export function readPublishedBlocks(root: string, id: string): readonly PublishedBlock[] {
  return recordedTexts(root, id).at(-1)?.blocks ?? [];
}

/** The file of redirects. */
const REDIRECTS_FILE = 'data/redirects.json';
/** Every address that a release ever published, by code point, as paths below the base. */
const PUBLISHED_ADDRESSES_FILE = 'data/published/addresses.json';

/** A list read from a JSON file, and the places of its entries. */
interface PlacedList<Entry> {
  readonly entries: readonly Entry[];
  readonly placeOf: (...steps: readonly PropertyKey[]) => Place;
}

function readList<Schema extends z.ZodType, Entry>(
  root: string,
  file: string,
  schema: Schema,
  entriesOf: (value: z.infer<Schema>) => readonly Entry[],
): PlacedList<Entry> {
  const full = path.join(root, file);
  if (!existsSync(full)) return { entries: [], placeOf: () => ({ file }) };
  const text = readText(root, file);
  return {
    entries: entriesOf(readJson(text, schema, file)),
    placeOf: (...steps) => placeInJson(text, file, steps),
  };
}

/** The redirects of a site; none where there is no file. Throws a SiteError. */
export function readRedirects(root: string): PlacedList<Redirect> {
  return readList(root, REDIRECTS_FILE, redirectsSchema, ({ redirects }) => redirects);
}

/** The addresses published so far; none before the first release. Throws a SiteError. */
export function readPublishedAddresses(root: string): PlacedList<string> {
  return readList(root, PUBLISHED_ADDRESSES_FILE, publishedAddressesSchema, ({ addresses }) => addresses);
}
