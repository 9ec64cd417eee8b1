import { fold } from './letter/fold.ts';
import type { SourceBlock } from './source.ts';

const CHINESE_NUMERAL = '[一二三四五六七八九十百]+';

/** The numbering of official documents by level (GB/T 9704-2012, 7.3.3): 一、（一）1.（1） */
const LEVELS: readonly RegExp[] = [
  new RegExp(`^(?:第${CHINESE_NUMERAL}(?:部分|章)[、. ]?|${CHINESE_NUMERAL} *(?:、|[.](?!\\d)))`, 'u'),
  new RegExp(`^[(〔]${CHINESE_NUMERAL}[)〕]`, 'u'),
  /^\d{1,2}(?:[.](?!\d)|、)/u,
  /^[(〔]\d{1,2}[)〕]/u,
];

/** Longest line that is still taken for a heading and not for a paragraph that begins with a number. */
const LONGEST_HEADING = 45;
/** Longest heading that ends as a sentence does: 一、关于加大投入的问题。 */
const LONGEST_CLOSED_HEADING = 30;
/** A line from this length on is prose even without a full stop. */
const PROSE = 40;

/** The level (1 to 4) of the number that a line begins with, or `undefined`. */
export function numberLevel(text: string): number | undefined {
  const folded = fold(text).trim();
  const index = LEVELS.findIndex((level) => level.test(folded));
  return index === -1 ? undefined : index + 1;
}

/** Whether a numbered line has the shape of a heading: short, and no sentence (（一）加强领导。我局… is a paragraph). */
export function isHeadingShaped(text: string): boolean {
  const level = numberLevel(text);
  if (level === undefined || text.length > LONGEST_HEADING) return false;
  if (!/[。；：，、！？…;:,!?]$|。/u.test(text)) return true;
  return (
    level <= 2 &&
    text.length <= LONGEST_CLOSED_HEADING &&
    /^[^。；！？;!?，,：:]+(?:情况|问题|建议|工作|打算|方面|计划|措施|意见)[。：:]$/u.test(text)
  );
}

/** Whether a paragraph ends as a sentence, a clause of a list or an introduction does. */
export function endsSentence(text: string): boolean {
  return /[。！？；：…!?;:][”’』」）】》)]*$/u.test(text);
}

/** Whether a block is prose or a table: something that a heading may stand over. */
function isProse(block: SourceBlock): boolean {
  if (block.kind === 'table') return true;
  if (/^[一二三四五六七八九十]是|^第[一二三四五六七八九十]，|^首先|^其次/u.test(block.text))
    return endsSentence(block.text) && block.text.length >= PROSE / 2;
  return block.text.length >= PROSE || (/[。！？!?]$/u.test(block.text) && block.text.length >= 4);
}

/**
 * The indices of the numbered blocks that are headings. Numbering alone makes none: a number in Chinese (一、（一）) with something under it is
 * one; 1. and （1） only where prose is under most of their kind, for short items one after another are a list.
 */
export function headingIndices(blocks: readonly SourceBlock[]): ReadonlySet<number> {
  const levelAt = blocks.map((block) =>
    block.kind === 'paragraph' && !block.bullet && block.enclosed !== true ? (numberLevel(block.text) ?? 0) : 0,
  );
  const shaped = blocks.map(
    (block, index) => (levelAt[index] ?? 0) > 0 && block.kind === 'paragraph' && isHeadingShaped(block.text),
  );
  const headings = new Set<number>();
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'paragraph' && block.heading !== undefined && shaped[index]) headings.add(index);
  }
  for (let level = 4; level >= 1; level -= 1) {
    for (const group of groupsOf(levelAt, level)) {
      const own = group.filter((index) => shaped[index]);
      const under = own.map((index) => {
        const end = levelAt.findIndex((other, at) => at > index && other > 0 && other <= level);
        return blocks.slice(index + 1, end === -1 ? undefined : end);
      });
      const isOver = under.map((inner, at) => {
        const first = (own[at] ?? 0) + 1;
        return level <= 2
          ? inner.length > 0
          : inner.some((block, offset) => isProse(block) || headings.has(first + offset));
      });
      const over = isOver.filter(Boolean).length;
      if (over * 2 > own.length || (level <= 2 && over > 0 && over >= own.length - 1)) {
        for (const index of own) headings.add(index);
      }
    }
  }
  return headings;
}

/** The numbered blocks of a level, those together that no higher number parts. */
function groupsOf(levelAt: readonly number[], level: number): number[][] {
  const groups: number[][] = [[]];
  for (const [index, own] of levelAt.entries()) {
    if (own === level) groups.at(-1)?.push(index);
    else if (own > 0 && own < level) groups.push([]);
  }
  return groups.filter((group) => group.length > 0);
}
