import type { Element, ElementContent, Root as HastRoot, Text } from 'hast';
import { h } from 'hastscript';
import { visitParents } from 'unist-util-visit-parents';
import type { QuoteMatch } from '../model/quote.ts';
import { foldSpace } from './blocks.ts';

/** A stated value at its place in a text, and the note that it opens. */
export interface PlacedFigure extends QuoteMatch {
  /** Id of the note, unique in its text. */
  readonly id: string;
  readonly dataset: string;
  readonly observation: string;
  /** The normalised value, a decimal string. */
  readonly value: string;
  /** What the button that opens the note is called. */
  readonly label: string;
}

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

/** Folds white space in a block's text nodes as `foldSpace` does, so that offsets in a block's text are offsets here. */
export function foldBlockSpace(block: Element): void {
  visitParents(block, 'text', (node) => {
    node.value = foldSpace(node.value);
  });
}

/**
 * Wraps the words that state a value in `<data value>` with an empty button that opens the figure's note. The words stay
 * outside the button, which the style sheet lays over them: inside, no browser would find a phrase that runs across it.
 * Returns the figures that could not be placed because mark-up crosses them.
 */
export function markFigures(block: Element, figures: readonly PlacedFigure[]): PlacedFigure[] {
  const unplaced: PlacedFigure[] = [];
  // From the last to the first, so that splitting a text node does not move the offsets still to come.
  for (const figure of [...figures].sort((one, other) => other.start - one.start)) {
    const run = textRuns(block).find(
      ({ node, start }) => start <= figure.start && figure.end <= start + node.value.length,
    );
    if (!run) {
      unplaced.push(figure);
      continue;
    }
    const from = figure.start - run.start;
    const to = figure.end - run.start;
    const pieces: ElementContent[] = [
      { type: 'text', value: run.node.value.slice(0, from) },
      h('data', { value: figure.value, className: ['figure'] }, [
        run.node.value.slice(from, to),
        h('button', { type: 'button', popovertarget: figure.id, ariaLabel: figure.label }),
      ]),
      { type: 'text', value: run.node.value.slice(to) },
    ];
    const at = run.parent.children.indexOf(run.node);
    run.parent.children.splice(at, 1, ...pieces.filter((piece) => piece.type !== 'text' || piece.value !== ''));
  }
  return unplaced;
}

/** All elements of a tree that carry an id. */
export function elementsById(tree: HastRoot): Map<string, Element> {
  const found = new Map<string, Element>();
  visitParents(tree, 'element', (element) => {
    if (typeof element.properties.id === 'string') found.set(element.properties.id, element);
  });
  return found;
}
