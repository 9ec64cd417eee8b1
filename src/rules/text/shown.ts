import type { Nodes, RootContent } from 'mdast';

/** A character of a source with where it is there. */
interface Written {
  readonly character: string;
  readonly offset: number;
}

/** Where a text that is shown and the one that was written part: the offset in the source, and both from there on. */
export interface Difference {
  readonly offset: number;
  readonly written: string;
  readonly shown: string;
}

/** How a heading and an item of a list begin; in a list another list may begin on the same line. */
const BEGINS: Partial<Record<RootContent['type'], RegExp>> = {
  heading: /^#{2,6}[ \t]+/,
  list: /^[ \t]*(?:(?:-|\d{1,2}\.)[ \t]+)+/,
};
const DELIMITER_ROW = /^[\s|:-]*$/;
/** A link with words of its own: its address does not show. */
const LINK = /(?<!\\)\[((?:[^[\]\\\n]|\\.)*)\]\((?:[^()[\\\s]|\\[^[\n]|\([^()[\s]*\))*\)/g;
const ESCAPED = /^[!-/:-@[-`{-~]$/;

/**
 * Compares what a reader sees of a part of a letter with what its source says there: its structure (headings, items, tables, bold,
 * links) taken off and its escapes resolved, character by character but for white space. Whatever took a character, this finds it.
 */
export function difference(part: RootContent, body: string): Difference | undefined {
  const [from, to] = [part.position?.start.offset, part.position?.end.offset];
  if (from === undefined || to === undefined || isPlain(part, body.slice(from, to))) return undefined;
  const written = writtenOf(part, body, from, to).filter(({ character }) => !/\s/.test(character));
  const shown = [...shownOf(part)].filter((character) => !/\s/.test(character));
  const at = written.findIndex(({ character }, index) => character !== shown[index]);
  if (at === -1 && written.length === shown.length) return undefined;
  const first = at === -1 ? written.length : at;
  const rest = written.slice(first, first + 12).map(({ character }) => character);
  return {
    offset: written[first]?.offset ?? to,
    written: rest.join(''),
    shown: shown.slice(first, first + 12).join(''),
  };
}

/** Whether a part is a paragraph that shows its source as it is, with nothing in it that could be structure or an escape. */
const isPlain = (part: RootContent, source: string): boolean =>
  part.type === 'paragraph' && !STRUCTURE.test(source) && bare(source) === bare(shownOf(part));
const STRUCTURE = /[\\*[\]\0]/;
const bare = (text: string) => text.replace(/\s+/g, '');

/** The words of a node as they are in the page. */
function shownOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(shownOf).join('') : '';
}

const holds = (node: Nodes, type: Nodes['type']): boolean =>
  node.type === type || ('children' in node && node.children.some((child) => holds(child, type)));

function writtenOf(part: RootContent, body: string, from: number, to: number): Written[] {
  const hidden = hiddenOffsets(part, body, from, to);
  const isBold = holds(part, 'strong');
  const isTable = part.type === 'table';
  const found: Written[] = [];
  let offset = from;
  while (offset < to) {
    // A NUL is named by another rule, and read as U+FFFD.
    const character = String.fromCodePoint(body.codePointAt(offset) || 0xfffd);
    const next = body[offset + 1] ?? '';
    if (hidden.has(offset) || (isTable && character === '|')) offset += 1;
    else if (isBold && character === '*' && next === '*') offset += 2;
    else if (character === '\\' && ESCAPED.test(next)) {
      found.push({ character: next, offset });
      offset += 2;
    } else {
      found.push({ character, offset });
      offset += character.length;
    }
  }
  return found;
}

/** The places of a part's structure in its source. */
function hiddenOffsets(part: RootContent, body: string, from: number, to: number): ReadonlySet<number> {
  const hidden = new Set<number>();
  const hide = (start: number, length: number) => {
    for (let at = start; at < start + length; at += 1) hidden.add(at);
  };
  const begins = BEGINS[part.type];
  const source = body.slice(from, to);
  let at = from;
  for (const line of source.split('\n')) {
    if (begins !== undefined) hide(at, begins.exec(line)?.[0].length ?? 0);
    if (part.type === 'table' && line.includes('-') && DELIMITER_ROW.test(line)) hide(at, line.length);
    at += line.length + 1;
  }
  if (holds(part, 'link'))
    for (const { 0: link, 1: words = '', index } of source.matchAll(LINK)) {
      hide(from + index, 1);
      hide(from + index + 1 + words.length, link.length - words.length - 1);
    }
  return hidden;
}
