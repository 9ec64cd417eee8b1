import { foldSpace } from '../text/blocks.ts';
import { endsSentence, numberLevel } from './headings.ts';
import { labelledItems } from './letter/labels.ts';
import type { Breaks, Change, SourceBlock, SourceParagraph } from './source.ts';

/** Shorter lines without a full stop are rather headings or list items than halves of a paragraph. */
const SHORTEST_HALF = 12;
/** The same for typed text, in which only the typist breaks paragraphs. */
const SHORTEST_TYPED_HALF = 20;
/** Characters shown on each side of a join. */
const SHOWN = 6;
/** Lines of hard-wrapped text are full to this many columns short of the longest, and this many at least. */
const RAGGED = 4;
const FEWEST_FULL = 3;
/** Columns of the longest line of hard-wrapped text; a longer one is a paragraph. */
const WIDEST_WRAP = 120;
const NARROWEST_WRAP = 30;

/** Blocks with paragraphs joined that page or line breaks had split, and what was joined. */
interface Joined {
  readonly blocks: readonly SourceBlock[];
  readonly changes: readonly Change[];
}

/** Whether one paragraph reads as the first half of a sentence that the next one goes on with. */
function isSplit(one: SourceBlock | undefined, next: SourceBlock, shortest: number = SHORTEST_HALF): boolean {
  if (one?.kind !== 'paragraph' || next.kind !== 'paragraph') return false;
  if (next.bullet || next.heading !== undefined || numberLevel(next.text) !== undefined) return false;
  if (
    one.heading !== undefined ||
    (numberLevel(one.text) !== undefined && one.text.length <= 45 && !/[，、,]/u.test(one.text))
  )
    return false;
  if (labelledItems(one.text).length > 0 || labelledItems(next.text).length > 0) return false;
  if (/印[发制]$/u.test(one.text) || /^[（(]?共印/u.test(next.text)) return false;
  return one.text.length >= shortest && !endsSentence(one.text);
}

/** The columns that a text takes, two for a wide character. */
const columns = (text: string): number =>
  Array.from(text).reduce(
    (sum, character) => sum + (/[\u1100-\u115f\u2e80-\uffe6“”‘’…—·]/u.test(character) ? 2 : 1),
    0,
  );

/** The width to which a text is hard-wrapped, or `undefined` where its lines are paragraphs. */
function wrapWidth(blocks: readonly SourceBlock[]): number | undefined {
  const widths = blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [columns(block.text) + (block.indent ? 4 : 0)] : [],
  );
  const widest = Math.max(0, ...widths);
  const full = widths.filter((width) => width >= widest - RAGGED).length;
  return widest >= NARROWEST_WRAP && widest <= WIDEST_WRAP && full >= FEWEST_FULL ? widest : undefined;
}

/**
 * Joins paragraphs that the ends of pages or of lines split. `pageNumbers` are the lines on which page numbers stood: what they
 * part was split by a page; other joins are of lines.
 */
export function joinSplitParagraphs(
  blocks: readonly SourceBlock[],
  breaks: Breaks,
  pageNumbers: readonly number[],
  isScan: boolean,
): Joined {
  if (breaks === 'none') return { blocks, changes: [] };
  const width = breaks === 'lines' || !isScan ? wrapWidth(blocks) : undefined;
  const indented = blocks.filter((block) => block.kind === 'paragraph' && block.indent === true).length;
  const usesIndents = indented * 4 >= blocks.length && indented >= 2;
  const joined: SourceBlock[] = [];
  const changes: Change[] = [];
  let last: { block: SourceParagraph; line: number; tail: string } | undefined;
  for (const block of blocks) {
    const previous = joined.at(-1);
    const crossed = last !== undefined && pageNumbers.some((line) => line > (last?.line ?? 0) && line < block.line);
    const isFull =
      width !== undefined && last !== undefined && columns(last.tail) >= width - RAGGED - (crossed ? 8 : 0);
    const goesOn =
      block.kind === 'paragraph' &&
      previous?.kind === 'paragraph' &&
      block.indent !== true &&
      (isSplit(previous, block, isScan || crossed ? SHORTEST_HALF : SHORTEST_TYPED_HALF) ||
        (isFull &&
          usesIndents &&
          numberLevel(block.text) === undefined &&
          labelledItems(block.text).length === 0 &&
          !block.bullet &&
          block.heading === undefined));
    // Where lines are wrapped, a line that is not full ends its paragraph, whatever its last sign.
    const ends = width !== undefined && !isFull && !crossed;
    if (block.kind !== 'paragraph' || previous?.kind !== 'paragraph' || !goesOn || ends) {
      joined.push(block);
      last =
        block.kind === 'paragraph'
          ? { block, line: block.line, tail: (block.indent ? '　　' : '') + block.text }
          : undefined;
      continue;
    }
    const whole: SourceParagraph = { ...previous, text: foldSpace(`${previous.text}\n${block.text}`) };
    joined.splice(-1, 1, whole);
    const shown = `${previous.text.slice(-SHOWN)}／${block.text.slice(0, SHOWN)}`;
    changes.push({
      kind: crossed || (isScan && breaks === 'pages') ? 'joined-page' : 'joined-line',
      line: block.line,
      text: shown,
      removed: '',
      added: '',
    });
    last = { block: whole, line: block.line, tail: block.text };
  }
  return { blocks: joined, changes };
}
