import type { Word } from '../../attachments/wrapped-lines.ts';
import type { PdfPage } from './pages.ts';

/** A line of a page, from the page's lower left corner in points. Wide gaps in it are tabs. */
export interface PdfLine {
  readonly text: string;
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
}

/** Where the text of a document stands on its pages. */
export interface Margins {
  readonly left: number;
  readonly right: number;
}

/** A gap of more letters than this parts cells, or what stands at two ends of a line. */
const CELL = 1.6;
/** A gap of more letters than this is a space between Latin words. */
const SPACE = 0.2;
/** Lines that must reach the right margin for it to be known. */
const FEWEST_FULL = 3;
/** About the size of type, in points. */
const SIZE = 16;
const LATIN = /[\p{Script=Latin}\d]/u;

/** The lines of a page, from top to bottom, their words from left to right. */
export function linesOf({ words }: PdfPage, page: number): PdfLine[] {
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
    let text = '';
    let right = Number.NEGATIVE_INFINITY;
    for (const word of ordered) {
      const gap = word.left - right;
      if (text !== '') text += gap > size * CELL ? '\t' : isSpace(text, word.text, gap, size) ? ' ' : '';
      text += word.text;
      right = Math.max(right, word.left + word.width);
    }
    const [first] = ordered;
    return { text: text.trim(), page, left: first?.left ?? 0, right, baseline: first?.baseline ?? 0, size };
  });
}

/** Whether a gap between words is a space: between Latin letters and digits only, for around Chinese layout sets its own. */
const isSpace = (before: string, after: string, gap: number, size: number): boolean =>
  gap > size * SPACE && LATIN.test(before.at(-1) ?? '') && LATIN.test(after.charAt(0));

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
