import { createHash } from 'node:crypto';

/** The first 16 hex digits of the SHA-256 of a block's text (UTF-8): what a translation says it was made from (`basedOn`). */
export function blockHash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 16);
}

/** The SHA-256 of a whole text, 64 hex digits: its blocks joined by single line feeds (UTF-8). */
export function textHash(blocks: readonly { readonly text: string }[]): string {
  return createHash('sha256')
    .update(blocks.map(({ text }) => text).join('\n'), 'utf8')
    .digest('hex');
}
