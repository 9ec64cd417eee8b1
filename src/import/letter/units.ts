import type { SourceBlock, SourceParagraph, SourceTable } from '../source.ts';
import { textAfterAddressee } from './addressees.ts';
import { readMasthead, readSignature } from './bodies.ts';
import { dayBeside, parsePrintedDay } from './dates.ts';
import { fold } from './fold.ts';
import { labelledItems } from './labels.ts';
import { parseDisclosure, parseOutcome } from './marks.ts';
import { finalNumber, leadingNumber, wholeNumber } from './numbers.ts';
import { endsTitle, titleScore } from './titles.ts';

/** The smallest thing that has a place in a letter: a paragraph, a part of one that says something of its own, or a table. */
export type Unit =
  | { readonly kind: 'text'; readonly text: string; readonly block: SourceParagraph; readonly rest: boolean }
  | { readonly kind: 'table'; readonly block: SourceTable };

/** Blocks among which the head of a letter is looked for. */
const HEAD = 40;
/** A longer line is a paragraph of the text and not cut. */
const LONGEST_LINE = 160;

/** The units of a source: lines that say two things, such as a number beside the one who signed, are cut between them. */
export function unitsOf(blocks: readonly SourceBlock[], known: readonly string[]): Unit[] {
  let addressed = false;
  return blocks.flatMap((block, index): Unit[] => {
    if (block.kind === 'table') return [{ kind: 'table', block }];
    const units = (texts: readonly string[]): Unit[] =>
      texts.map((text, at) => ({ kind: 'text', text, block, rest: at > 0 }));
    if (index < HEAD && !addressed) {
      const at = textAfterAddressee(block.text);
      if (at !== undefined) {
        addressed = true;
        return units([block.text.slice(0, at).trim(), block.text.slice(at).trim()]);
      }
    }
    return units(block.text.length > LONGEST_LINE ? [block.text] : cut(block.text, index < HEAD, known));
  });
}

/** A line within one pair of brackets. */
const IN_BRACKETS = /^\s*[（(][^（）()]+[）)]\s*$/u;

/** A line cut where it says several things of a letter's head or foot; whole where it does not. */
function cut(text: string, isHead: boolean, known: readonly string[]): string[] {
  // Brackets around several items belong to all of them: cut, the first would keep one and the last the other.
  if (IN_BRACKETS.test(text)) {
    if (labelledItems(text).length > 0) return [text];
    // （此件公开；联系人：…）
    const end = text.search(/(?<=[；;，,])/u);
    const [mark, rest] = [text.slice(0, end), text.slice(end)];
    if (end > 0 && parseDisclosure(mark) !== undefined && labelledItems(rest).length > 0) return [mark, rest];
  }
  for (const gap of [/\t|[ \u00a0]{2,}|\u3000+/u, /\s+/u]) {
    const cells = text.split(gap).filter((cell) => cell !== '');
    if (cells.length > 1 && cells.every((cell) => isOfFrame(cell, known))) {
      return cells.flatMap((cell) => cut(cell, isHead, known));
    }
  }
  const number = isHead ? (leadingNumber(text) ?? finalNumber(text)) : undefined;
  if (number !== undefined && wholeNumber(text) === undefined) {
    const [before, own, after] = [
      text.slice(0, number.start).trim(),
      text.slice(number.start, number.end).trim(),
      text.slice(number.end).trim(),
    ];
    const others = [before, after].filter((part) => part !== '');
    if (others.every((part) => isOfFrame(part, known) || titleScore([part]) > 0)) {
      return [before, own, after]
        .filter((part) => part !== '')
        .flatMap((part) => (part === own ? [part] : cut(part, isHead, known)));
    }
  }
  const day = dayBeside(fold(text));
  const [label] = labelledItems(text);
  if (day !== undefined && label?.role !== 'about-page') {
    const parts = [text.slice(0, day.start), text.slice(day.start, day.end), text.slice(day.end)].map((part) =>
      part.trim(),
    );
    const others = parts.filter((part) => part !== '' && parsePrintedDay(part) === undefined);
    if (others.every((part) => isOfFrame(part, known)))
      return parts
        .filter((part) => part !== '')
        .flatMap((part) => (parsePrintedDay(part) ? [part] : cut(part, isHead, known)));
  }
  return bracketed(text) ?? [text];
}

/** `（联系人：…）（主动公开）` and `…（主动公开）`: what is in brackets at the end, apart. */
function bracketed(text: string): string[] | undefined {
  const match = /^(.*\S)\s*([（(【[][^（）()【】[\]]{1,20}[）)】\]])$/u.exec(text.trim());
  const [, before = '', inner = ''] = match ?? [];
  if (before === '' || (parseDisclosure(inner) === undefined && parseOutcome(inner) === undefined)) return undefined;
  const isFrame = labelledItems(before).length > 0 || parsePrintedDay(before) !== undefined || endsTitle(before);
  return isFrame ? [before, inner] : undefined;
}

/** Whether a short text is something of a letter's head or foot that is known by itself. */
export function isOfFrame(text: string, known: readonly string[]): boolean {
  return (
    wholeNumber(text) !== undefined ||
    parsePrintedDay(text) !== undefined ||
    labelledItems(text).length > 0 ||
    parseDisclosure(text) !== undefined ||
    parseOutcome(text) !== undefined ||
    readSignature(text, known) !== undefined ||
    readMasthead(text, known)?.bare === false
  );
}
