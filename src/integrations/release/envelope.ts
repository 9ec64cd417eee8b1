import { z } from 'zod';

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

/** Reads an envelope. Throws where it is none. */
export function parseEnvelope(text: string): Envelope {
  return envelopeSchema.parse(JSON.parse(text));
}
