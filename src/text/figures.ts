import type { Element, Root as HastRoot } from 'hast';
import { h } from 'hastscript';
import { visitParents } from 'unist-util-visit-parents';
import { foldSpace } from './blocks.ts';
import { type NotedWords, noteLink } from './notes.ts';
import { wrapWords } from './wrap-words.ts';

/** A stated value at its place in a text, and the note that it opens. */
export interface PlacedFigure extends NotedWords {
  readonly dataset: string;
  readonly observation: string;
  /** The normalised value, a decimal string. */
  readonly value: string;
}

/** Folds white space in a block's text nodes as `foldSpace` does, so that words of a block's text are words here. */
export function foldBlockSpace(block: Element): void {
  visitParents(block, 'text', (node) => {
    node.value = foldSpace(node.value);
  });
}

/**
 * Wraps the words that state a value in `<data value>` as a link to the figure's note. Returns the figures
 * that could not be placed because mark-up crosses them.
 */
export function markFigures(block: Element, text: string, figures: readonly PlacedFigure[]): PlacedFigure[] {
  return wrapWords(block, text, figures, (figure, words) =>
    h('data', { value: figure.value, className: ['figure'] }, [noteLink(figure, words)]),
  );
}

/** All elements of a tree that carry an id. */
export function elementsById(tree: HastRoot): Map<string, Element> {
  const found = new Map<string, Element>();
  visitParents(tree, 'element', (element) => {
    if (typeof element.properties.id === 'string') found.set(element.properties.id, element);
  });
  return found;
}
