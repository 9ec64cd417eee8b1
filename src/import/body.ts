import { foldSpace } from '../text/blocks.ts';
import { endsSentence, headingIndices, numberLevel } from './headings.ts';
import { joinSplitParagraphs } from './join.ts';
import { isAnnexLabel } from './letter/marks.ts';
import {
  type Breaks,
  type Change,
  isRecognised,
  type SourceBlock,
  type SourceFormat,
  type SourceParagraph,
} from './source.ts';
import { dropScanSpaces } from './spaces.ts';

/** Front matter and a reply's title take the first heading level, so 一、 is the second. */
const FIRST_DEPTH = 2;
/** The longest line under 附件1 that is still the annex's title. */
const LONGEST_TITLE = 40;

/** A block of a reply's body, ready to be written. */
export type BodyBlock =
  | { readonly kind: 'paragraph' | 'list-item'; readonly text: string; readonly line: number }
  | {
      readonly kind: 'heading';
      readonly text: string;
      readonly depth: number;
      readonly line: number;
      readonly numbered: boolean;
    }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[]; readonly line: number };

/** A body made ready, and what was done to it. */
export interface Body {
  readonly blocks: readonly BodyBlock[];
  readonly changes: readonly Change[];
}

/** What of a source decides how its paragraphs are put right. */
interface Origin {
  readonly format: SourceFormat;
  readonly breaks: Breaks;
  /** Lines on which page numbers stood. */
  readonly pageNumbers: readonly number[];
}

/**
 * Makes annexes ready, which begin with 附件1 or the like: each such line is a heading of its own, a short line under it the
 * annex's title, and the headings of its text come below these.
 */
export function prepareAnnexes(source: readonly SourceBlock[], origin: Origin): Body {
  const starts = source.flatMap((block, index) => (index === 0 || isAnnexLabel(block) ? [index] : []));
  const parts = starts.map((start, index): Body => {
    const [first, ...rest] = source.slice(start, starts[index + 1]);
    if (first === undefined) return { blocks: [], changes: [] };
    if (first.kind === 'table') return prepareBody([first, ...rest], origin);
    const [second, ...below] = rest;
    const isTitle =
      second?.kind === 'paragraph' &&
      below.length > 0 &&
      second.text.length <= LONGEST_TITLE &&
      !endsSentence(second.text) &&
      numberLevel(second.text) === undefined;
    const text = prepareBody(isTitle ? below : rest, origin, FIRST_DEPTH + 2);
    const heading = (block: SourceParagraph, depth: number): BodyBlock => ({
      kind: 'heading',
      text: foldSpace(block.text),
      depth,
      line: block.line,
      numbered: true,
    });
    return {
      blocks: [heading(first, FIRST_DEPTH), ...(isTitle ? [heading(second, FIRST_DEPTH + 1)] : []), ...text.blocks],
      changes: text.changes,
    };
  });
  return { blocks: parts.flatMap(({ blocks }) => blocks), changes: parts.flatMap(({ changes }) => changes) };
}

/** Makes a body ready: joins what breaks of pages and lines split, drops the spaces of scanning, gives headings the level of their number. */
export function prepareBody(source: readonly SourceBlock[], origin: Origin, firstDepth: number = FIRST_DEPTH): Body {
  const joined = joinSplitParagraphs(
    source,
    origin.breaks,
    origin.pageNumbers,
    origin.format === 'scan' || origin.format === 'spaced' || origin.format === 'md',
  );
  const changes: Change[] = [...joined.changes];
  const spaced = joined.blocks.map((block) =>
    block.kind === 'table' ? block : { ...block, text: evenSpaces(block.text, block.line, origin, changes) },
  );
  const headings = headingIndices(spaced);
  const levels = [...new Set([...headings].map((index) => levelOf(spaced[index])))].sort((one, other) => one - other);
  const blocks = spaced.map((block, index): BodyBlock => {
    if (block.kind === 'table') return block;
    const { text, line } = block;
    if (headings.has(index)) {
      const depth = Math.min(firstDepth + levels.indexOf(levelOf(block)), 6);
      if (block.heading !== undefined && block.heading !== depth) {
        changes.push({ kind: 'heading', line, text, removed: '', added: '' });
      }
      return { kind: 'heading', text, depth, line, numbered: true };
    }
    if (block.heading !== undefined && numberLevel(text) === undefined) {
      return { kind: 'heading', text, depth: firstDepth, line, numbered: false };
    }
    return { kind: block.bullet ? 'list-item' : 'paragraph', text, line };
  });
  return { blocks, changes };
}

const levelOf = (block: SourceBlock | undefined): number =>
  block?.kind === 'paragraph' ? (numberLevel(block.text) ?? 1) : 1;

/** A paragraph's text with its tabs and wide gaps as one space, and without the spaces of scanning; both are listed. */
function evenSpaces(text: string, line: number, { format }: Origin, changes: Change[]): string {
  const cleaned = isRecognised(format) ? dropScanSpaces(text) : { text, places: [] };
  for (const place of cleaned.places)
    changes.push({ kind: 'space', line, text: place.replace(/\s+/gu, ' '), removed: '', added: '' });
  const even = foldSpace(cleaned.text).trim();
  const wide = cleaned.text.trim().match(/.{0,6}(?:\t|[ \u00a0]{2,}|\u3000)\s*.{0,6}/u)?.[0];
  if (wide !== undefined)
    changes.push({ kind: 'wide-space', line, text: wide.replace(/\s+/gu, ' '), removed: '', added: '' });
  return even;
}
