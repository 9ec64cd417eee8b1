import { describe, expect, it } from 'vitest';
import { replyListPages } from '../../src/formats/api/lists.ts';
import { siteUrls } from '../../src/urls.ts';
import { site, reply as whole } from './reply.ts';

const urls = siteUrls(site);
const reply = (serial: number) => ({ ...whole, id: `2031-${serial}`, withdrawn: undefined, hash: '0'.repeat(64) });
const some = (count: number) => Array.from({ length: count }, (_, index) => reply(index + 1));

describe('the list of replies', () => {
  it.each([
    { count: 0, sizes: [0] },
    { count: 1, sizes: [1] },
    { count: 100, sizes: [100] },
    { count: 101, sizes: [100, 1] },
    { count: 250, sizes: [100, 100, 50] },
  ])('of $count is cut into pages of $sizes', ({ count, sizes }) => {
    const pages = replyListPages(some(count), { folder: '', urls });
    expect(pages.map(({ body }) => body.items.length)).toEqual(sizes);
    expect(pages.every(({ body }) => body.total === count && body.pages === sizes.length)).toBe(true);
  });

  it('leads from each page to the next and back, and ends', () => {
    const pages = replyListPages(some(201), { folder: 'topics/wells/', urls });
    const names = ['topics/wells/replies', 'topics/wells/replies-2', 'topics/wells/replies-3'];
    expect(pages.map(({ name }) => name)).toEqual(names);
    const paths = names.map((name) => `/replies/api/v1/${name}.json`);
    expect(pages.map(({ body }) => body.next)).toEqual([paths[1], paths[2], undefined]);
    const absolute = paths.map((path) => `https://water.example${path}`);
    expect(pages.map(({ body }) => body.links.self)).toEqual(absolute);
    expect(pages.map(({ body }) => body.links.next)).toEqual([absolute[1], absolute[2], undefined]);
    expect(pages.map(({ body }) => body.links.previous)).toEqual([undefined, absolute[0], absolute[1]]);
  });
});
