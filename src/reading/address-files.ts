import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Place } from '../errors.ts';
import { type Redirect, redirectsSchema } from '../model/addresses.ts';
import { placeInJson, readJson } from '../model/json-source.ts';
import { readText } from './files.ts';

/** Where redirects are written down. */
const REDIRECTS_FILE = 'data/redirects.json';
/** Every address that a release ever published, by code point, as paths below the base. */
const PUBLISHED_ADDRESSES_FILE = 'data/published/addresses.json';

const publishedAddressesSchema = z.strictObject({ addresses: z.array(z.string()) });

/** A list read from a JSON file, and where its entries stand. */
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
