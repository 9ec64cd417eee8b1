import { describe, expect, test } from 'vitest';
import { shareOut } from '../../../src/build/parallel.ts';

/** Replies of five pages each. */
const groups = (replies: number) => new Map(Array.from({ length: replies }, (_, n) => [`reply ${n}`, 5] as const));
const pagesOf = (lists: readonly (readonly string[])[]) => lists.map((list) => list.length * 5);

describe('pages are shared among processes', () => {
  test.each([
    { pages: 10_000, jobs: 1, shares: [] },
    { pages: 1_500, jobs: 4, shares: [] },
    { pages: 2_000, jobs: 2, shares: [500] },
    { pages: 10_000, jobs: 2, shares: [4_500] },
    { pages: 10_000, jobs: 4, shares: [2_250, 2_250, 2_250] },
    { pages: 3_000, jobs: 16, shares: [670, 665] },
  ])('of $pages pages among $jobs, the others get $shares', ({ pages, jobs, shares }) => {
    expect(pagesOf(shareOut(groups(pages / 5), jobs))).toEqual(shares);
  });

  test('each group once', () => {
    const shared = shareOut(groups(2_000), 7).flat();
    expect(new Set(shared).size).toBe(shared.length);
  });
});
