import type { Element, ElementContent, Text } from 'hast';
import { visitParents } from 'unist-util-visit-parents';
import type { QuoteMatch } from '../model/quote.ts';

interface TextRun {
  readonly node: Text;
  readonly parent: Element;
  readonly start: number;
}

/**
 * The text nodes of a block with where each begins in the block's text. Between cells, rows and items the text has one
 * space, wherever and however often the elements have white space between them; at the ends of the block it has none.
 */
function textRuns(block: Element, text: string): TextRun[] {
  const runs: TextRun[] = [];
  let offset = 0;
  visitParents(block, 'text', (node, ancestors) => {
    const parent = ancestors.at(-1);
    if (parent?.type !== 'element') return;
    const { value } = node;
    const spaceHere = text[offset] === ' ';
    if (value.trim() === '') {
      if (spaceHere) offset += 1;
      return;
    }
    const leading = value.length - value.trimStart().length;
    const start = offset + (spaceHere && leading === 0 ? 1 : 0) - (spaceHere ? 0 : leading);
    runs.push({ node, parent, start });
    offset = start + value.length;
    if (value.endsWith(' ') && text[offset - 1] !== ' ') offset -= 1;
  });
  return runs;
}

/**
 * Puts words of a block, whose text is `text`, into elements of their own; `element` makes one from its place and words,
 * and must keep the words as they are. Gives the places where it could not because mark-up crosses them.
 */
export function wrapWords<Place extends QuoteMatch>(
  block: Element,
  text: string,
  places: readonly Place[],
  element: (place: Place, words: string) => Element,
): Place[] {
  const crossed: Place[] = [];
  // From the last to the first, so that splitting a text node does not move the offsets still to come.
  for (const place of [...places].sort((one, other) => other.start - one.start)) {
    const run = textRuns(block, text).find(
      ({ node, start }) => start <= place.start && place.end <= start + node.value.length,
    );
    const [from, to] = [place.start - (run?.start ?? 0), place.end - (run?.start ?? 0)];
    const value = run?.node.value ?? '';
    if (run === undefined || value.slice(from, to) !== text.slice(place.start, place.end)) {
      crossed.push(place);
      continue;
    }
    const pieces: ElementContent[] = [
      { type: 'text', value: value.slice(0, from) },
      element(place, value.slice(from, to)),
      { type: 'text', value: value.slice(to) },
    ];
    const at = run.parent.children.indexOf(run.node);
    run.parent.children.splice(at, 1, ...pieces.filter((piece) => piece.type !== 'text' || piece.value !== ''));
  }
  return crossed;
}
