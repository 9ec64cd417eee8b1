import type { Root } from 'mdast';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFileMessage } from 'vfile-message';
import { type Finding, type Place, SiteError } from '../errors.ts';
import { placer } from '../model/source-file.ts';
import { remarkPlugins } from './dialect.ts';
import { syntaxFinding } from './syntax-finding.ts';

/** Where a body is in its file: `linesBefore` is added to every line of the tree's positions in findings. */
export interface BodyOrigin {
  readonly file: string;
  readonly linesBefore: number;
}

/** The place in the file of a point in the body. */
export function placeInBody(point: { line: number; column: number } | undefined, origin: BodyOrigin): Place {
  if (!point) return { file: origin.file };
  return { file: origin.file, line: point.line + origin.linesBefore, column: point.column };
}

/** The syntax tree of an .mdx body (MDX syntax, so that code is seen and refused). Throws a SiteError on a syntax error. */
export function parseBody(body: string, origin: BodyOrigin): Root {
  const parsed = tryParse(body);
  if (!(parsed instanceof VFileMessage)) return parsed;
  throw new SiteError(syntaxFinding(parsed, body, errorPlace(parsed, body, origin)), { cause: parsed });
}

const processor = unified().use(remarkParse).use(remarkMdx).use(remarkPlugins).freeze();

function tryParse(body: string): Root | VFileMessage {
  try {
    return processor.runSync(processor.parse(body)) as Root;
  } catch (error) {
    if (error instanceof VFileMessage) return error;
    throw error;
  }
}

/** A body read as far as it can be: where there is a syntax error, the character that causes it is taken for text. */
interface LenientBody {
  readonly tree: Root;
  /** What the tree was read from: the body with harmless characters of the same length in the place of the culprits. */
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** Where a parser stops at its first syntax error, this names every one and still gives a tree for the other rules. */
export function parseLeniently(body: string, origin: BodyOrigin): LenientBody {
  const findings: Finding[] = [];
  let text = body;
  for (;;) {
    const parsed = tryParse(text);
    if (!(parsed instanceof VFileMessage)) return { tree: parsed, text, findings };
    const at = culprit(parsed, text);
    findings.push(syntaxFinding(parsed, text, pointPlace(text, at, origin)));
    text = findings.length < MOST_TOLD ? disarm(text, at) : disarmAll(text);
  }
}

/** How many syntax errors of one file are reported: the text is read again after each, which a file full of them would make last. */
const MOST_TOLD = 50;

/** Full-width look-alikes keep the length, so that every position stays true. */
const HARMLESS: Readonly<Record<string, string>> = { '<': '＜', '{': '｛', '}': '｝' };
const CULPRITS = /[<{}]/g;

/** Makes one character harmless; where it is harmless already, all that could be at fault, so that reading comes to an end. */
function disarm(text: string, at: number): string {
  const character = text[at] ?? '';
  if (/[<{}a-z]/.test(character)) return text.slice(0, at) + (HARMLESS[character] ?? '＿') + text.slice(at + 1);
  return disarmAll(text);
}

function disarmAll(text: string): string {
  return text
    .replaceAll(CULPRITS, (found) => HARMLESS[found] ?? '＿')
    .replaceAll(/^(?:import|export)\b/gm, '＿＿＿＿＿＿');
}

/** Where the parser stopped; mismatched tags are told only in words, by line and column of the opening tag. */
function errorOffset({ place, reason }: VFileMessage, text: string): number {
  const offset = place === undefined ? undefined : 'start' in place ? place.start.offset : place.offset;
  if (offset !== undefined && !/closing tag/.test(reason)) return Math.min(offset, text.length - 1);
  const told = /`? ?\((\d+):(\d+)-\d+:\d+\)/.exec(reason);
  if (told === null) return Math.min(offset ?? text.length - 1, text.length - 1);
  const [line, column] = told.slice(1).map(Number) as [number, number];
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((sum, earlier) => sum + earlier.length + 1, 0) + column - 1;
}

/** The character that begins what the parser could not read: the nearest `<` or `{` at or before where it stopped. */
function culprit(error: VFileMessage, text: string): number {
  const offset = errorOffset(error, text);
  if (error.source === 'micromark-extension-mdxjs-esm') {
    const before = text.slice(0, offset + 1);
    return [...before.matchAll(/^(?:import|export)\b/gm)].at(-1)?.index ?? before.lastIndexOf('\n') + 1;
  }
  const opening = error.source === 'micromark-extension-mdx-expression' || error.ruleId === 'acorn' ? '{' : '<';
  const before = text.lastIndexOf(opening, offset);
  return before === -1 ? Math.max(text.search(CULPRITS), 0) : before;
}

function errorPlace(error: VFileMessage, text: string, origin: BodyOrigin): Place {
  return pointPlace(text, culprit(error, text), origin);
}

function pointPlace(text: string, offset: number, origin: BodyOrigin): Place {
  const { line = 1, column = 1 } = placer(text, origin.file)(offset);
  return placeInBody({ line, column }, origin);
}
