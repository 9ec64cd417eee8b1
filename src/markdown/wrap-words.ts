import type { Element, ElementContent, Text } from 'hast';
import { visitParents } from 'unist-util-visit-parents';
import type { QuoteMatch } from '../model/quote.ts';

interface TextRun {
  readonly node: Text;
  readonly parent: Element;
  readonly start: number;
}

/** The text nodes of a block with where each begins in the block's text. */
function textRuns(block: Element): TextRun[] {
  const runs: TextRun[] = [];
  let offset = 0;
  visitParents(block, 'text', (node, ancestors) => {
    const parent = ancestors.at(-1);
    if (parent?.type !== 'element') return;
    runs.push({ node, parent, start: offset });
    offset += node.value.length;
  });
  return runs;
}

/**
 * Puts words of a block into elements of their own; `element` makes one from its place and words, and must keep the words
 * as they are. Gives the places where it could not because mark-up crosses them.
 */
export function wrapWords<Place extends QuoteMatch>(
  block: Element,
  places: readonly Place[],
  element: (place: Place, words: string) => Element,
): Place[] {
  const crossed: Place[] = [];
  // From the last to the first, so that splitting a text node does not move the offsets still to come.
  for (const place of [...places].sort((one, other) => other.start - one.start)) {
    const run = textRuns(block).find(
      ({ node, start }) => start <= place.start && place.end <= start + node.value.length,
    );
    if (!run) {
      crossed.push(place);
      continue;
    }
    const { value } = run.node;
    const [from, to] = [place.start - run.start, place.end - run.start];
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
