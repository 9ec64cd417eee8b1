import { join } from 'node:path';
import { z } from 'zod';
import { listSite } from '../build/audit/site-files.ts';
import { compressedOf } from '../build/output/compress.ts';
import { type Bilingual, type Finding, type Place, SiteError } from '../errors.ts';
import { ENVELOPE_FILE, MANIFEST_FILE, SIGNATURE_FILE } from '../model/addresses.ts';
import { schemaFindings } from '../model/schema-findings.ts';
import { digestPlainFile, type FileDigest, readPlainFile, type Unread } from '../system/files.ts';
import { provenanceSchema } from './provenance.ts';
import { RELEASE_RULES } from './rules.ts';

/** A manifest of 10,000 replies has 20 MB. */
export const MOST_RECORD_BYTES = 100_000_000;
/** How many faults of one record are reported. */
const MOST_FAULTS = 5;

const HINT: Bilingual = {
  zh: '这份发布已经损坏或被改动：请从别处取回，或重新发布',
  en: 'this release is damaged or was changed: fetch it from elsewhere, or release again',
};

const UNREAD: Readonly<Record<Unread, Bilingual>> = {
  missing: { zh: '没有这个文件', en: 'this file is missing' },
  'not-file': {
    zh: '这不是普通文件，而是链接、文件夹或别的东西',
    en: 'this is no plain file, but a link, a folder or something else',
  },
  'too-long': { zh: '这个文件太大，不会是发布时写的', en: 'this file is too large to be what a release wrote' },
  unreadable: { zh: '这个文件读不了', en: 'this file cannot be read' },
};

/**
 * Reads a record that a release wrote of itself, such as its manifest: `file` is its name, `read` its bytes or why there are none.
 * Throws a SiteError that names the file and what is wrong in it.
 */
export function readRecord<Schema extends z.ZodType>(
  read: Buffer | Unread,
  schema: Schema,
  file: string,
): z.infer<Schema> {
  if (typeof read === 'string') throw damaged({ file }, UNREAD[read]);
  return parseRecord(textOf(read, file), schema, file);
}

function parseRecord<Schema extends z.ZodType>(text: string, schema: Schema, file: string): z.infer<Schema> {
  const result = schema.safeParse(jsonValue(text, file), { reportInput: true });
  if (result.success) return result.data;
  throw new SiteError(
    schemaFindings({ issues: result.error.issues.slice(0, MOST_FAULTS) }, () => ({ file })).map((finding) => ({
      ...finding,
      hint: HINT,
    })),
  );
}

function textOf(bytes: Buffer, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw damaged({ file }, { zh: '这个文件不是 UTF-8 文字', en: 'this file is not text in UTF-8' }, error);
  }
}

function jsonValue(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const [line, column] = (/line (\d+) column (\d+)/.exec(String(error)) ?? []).slice(1).map(Number);
    const place = { file, ...(line && column ? { line, column } : {}) };
    throw damaged(
      place,
      { zh: '从这里起不是完整的 JSON', en: 'from here on this is not JSON, or it ends too soon' },
      error,
    );
  }
}

function damaged(place: Place, message: Bilingual, cause?: unknown): SiteError {
  const finding: Finding = { rule: RELEASE_RULES['release-damaged'].id, severity: 'error', place, message, hint: HINT };
  return new SiteError(finding, { cause });
}

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** The name of a file of a release: a path below its folder, in canonical form. */
const fileNameSchema = z
  .string()
  .regex(/^(?!.*(?:^|\/)\.{0,2}(?:\/|$))[^\\\p{Cc}\p{Cs}]+$/u, 'must be the name of a file below the folder');

/**
 * `/manifest.json`: every file of a release, the canonical text of every reply, and all that the bytes depend on.
 * It says nothing of when it was made, so that whoever builds the same commit again gets the same manifest.
 */
export const manifestSchema = z.object({
  format: z.literal('dafu-manifest/1'),
  ...provenanceSchema.shape,
  /** SHA-256 of the official text of each reply in each language. */
  texts: z.record(z.string(), z.record(z.string(), sha256Schema)),
  files: z.record(fileNameSchema, z.object({ sha256: sha256Schema, bytes: z.int().nonnegative() })),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestFiles = Manifest['files'];

/**
 * The files of a release folder but for the manifest's own and the compressed copies, each with its hash, by code
 * point. `digestOf` gives the digest of a file by its name; by default the file is read.
 */
export function hashFiles(
  folder: string,
  digestOf: (name: string) => FileDigest | Unread = (name) => digestPlainFile(join(folder, name)),
): ManifestFiles {
  const { files } = listSite(folder);
  const listed = files.names.filter(
    (name) => ![MANIFEST_FILE, ENVELOPE_FILE, SIGNATURE_FILE].includes(name) && !files.has(compressedOf(name) ?? ''),
  );
  return Object.fromEntries(
    listed.map((name) => {
      const digest = digestOf(name);
      if (typeof digest === 'string') throw new Error(`${join(folder, name)}: ${digest}`);
      return [name, digest];
    }),
  );
}

/** The text of a manifest file: one line an entry, so that two manifests compare line by line. */
export function formatManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, undefined, 1)}\n`;
}

/** Reads the manifest of a release folder. Throws a SiteError where there is none. */
export function readManifest(folder: string): Manifest {
  const path = join(folder, MANIFEST_FILE);
  return readRecord(readPlainFile(path, MOST_RECORD_BYTES), manifestSchema, path);
}

/** `/manifest.envelope.json`: what belongs to one act of publishing, apart from the manifest, which any rebuild repeats. */
export const envelopeSchema = z.object({
  format: z.literal('dafu-envelope/1'),
  release: z.string(),
  /** When it was released: ISO 8601 in UTC. */
  released: z.iso.datetime(),
  manifestSha256: z.string(),
  /** The release that this one follows; null for the first. */
  previous: z.object({ release: z.string(), manifestSha256: z.string() }).nullable(),
  /** The minisign signature of the manifest; null where it is not signed. Its trusted comment repeats the lines above. */
  signature: z.string().nullable(),
});

export type Envelope = z.infer<typeof envelopeSchema>;

/** What a signature vouches for besides the manifest: which release, when, and after which. */
export function trustedComment({ release, released, previous }: Envelope): string {
  return `release:${release}\treleased:${released}\tprevious:${previous?.manifestSha256 ?? 'none'}`;
}

/** The text of an envelope file. */
export function formatEnvelope(envelope: Envelope): string {
  return `${JSON.stringify(envelope, undefined, 2)}\n`;
}

/** Reads the envelope of a release folder. Throws a SiteError where there is none. */
export function readEnvelope(folder: string): Envelope {
  const path = join(folder, ENVELOPE_FILE);
  return readRecord(readPlainFile(path, MOST_RECORD_BYTES), envelopeSchema, path);
}
