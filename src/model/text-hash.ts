import { createHash } from 'node:crypto';

/** The first 16 hex digits of the SHA-256 of a block's text (UTF-8): what a translation says it was made from (`basedOn`). */
export function blockHash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 16);
}
