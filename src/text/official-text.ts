import type { Root as HastRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { SiteError } from '../errors.ts';
import { type Block, blockPlace, withIds } from '../model/block.ts';
import type { QuoteMatch } from '../model/quote.ts';
import { type BlockNode, blockNodes } from './blocks.ts';
import { guardFindings } from './guard/index.ts';
import {
  elementsById,
  foldBlockSpace,
  keepWhole,
  markFigures,
  markNotes,
  type PlacedFigure,
  type PlacedNote,
  wholeWords,
} from './marks.ts';
import { linkBelowBase } from './mdx-plugins.ts';
import { type BodyOrigin, parseBody } from './parse.ts';
import { shapeTable } from './table-form.ts';

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
    nodes: text.nodes.map((entry, index) => ({ ...entry, block: blocks[index] ?? entry.block })),
  };
}

/**
 * Renders an official text: every block with its id and number, every figure marked, and what `notes` explain. Links within the site lead
 * below `base`, the path that it lives at.
 * The text that a reader sees is the text of the source; only elements are added to it.
 * Throws an Error where a figure crosses mark-up; the caller knows the dataset's place and says so.
 */
export function renderOfficialText(
  text: OfficialText,
  figures: readonly PlacedFigure[],
  notes: readonly PlacedNote[] = [],
  base = '/',
): RenderedPiece[] {
  const blocks = markedBlocks(text, figures, notes);
  for (const { node, block } of blocks)
    node.data = { ...node.data, hProperties: { ...hastProperties(block), ...shapeTable(node, block) } };
  const html = unified().use(remarkRehype).runSync(text.tree) as HastRoot;
  linkBelowBase(html, base);
  const elements = elementsById(html);
  for (const { block, figures: own, notes: noted, whole } of blocks) {
    const element = elements.get(block.id);
    if (!element) throw new Error(`block ${block.id} was not rendered`);
    foldBlockSpace(element);
    const [crossed] = markFigures(element, block.text, own);
    if (crossed) throw new Error(`mark-up crosses the figure ${crossed.dataset}/${crossed.observation} in ${block.id}`);
    markNotes(element, block.text, noted);
    keepWhole(element, block.text, whole);
  }
  const byId = new Map(blocks.map((entry) => [entry.block.id, entry]));
  return html.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    const inside = [...elementsById(child).keys()].flatMap((id) => byId.get(id) ?? []);
    const [first] = inside;
    if (!first) return [];
    const ids = inside.map(({ block }) => block.id);
    return [{ ids, kind: first.block.kind, html: toHtml(child), figures: inside.flatMap((own) => own.figures) }];
  });
}

/** A block and what is in it besides its words. */
interface MarkedBlock extends BlockNode {
  readonly figures: readonly PlacedFigure[];
  readonly notes: readonly PlacedNote[];
  /** Words and numbers that stay on one line. */
  readonly whole: readonly QuoteMatch[];
}

function markedBlocks(
  { nodes }: OfficialText,
  figures: readonly PlacedFigure[],
  notes: readonly PlacedNote[],
): MarkedBlock[] {
  const figuresOf = Map.groupBy(figures, ({ block }) => block);
  const notesOf = Map.groupBy(notes, ({ block }) => block);
  return nodes.map((entry) => {
    const own = { figures: figuresOf.get(entry.block.id) ?? [], notes: notesOf.get(entry.block.id) ?? [] };
    return { ...entry, ...own, whole: wholeWords(entry.block, [...own.figures, ...own.notes]) };
  });
}

/** What the margin calls a block; headings have no number there. */
const blockNumber = ({ kind, id }: Block): string | undefined =>
  kind === 'heading' || kind === 'gap' ? undefined : blockPlace(id).number || undefined;

/** Where something is left out, the page says so in the site's own way: those are not words of the letter. */
const hastProperties = (block: Block) =>
  block.kind === 'gap' ? { id: block.id, className: ['gap'] } : { id: block.id, 'data-n': blockNumber(block) };
