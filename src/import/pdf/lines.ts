import type { Word } from '../../attachments/wrapped-lines.ts';
import { raised } from '../raised.ts';
import type { PdfPage } from './pages.ts';

/** A line of a page, from the page's lower left corner in points. Wide gaps in it are tabs. */
export interface PdfLine {
  readonly text: string;
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  /** Raised and lowered signs in it that are written with the characters for them, and the words before each. */
  readonly raised: readonly string[];
}

/** Where the text of a document is on its pages. */
export interface Margins {
  readonly left: number;
  readonly right: number;
}

/** A gap of more letters than this parts cells, or what is at two ends of a line. */
const CELL = 1.6;
/** A gap of more letters than this is a space between Latin words. */
const SPACE = 0.2;
/** A gap of more letters than this is the space of a Chinese letter. */
const WIDE_SPACE = 0.8;
/** Lines that must reach the right margin for it to be known. */
const FEWEST_FULL = 3;
/** About the size of type, in points. */
const SIZE = 16;
const LATIN = /[\p{Script=Latin}\d]/u;

/** How small and how far above or below its line a sign is set that is raised or lowered, in the size of the line's type. */
const SMALL = 0.8;
const RAISED = 0.15;
const LOWERED = 0.08;

/** The text of a word on a line of a size and baseline: raised and lowered signs with the characters that show them. */
function signsOf(word: Word, size: number, baseline: number): string {
  if (word.size > size * SMALL) return word.text;
  const above = (word.baseline - baseline) / size;
  const how = above > RAISED ? 'superscript' : above < -LOWERED ? 'subscript' : undefined;
  return (how === undefined ? undefined : raised(word.text, how)) ?? word.text;
}

/** The lines of a page or of a cell, from top to bottom, their words from left to right. */
export function linesOf({ words }: Pick<PdfPage, 'words'>, page: number): PdfLine[] {
  const rows: Word[][] = [];
  for (const word of [...words].sort((one, other) => other.baseline - one.baseline || one.left - other.left)) {
    const row = rows.find(
      ([first]) =>
        first !== undefined && Math.abs(first.baseline - word.baseline) < Math.max(first.size, word.size) * 0.45,
    );
    if (row) row.push(word);
    else rows.push([word]);
  }
  return rows.map((row): PdfLine => {
    const ordered = row.sort((one, other) => one.left - other.left);
    const size = Math.max(...ordered.map((word) => word.size));
    const baseline = ordered.find((word) => word.size === size)?.baseline ?? 0;
    const shown: string[] = [];
    let text = '';
    let right = Number.NEGATIVE_INFINITY;
    for (const word of ordered) {
      const gap = word.left - right;
      if (text !== '') text += gap > size * CELL ? '\t' : isSpace(text, word.text, gap, size) ? ' ' : '';
      const own = signsOf(word, size, baseline);
      text += own;
      if (own !== word.text) shown.push(text.slice(-6));
      right = Math.max(right, word.left + word.width);
    }
    const [first] = ordered;
    return { text: text.trim(), page, left: first?.left ?? 0, right, baseline, size, raised: shown };
  });
}

/** Whether a gap between words is a space: a wide one, or one between Latin letters and digits; around Chinese layout sets narrow ones of its own. */
const isSpace = (before: string, after: string, gap: number, size: number): boolean =>
  gap > size * WIDE_SPACE || (gap > size * SPACE && LATIN.test(before.at(-1) ?? '') && LATIN.test(after.charAt(0)));

/** The margins of a document: where the leftmost line begins, which no first line of a paragraph does, and where long lines end. */
export function marginsOf(lines: readonly PdfLine[], width: number): Margins {
  const long = lines.filter(({ left, right }) => right - left > width * 0.5);
  const left = Math.min(...lines.map((line) => line.left), width);
  const rights = long.map((line) => line.right).sort((one, other) => one - other);
  const seen = rights[Math.floor(rights.length * 0.9)] ?? 0;
  // Where too few lines reach it, a margin is taken to be as wide as the one on the left.
  const reached = long.filter((line) => line.right > seen - line.size * 1.6).length;
  return { left, right: reached >= FEWEST_FULL ? seen : Math.max(seen, width - left - SIZE) };
}
