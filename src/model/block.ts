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

/** The alignment of a table's column; null where the source gives none. */
export const ALIGNMENTS = ['left', 'center', 'right'] as const;
export type Alignment = (typeof ALIGNMENTS)[number] | null;

/** One block of a reply's text: the unit that ids, translation pairs, quotes and search passages speak of. */
export interface Block {
  /**
   * In the letter `p1`, `p2` … for blocks that count, `s1`, `s1-2` … for headings. What is printed after the date follows: `a1` heads the
   * first annex, `a1-p1` and `a1-s1` are in it; `i1` is the first line of the imprint. The same in both languages.
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
  /** The alignment of its columns, where the source gives any. */
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

/** Reads a block's id. Any other text is taken for a paragraph of the letter with that number. */
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

/** Whether a line `***` is in the source between two blocks that follow each other. */
export function isDivided(before: Pick<Block, 'id'>, after: Pick<Block, 'id'>): boolean {
  const [one, other] = [blockPlace(before.id), blockPlace(after.id)];
  return other.part !== one.part && !(one.part === 'imprint' && other.part === 'annex');
}

/**
 * The mark for something that the bureau leaves out of what it publishes; a reason may follow a colon. Never words of
 * the letter.
 */
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

/** Folds white space: a line break between Chinese characters is dropped, all else becomes one space. */
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

/** What ids are given to: a block's kind and text. */
interface IdentifiableBlock {
  readonly kind: BlockKind;
  readonly text: string;
}

/** A block as it was published. */
export interface PublishedBlock extends IdentifiableBlock {
  readonly id: string;
}

/**
 * The ids of a text that was published before: what was there keeps its id, also where its words were corrected; what
 * is inserted takes the id before it and a letter (`p12a`, `p12b`); an id that is gone is never reused. Blocks with the
 * same text are matched first (longest common subsequence); between them, blocks of one kind are matched in order. The
 * letter, each annex and the imprint are matched by themselves. A text or part without predecessor keeps the ids it
 * has.
 */
export function keepBlockIds(
  current: readonly (IdentifiableBlock & Pick<Block, 'id'>)[],
  published: readonly PublishedBlock[],
): string[] {
  const former = Map.groupBy(published, partOf);
  const kept = new Map<string, string>();
  for (const [part, blocks] of Map.groupBy(current, partOf)) {
    for (const [index, id] of keptInPart(blocks, former.get(part) ?? []).entries())
      kept.set(blocks[index]?.id ?? '', id);
  }
  return current.map(({ id }) => kept.get(id) ?? id);
}

/** `letter`, `annex 1`, `imprint`. */
function partOf({ id }: Pick<Block, 'id'>): string {
  const { part, annex } = blockPlace(id);
  return annex === undefined ? part : `${part} ${annex}`;
}

function keptInPart(
  current: readonly (IdentifiableBlock & Pick<Block, 'id'>)[],
  published: readonly PublishedBlock[],
): string[] {
  if (published.length === 0) return current.map(({ id }) => id);
  const kept = matchBetween(matchSame(current, published), current, published);
  const taken = new Set(published.map(({ id }) => id));
  const ids: string[] = [];
  for (const [index, block] of current.entries()) {
    const old = kept.get(index);
    const id = old === undefined ? insertedId(block, current, ids, taken) : (published[old]?.id ?? '');
    taken.add(id);
    ids.push(id);
  }
  return ids;
}

/** Blocks under other ids, in order; a block past the last id keeps its own. */
export function withIds<B extends Pick<Block, 'id'>>(blocks: readonly B[], ids: readonly string[]): B[] {
  return blocks.map((block, index) => ({ ...block, id: ids[index] ?? block.id }));
}

const isHeading = ({ kind }: IdentifiableBlock) => kind === 'heading';
const same = (one: IdentifiableBlock, other: IdentifiableBlock) =>
  isHeading(one) === isHeading(other) && one.text === other.text;

/** Current index → published index of blocks with equal text, as a longest common subsequence. */
function matchSame(current: readonly IdentifiableBlock[], published: readonly PublishedBlock[]): Map<number, number> {
  const width = published.length + 1;
  const lengths = new Uint32Array((current.length + 1) * width);
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = current.length - 1; row >= 0; row -= 1) {
    for (let column = published.length - 1; column >= 0; column -= 1) {
      const [one, other] = [current[row], published[column]];
      const matches = one !== undefined && other !== undefined && same(one, other);
      lengths[row * width + column] = matches
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const matched = new Map<number, number>();
  let [row, column] = [0, 0];
  while (row < current.length && column < published.length) {
    const [one, other] = [current[row], published[column]];
    if (one && other && same(one, other)) {
      matched.set(row, column);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return matched;
}

/** Adds, between blocks that match, corrected ones: in order, headings to headings and the rest to the rest. */
function matchBetween(
  matched: ReadonlyMap<number, number>,
  current: readonly IdentifiableBlock[],
  published: readonly PublishedBlock[],
): Map<number, number> {
  const all = new Map(matched);
  const anchors = [...matched.entries(), [current.length, published.length] as const].sort(
    ([one], [other]) => one - other,
  );
  let [fromCurrent, fromPublished] = [0, 0];
  for (const [toCurrent, toPublished] of anchors) {
    for (const heading of [true, false]) {
      const free = range(fromPublished, toPublished).filter(
        (index) => published[index] && isHeading(published[index]) === heading,
      );
      const waiting = range(fromCurrent, toCurrent).filter(
        (index) => current[index] && isHeading(current[index]) === heading,
      );
      for (const [order, index] of waiting.entries()) {
        const old = free[order];
        if (old !== undefined) all.set(index, old);
      }
    }
    [fromCurrent, fromPublished] = [toCurrent + 1, toPublished + 1];
  }
  return all;
}

const range = (from: number, to: number) => Array.from({ length: Math.max(to - from, 0) }, (_, index) => from + index);

/** `p12a` after `p12`; `s2a` after `s2`; `p0a` before all that was published; in an annex `a1-p12a`. */
function insertedId(
  block: IdentifiableBlock & Pick<Block, 'id'>,
  current: readonly IdentifiableBlock[],
  ids: readonly string[],
  taken: ReadonlySet<string>,
): string {
  const before = ids.findLast(
    (id, index) =>
      current[index] !== undefined && isHeading(current[index]) === isHeading(block) && blockPlace(id).number !== '',
  );
  const base = (before ?? block.id.replace(/(?<![\d-])\d[\d-]*[a-z]*$/, '0')).replace(/(?<![a-z])[a-z]+$/, '');
  for (let count = 1; ; count += 1) {
    const id = base + letters(count);
    if (!taken.has(id)) return id;
  }
}

/** 1 → a, 26 → z, 27 → aa. */
function letters(count: number): string {
  const last = String.fromCharCode(97 + ((count - 1) % 26));
  return count <= 26 ? last : letters(Math.floor((count - 1) / 26)) + last;
}
