import type { Nodes, Parents, Root } from 'mdast';
import type { Finding } from '../../errors.ts';
import { found } from '../../rule.ts';
import type { BodyKind } from '../../text/guard/code.ts';
import { type BodyOrigin, placeInBody } from '../../text/parse.ts';
import { placer } from '../lines.ts';
import { markFaults, type TextContext, type TextFault } from './marks.ts';
import { CHARACTER_REFERENCE, SPACE_CHARACTER, TEXT_CHANGED } from './rules.ts';

/**
 * Whatever a body says that its page would not say. Every character of the body is accounted for: it is either
 * shown as it stands (an escape shows the character after its backslash), or a mark of a kind that its node may have.
 */
export function textFindings(tree: Root, body: string, kind: BodyKind, origin: BodyOrigin): Finding[] {
  const context: TextContext = { body, kind, referenced: references(tree) };
  const faults: TextFault[] = [];
  const walk = (node: Nodes, parent: Parents | undefined): void => {
    const own = [...markFaults(node, parent, context), ...spaceFaults(node, context)];
    faults.push(...(own.length > 0 ? own : accountFaults(node, context)));
    if ('children' in node) for (const child of node.children) walk(child, node);
  };
  walk(tree, undefined);
  const place = placer(body, origin.file);
  return faults.map(({ rule, offset, message, hint }) => {
    const { line = 1, column = 1 } = place(offset);
    return found(rule, placeInBody({ line, column }, origin), message, hint);
  });
}

function references(tree: Root): Set<string> {
  const names = new Set<string>();
  const walk = (node: Nodes): void => {
    if (node.type === 'linkReference' || node.type === 'imageReference' || node.type === 'footnoteReference')
      names.add(node.identifier);
    if ('children' in node) node.children.forEach(walk);
  };
  walk(tree);
  return names;
}

const start = (node: Nodes) => node.position?.start.offset;
const end = (node: Nodes) => node.position?.end.offset;

function spaceFaults(node: Nodes, { body }: TextContext): TextFault[] {
  const from = start(node);
  if (node.type !== 'text' || from === undefined) return [];
  return [...body.slice(from, end(node)).matchAll(/[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g)].map(
    (match) => ({
      rule: SPACE_CHARACTER,
      offset: from + match.index,
      message: {
        zh: `这里是${match[0].includes('\u3000') ? '全角空格' : match[0].includes('\t') ? '制表符（Tab）' : '特殊空格'}，网页上会变成普通空格`,
        en: `${match[0].includes('\u3000') ? 'an ideographic space' : match[0].includes('\t') ? 'a tab' : 'a special space'}, which a page shows as a plain one`,
      },
      hint: {
        zh: '请删去；词与词之间确需空开时用一个普通空格',
        en: 'delete it; where words have to stand apart, use one plain space',
      },
    }),
  );
}

/** The parts of a node's source that belong to none of its children, with where each begins. */
function ownSource(node: Nodes, body: string): { readonly text: string; readonly offset: number }[] {
  const from = start(node);
  const to = end(node);
  if (from === undefined || to === undefined) return [];
  const parts: { text: string; offset: number }[] = [];
  let at = from;
  for (const child of 'children' in node ? node.children : []) {
    const childStart = start(child);
    const childEnd = end(child);
    // A child that a plugin made has no place; what it was made of is accounted for by its siblings' ends.
    if (childStart === undefined || childEnd === undefined) return [];
    parts.push({ text: body.slice(at, childStart), offset: at });
    at = childEnd;
  }
  parts.push({ text: body.slice(at, to), offset: at });
  return parts.filter(({ text }) => text !== '');
}

/** The marks that each kind of node may take from the source. White space and the `>` of a quotation go with any block. */
const MARKS: Partial<Record<Nodes['type'], RegExp>> = {
  root: /^[\s>]*$/,
  paragraph: /^[\s>]*$/,
  blockquote: /^[\s>]*$/,
  list: /^[\s>]*$/,
  listItem: /^\s*(?:(?:[-*+]|\d{1,9}[.)])(?:\s+(?:\[[ xX]\]\s[\s>]*|>[\s>]*)?)?|>[\s>]*)?$/,
  heading: /^(?:\s{0,3}#{1,6}[ \t]+|[ \t]*)$/,
  strong: /^(?:\*\*|__)$/,
  emphasis: /^[*_]$/,
  delete: /^~~?$/,
  table: /^[\s>|:-]*$/,
  tableRow: /^[\s|]*$/,
  tableCell: /^[\s|]*$/,
  link: /^(?:\[|\]\([^)]*\)+|<|>)$/,
  linkReference: /^(?:\[|\](?:\[[^\]]*\])?)$/,
  break: /^(?:\\| {2,})\n[\s>]*$/,
};

