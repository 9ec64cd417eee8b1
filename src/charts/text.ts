import { type Anchor, type PlacedText, round, type TextRole } from './scene.ts';

/** Height of a line, in sizes of its text. */
export const LINE_HEIGHT = 1.3;

const WIDE = /[\p{Script=Han}\u3000-\u303f\uff01-\uff60\u2014\u2018-\u201d\u2026·]/u;
const HAN = /\p{Script=Han}/u;
const LATIN = /[\p{Script=Latin}\d]/u;

/** Characters by how wide they may be, in sizes of their text: ordinary words, and words set strong. */
const CLASSES: readonly { readonly characters: RegExp; readonly regular: number; readonly strong: number }[] = [
  { characters: WIDE, regular: 1, strong: 1 },
  { characters: /[ .,:;|!ijlI[\]()/\\'-]/, regular: 0.42, strong: 0.47 },
  { characters: /[ftr*°²]/, regular: 0.5, strong: 0.52 },
  { characters: /[mwMW@%&#+<>=~×−≈]/, regular: 1, strong: 1.11 },
  { characters: /[A-Z]/, regular: 0.8, strong: 0.86 },
];
const OTHERS = { regular: 0.65, strong: 0.73 };
/** What style sheets set between Han characters and Latin letters or digits (`text-autospace`), in sizes of the text. */
const AUTOSPACE = 0.125;

const STRONG: ReadonlySet<TextRole> = new Set(['value', 'figure', 'title']);

/**
 * The most room that a line of text takes, in CSS pixels. System fonts differ, so each class of characters counts as wide as it is
 * in the widest ordinary one (DejaVu Sans, and its bold for strong words): a label takes this much room or less.
 */
export function textWidth(text: string, size: number, role: TextRole = 'label'): number {
  const weight = STRONG.has(role) ? 'strong' : 'regular';
  let width = 0;
  let before = '';
  for (const character of text) {
    width += (CLASSES.find(({ characters }) => characters.test(character)) ?? OTHERS)[weight];
    if ((HAN.test(before) && LATIN.test(character)) || (LATIN.test(before) && HAN.test(character))) width += AUTOSPACE;
    before = character;
  }
  return round(width * size);
}

/** Where a line may be broken: between words, and before Han characters that are not closing punctuation; never after an opening sign. */
function breakable(text: string): string[] {
  return (
    text.match(
      /\s+|[“‘（《〔]*(?:\p{Script=Han}[，。；：、？！）》〕”’…%]*|[^\s\p{Script=Han}“‘（《〔]+)|[“‘（《〔]+/gu,
    ) ?? []
  );
}

/** `text` cut to fit, with an ellipsis; the table has it whole. */
export function shorten(text: string, size: number, width: number, role: TextRole = 'label'): string {
  if (textWidth(text, size, role) <= width) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join('').trimEnd()}…`, size, role) > width) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

/** Breaks text into at most `most` lines of `width`; what is left over is cut with an ellipsis. */
export function wrap(text: string, size: number, width: number, most: number, role: TextRole = 'label'): string[] {
  const lines: string[] = [];
  let line = '';
  const pieces = breakable(text).flatMap((piece) =>
    // An address longer than a line breaks after a slash: cut off, it would lead nowhere.
    piece.startsWith('https://') && textWidth(piece, size, role) > width ? piece.split(/(?<=[^/:]\/)/) : [piece],
  );
  for (const piece of pieces) {
    const longer = line + piece;
    if (line !== '' && textWidth(longer.trim(), size, role) > width) {
      lines.push(line.trim());
      line = piece.trim();
    } else line = longer;
  }
  if (line.trim() !== '') lines.push(line.trim());
  const kept = lines.slice(0, most);
  const cut = lines.length > most;
  return kept.map((words, index) => {
    const last = cut && index === most - 1 ? `${words}${lines.slice(most).join('')}` : words;
    return shorten(last, size, width, role);
  });
}

/** Text placed with the top of its box at `top`, and starting at, centred on or ending at `x`. */
export function placeText(
  role: TextRole,
  lines: readonly string[],
  size: number,
  { x, top, anchor = 'start', of }: { x: number; top: number; anchor?: Anchor; of?: string | undefined },
): PlacedText {
  const width = Math.max(0, ...lines.map((line) => textWidth(line, size, role)));
  const left = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width;
  return {
    type: 'text',
    role,
    lines,
    size,
    anchor,
    ...(of === undefined ? {} : { of }),
    box: { x: round(left), y: round(top), width, height: round(lines.length * size * LINE_HEIGHT) },
  };
}
