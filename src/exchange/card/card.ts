import type { Locale } from '../../model/locale.ts';

/** What a card says. */
export interface Card {
  readonly locale: Locale;
  /** In vermilion above the rule: who issued it, or the site where the site made it. */
  readonly head: string;
  /** The document number, or what kind of thing it is. */
  readonly label: string;
  readonly title: string;
  /** The site's name, and that it is a demonstration where it is. */
  readonly foot: string;
}

/** A text drawn as one path, and its width, in CSS pixels; the path's origin is the beginning of its baseline. */
export interface Outline {
  readonly path: string;
  readonly width: number;
}

/** Draws a text at a size: how glyphs become paths is the caller's matter. */
export type Outliner = (text: string, size: number) => Outline;

/** The size that every place that shows such pictures expects. */
export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;
/** Changes whenever what a card looks like does, so that no old picture is kept. */
export const CARD_DESIGN = 1;

const MARGIN = 80;
const VERMILION = '#b3141c';
const INK = '#1c1b18';
const MUTED = '#5b574f';
const MOST_LINES = 4;
const TITLE_SIZES = [64, 56, 48, 42] as const;
/** Marks that never begin a line. */
const CLOSING = /^[，。、；：！？）》」』”’〕】％,.;:!?)\]%]/u;

/** Cuts a title into the pieces between which a line may break: Chinese characters, Latin words with the space after. */
function pieces(title: string): string[] {
  const raw = title.match(/[A-Za-z0-9’'“"(-]+[^\s\p{Script=Han}]*\s?|./gsu) ?? [];
  return raw.reduce<string[]>((joined, piece) => {
    const last = joined.at(-1);
    if (last !== undefined && CLOSING.test(piece)) joined[joined.length - 1] = last + piece;
    else joined.push(piece);
    return joined;
  }, []);
}

/** Breaks a title into lines no wider than `width`. */
export function breakLines(title: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(title)) {
    if (line !== '' && measure((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

/** The title at the largest size at which it fits; what does not fit at the smallest ends in an ellipsis. */
function fitTitle(title: string, outline: Outliner): { size: number; lines: string[] } {
  const width = CARD_WIDTH - 2 * MARGIN;
  const fitted = TITLE_SIZES.map((size) => ({
    size,
    lines: breakLines(title, width, (text) => outline(text, size).width),
  }));
  const first = fitted.find(({ lines }) => lines.length <= MOST_LINES);
  if (first) return first;
  const smallest = fitted.at(-1) ?? { size: TITLE_SIZES[0], lines: [] };
  const kept = smallest.lines.slice(0, MOST_LINES);
  return { size: smallest.size, lines: [...kept.slice(0, -1), `${[...(kept.at(-1) ?? '')].slice(0, -1).join('')}…`] };
}

/** Latin text with straight marks: the font, being Chinese, draws curly ones as wide as a character. */
const straight = (text: string, locale: Locale) =>
  locale === 'zh' ? text : text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"');

/** A card as SVG: a letterhead with its red double rule. All text is drawn as paths, so it needs no font. */
export function cardSvg(card: Card, outline: Outliner): string {
  const round = (value: number) => Number(value.toFixed(2));
  const draw = (text: string, size: number, y: number, fill: string, right = false) => {
    const { path, width } = outline(text, size);
    const x = right ? CARD_WIDTH - MARGIN - width : MARGIN;
    return `<path transform="translate(${round(x)} ${round(y)})" fill="${fill}" d="${path}"/>`;
  };
  const { size, lines } = fitTitle(straight(card.title, card.locale), outline);
  const leading = size * 1.4;
  const fitted = (text: string, most: number) =>
    Math.min(most, (most * (CARD_WIDTH - 2 * MARGIN)) / Math.max(1, outline(text, most).width));
  const rule = (y: number, height: number) =>
    `<rect x="${MARGIN}" y="${y}" width="${CARD_WIDTH - 2 * MARGIN}" height="${height}" fill="${VERMILION}"/>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH}" height="${CARD_HEIGHT}" viewBox="0 0 ${CARD_WIDTH} ${CARD_HEIGHT}">`,
    `<rect width="${CARD_WIDTH}" height="${CARD_HEIGHT}" fill="#fffefc"/>`,
    draw(card.head, fitted(card.head, 44), 116, VERMILION),
    rule(146, 5),
    rule(155, 2),
    draw(card.label, 30, 206, MUTED, true),
    ...lines.map((line, index) => draw(line, size, 270 + size * 0.4 + index * leading, INK)),
    rule(CARD_HEIGHT - 40, 2),
    rule(CARD_HEIGHT - 35, 5),
    draw(card.foot, fitted(card.foot, 26), CARD_HEIGHT - 64, MUTED),
    '</svg>',
  ].join('');
}
