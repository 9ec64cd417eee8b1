import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/**
 * Addresses that GFM would link by itself stay plain text where the link would not be https or mailto:
 * `http://…` and `www.…` as printed in a document are its words, not an invitation to follow them.
 */
export function remarkPlainAddresses() {
  return (tree: Root): void => {
    visit(tree, 'link', (node, index, parent) => {
      const [child, ...others] = node.children;
      if (index === undefined || parent === undefined || child?.type !== 'text' || others.length > 0) return;
      const literal = node.position === undefined || node.position.start.offset === child.position?.start.offset;
      if (!literal || /^(?:https|mailto):/.test(node.url)) return;
      parent.children[index] = { ...child, position: node.position };
    });
  };
}
