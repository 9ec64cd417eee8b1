import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { listSite } from '../build/audit/site-files.ts';
import { compressedOf } from '../build/output/compress.ts';
import { ENVELOPE_FILE, MANIFEST_FILE, SIGNATURE_FILE } from '../model/release-files.ts';
import { digestPlainFile, readPlainFile } from '../system/plain-file.ts';
import { provenanceSchema } from './provenance.ts';
import { MOST_RECORD_BYTES, readRecord } from './record-file.ts';

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** The name of a file of a release: a path below its folder, in no other way of writing. */
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

/** The SHA-256 of bytes or UTF-8 text in hexadecimal. */
export function sha256(data: Buffer | string): string {
  return createHash('sha256').update(data).digest('hex');
}

/** The files of a release folder but for the manifest's own and the compressed copies, each with its hash, by code point. */
export function hashFiles(folder: string): ManifestFiles {
  const { files } = listSite(folder);
  const listed = files.names.filter(
    (name) => ![MANIFEST_FILE, ENVELOPE_FILE, SIGNATURE_FILE].includes(name) && !files.has(compressedOf(name) ?? ''),
  );
  return Object.fromEntries(
    listed.map((name) => {
      const digest = digestPlainFile(join(folder, name));
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
