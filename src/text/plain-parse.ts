import type { List, Nodes, Paragraph, PhrasingContent, Root, RootContent, Table, TableCell, TableRow } from 'mdast';
import type { Point, Position } from 'unist';
import { visit } from 'unist-util-visit';

/**
 * Nearly all of a reply is paragraphs and headings without any mark-up, for which a parser of all Markdown costs thirty
 * times what they need. Such chunks (lines between blank lines) become nodes here, and so do simple lists and tables
 * that are between them; every other chunk goes to the parser, together with its neighbours of that sort, since lists
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