/** Faults of what a node's source says beyond its children and its marks. */
function accountFaults(node: Nodes, { body }: TextContext): TextFault[] {
  if (node.type === 'text') return textFaults(node, body);
  const hidden = hiddenFaults(node, body);
  if (hidden.length > 0) return hidden;
  const marks = MARKS[node.type];
  if (marks === undefined) return [];
  return ownSource(node, body).flatMap(({ text, offset }) => (marks.test(text) ? [] : [lost(text.trim(), offset)]));
}

const REFERENCE = /(?<!\\)&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][\dA-Za-z]*);/;

/** Faults of what a node holds beside the words that it shows: addresses, titles, attributes. */
function hiddenFaults(node: Nodes, body: string): TextFault[] {
  if (!HOLDS_ATTRIBUTES.has(node.type)) return [];
  const references = ownSource(node, body).flatMap(({ text, offset }) => {
    const match = REFERENCE.exec(text);
    return match === null ? [] : [reference(match[0], offset + match.index)];
  });
  const from = start(node);
  if (!('title' in node) || node.title == null || from === undefined) return references;
  const at = body.indexOf(node.title, from);
  return [...references, unseen(node.title, at === -1 ? from : at)];
}

const HOLDS_ATTRIBUTES: ReadonlySet<Nodes['type']> = new Set([
  'link',
  'image',
  'definition',
  'mdxJsxFlowElement',
  'mdxJsxTextElement',
]);

function textFaults(node: Extract<Nodes, { type: 'text' }>, body: string): TextFault[] {
  const from = start(node);
  if (from === undefined) return [];
  const source = body.slice(from, end(node));
  const unindented = (text: string) => text.replace(/(?<![ \t])[ \t]*\n[ \t>]*/g, '\n');
  // A NUL is named by another rule, and read as U+FFFD.
  const shown = unindented(source.replaceAll('\0', '\ufffd').replace(/\\([!-/:-@[-`{-~])/g, '$1'));
  if (shown === unindented(node.value)) return [];
  const match = REFERENCE.exec(source);
  return [match === null ? lost(source, from) : reference(match[0], from + match.index)];
}

function reference(written: string, offset: number): TextFault {
  return {
    rule: CHARACTER_REFERENCE,
    offset,
    message: { zh: `“${written}”会变成另一个字符`, en: `${written} would turn into another character` },
    hint: {
      zh: `请直接写这个字符；要显示“${written}”这几个字请写成“\\${written}”`,
      en: `write the character itself; to show these letters write \\${written}`,
    },
  };
}

function unseen(title: string, offset: number): TextFault {
  return {
    rule: TEXT_CHANGED,
    offset,
    message: {
      zh: `网址后面引号里的“${title}”是提示文字，网页正文里看不到`,
      en: `“${title}” in quotes after the address is a tooltip: the page does not show it`,
    },
    hint: {
      zh: '请删去引号和其中的字，要说的话写在正文里',
      en: 'delete the quotes with the words, or say it in the text',
    },
  };
}

function lost(source: string, offset: number): TextFault {
  const shown = source.length > 24 ? `${source.slice(0, 24)}…` : source;
  return {
    rule: TEXT_CHANGED,
    offset,
    message: {
      zh: `“${shown}”会被排版程序吃掉或改动，网页上看不到原样`,
      en: `“${shown}” would be dropped or altered on the page`,
    },
    hint: {
      zh: '请在会被误认的符号前加“\\”，或换一种写法',
      en: 'put \\ before the character that is taken for mark-up, or write it another way',
    },
  };
}
