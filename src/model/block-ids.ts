import { type Block, type BlockKind, blockPlace } from './block.ts';

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
 * The ids of a text that was published before: what was there keeps its id, also where its words were corrected;
 * what is inserted takes the id before it and a letter (`p12a`, `p12b`); an id that fell away is not given again.
 * Blocks with the same text are matched first (longest common subsequence); between them, blocks of one kind are
 * matched in order. The letter, each annex and the imprint are matched by themselves. A text or part without predecessor keeps the
 * ids it has.
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
