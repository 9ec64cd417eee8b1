import type { Nodes, Root, RootContent } from 'mdast';
import type { Point } from 'unist';
import { visit } from 'unist-util-visit';
import { type Chunk, plainNode, plainStructure, rangeIn } from './plain-nodes.ts';

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
