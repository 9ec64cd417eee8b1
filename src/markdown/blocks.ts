import type { Nodes, Root } from 'mdast';
import type { Block, BlockKind } from '../model/block.ts';

/** A block with the syntax node it was made from. */
export interface BlockNode {
  readonly block: Block;
  readonly node: Nodes;
  /** What an item of a numbered list is numbered; nothing else has it. */
  readonly number?: number | undefined;
}

/** The plain text of a node: mark-up gone, line breaks within Chinese dropped, other white space folded to one space. */
export function plainText(node: Nodes): string {
  return foldSpace(rawText(node)).trim();
}

/**
 * What separates the children of a node in plain text, where it is not nothing. No line break: between Chinese characters
 * it is dropped, and would join the last cell of a row to the first of the next, or one item of a list to another.
 */
const SEPARATORS: Partial<Record<Nodes['type'], string>> = { tableRow: '\t', table: '\t', list: '\t', listItem: '\t' };

function rawText(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if ('value' in node) return node.value;
  if ('alt' in node && typeof node.alt === 'string') return node.alt;
  return 'children' in node ? node.children.map(rawText).join(SEPARATORS[node.type] ?? '') : '';
}

/** The texts of a node that mark-up, cells or items keep apart, each with its white space folded. */
export function textPieces(node: Nodes): string[] {
  if ('value' in node) return [foldSpace(node.value)];
  return 'children' in node ? node.children.flatMap(textPieces) : [];
}

const WIDE = '[\\p{Script=Han}\\u3000-\\u303F\\uFF00-\\uFFEF\\u2018-\\u201D]';
const BREAK_BETWEEN_WIDE = new RegExp(`(?<=${WIDE})\\s*\\n\\s*(?=${WIDE})`, 'gu');

/** Folds white space: none where a line break stood between Chinese characters, else one space. */
export function foldSpace(text: string): string {
  const joined = text.includes('\n') ? text.replace(BREAK_BETWEEN_WIDE, '') : text;
  return joined.replace(/\s+/g, ' ');
}

const KINDS: Partial<Record<Nodes['type'], BlockKind>> = {
  paragraph: 'paragraph',
  listItem: 'list-item',
  table: 'table',
  heading: 'heading',
};

/**
 * The blocks of an official text in order, with their ids. The addressee, the first block, is `p1`;
 * paragraphs, list items and tables count on from there. Headings are `s1`, `s1-2` … by their place in the
 * outline and do not count. `linesBefore` is added to line numbers.
 */
export function blockNodes(tree: Root, linesBefore = 0): BlockNode[] {
  const found: BlockNode[] = [];
  const outline: number[] = [];
  let counted = 0;
  const collect = (node: Nodes, number?: number): void => {
    const kind = KINDS[node.type];
    if (kind === undefined) {
      const first = node.type === 'list' && node.ordered ? (node.start ?? 1) : undefined;
      if ('children' in node)
        for (const [index, child] of node.children.entries())
          collect(child, first === undefined ? undefined : first + index);
      return;
    }
    const text = plainText(node);
    const line = (node.position?.start.line ?? 0) + linesBefore;
    if (node.type === 'heading') {
      const depth = Math.max(node.depth - 1, 1);
      outline.splice(depth);
      while (outline.length < depth) outline.push(outline.length === depth - 1 ? 0 : 1);
      outline[depth - 1] = (outline[depth - 1] ?? 0) + 1;
      found.push({ node, block: { id: `s${outline.join('-')}`, kind, depth, text, line } });
      return;
    }
    counted += 1;
    const isAddressee = counted === 1 && kind === 'paragraph';
    found.push({
      node,
      number,
      block: { id: `p${counted}`, kind: isAddressee ? 'addressee' : kind, depth: undefined, text, line },
    });
  };
  for (const child of tree.children) collect(child);
  return found;
}
