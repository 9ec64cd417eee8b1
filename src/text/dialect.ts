import type { Root } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import type { Alignment } from '../model/block.ts';

/**
 * The Markdown dialect of all content, replies, reports and pages alike, in the order in which it applies:
 * tables and strike-through with two tildes only (`5~8月` stays text), emphasis that works beside Chinese punctuation.
 */
export const remarkPlugins: (Plugin<[], Root> | [Plugin<[object], Root>, object])[] = [
  [remarkGfm, { singleTilde: false }],
  remarkCjkFriendly,
  remarkPlainAddresses,
  remarkTableAlignment,
];

/**
 * Addresses that GFM would link by itself stay plain text where the link would not be https or mailto:
 * `http://…` and `www.…` as printed in a document are its words, not an invitation to follow them.
 */
function remarkPlainAddresses() {
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

declare module 'mdast' {
  interface TableData {
    /** The alignment of the columns, where the source gives any. */
    align?: readonly Alignment[];
  }
}

/**
 * Puts the alignment of columns into a class: the usual attribute would become an inline style, which no page may hold.
 */
function remarkTableAlignment() {
  return (tree: Root): void => {
    visit(tree, 'table', (table) => {
      for (const row of table.children) {
        for (const [column, cell] of row.children.entries()) {
          const align = table.align?.[column];
          if (align) cell.data = { ...cell.data, hProperties: { className: [`align-${align}`] } };
        }
      }
      if (table.align?.some(Boolean)) table.data = { ...table.data, align: table.align.map((align) => align ?? null) };
      table.align = table.align?.map(() => null) ?? null;
    });
  };
}
