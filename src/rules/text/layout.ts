import type { Nodes, Parents } from 'mdast';
import type { TextContext, TextFault } from './fault.ts';
import { LINE_BREAK_LOST, LINES_JOINED, SPACE_CHARACTER, SPACES_FOLDED } from './rules.ts';

const start = (node: Nodes) => node.position?.start.offset;
const end = (node: Nodes) => node.position?.end.offset;

/** Spaces in a text that a page shows as plain ones. */
export function spaceFaults(node: Nodes, { body }: TextContext): TextFault[] {
  const from = start(node);
  return node.type === 'text' && from !== undefined ? spacesIn(body.slice(from, end(node)), from) : [];
}

/** Spaces other than the plain one, in a text that begins at a place. */
export function spacesIn(source: string, from: number): TextFault[] {
  return [...source.matchAll(/[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g)].map((match) => ({
    rule: SPACE_CHARACTER,
    offset: from + match.index,
    message: {
      zh: `这里是${match[0].includes('\u3000') ? '全角空格' : match[0].includes('\t') ? '制表符（Tab）' : '特殊空格'}，网页上会变成普通空格`,
      en: `${match[0].includes('\u3000') ? 'an ideographic space' : match[0].includes('\t') ? 'a tab' : 'a special space'}, which a page shows as a plain one`,
    },
    hint: {
      zh: '请删去；词与词之间确需空开时用一个普通空格',
      en: 'delete it; where words have to be apart, use one plain space',
    },
  }));
}

/** A line that begins as a paragraph of its own does: numbered, or with a bullet. */
const BEGINS_PARAGRAPH =
  /^(?:[（(]?(?:[一二三四五六七八九十百]{1,4}|\d{1,3}|[A-Za-z])[）).、．]|第[一二三四五六七八九十百\d]{1,5}[条章节项款]|[①-⑳⑴-⒇●○◆■□▲★•·※])/u;
const ENDS_PARAGRAPH = /[。；：！？…;:!?][”’）)」』》]*$/u;
const WIDE = /[\p{Script=Han}\u3000-\u303f\uff01-\uff60—…“”‘’]/u;

/** The layout of a letter's lines that its page does not keep: ends of lines, and spaces that fold. They are told beside other faults. */
export function layoutFaults(node: Nodes, parent: Parents | undefined, { body, kind }: TextContext): TextFault[] {
  const from = start(node);
  if (kind !== 'official' || from === undefined) return [];
  if (parent?.type === 'root' && /[ \t]/.test(body[from - 1] ?? '')) return [folded(from - 1, true)];
  if (node.type === 'paragraph' && parent?.type === 'root' && node.position?.start.column !== 1)
    return [folded(from, true)];
  // A whole paragraph is looked at, since words beside an address without marks are nodes of their own.
  const isWhole = node.type === 'paragraph' || node.type === 'heading';
  const isCell = node.type === 'text' && parent?.type === 'tableCell';
  return isWhole || isCell ? lineFaults(body.slice(from, end(node)), from) : [];
}

/** Spaces that fold and ends of lines that do not show, in a text that begins at a place. */
function lineFaults(source: string, from: number): TextFault[] {
  const spaces = Array.from(source.matchAll(/(?<=\S) {2,}(?=\S)/g), ({ index }) => folded(from + index, false));
  const ends = Array.from(source.matchAll(/\n/g)).flatMap(({ index }): TextFault[] => {
    const before = source.slice(0, index).trimEnd();
    const after = source.slice(index + 1).trimStart();
    // What breaks a line on purpose is told by itself.
    if (before === '' || after === '' || /(?:\\| {2})$/.test(source.slice(0, index))) return [];
    const isWide = WIDE.test(before.slice(-1)) || WIDE.test(after.slice(0, 1));
    if (BEGINS_PARAGRAPH.test(after) || (isWide && ENDS_PARAGRAPH.test(before.slice(-4))))
      return [joined(from + index, after)];
    return WIDE.test(before.slice(-1)) && WIDE.test(after.slice(0, 1)) ? [broken(from + index)] : [];
  });
  return [...spaces, ...ends];
}

const folded = (offset: number, leading: boolean): TextFault => ({
  rule: SPACES_FOLDED,
  offset,
  message: leading
    ? { zh: '段首的空格网页上不显示', en: 'the spaces before the paragraph do not show' }
    : { zh: '连着的几个空格网页上只显示一个', en: 'several spaces show as one' },
  hint: {
    zh: '请删去多余的空格；段首缩进网页自己会加',
    en: 'delete what is too many; the page indents paragraphs itself',
  },
});

function joined(offset: number, after: string): TextFault {
  const next = after.length > 12 ? `${after.slice(0, 12)}…` : after;
  return {
    rule: LINES_JOINED,
    offset,
    message: {
      zh: `下一行“${next}”会接在这一行后面，连成一段`,
      en: `the next line, “${next}”, would run on in this paragraph`,
    },
    hint: {
      zh: '另起一段的，中间空一行；是同一段的，写在一行里',
      en: 'leave a blank line before a new paragraph; write one paragraph on one line',
    },
  };
}

const broken = (offset: number): TextFault => ({
  rule: LINE_BREAK_LOST,
  offset,
  message: {
    zh: '这里的换行网页上不显示，两行会连起来',
    en: 'this end of a line does not show: the two lines run together',
  },
  hint: {
    zh: '同一段写在一行里；另起一段的，中间空一行',
    en: 'write one paragraph on one line; leave a blank line before a new one',
  },
});
