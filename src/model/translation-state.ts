import type { Block } from './block.ts';
import { blockHash } from './text-hash.ts';

/** The ids of the Chinese blocks whose words have changed since they were translated; `basedOn` says what from. */
export function outdatedBlocks(
  zh: readonly Pick<Block, 'id' | 'text'>[],
  basedOn: Readonly<Record<string, string>>,
): string[] {
  return zh.filter(({ id, text }) => basedOn[id] !== undefined && basedOn[id] !== blockHash(text)).map(({ id }) => id);
}

/** Begins the Chinese that `dafu translate` puts above a block for reference; no reply begins a quotation so. */
export const REFERENCE = '【原文';
/** Stands where English is still to be written. */
export const PLACE = '请把这一行换成英文译文';
