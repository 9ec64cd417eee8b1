import type { Nodes, Root, Table } from 'mdast';
import { type Block, type BlockKind, type BlockLink, foldSpace, isGap, type Stretch } from '../model/block.ts';

export { foldSpace } from '../model/block.ts';

/** A block with the syntax node it was made from. */
export interface BlockNode {
  readonly block: Block;
  readonly node: Nodes;
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

/** Addresses by the names that links of a text refer to them with. */
type Definitions = ReadonlyMap<string, string>;

const definitionsOf = (tree: Root): Definitions =>
  new Map(tree.children.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node.url] as const] : [])));

/** What a node marks its words as: bold, or a link to an address. */
function markOf(node: Nodes, definitions: Definitions): 'bold' | { readonly url: string } | undefined {
  if (node.type === 'strong') return 'bold';
  const url = node.type === 'link' ? node.url : node.type === 'linkReference' && definitions.get(node.identifier);
  return url ? { url } : undefined;
}

/** The stretches of a node's plain text that are bold, and those that lead somewhere, in their order; keys only for what there is. */
function marksIn(node: Nodes, definitions: Definitions): Pick<Block, 'bold' | 'links'> {
  const found: { readonly mark: 'bold' | { readonly url: string }; readonly from: number; readonly to: number }[] = [];
  let raw = '';
  const walk = (own: Nodes, isBold: boolean): void => {
    const from = raw.length;
    const mark = markOf(own, definitions);
    if (!('children' in own)) raw += rawText(own);
    else
      for (const [index, child] of own.children.entries()) {
        if (index > 0) raw += SEPARATORS[own.type] ?? '';
        walk(child, isBold || mark === 'bold');
      }
    if (mark !== undefined && !(mark === 'bold' && isBold)) found.push({ mark, from, to: raw.length });
  };
  walk(node, false);
  if (found.length === 0) return {};
  const whole = foldSpace(raw);
  const trimmed = whole.length - whole.trimStart().length;
  // White space at the edges of marked words stays outside the mark.
  const stretch = (from: number, to: number): Stretch => [
    whole.length - foldSpace(raw.slice(from)).length - trimmed,
    foldSpace(raw.slice(0, to)).length - trimmed,
  ];
  const bold = found.flatMap(({ mark, from, to }) => (mark === 'bold' ? [stretch(from, to)] : []));
  const links = found.flatMap(({ mark, from, to }): BlockLink[] =>
    mark === 'bold' ? [] : [{ at: stretch(from, to), url: mark.url }],
  );
  return { ...(bold.length === 0 ? {} : { bold }), ...(links.length === 0 ? {} : { links }) };
}

/** The texts of a node that mark-up, cells or items keep apart, each with its white space folded. */
export function textPieces(node: Nodes): string[] {
  if ('value' in node) return [foldSpace(node.value)];
  return 'children' in node ? node.children.flatMap(textPieces) : [];
}

const KINDS: Partial<Record<Nodes['type'], BlockKind>> = {
  paragraph: 'paragraph',
  listItem: 'list-item',
  table: 'table',
  heading: 'heading',
};

/** How ids are given in the part of a text that is being read. */
interface Numbering {
  /** `a1-` in the first annex. */
  readonly prefix: string;
  /** What ids of blocks that count begin with. */
  readonly letter: 'p' | 'i';
  /** The depth of the part's own headings, less one. */
  readonly outer: number;
  readonly outline: number[];
  counted: number;
}

const numbering = (prefix: string, letter: 'p' | 'i', outer: number): Numbering => ({
  ...{ prefix, letter, outer },
  outline: [],
  counted: 0,
});

/** The id of the next heading of a part by its depth: `s1`, `s1-2`. */
function headingId({ prefix, outer, outline }: Numbering, depth: number): string {
  const own = Math.max(depth - outer, 1);
  outline.splice(own);
  while (outline.length < own) outline.push(outline.length === own - 1 ? 0 : 1);
  outline[own - 1] = (outline[own - 1] ?? 0) + 1;
  return `${prefix}s${outline.join('-')}`;
}

/**
 * The blocks of an official text in order, with their ids. The addressee, the first block, is `p1`;
 * paragraphs, list items and tables count on from there. Headings are `s1`, `s1-2` … by their place in the
 * outline and do not count. A line `***` ends the letter: what is printed after its date comes below it, the imprint as `i1`, `i2` …,
 * and from each heading on an annex (`a1`, `a1-p1`, `a1-s1`) until the next `***`. `linesBefore` is added to line numbers.
 */
export function blockNodes(tree: Root, linesBefore = 0): BlockNode[] {
  const found: BlockNode[] = [];
  const imprint = numbering('', 'i', 0);
  let current = numbering('', 'p', 0);
  let annexes = 0;
  const definitions = definitionsOf(tree);
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
      const beginsAnnex = current === imprint || (current.outer > 0 && depth === 1);
      if (beginsAnnex) {
        annexes += 1;
        current = numbering(`a${annexes}-`, 'p', 1);
      }
      const id = beginsAnnex ? `a${annexes}` : headingId(current, depth);
      found.push({ node, block: { id, kind, depth, text, ...marksIn(node, definitions), line } });
      return;
    }
    current.counted += 1;
    const id = `${current.prefix}${current.letter}${current.counted}`;
    const block: Block = {
      ...{ id, kind: countedKind(id, kind, text), depth: undefined, text },
      ...marksIn(node, definitions),
      ...(number === undefined ? {} : { number }),
      ...(node.type === 'table' ? { rows: cellsOf(node) } : {}),
      ...(node.type === 'table' && node.data?.align ? { align: node.data.align } : {}),
      line,
    };
    found.push({ node, block });
  };
  for (const child of tree.children) {
    if (child.type === 'thematicBreak') current = imprint;
    else collect(child);
  }
  return found;
}

/** The texts of a table's cells, row by row. */
const cellsOf = ({ children }: Table): string[][] => children.map((row) => row.children.map(plainText));

/**
 * The kind of a block that counts: the first paragraph of the letter is its addressee, and one may mark a place left
 * out.
 */
function countedKind(id: string, kind: BlockKind, text: string): BlockKind {
  if (kind !== 'paragraph') return kind;
  if (id === 'p1') return 'addressee';
  return isGap(text) ? 'gap' : kind;
}
