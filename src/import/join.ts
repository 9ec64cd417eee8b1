import { foldSpace } from '../markdown/blocks.ts';
import { endsSentence, isNumberedHeading, numberLevel } from './headings.ts';
import type { Change, SourceBlock, SourceParagraph } from './source.ts';

/** Shorter lines without a full stop are rather headings or list items than halves of a paragraph. */
const SHORTEST_HALF = 12;
/** Characters shown on each side of a join. */
const SHOWN = 6;

/** Blocks with paragraphs joined that a page break had split, and what was joined. */
export interface Joined {
  readonly blocks: readonly SourceBlock[];
  readonly changes: readonly Change[];
}

/** Whether one paragraph reads as the first half of a sentence that the next one goes on with. */
export function isSplit(one: SourceBlock | undefined, next: SourceBlock): boolean {
  if (one?.kind !== 'paragraph' || next.kind !== 'paragraph') return false;
  if (next.bullet || next.heading !== undefined || numberLevel(next.text) !== undefined) return false;
  if (one.heading !== undefined || isNumberedHeading(one.text)) return false;
  return one.text.length >= SHORTEST_HALF && !endsSentence(one.text);
}

/** Joins paragraphs that page breaks split. */
export function joinSplitParagraphs(blocks: readonly SourceBlock[]): Joined {
  const joined: SourceBlock[] = [];
  const changes: Change[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.kind !== 'paragraph' || last?.kind !== 'paragraph' || !isSplit(last, block)) {
      joined.push(block);
      continue;
    }
    const whole: SourceParagraph = { ...last, text: foldSpace(`${last.text}\n${block.text}`) };
    joined.splice(-1, 1, whole);
    const shown = `${last.text.slice(-SHOWN)}／${block.text.slice(0, SHOWN)}`;
    changes.push({ kind: 'joined', line: block.line, text: shown, removed: '', added: '' });
  }
  return { blocks: joined, changes };
}
