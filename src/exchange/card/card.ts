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

/** The colours of a card. */
export const CARD_INKS = { vermilion: '#b3141c', ink: '#1c1b18', muted: '#5b574f' } as const;
export const CARD_GROUND = '#fffefc';

/** A line of text in its place: the beginning of its baseline and its size in whole CSS pixels. */
export interface PlacedText {
  readonly text: string;
  readonly size: number;
  readonly x: number;
  readonly y: number;
  readonly ink: keyof typeof CARD_INKS;
}

/** The width of a text in ems: how wide glyphs are is the caller's matter. */
export type MeasureText = (text: string) => number;

/** The size that every place that shows such pictures expects. */
export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;
/** Changes whenever what a card looks like does, so that no old picture is kept. */
export const CARD_DESIGN = 2;

const MARGIN = 80;
const MEASURE = CARD_WIDTH - 2 * MARGIN;
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
function fitTitle(title: string, measure: MeasureText): { size: number; lines: string[] } {
  let size: number = TITLE_SIZES[0];
  let lines: string[] = [];
  for (size of TITLE_SIZES) {
    lines = breakLines(title, MEASURE / size, measure);
    if (lines.length <= MOST_LINES) return { size, lines };
  }
  const kept = lines.slice(0, MOST_LINES);
  return { size, lines: [...kept.slice(0, -1), `${[...(kept.at(-1) ?? '')].slice(0, -1).join('')}…`] };
}

/** Latin text with straight marks: the font, being Chinese, draws curly ones as wide as a character. */
const straight = (text: string, locale: Locale) =>
  locale === 'zh' ? text : text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"');

/** The vermilion rules of every card, from margin to margin: a letterhead's double rule above, its mirror below. */
export const CARD_RULES = [
  { x: MARGIN, y: 146, width: MEASURE, height: 5 },
  { x: MARGIN, y: 155, width: MEASURE, height: 2 },
  { x: MARGIN, y: CARD_HEIGHT - 40, width: MEASURE, height: 2 },
  { x: MARGIN, y: CARD_HEIGHT - 35, width: MEASURE, height: 5 },
] as const;

/** Where each text of a card stands. */
export function placeCard(card: Card, measure: MeasureText): PlacedText[] {
  const { size, lines } = fitTitle(straight(card.title, card.locale), measure);
  const fitted = (text: string, most: number) => Math.floor(Math.min(most, MEASURE / Math.max(1, measure(text))));
  const labelSize = 30;
  return [
    { text: card.head, size: fitted(card.head, 44), x: MARGIN, y: 116, ink: 'vermilion' },
    {
      text: card.label,
      size: labelSize,
      x: Math.round(CARD_WIDTH - MARGIN - measure(card.label) * labelSize),
      y: 206,
      ink: 'muted',
    },
    ...lines.map(
      (text, index): PlacedText => ({
        ...{ text, size, x: MARGIN, ink: 'ink' },
        y: Math.round(270 + size * 0.4 + index * size * 1.4),
      }),
    ),
    { text: card.foot, size: fitted(card.foot, 26), x: MARGIN, y: CARD_HEIGHT - 64, ink: 'muted' },
  ];
}
