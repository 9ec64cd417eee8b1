import type { Element, Root as HastRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { Root } from 'mdast';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { SiteError } from '../errors.ts';
import type { Block } from '../model/block.ts';
import { withIds } from '../model/block-ids.ts';
import { type BlockNode, blockNodes } from './blocks.ts';
import { elementsById, foldBlockSpace, markFigures, type PlacedFigure } from './figures.ts';
import { guardFindings } from './guard/index.ts';
import { markNotes, type PlacedNote } from './notes.ts';
import { type BodyOrigin, parseBody } from './parse.ts';

/** An official text parsed: its tree, and its blocks in order. */
export interface OfficialText {
  readonly tree: Root;
  readonly blocks: readonly Block[];
  readonly nodes: readonly BlockNode[];
}

/** A top-level part of a rendered text: one paragraph, heading, list or table, with the ids of the blocks in it. */
export interface RenderedPiece {
  readonly ids: readonly string[];
  readonly kind: Block['kind'];
  readonly html: string;
  /** The figures stated in it, in order. */
  readonly figures: readonly PlacedFigure[];
}

/** Parses the body of a reply. Throws a SiteError where it is not plain text. */
export function parseOfficialText(body: string, origin: BodyOrigin): OfficialText {
  const tree = parseBody(body, origin);
  const findings = guardFindings(tree, 'official', origin);
  if (findings.length > 0) throw new SiteError(findings);
  const nodes = blockNodes(tree, origin.linesBefore);
  return { tree, nodes, blocks: nodes.map(({ block }) => block) };
}

/** A text with its blocks under other ids, in order. */
export function withBlockIds(text: OfficialText, ids: readonly string[]): OfficialText {
  const blocks = withIds(text.blocks, ids);
  return {
    ...text,
    blocks,
    nodes: text.nodes.map(({ node, block }, index) => ({ node, block: blocks[index] ?? block })),
  };
}

/**
 * Renders an official text: every block with its id and an empty link to itself, every figure marked, and what `notes` explain.
 * The text that a reader sees is the text of the source; only elements are added to it. `linkLabel` names a block's own link.
 * Throws an Error where a figure crosses mark-up; the caller knows the dataset's place and says so.
 */
export function renderOfficialText(
  text: OfficialText,
  figures: readonly PlacedFigure[],
  linkLabel: (block: Block) => string,
  notes: readonly PlacedNote[] = [],
): RenderedPiece[] {
  for (const { node, block } of text.nodes) node.data = { ...node.data, hProperties: { id: block.id } };
  const html = unified().use(remarkRehype).runSync(text.tree) as HastRoot;
  const elements = elementsById(html);
  for (const { block } of text.nodes) {
    const element = elements.get(block.id);
    if (!element) throw new Error(`block ${block.id} was not rendered`);
    foldBlockSpace(element);
    const own = figures.filter((figure) => figure.block === block.id);
    const [crossed] = markFigures(element, own);
    if (crossed) throw new Error(`mark-up crosses the figure ${crossed.dataset}/${crossed.observation} in ${block.id}`);
    markNotes(
      element,
      notes.filter((note) => note.block === block.id),
    );
    addLink(element, block, linkLabel(block));
  }
  return html.children.flatMap((child): RenderedPiece[] => {
    if (child.type !== 'element') return [];
    const inside = text.blocks.filter(({ id }) => contains(child, elements.get(id)));
    const [first] = inside;
    if (!first) return [];
    const ids = inside.map(({ id }) => id);
    const stated = figures.filter(({ block }) => ids.includes(block));
    return [{ ids, kind: first.kind, html: toHtml(child), figures: stated }];
  });
}

function addLink(element: Element, block: Block, label: string): void {
  // The style sheet writes the number into the margin, so that the text of the block stays the source's.
  const number = block.kind === 'heading' ? '§' : block.id.slice(1);
  const link = h('a', { className: ['block-link'], href: `#${block.id}`, 'aria-label': label, 'data-n': number });
  // A link may not stand directly in a table; its caption may hold one.
  if (element.tagName === 'table') element.children.unshift(h('caption', [link]));
  else element.children.push(link);
}

function contains(outer: Element, inner: Element | undefined): boolean {
  if (inner === undefined) return false;
  return outer === inner || outer.children.some((child) => child.type === 'element' && contains(child, inner));
}
