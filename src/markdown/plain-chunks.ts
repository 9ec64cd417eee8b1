import type { Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import type { Point, Position } from 'unist';
import { visit } from 'unist-util-visit';

/**
 * Nearly all of a reply is paragraphs and headings without any mark-up, for which a parser of all Markdown costs thirty
 * times what they need. Such chunks (lines between blank lines) become nodes here; every other chunk goes to the parser,
 * together with its neighbours of that sort, since lists and tables reach over blank lines. A plain chunk ends them all:
 * it is not indented, and what a blank line parts from it cannot go on in it (CommonMark 0.31, 4.8 and 5.2).
 */

/** Mark-up that can reach over plain chunks, or characters that the parser rewrites: such a body is parsed whole. */
const REACHES_FAR = /[\r\t\0<{}]|\]:|```|~~~|^(?:import|export)\b/m;

/** What may begin a block other than a paragraph, at the start of a line. */
const BLOCK_START = /^(?:[\s#>\-+*=|_~:`]|\d+[.)])/;

/** What may be inline mark-up, an address, a hard break or part of a table. */
const INLINE = /[*_~`\\&@|]|\]\(|!\[|\[\^|:\/\/|www\.|\s$/i;

const HEADING = /^(#{1,6}) ([^\s#].*)$/;

/** Lines that follow each other without a blank one. */
interface Chunk {
  readonly lines: readonly string[];
  /** 1-based line of the first of them, and its offset in the body. */
  readonly line: number;
  readonly offset: number;
}

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

const isPlain = (line: string) => !BLOCK_START.test(line) && !INLINE.test(line);

/** The range of the last `length` characters of a chunk, which ends on its last line. */
function range({ lines, line, offset }: Chunk, from = 0): Position {
  const last = lines.at(-1) ?? '';
  const length = lines.reduce((sum, text) => sum + text.length + 1, -1);
  return {
    start: { line, column: from + 1, offset: offset + from },
    end: { line: line + lines.length - 1, column: last.length + 1, offset: offset + length },
  };
}

/** The node of a chunk that holds no mark-up but a heading's marks; `undefined` for any other. */
function plainNode(chunk: Chunk): RootContent | undefined {
  const [first = '', ...more] = chunk.lines;
  const heading = more.length === 0 ? HEADING.exec(first) : null;
  const marks = heading?.[1];
  const title = heading?.[2];
  if (marks !== undefined && title !== undefined) {
    if (INLINE.test(title) || title.endsWith('#')) return undefined;
    const text: PhrasingContent = { type: 'text', value: title, position: range(chunk, marks.length + 1) };
    const depth = ([1, 2, 3, 4, 5, 6] as const)[marks.length - 1] ?? 6;
    return { type: 'heading', depth, children: [text], position: range(chunk) };
  }
  if (!chunk.lines.every(isPlain)) return undefined;
  const text: PhrasingContent = { type: 'text', value: chunk.lines.join('\n'), position: range(chunk) };
  const paragraph: Paragraph = { type: 'paragraph', children: [text], position: range(chunk) };
  return paragraph;
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
  const tree = parse(body.slice(first.offset, range(last).end.offset));
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
