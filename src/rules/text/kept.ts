import type { Nodes, Parents, Root } from 'mdast';
import type { Finding } from '../../errors.ts';
import type { Locale } from '../../model/locale.ts';
import { placer } from '../../model/source-file.ts';
import { found } from '../../rule.ts';
import type { BodyKind } from '../../text/guard/code.ts';
import { type BodyOrigin, placeInBody } from '../../text/parse.ts';
import { on, pass } from '../checks.ts';
import { differs, lost, reference, unseen } from './explanations.ts';
import type { TextContext, TextFault } from './fault.ts';
import { layoutFaults, spaceFaults, spacesIn } from './layout.ts';
import { markFaults } from './marks.ts';
import * as textRules from './rules.ts';
import { difference } from './shown.ts';

export const TEXT_KEPT = pass({
  finds: Object.values(textRules),
  because: 'every character of a text is accounted for once, by whichever rule explains it',
  check: on('body', ({ tree, text, kind, locale, origin, others }) =>
    textFindings(tree, text, { kind, locale }, origin, others),
  ),
});

/**
 * Whatever a body says that its page would not say. Every character of the body is accounted for: it is either
 * shown verbatim (an escape shows the character after its backslash), or a mark of a kind that its node may have.
 */
function textFindings(
  tree: Root,
  body: string,
  { kind, locale }: { readonly kind: BodyKind; readonly locale: Locale },
  origin: BodyOrigin,
  others: readonly Finding[],
): Finding[] {
  const context: TextContext = { body, kind, locale, referenced: references(tree) };
  const faults: TextFault[] = [];
  const told = new Set<Nodes | undefined>();
  const walk = (node: Nodes, parent: Parents | undefined): void => {
    const own = [...markFaults(node, parent, context), ...spaceFaults(node, context)];
    faults.push(...layoutFaults(node, parent, context));
    const account = () => (node.type === 'listItem' && told.has(parent) ? [] : accountFaults(node, context));
    faults.push(...(own.length > 0 ? own : account()));
    // What a list is told of, its items are not told of again.
    if (own.length > 0) told.add(node);
    if ('children' in node) for (const child of node.children) walk(child, node);
  };
  walk(tree, undefined);
  if (kind === 'official')
    faults.push(
      ...unexplainedFaults(tree, body, faults, (line) =>
        others.some(({ place }) => place.line === line + origin.linesBefore),
      ),
    );
  const place = placer(body, origin.file);
  return faults.map(({ rule, offset, message, hint }) => {
    const { line = 1, column = 1 } = place(offset);
    return found(rule, placeInBody({ line, column }, origin), message, hint);
  });
}

/** Parts of a letter that read otherwise than they are written, where nothing above says why. */
function unexplainedFaults(
  tree: Root,
  body: string,
  faults: readonly TextFault[],
  isTold: (line: number) => boolean,
): TextFault[] {
  return tree.children.flatMap((part): TextFault[] => {
    if (!COMPARED.has(part.type)) return [];
    const [from = 0, to = 0] = [start(part), end(part)];
    if (faults.some(({ offset }) => offset >= from && offset <= to)) return [];
    const [first, last] = [part.position?.start.line ?? 1, part.position?.end.line ?? 1];
    if (Array.from({ length: last - first + 1 }, (_, index) => first + index).some(isTold)) return [];
    // Words beside an address that was written without marks have lost their places.
    const beside = hasUnplaced(part) ? spacesIn(body.slice(from, to), from) : [];
    if (beside.length > 0) return beside;
    const found = difference(part, body);
    if (found === undefined) return [];
    const match = REFERENCE.exec(body.slice(found.offset, found.offset + 40));
    if (match?.index === 0) return [reference(match[0], found.offset)];
    return [differs(found)];
  });
}

const hasUnplaced = (node: Nodes): boolean =>
  'children' in node ? node.children.some(hasUnplaced) : node.position === undefined;

/** What letters are made of. Other parts are refused by rules of their own. */
const COMPARED: ReadonlySet<Nodes['type']> = new Set(['paragraph', 'heading', 'list', 'table']);

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

/** Matches no text. */
const NOTHING = /(?!)/;

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

/**
 * How the structure of a text is written, and no other way: whatever else of the source does not show is lost. A report and a page
 * may use more of Markdown than a letter, whose marks may be its own: white space and the `>` of a quotation go with any block there.
 */
const MARKS: Readonly<Record<BodyKind, Partial<Record<Nodes['type'], RegExp>>>> = {
  official: {
    root: /^\s*$/,
    paragraph: /^\s*$/,
    blockquote: NOTHING,
    list: /^\s*$/,
    listItem: /^\s*(?:(?:-|\d{1,2}\.)\s+)?$/,
    heading: /^(?:#{2,6}[ \t]+|[ \t]*)$/,
    strong: /^\*\*$/,
    emphasis: NOTHING,
    delete: NOTHING,
    table: /^[\s|:-]*$/,
    tableRow: /^[\s|]*$/,
    tableCell: /^[\s|]*$/,
    link: /^(?:\[|\]\([^)]*\)+|<|>)$/,
    linkReference: /^(?:\[|\](?:\[[^\]]*\])?)$/,
    break: NOTHING,
  },
  compiled: {
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
  },
};

/** Faults of what a node's source says beyond its children and its marks. */
function accountFaults(node: Nodes, { body, kind }: TextContext): TextFault[] {
  if (node.type === 'text') return textFaults(node, body);
  const hidden = hiddenFaults(node, body);
  if (hidden.length > 0) return hidden;
  const from = start(node);
  const isEmpty = (node.type === 'listItem' || node.type === 'heading') && node.children.length === 0;
  if (kind === 'official' && isEmpty && from !== undefined) return [lost(body.slice(from, end(node)), from, body)];
  const marks = MARKS[kind][node.type];
  if (marks === undefined) return [];
  // A pair of marks is told once.
  const taken = ownSource(node, body).find(({ text }) => !marks.test(text));
  return taken === undefined ? [] : [lost(taken.text, taken.offset, body)];
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
  return [match === null ? lost(source, from, body) : reference(match[0], from + match.index)];
}
