import { blockPlace } from '../../model/block.ts';
import { words } from '../words.ts';

const zh = (id: string): string => {
  const { part, annex, heading, number } = blockPlace(id);
  const where = part === 'annex' ? `附件${annex}` : part === 'imprint' ? '版记' : '';
  if (number === '') return `${where}标题`;
  return where + (heading ? `标题${number}` : `第${number}段`);
};

const en: typeof zh = (id) => {
  const { part, annex, heading, number } = blockPlace(id);
  const where = part === 'annex' ? `annex ${annex}, ` : part === 'imprint' ? 'imprint, ' : '';
  if (number === '') return `${where}heading`;
  return where + (heading ? `heading ${number}` : `paragraph ${number}`);
};

/** What a block of a reply is called in the two languages that messages are written in: `第3段`, `标题1-2`, `附件1第2段`, `annex 1, paragraph 2`. */
export const BLOCK_NAMES = { zh, en };

/** The same in each language. */
export const blockName = words('blocks', BLOCK_NAMES);
