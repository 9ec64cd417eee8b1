import type { Word } from '../../attachments/wrapped-lines.ts';

/** A straight line on a page, across (its left and right end) or down (its lower and upper end), in points from the lower left corner. */
export interface Rule {
  readonly direction: 'across' | 'down';
  /** Its height on the page where it runs across, its place from the left where it runs down. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** A table that lines on a page make: the words in each cell, and whether a cell goes on with the one before it or above it. */
export interface Grid {
  readonly top: number;
  readonly cells: readonly (readonly GridCell[])[];
}

export interface GridCell {
  readonly words: readonly Word[];
  /** Whether it is a part of a merged cell whose words are in an earlier one. */
  readonly isCovered: boolean;
}

/** Lines this near to each other are one, and ends this near to a line touch it. */
const NEAR = 3;

/** The tables that the lines of a page make, from top to bottom: two rows and two columns at least. */
export function gridsOf(rules: readonly Rule[], words: readonly Word[]): Grid[] {
  return connected(rules)
    .flatMap((own) => gridOf(own, words) ?? [])
    .sort((one, other) => other.top - one.top);
}

const touches = (one: Rule, other: Rule): boolean => {
  if (one.direction === other.direction)
    return Math.abs(one.at - other.at) <= NEAR && one.from <= other.to + NEAR && other.from <= one.to + NEAR;
  return (
    other.at >= one.from - NEAR && other.at <= one.to + NEAR && one.at >= other.from - NEAR && one.at <= other.to + NEAR
  );
};

/** Most lines of a page that are looked at: a drawing of more is no table. */
const MOST = 3000;

/** Lines that touch one another, together. */
function connected(rules: readonly Rule[]): Rule[][] {
  const groups: Rule[][] = [];
  const left = new Set(rules.slice(0, MOST));
  for (const rule of left) {
    left.delete(rule);
    const group = [rule];
    for (const own of group) {
      for (const other of left) {
        if (!touches(own, other)) continue;
        left.delete(other);
        group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}

/** Places near each other as one, in rising order. */
function places(values: readonly number[]): number[] {
  const found: number[] = [];
  for (const value of [...values].sort((one, other) => one - other)) {
    const last = found.at(-1);
    if (last === undefined || value - last > NEAR) found.push(value);
  }
  return found;
}

function gridOf(rules: readonly Rule[], words: readonly Word[]): Grid | undefined {
  const of = (direction: Rule['direction']) => rules.filter((rule) => rule.direction === direction);
  const [across, down] = [of('across'), of('down')];
  const xs = places(down.map(({ at }) => at));
  const ys = places(across.map(({ at }) => at)).reverse();
  if (xs.length < 3 || ys.length < 3) return undefined;
  const isDrawn = (own: readonly Rule[], at: number, middle: number): boolean =>
    own.some((rule) => Math.abs(rule.at - at) <= NEAR && rule.from <= middle && rule.to >= middle);
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  const middleOf = (all: readonly number[], index: number) => ((all[index] ?? 0) + (all[index + 1] ?? 0)) / 2;
  // The first cell of the merged cell that each cell belongs to, by row and column in one number.
  const owner: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const own = row * columns + column;
      const before = column > 0 && !isDrawn(down, xs[column] ?? 0, middleOf(ys, row));
      const above = row > 0 && !isDrawn(across, ys[row] ?? 0, middleOf(xs, column));
      owner[own] = before ? (owner[own - 1] ?? own) : above ? (owner[own - columns] ?? own) : own;
    }
  }
  const held = new Map<number, Word[]>();
  for (const word of words) {
    const [x, y] = [word.left + Math.min(word.width, word.size) / 2, word.baseline + word.size / 4];
    const column = xs.findIndex((at, index) => x > at && x < (xs[index + 1] ?? Number.NEGATIVE_INFINITY));
    const row = ys.findIndex((at, index) => y < at && y > (ys[index + 1] ?? Number.POSITIVE_INFINITY));
    if (column === -1 || row === -1) continue;
    const own = owner[row * columns + column] ?? 0;
    held.set(own, [...(held.get(own) ?? []), word]);
  }
  if (held.size < 2) return undefined;
  const cells = Array.from({ length: rows }, (_row, row) =>
    Array.from({ length: columns }, (_cell, column): GridCell => {
      const own = row * columns + column;
      return { words: held.get(owner[own] ?? own) ?? [], isCovered: owner[own] !== own };
    }),
  );
  return { top: ys[0] ?? 0, cells };
}
