import { foldSpace } from '../markdown/blocks.ts';
import { endsSentence } from './headings.ts';
import {
  isAddressee,
  lineRole,
  type Part,
  parseDisclosure,
  parseOutcome,
  parsePrintedDay,
  parsePrintedNumber,
  printedLines,
} from './parts.ts';
import type { SourceBlock, SourceParagraph } from './source.ts';
import { dropScanSpaces } from './spaces.ts';

/** Blocks among which a letter's head is looked for. */
const LONGEST_HEAD = 15;

/** A letter taken apart: head, body and foot, each piece in the order of the source. */
export interface Letter {
  readonly head: readonly Part[];
  readonly body: readonly Part[];
  readonly foot: readonly Part[];
}

/** Takes a letter apart. `issuer` is the bureau's name, by which its letterhead and signature are known. */
export function takeApart(blocks: readonly SourceBlock[], issuer: string): Letter {
  const addressee = blocks
    .slice(0, LONGEST_HEAD)
    .findIndex((block) => block.kind === 'paragraph' && isAddressee(block));
  const bodyStart = addressee === -1 ? headLength(blocks, issuer) : addressee;
  const head = headParts(blocks.slice(0, bodyStart), issuer);
  let bodyEnd = blocks.length;
  const foot: Part[] = [];
  for (; bodyEnd > bodyStart; bodyEnd -= 1) {
    const parts = footParts(blocks[bodyEnd - 1], issuer);
    if (parts.length === 0) break;
    foot.unshift(...parts);
  }
  return { head, body: blocks.slice(bodyStart, bodyEnd).map(bodyPart), foot };
}

/** Where no line calls on a reader, the head ends with the last line that is surely of it. */
function headLength(blocks: readonly SourceBlock[], issuer: string): number {
  const candidates = headParts(blocks.slice(0, LONGEST_HEAD), issuer);
  const first = candidates.findIndex((part) => part.role === 'body');
  return first === -1 ? candidates.length : first;
}

function bodyPart(block: SourceBlock): Part {
  const source = block.kind === 'table' ? block.rows.flat().join('') : block.text;
  return { role: 'body', line: block.line, source, block };
}

/** The lines before the body. A title may run over several lines; what is not recognised stays as body text. */
function headParts(blocks: readonly SourceBlock[], issuer: string): Part[] {
  const parts: Part[] = [];
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block?.kind !== 'paragraph') {
      if (block) parts.push(bodyPart(block));
      continue;
    }
    if (/^(?:关于|对).*\S/u.test(block.text) && !parts.some(({ role }) => role === 'title')) {
      const lines = titleLines(blocks.slice(index));
      parts.push(titlePart(lines));
      index += lines.length - 1;
      continue;
    }
    parts.push(...(headPart(block, issuer) ?? [bodyPart(block)]));
  }
  return parts;
}

/** The paragraphs that a title runs over, from its first to the one that ends as titles of replies do. */
function titleLines(blocks: readonly SourceBlock[]): SourceParagraph[] {
  const lines: SourceParagraph[] = [];
  for (const block of blocks) {
    if (block.kind !== 'paragraph' || endsSentence(block.text) || lines.length === 4) break;
    lines.push(block);
    if (/(?:答复|复函|函|意见|回复|报告)(?:[（(].*[）)])?$/u.test(block.text)) return lines;
  }
  return lines.slice(0, 1);
}

function titlePart(lines: readonly SourceParagraph[]): Part {
  const source = lines.map(({ text }) => text).join('\n');
  return { role: 'title', line: lines[0]?.line ?? 1, source, text: dropScanSpaces(foldSpace(source)).text };
}

function headPart(block: SourceParagraph, issuer: string): Part[] | undefined {
  const { text: source, line } = block;
  const number = parsePrintedNumber(source);
  if (number !== undefined) return [{ role: 'number', line, source, text: number }];
  return letterheadPart(block, issuer) ?? sharedParts(block);
}

function letterheadPart({ text: source, line }: SourceParagraph, issuer: string): Part[] | undefined {
  const text = dropScanSpaces(source).text;
  const isOwn = text === issuer || text === `${issuer}文件`;
  return isOwn ? [{ role: 'issuer', line, source, text: issuer }] : undefined;
}

/** What may stand above the text or below it. */
function sharedParts({ text: source, line }: SourceParagraph): Part[] | undefined {
  const disclosure = parseDisclosure(source);
  if (disclosure) return [{ role: 'disclosure', line, source, disclosure }];
  const outcome = parseOutcome(source);
  if (outcome) return [{ role: 'outcome', line, source, outcome }];
  const printed = printedLines(source);
  if (printed.length === 0) return undefined;
  const ends = printed.map(({ value, label }) => source.indexOf(value, source.indexOf(label)) + value.length);
  return printed.map((item, index) => ({
    role: lineRole(item.label),
    line,
    source: source.slice(index === 0 ? 0 : ends[index - 1], index === printed.length - 1 ? undefined : ends[index]),
    printed: item,
  }));
}

function footParts(block: SourceBlock | undefined, issuer: string): Part[] {
  if (block?.kind !== 'paragraph') return [];
  const { text: source, line } = block;
  const day = parsePrintedDay(source);
  if (day !== undefined) return [{ role: 'date', line, source, day }];
  // The signature and the date on one line.
  const signed = source.startsWith(issuer) ? parsePrintedDay(source.slice(issuer.length)) : undefined;
  if (signed !== undefined) {
    return [
      { role: 'issuer', line, source: issuer, text: issuer },
      { role: 'date', line, source: source.slice(issuer.length), day: signed },
    ];
  }
  return letterheadPart(block, issuer) ?? sharedParts(block) ?? [];
}
