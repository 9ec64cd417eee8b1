import { diffArrays } from 'diff';
import { foldText } from './fold.ts';

/** A run of characters that both texts have, that only the source has, or that only the quotation has. */
export interface DifferencePart {
  readonly kind: 'same' | 'source' | 'quotation';
  readonly text: string;
}

/** The characters that count, each with the white space after it left out. */
function characters(text: string, table: Uint16Array): string[] {
  return [...foldText(text, table).offsets].map((offset) => text.charAt(offset));
}

/**
 * Compares a quotation with the words of the source that it resembles, character by character; marks of one kind count
 * as the same and are shown as the quotation has them. White space is not compared, so it is not shown.
 */
export function differences(source: string, quotation: string, table: Uint16Array): DifferencePart[] {
  const folded = (character: string) => table[character.charCodeAt(0)];
  const changes = diffArrays(characters(source, table), characters(quotation, table), {
    comparator: (one, other) => folded(one) === folded(other),
  });
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'quotation' : removed ? 'source' : 'same',
    text: value.join(''),
  }));
}
