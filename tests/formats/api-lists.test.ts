import { describe, expect, it } from 'vitest';
import { replyListPages } from '../../src/formats/api/lists.ts';
import type { ReplySummaryJson } from '../../src/formats/api/reply.ts';

const reply = (serial: number): ReplySummaryJson => ({
  id: `2031-${serial}`,
  number: `〔2031〕${serial}号`,
  date: '2031-04-09',
  issuer: '青溪县水务局',
  issuers: ['青溪县水务局'],
  topics: [],
  answered: 'suggestion',
  title: { zh: '答复' },
  url: { zh: `/zh/replies/2031-${serial}/` },
  json: `/api/v1/replies/2031-${serial}.json`,
});
const pathOf = (name: string) => `/api/v1/${name}.json`;

describe('the list of replies', () => {
  it.each([
    { count: 0, sizes: [0] },
    { count: 1, sizes: [1] },
    { count: 100, sizes: [100] },
    { count: 101, sizes: [100, 1] },
    { count: 250, sizes: [100, 100, 50] },
  ])('of $count is cut into pages of $sizes', ({ count, sizes }) => {
    const pages = replyListPages(
      Array.from({ length: count }, (_, index) => reply(index + 1)),
      pathOf,
    );
    expect(pages.map(({ body }) => body.items.length)).toEqual(sizes);
    expect(pages.every(({ body }) => body.total === count && body.pages === sizes.length)).toBe(true);
  });

  it('leads from each page to the next, and ends', () => {
    const pages = replyListPages(
      Array.from({ length: 201 }, (_, index) => reply(index + 1)),
      pathOf,
    );
    expect(pages.map(({ name }) => name)).toEqual(['replies', 'replies-2', 'replies-3']);
    expect(pages.map(({ body }) => body.next)).toEqual(['/api/v1/replies-2.json', '/api/v1/replies-3.json', undefined]);
  });
});
