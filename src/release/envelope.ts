import { join } from 'node:path';
import { z } from 'zod';
import { ENVELOPE_FILE } from '../model/release-files.ts';
import { readPlainFile } from '../system/plain-file.ts';

import { MOST_RECORD_BYTES, readRecord } from './record-file.ts';

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

export function formatEnvelope(envelope: Envelope): string {
  return `${JSON.stringify(envelope, undefined, 2)}\n`;
}

/** Reads the envelope of a release folder. Throws a SiteError where there is none. */
export function readEnvelope(folder: string): Envelope {
  const path = join(folder, ENVELOPE_FILE);
  return readRecord(readPlainFile(path, MOST_RECORD_BYTES), envelopeSchema, path);
}
