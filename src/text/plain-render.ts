import type { Nodes, Root, RootContent } from 'mdast';
import { type Block, blockPlace } from '../model/block.ts';
import type { QuoteMatch } from '../model/quote.ts';
import { type BlockNode, foldSpace } from './blocks.ts';
import { NOTE_ELEMENTS, type NotedWords, type PlacedFigure, type PlacedNote, WHOLE_CLASS } from './marks.ts';

/** What is in a block besides its words. */
export interface BlockMarks {
  readonly figures: readonly PlacedFigure[];
  readonly notes: readonly PlacedNote[];
  /** Words and numbers that stay on one line. */
  readonly whole: readonly QuoteMatch[];
}

/** Gives what is marked in a block; `undefined` for a node that is none. */
export type MarksOf = (node: Nodes) => (BlockNode & BlockMarks) | undefined;

/** Characters that are written as references in HTML, or may be. */
const ESCAPED = /[&<>"'`\0]/;
const ESCAPED_IN_TEXT = /[&<>\0]/;

/** A place in a text and the tags around it. */
interface Wrapped {
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
}

/** Nodes that refer to something written elsewhere in the text: with one of them, no part can be rendered by itself. */
const REFERS = /^(?:definition|footnoteDefinition|linkReference|imageReference|footnoteReference)$/;

/** Whether no part of a text depends on another. */
export function isSelfContained(node: Root | Nodes): boolean {
  return !REFERS.test(node.type) && (!('children' in node) || node.children.every(isSelfContained));
}

/**
 * Nearly all of a reply is headings, paragraphs and lists of one level that hold one text each: their HTML is written here, as the
 * general way over a syntax tree (src/text/official-text.ts) gives it, at a tenth of its cost. `undefined` where that way is needed.
 */
export function plainPiece(node: RootContent, marksOf: MarksOf): string | undefined {
  if (node.type === 'paragraph') return plainElement('p', node, node, marksOf);
  if (node.type === 'heading') return plainElement(`h${node.depth}`, node, node, marksOf);
  if (node.type !== 'list' || node.ordered === true || node.spread === true) return undefined;
  const items: string[] = [];
  for (const item of node.children) {
    const [text, ...more] = item.children;
    const tight = item.spread !== true && typeof item.checked !== 'boolean';
    const written =
      tight && more.length === 0 && text?.type === 'paragraph' ? plainElement('li', text, item, marksOf) : undefined;
    if (written === undefined) return undefined;
    items.push(written);
  }
  return `<ul>\n${items.join('\n')}\n</ul>`;
}

/** An element with the one text of `holder`; `owner` is the node of its block. */
function plainElement(name: string, holder: Nodes, owner: Nodes, marksOf: MarksOf): string | undefined {
  const [text, ...more] = 'children' in holder ? holder.children : [];
  const marked = marksOf(owner);
  if (text?.type !== 'text' || more.length > 0 || marked === undefined) return undefined;
  const { block, figures, notes, whole } = marked;
  if (block.kind === 'gap') return undefined;
  if (/[\t\n]/.test(text.value) || ESCAPED_IN_TEXT.test(text.value)) return undefined;
  const wrapped: (Wrapped | undefined)[] = [
    ...figures.map((figure) => wrap(figure, 'data', ` value="${figure.value}" class="figure"`)),
    ...notes.map((note) => {
      const time = note.dateTime === undefined ? '' : ` datetime="${note.dateTime}"`;
      return wrap(note, NOTE_ELEMENTS[note.kind], ` class="noted"${time}`);
    }),
    ...whole.map(({ start, end }) => ({ start, end, before: WHOLE_TAG, after: '</span>' })),
  ];
  const shown = foldSpace(text.value);
  // Places count in the block's text, which begins and ends without white space.
  if (shown !== block.text) return undefined;
  const words = wrapWords(shown, wrapped);
  if (words === undefined) return undefined;
  // The style sheet writes the number into the margin, so that the text of the block stays the source's.
  return `<${name} id="${block.id}"${numberAttribute(block)}>${words}</${name}>`;
}

const numberAttribute = (block: Block): string => {
  const number = blockNumber(block);
  return number === undefined ? '' : ` data-n="${number}"`;
};

const WHOLE_TAG = `<span class="${WHOLE_CLASS}">`;

/** What the margin calls a block; headings have no number there. */
export const blockNumber = ({ kind, id }: Block): string | undefined =>
  kind === 'heading' || kind === 'gap' ? undefined : blockPlace(id).number || undefined;

function wrap({ start, end, id }: NotedWords, name: string, attributes: string): Wrapped | undefined {
  if (ESCAPED.test(id) || ESCAPED.test(attributes.replaceAll('"', ''))) return undefined;
  return { start, end, before: `<${name}${attributes}><a href="#${id}">`, after: `</a></${name}>` };
}

/** Puts tags around places of a text; `undefined` where two meet or one reaches out of it. */
function wrapWords(text: string, places: readonly (Wrapped | undefined)[]): string | undefined {
  let [written, at] = ['', 0];
  for (const place of places.toSorted((one, other) => (one?.start ?? 0) - (other?.start ?? 0))) {
    if (place === undefined || place.start < at || place.end <= place.start || place.end > text.length)
      return undefined;
    written += text.slice(at, place.start) + place.before + text.slice(place.start, place.end) + place.after;
    at = place.end;
  }
  return written + text.slice(at);
}
