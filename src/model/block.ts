import { LOCALES, type Locale, languageOf } from './locale.ts';

/** What a block of an official text is. Headings have ids of their own and do not count as paragraphs. */
export const BLOCK_KINDS = ['addressee', 'paragraph', 'list-item', 'table', 'heading', 'gap'] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** A stretch of a block's text in UTF-16 units, the end not included. */
export type Stretch = readonly [start: number, end: number];

/** A stretch of a block's text that leads to an address. */
export interface BlockLink {
  readonly at: Stretch;
  /** As the source has it: `https://…`, `mailto:…`, a path of the site, or `#p3`. */
  readonly url: string;
}

/** How the cells of a table's column stand; null where the source does not say. */
export const ALIGNMENTS = ['left', 'center', 'right'] as const;
export type Alignment = (typeof ALIGNMENTS)[number] | null;

/** One block of a reply's text: the unit that ids, translation pairs, quotes and search passages speak of. */
export interface Block {
  /**
   * In the letter `p1`, `p2` … for blocks that count, `s1`, `s1-2` … for headings. What is printed after the date follows: `a1` heads
   * the first annex, `a1-p1` and `a1-s1` stand in it; `i1` is the first line of the imprint. The same in both languages.
   */
  readonly id: string;
  readonly kind: BlockKind;
  /** 1 for 一、, 2 for （一）; headings only. */
  readonly depth: number | undefined;
  /** The text without any mark-up, white space folded: of a table, its cells with a space between. */
  readonly text: string;
  /** The stretches of the text that are bold, in their order. */
  readonly bold?: readonly Stretch[] | undefined;
  /** The stretches of the text that lead somewhere, in their order. */
  readonly links?: readonly BlockLink[] | undefined;
  /** What an item of a numbered list is numbered; nothing else has it. */
  readonly number?: number | undefined;
  /** The cells of a table, row by row, its head first; nothing else has them. */
  readonly rows?: readonly (readonly string[])[] | undefined;
  /** How the cells of each of its columns stand, where the source says it of any. */
  readonly align?: readonly Alignment[] | undefined;
  /** 1-based line of the source file where the block begins. */
  readonly line: number;
}

/** What an id says of its block. */
interface BlockPlace {
  /** The letter itself, an annex in its text, or the imprint (版记: 抄送, 印发). */
  readonly part: 'letter' | 'annex' | 'imprint';
  /** Which annex. */
  readonly annex?: number;
  readonly heading: boolean;
  /** Its number within the part, with the letters of what was inserted later: `3`, `12a`, `1-2`; empty for the heading of an annex. */
  readonly number: string;
}

/** Reads a block's id. One that is none is taken for a paragraph of the letter with that number. */
export function blockPlace(id: string): BlockPlace {
  const annex = /^a(\d+)(?:-(?=[ps]))?/.exec(id);
  const own = annex ? id.slice(annex[0].length) : id;
  const heading = own === '' || /^s\d/.test(own);
  const number = own.replace(/^[psi](?=\d)/, '');
  if (annex) return { part: 'annex', annex: Number(annex[1]), heading, number };
  return { part: /^i\d/.test(id) ? 'imprint' : 'letter', heading, number };
}

/** Blocks, or pieces of a text, parted into the letter itself and what is printed after its date. */
export function byPart<Item>(items: readonly Item[], idOf: (item: Item) => string): { letter: Item[]; after: Item[] } {
  const isLetter = (item: Item) => blockPlace(idOf(item)).part === 'letter';
  return { letter: items.filter(isLetter), after: items.filter((item) => !isLetter(item)) };
}

/** Whether a line `***` stands in the source between two blocks that follow each other. */
export function isDivided(before: Pick<Block, 'id'>, after: Pick<Block, 'id'>): boolean {
  const [one, other] = [blockPlace(before.id), blockPlace(after.id)];
  return other.part !== one.part && !(one.part === 'imprint' && other.part === 'annex');
}

/** Stands where the bureau leaves something out of what it publishes; a reason may follow a colon. Never words of the letter. */
const GAPS = LOCALES.map((locale) => ({
  words: languageOf(locale).letter.gap,
  colon: languageOf(locale).punctuation.colon,
}));

/** The mark in a language, without a reason. */
export const gapIn = (locale: Locale): string => `〔${languageOf(locale).letter.gap}〕`;

/** Whether a paragraph is the mark of a place that is not published: 〔此处不公开〕, 〔此处不公开：涉及个人信息〕. */
export function isGap(text: string): boolean {
  if (!text.startsWith('〔') || !text.endsWith('〕')) return false;
  const marked = text.slice(1, -1);
  return GAPS.some(
    ({ words, colon }) =>
      marked === words || (marked.startsWith(words + colon) && marked.length > words.length + colon.length),
  );
}

const ENDS_WIDE = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF\u2018-\u201D]$/u;
const BEGINS_WIDE = /^[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF\u2018-\u201D]/u;

/** Folds white space: none where a line break stood between Chinese characters, else one space. */
export function foldSpace(text: string): string {
  if (!text.includes('\n')) return text.replace(/\s+/g, ' ');
  return text.replace(/\s+/g, (space, at: number) => {
    const end = at + space.length;
    // A character may be two units long.
    const joins =
      space.includes('\n') &&
      ENDS_WIDE.test(text.slice(Math.max(0, at - 2), at)) &&
      BEGINS_WIDE.test(text.slice(end, end + 2));
    return joins ? '' : ' ';
  });
}
