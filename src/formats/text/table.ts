import type { Locale } from '../../model/locale.ts';
import type { BlockJson } from '../api/reply.ts';

/** The cells of a table in a language, row by row, its head first: all of its text as one cell where they are not known. */
export function tableRows(block: BlockJson, locale: Locale): readonly (readonly string[])[] {
  return block.rows?.[locale] ?? [[block[locale] ?? '']];
}
