import type { Block } from './block.ts';
import { blockHash } from './text-hash.ts';

/** The ids of the Chinese blocks whose words have changed since they were translated; `basedOn` says what from. */
export function outdatedBlocks(
  zh: readonly Pick<Block, 'id' | 'text'>[],
  basedOn: Readonly<Record<string, string>>,
): string[] {
  return zh.filter(({ id, text }) => basedOn[id] !== undefined && basedOn[id] !== blockHash(text)).map(({ id }) => id);
}
