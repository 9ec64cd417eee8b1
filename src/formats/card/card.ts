import { phrases } from '../../language/phrases.ts';
import { type Locale, languageOf } from '../../model/locale.ts';

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
  /** Whether a chart is at the right, its title beside it; the label then is not written. */
  readonly beside?: true;
}

/** The colours of a card. */
export const CARD_INKS = { vermilion: '#b3141c', ink: '#1c1b18', muted: '#5b574f' } as const;
/** The background of a card. */
export const CARD_GROUND = '#fffefc';

/** A line of text in its place: the beginning of its baseline and its size in whole CSS pixels. */
interface PlacedText {
  readonly text: string;
  readonly size: number;
  readonly x: number;
  readonly y: number;
  readonly ink: keyof typeof CARD_INKS;
}

/** The width of a text in ems; the caller knows how wide glyphs are. */
type MeasureText = (text: string) => number;

/** The width that social networks and messengers expect. */
export const CARD_WIDTH = 1200;
/** The height that goes with it, in CSS pixels. */
export const CARD_HEIGHT = 630;
/** Where a chart is on a card that has one, in CSS pixels. */
export const CARD_CHART = { x: 580, y: 176, width: 540, height: 356 } as const;

const MARGIN = 80;
const MEASURE = CARD_WIDTH - 2 * MARGIN;
/** Where a title has the whole width, and where it has a chart beside it: its sizes, and where its first line begins. */
const ALONE = { sizes: [64, 56, 48, 42], top: 270, room: MEASURE } as const;
const BESIDE = { sizes: [44, 38, 34, 30, 26], top: 196, room: 460 } as const;
type TitlePlace = typeof ALONE | typeof BESIDE;
/** Punctuation that never begins a line. */
const CLOSING = /^[，。、；：！？）》」』”’〕】％,.;:!?)\]%]/u;

/** The baseline of a title's line, and the lowest that its last one may have, above the foot. */
const titleBaseline = ({ top }: TitlePlace, size: number, line: number) =>
  Math.round(top + size * 0.4 + line * size * 1.4);
const LOWEST_BASELINE = CARD_HEIGHT - 64 - 46;
const linesThatFit = (place: TitlePlace, size: number) =>
  Math.floor((LOWEST_BASELINE - titleBaseline(place, size, 0)) / (size * 1.4)) + 1;

/** What is never broken in an English line: a number with its sign, a word with the space after it. */
const PIECE = /No\. ?\d+\S*\s?|[A-Za-z0-9’'“"(-]+[^\s\p{Script=Han}]*\s?|./gsu;

/** Cuts a title into the pieces between which a line may break, each no wider than `width` where characters allow it. */
function pieces(title: string, width: number, measure: MeasureText, locale: Locale): string[] {
  const whole = languageOf(locale).breaks === 'phrases' ? phrases(title) : (title.match(PIECE) ?? []);
  return whole
    .flatMap((piece) => (measure(piece.trimEnd()) > width ? (piece.match(PIECE) ?? []) : [piece]))
    .reduce<string[]>((joined, piece) => {
      const last = joined.at(-1);
      if (last !== undefined && CLOSING.test(piece)) joined[joined.length - 1] = last + piece;
      else joined.push(piece);
      return joined;
    }, []);
}

/** Breaks a title into lines no wider than `width` in ems. */
export function breakLines(title: string, width: number, measure: MeasureText, locale: Locale): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(title, width, measure, locale)) {
    if (line !== '' && measure((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

/** How many lines break other than after punctuation. */
const brokenAnywhere = (lines: readonly string[]) => lines.slice(0, -1).filter((line) => !/\p{P}$/u.test(line)).length;

/** The best way to break a title into as few lines as possible: most breaks after punctuation, then the most even lines. */
function wellBroken(title: string, width: number, measure: MeasureText, locale: Locale): readonly string[] {
  let best = breakLines(title, width, measure, locale);
  const most = best.length;
  for (let share = 0.97; share >= 0.4; share -= 0.03) {
    const tried = breakLines(title, width * share, measure, locale);
    if (tried.length > most) break;
    if (tried.every((line) => measure(line) <= width) && brokenAnywhere(tried) <= brokenAnywhere(best)) best = tried;
  }
  return best;
}

/** The title at the largest size at which it fits its place; what does not fit at the smallest ends in an ellipsis. */
function fitTitle(
  { title, locale }: Pick<Card, 'title' | 'locale'>,
  measure: MeasureText,
  place: TitlePlace,
): { size: number; lines: readonly string[] } {
  const { room } = place;
  let size: number = place.sizes[0];
  let lines: string[] = [];
  for (size of place.sizes) {
    lines = breakLines(title, room / size, measure, locale);
    if (lines.length <= linesThatFit(place, size))
      return { size, lines: wellBroken(title, room / size, measure, locale) };
  }
  const kept = lines.slice(0, linesThatFit(place, size));
  return { size, lines: [...kept.slice(0, -1), `${[...(kept.at(-1) ?? '')].slice(0, -1).join('')}…`] };
}

/** Latin text with straight quotation marks: the Chinese font draws curly ones as wide as a character. */
const straight = (text: string, locale: Locale) =>
  languageOf(locale).script === 'Han' ? text : text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"');

/** The vermilion rules of every card, from margin to margin: a letterhead's double rule above, its mirror below. */
export const CARD_RULES = [
  { x: MARGIN, y: 146, width: MEASURE, height: 5 },
  { x: MARGIN, y: 155, width: MEASURE, height: 2 },
  { x: MARGIN, y: CARD_HEIGHT - 40, width: MEASURE, height: 2 },
  { x: MARGIN, y: CARD_HEIGHT - 35, width: MEASURE, height: 5 },
] as const;

/** Where each text of a card is. */
export function placeCard(card: Card, measure: MeasureText): PlacedText[] {
  const place = card.beside ? BESIDE : ALONE;
  const title = straight(card.title, card.locale);
  const { size, lines } = fitTitle({ title, locale: card.locale }, measure, place);
  const fitted = (text: string, most: number) => Math.floor(Math.min(most, MEASURE / Math.max(1, measure(text))));
  const labelSize = 30;
  const label: PlacedText = {
    text: card.label,
    size: labelSize,
    x: Math.round(CARD_WIDTH - MARGIN - measure(card.label) * labelSize),
    y: 206,
    ink: 'muted',
  };
  return [
    { text: card.head, size: fitted(card.head, 44), x: MARGIN, y: 116, ink: 'vermilion' },
    ...(card.beside ? [] : [label]),
    ...lines.map(
      (text, index): PlacedText => ({
        ...{ text, size, x: MARGIN, ink: 'ink' },
        y: titleBaseline(place, size, index),
      }),
    ),
    { text: card.foot, size: fitted(card.foot, 26), x: MARGIN, y: CARD_HEIGHT - 64, ink: 'muted' },
  ];
}
