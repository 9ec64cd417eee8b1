import type { List, Nodes, Paragraph, PhrasingContent, Root, RootContent, Table, TableCell, TableRow } from 'mdast';
import type { Point, Position } from 'unist';
import { visit } from 'unist-util-visit';
import { type Block, blockPlace } from '../model/block.ts';
import type { QuoteMatch } from '../model/quote.ts';
import { type BlockNode, foldSpace } from './blocks.ts';
import type { PlacedFigure } from './figures.ts';
import { NOTE_ELEMENTS, type NotedWords, type PlacedNote } from './notes.ts';
import { WHOLE_CLASS } from './whole-words.ts';

/**
 * Nearly all of a reply is paragraphs and headings without any mark-up, for which a parser of all Markdown costs thirty
 * times what they need. Such chunks (lines between blank lines) become nodes here, and so do simple lists and tables
 * that stand between them; every other chunk goes to the parser, together with its neighbours of that sort, since lists
 * and tables reach over blank lines. A plain chunk ends them all: it is not indented, and what a blank line parts from
 * it cannot go on in it (CommonMark 0.31, 4.8 and 5.2).
 */

/** Mark-up that can reach over plain chunks, or characters that the parser rewrites: such a body is parsed whole. */
const REACHES_FAR = /[\r\t\0<{}]|\]:|```|~~~|^(?:import|export)\b/m;

function chunksOf(body: string): Chunk[] {
  const chunks: Chunk[] = [];
  let open: { lines: string[]; line: number; offset: number } | undefined;
  let offset = 0;
  for (const [index, text] of body.split('\n').entries()) {
    if (/^ *$/.test(text)) open = undefined;
    else if (open) open.lines.push(text);
    else {
      open = { lines: [text], line: index + 1, offset };
      chunks.push(open);
    }
    offset += text.length + 1;
  }
  return chunks;
}

function movePoint(point: Point, { line, offset }: Chunk): void {
  point.line += line - 1;
  if (point.offset !== undefined) point.offset += offset;
}

/** Parses chunks that follow each other, with every position as in the whole body. */
function parseRun(run: readonly Chunk[], body: string, parse: (text: string) => Root): RootContent[] {
  const [first] = run;
  const last = run.at(-1);
  if (first === undefined || last === undefined) return [];
  if (first === last) {
    const node = plainStructure(first);
    if (node) return [node];
  }
  const tree = parse(body.slice(first.offset, rangeIn(last).end.offset));
  visit(tree, (node: Nodes) => {
    if (node.type === 'root' || node.position === undefined) return;
    movePoint(node.position.start, first);
    movePoint(node.position.end, first);
  });
  return tree.children;
}

/**
 * The tree that `parse` would give for a body, with only those parts given to it that hold mark-up; `undefined` where
 * the body has mark-up that may reach over its parts.
 */
export function parseByChunks(body: string, parse: (text: string) => Root): Root | undefined {
  if (REACHES_FAR.test(body)) return undefined;
  const children: RootContent[] = [];
  let run: Chunk[] = [];
  for (const chunk of chunksOf(body)) {
    const node = plainNode(chunk);
    if (node === undefined) {
      run.push(chunk);
      continue;
    }
    children.push(...parseRun(run, body, parse), node);
    run = [];
  }
  children.push(...parseRun(run, body, parse));
  const lastLine = body.slice(body.lastIndexOf('\n') + 1);
  const end = { line: body.split('\n').length, column: lastLine.length + 1, offset: body.length };
  return { type: 'root', children, position: { start: { line: 1, column: 1, offset: 0 }, end } };
}

/** Lines that follow each other without a blank one. */
export interface Chunk {
  readonly lines: readonly string[];
  /** 1-based line of the first of them, and its offset in the body. */
  readonly line: number;
  readonly offset: number;
}

/** What may begin a block other than a paragraph, at the start of a line. */
const BLOCK_START = /^(?:[\s#>\-+*=|_~:`]|\d+[.)])/;

