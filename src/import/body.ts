import { isNumberedHeading, numberLevel } from './headings.ts';
import { joinSplitParagraphs } from './join.ts';
import type { Change, SourceBlock, SourceForm } from './source.ts';
import { dropScanSpaces } from './spaces.ts';

/** Front matter and a reply's title take the first heading level, so 一、 is the second. */
const FIRST_DEPTH = 2;

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

/** Makes a body ready: joins what page breaks split, drops the spaces of scanning, gives headings the level of their number. */
export function prepareBody(source: readonly SourceBlock[], form: SourceForm): Body {
  const joined = form === 'scan' ? joinSplitParagraphs(source) : { blocks: source, changes: [] };
  const changes: Change[] = [...joined.changes];
  const spaced = joined.blocks.map((block): SourceBlock => {
    if (block.kind === 'table' || form !== 'scan') return block;
    const { text, places } = dropScanSpaces(block.text);
    for (const place of places) changes.push({ kind: 'space', line: block.line, text: place, removed: '', added: '' });
    return { ...block, text };
  });
  const levels = usedLevels(spaced);
  const blocks = spaced.map((block): BodyBlock => {
    if (block.kind === 'table') return block;
    const { text, line } = block;
    if (isNumberedHeading(text) && !block.bullet) {
      const depth = FIRST_DEPTH + levels.indexOf(numberLevel(text) ?? 1);
      if (block.heading !== undefined && block.heading !== depth) {
        changes.push({ kind: 'heading', line, text, removed: '', added: '' });
      }
      return { kind: 'heading', text, depth, line, numbered: true };
    }
    if (block.heading !== undefined && numberLevel(text) === undefined) {
      return { kind: 'heading', text, depth: FIRST_DEPTH, line, numbered: false };
    }
    return { kind: block.bullet ? 'list-item' : 'paragraph', text, line };
  });
  return { blocks, changes };
}

/** The levels of numbering that a body's headings use, so that they can be closed up: no level may be skipped. */
function usedLevels(blocks: readonly SourceBlock[]): number[] {
  const levels = blocks.flatMap((block) =>
    block.kind === 'paragraph' && isNumberedHeading(block.text) ? [numberLevel(block.text) ?? 1] : [],
  );
  return [...new Set(levels)].sort((one, other) => one - other);
}
