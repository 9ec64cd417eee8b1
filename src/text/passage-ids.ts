import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/** What a search result can open at: text that stands for itself. */
const PASSAGES: ReadonlySet<string> = new Set(['p', 'li', 'tr', 'pre']);

const isElement = (node: unknown): node is Element =>
  typeof node === 'object' && node !== null && 'type' in node && node.type === 'element';

/**
 * A rehype plugin that numbers the paragraphs, list items and rows of a report or a page (`p1`, `p2` …), so that a
 * search result opens at its own one. Replies have ids of their own, which never change (block-ids.ts); these do.
 */
export function rehypePassageIds() {
  return (tree: Root): void => {
    let number = 0;
    visit(tree, 'element', (element) => {
      if (!PASSAGES.has(element.tagName)) return undefined;
      // An item that holds paragraphs has those numbered.
      if (element.tagName === 'li' && element.children.some((child) => isElement(child) && PASSAGES.has(child.tagName)))
        return undefined;
      number += 1;
      element.properties['id'] ??= `p${number}`;
      return SKIP;
    });
  };
}
