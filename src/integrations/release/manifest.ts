import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { listSite } from '../audit/site-files.ts';
import { compressedOf } from './compress.ts';
import { provenanceSchema } from './provenance.ts';

/** Where the manifest, the envelope and the signature stand in a release. */
export const MANIFEST_FILE = 'manifest.json';
export const ENVELOPE_FILE = 'manifest.envelope.json';
export const SIGNATURE_FILE = 'manifest.json.minisig';

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * `/manifest.json`: every file of a release, the canonical text of every reply, and all that the bytes depend on.
 * It says nothing of when it was made, so that whoever builds the same commit again gets the same manifest.
 */
export const manifestSchema = z.object({
  format: z.literal('dafu-manifest/1'),
  ...provenanceSchema.shape,
  /** SHA-256 of the official text of each reply in each language. */
  texts: z.record(z.string(), z.record(z.string(), sha256Schema)),
  files: z.record(z.string(), z.object({ sha256: sha256Schema, bytes: z.int().nonnegative() })),
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
      const path = join(folder, name);
      return [name, { sha256: sha256(readFileSync(path)), bytes: statSync(path).size }];
    }),
  );
}

/** The text of a manifest file: one line an entry, so that two manifests compare line by line. */
export function formatManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, undefined, 1)}\n`;
}

/** Reads a manifest. Throws where it is none. */
export function parseManifest(text: string): Manifest {
  return manifestSchema.parse(JSON.parse(text));
}