/** What may be inline mark-up, an address, a hard break or part of a table. */
const INLINE = /[*_~`\\&@|]|\]\(|!\[|\[\^|:\/\/|www\.|\s$/i;

const HEADING = /^(#{1,6}) ([^\s#].*)$/;
const LIST_ITEM = /^- ([^\s[].*)$/;
const TABLE_ROW = /^\| (?:[^|]+ \|)+$/;
const DELIMITER_ROW = /^\| (?:---+ \| ?)+$/;

const isPlain = (line: string) => !BLOCK_START.test(line) && !INLINE.test(line);

/** The positions from one column of a chunk's line (0-based) to another of a later one, by default to the chunk's end. */
function rangeIn(chunk: Chunk, from = { line: 0, column: 0 }, to = endOf(chunk)): Position {
  return { start: pointIn(chunk, from), end: pointIn(chunk, to) };
}

const endOf = ({ lines }: Chunk) => ({ line: lines.length - 1, column: (lines.at(-1) ?? '').length });

function pointIn({ lines, line, offset }: Chunk, at: { line: number; column: number }) {
  const before = lines.slice(0, at.line).reduce((sum, text) => sum + text.length + 1, 0);
  return { line: line + at.line, column: at.column + 1, offset: offset + before + at.column };
}

const textNode = (value: string, position: Position): PhrasingContent => ({ type: 'text', value, position });

/** A heading or paragraph without any mark-up but a heading's marks; `undefined` for any other chunk. */
function plainNode(chunk: Chunk): RootContent | undefined {
  const [first = '', ...more] = chunk.lines;
  const heading = more.length === 0 ? HEADING.exec(first) : null;
  const marks = heading?.[1];
  const title = heading?.[2];
  if (marks !== undefined && title !== undefined) {
    if (INLINE.test(title) || title.endsWith('#')) return undefined;
    const depth = ([1, 2, 3, 4, 5, 6] as const)[marks.length - 1] ?? 6;
    const text = textNode(title, rangeIn(chunk, { line: 0, column: marks.length + 1 }));
    return { type: 'heading', depth, children: [text], position: rangeIn(chunk) };
  }
  if (!chunk.lines.every(isPlain)) return undefined;
  const paragraph: Paragraph = {
    type: 'paragraph',
    children: [textNode(chunk.lines.join('\n'), rangeIn(chunk))],
    position: rangeIn(chunk),
  };
  return paragraph;
}

/** A list of one level, or a table, of plain texts. Only where no neighbour can go on in it; `undefined` for other chunks. */
function plainStructure(chunk: Chunk): RootContent | undefined {
  return plainList(chunk) ?? plainTable(chunk);
}

function plainList(chunk: Chunk): List | undefined {
  const texts = chunk.lines.map((line) => LIST_ITEM.exec(line)?.[1]);
  if (!texts.every((text): text is string => text !== undefined && isPlain(text))) return undefined;
  return {
    type: 'list',
    ordered: false,
    start: null,
    spread: false,
    children: texts.map((text, line) => {
      const end = { line, column: text.length + 2 };
      const inner = () => rangeIn(chunk, { line, column: 2 }, end);
      const paragraph: Paragraph = { type: 'paragraph', children: [textNode(text, inner())], position: inner() };
      const position = rangeIn(chunk, { line, column: 0 }, end);
      return { type: 'listItem', spread: false, checked: null, children: [paragraph], position };
    }),
    position: rangeIn(chunk),
  };
}

function plainTable(chunk: Chunk): Table | undefined {
  const [head = '', delimiter = '', ...body] = chunk.lines;
  if (!DELIMITER_ROW.test(delimiter) || !delimiter.endsWith('|')) return undefined;
  const columns = delimiter.split('|').length - 2;
  const rows: TableRow[] = [];
  for (const [index, text] of [head, ...body].entries()) {
    const row = tableRow(chunk, text, index === 0 ? 0 : index + 1);
    if (row?.children.length !== columns) return undefined;
    rows.push(row);
  }
  return {
    type: 'table',
    align: Array.from({ length: columns }, () => null),
    children: rows,
    position: rangeIn(chunk),
  };
}

function tableRow(chunk: Chunk, text: string, line: number): TableRow | undefined {
  if (!TABLE_ROW.test(text)) return undefined;
  const parts = text.slice(1, -1).split('|');
  const children: TableCell[] = [];
  let column = 0;
  for (const [index, part] of parts.entries()) {
    const value = part.slice(1, -1);
    if (part !== ` ${value} ` || value.trim() !== value || value === '' || INLINE.test(value)) return undefined;
    // A cell begins with the bar before it; the last one ends with the bar after it.
    const end = column + part.length + (index === parts.length - 1 ? 2 : 1);
    const inner = rangeIn(chunk, { line, column: column + 2 }, { line, column: column + part.length });
    const position = rangeIn(chunk, { line, column }, { line, column: end });
    children.push({ type: 'tableCell', children: [textNode(value, inner)], position });
    column += part.length + 1;
  }
  return { type: 'tableRow', children, position: rangeIn(chunk, { line, column: 0 }, { line, column: text.length }) };
}

/** What stands in a block besides its words. */
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

/** Nodes that stand for something written elsewhere in the text: with one of them, no part can be rendered by itself. */
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
