import { type Anchor, type PlacedText, round, type TextRole } from './scene.ts';

/** Height of a line, in sizes of its text. */
export const LINE_HEIGHT = 1.3;

const WIDE = /[\p{Script=Han}\u3000-\u303f\uff01-\uff60\u2014\u2018-\u201d\u2026]/u;
const NARROW = /[ .,:;'|!iIljtf()[\]]/;
const BROAD = /[mwMW@%]/;

/**
 * How wide words may become, in sizes of their text. System fonts differ, so each class of
 * characters counts as wide as it is in the wider ones (Verdana, DejaVu Sans): a label takes
 * this much room or less.
 */
function characterWidth(character: string): number {
  if (WIDE.test(character)) return 1;
  if (NARROW.test(character)) return 0.42;
  if (BROAD.test(character)) return 1;
  if (/[A-Z]/.test(character)) return 0.76;
  return 0.65;
}

/** The most room that a line of text takes, in CSS pixels. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return round(width * size);
}

/** Where a line may be broken: between words, and before Han characters that are not closing punctuation. */
function breakable(text: string): string[] {
  return text.match(/\s+|[\p{Script=Han}“‘（《〔][，。；：、？！）》〕”’…%]*|[^\s\p{Script=Han}“‘（《〔]+/gu) ?? [];
}

/** `text` cut so that it fits with an ellipsis; the whole stands in the table. */
export function shorten(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join('').trimEnd()}…`, size) > width) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

/** Breaks text into at most `most` lines of `width`; what is left over is cut with an ellipsis. */
export function wrap(text: string, size: number, width: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of breakable(text)) {
    const longer = line + piece;
    if (line !== '' && textWidth(longer.trim(), size) > width) {
      lines.push(line.trim());
      line = piece.trim();
    } else line = longer;
  }
  if (line.trim() !== '') lines.push(line.trim());
  const kept = lines.slice(0, most);
  const cut = lines.length > most;
  return kept.map((words, index) => {
    const last = cut && index === most - 1 ? `${words}${lines.slice(most).join('')}` : words;
    return shorten(last, size, width);
  });
}

/** Text placed with its box's top at `top`, standing at, around or before `x`. */
export function placeText(
  role: TextRole,
  lines: readonly string[],
  size: number,
  { x, top, anchor = 'start' }: { x: number; top: number; anchor?: Anchor },
): PlacedText {
  const width = Math.max(0, ...lines.map((line) => textWidth(line, size)));
  const left = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width;
  return {
    type: 'text',
    role,
    lines,
    size,
    anchor,
    box: { x: round(left), y: round(top), width, height: round(lines.length * size * LINE_HEIGHT) },
  };
}
