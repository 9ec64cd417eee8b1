import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  documentPath,
  EVERY_SITE,
  isAt,
  isFileOf,
  isMadeFile,
  OWN_FOLDERS,
  ROUTE_LIST,
  routePath,
} from '../src/routes.ts';

const PAGES = resolve(import.meta.dirname, '../src/site/pages');

describe('the table of routes', () => {
  test('names every file of src/site/pages once, and no other', () => {
    const entries = ROUTE_LIST.flatMap(([, { entry }]) => entry ?? []);
    // Every kind of document without pages of its own has these.
    const shared = ['document.astro', 'documents.astro'];
    expect([...new Set([...entries, ...shared])].sort()).toEqual(readdirSync(PAGES).sort());
  });

  test('gives paths with parameters to pages that ask for them, and only to those', () => {
    const asking = (entry: string) => readFileSync(join(PAGES, entry), 'utf8').includes('getStaticPaths');
    const made = ROUTE_LIST.flatMap(([, { path, entry }]) => (entry === undefined ? [] : [{ path, entry }]));
    expect(made.filter(({ path, entry }) => path.includes('[') !== asking(entry))).toEqual([]);
  });

  test('has no two routes of one path', () => {
    expect(new Set(ROUTE_LIST.map(([, { path }]) => path.replaceAll(/\[\w+\]/g, '[]'))).size).toBe(ROUTE_LIST.length);
  });
});

describe('a path', () => {
  test.each([
    [routePath('cover', {}), ''],
    [routePath('reply', { locale: 'zh', id: '2024-7' }), 'zh/replies/2024-7/'],
    [routePath('replyFile', { locale: 'zh', id: '2024-7', file: 'annex.pdf' }), 'zh/replies/2024-7/files/annex.pdf'],
    [routePath('feed', { locale: 'en', scope: '', format: 'xml' }), 'en/feed.xml'],
    [routePath('feed', { locale: 'en', scope: 'topics/wells', format: 'json' }), 'en/topics/wells/feed.json'],
    [routePath('style', { language: '' }), 'style/'],
    [routePath('style', { language: 'en' }), 'style/en/'],
    [documentPath('reports', 'zh', 'wells'), 'zh/reports/wells/'],
    [documentPath('pages', 'en', 'about'), 'en/about/'],
    [documentPath('replies', 'en', '2024-7'), 'en/replies/2024-7/'],
  ])('is its pattern filled in: %s', (path, expected) => {
    expect(path).toBe(expected);
  });

  test.each([
    ['data/wells.csv', true],
    ['data/wells/v1.0.0.json', true],
    ['api/v1/index.json', true],
    ['api/v1/replies/2024-7.json', true],
    ['charts/wells.zh.svg', true],
    ['cards/en/data/wells.png', true],
    ['zh/feed.xml', true],
    ['zh/topics/wells/feed.json', true],
    ['zh/replies/2024-7/index.md', true],
    ['en/commitments/calendar.ics', true],
    ['robots.txt', true],
    ['404.html', true],
    ['sitemap.xml', true],
    ['sitemap-2.xml', true],
    // Pages, and files of letters, which the check knows one by one.
    ['zh/', false],
    ['zh/data/wells/', false],
    ['zh/replies/2024-7/files/annex.pdf', false],
    // What no route has.
    ['api/v2/index.json', false],
    ['fr/feed.xml', false],
    ['data/wells/v1/json', false],
    ['feed.xml', false],
    ['zh/commitments/index.html', false],
    ['zh/replies/2024-7/index.html', false],
    ['robots.txt/', false],
  ])('%s is that of a file which the build makes: %s', (path, made) => {
    expect(isMadeFile(path)).toBe(made);
  });

  test('is that of a route, as an address and as a file', () => {
    expect(isAt('reply', 'zh/replies/2024-7/')).toBe(true);
    expect(isAt('reply', 'zh/replies/2024-7/cite/')).toBe(false);
    expect(isFileOf('reply', 'zh/replies/2024-7/index.html')).toBe(true);
    expect(isFileOf('cover', 'index.html')).toBe(true);
    expect(isFileOf('apiReply', 'api/v1/replies/2024-7.json')).toBe(true);
    expect(isFileOf('apiReply', 'api/v1/replies-2.json')).toBe(false);
  });
});

test('the table says which pages every site has', () => {
  const everywhere = EVERY_SITE.map((pathIn) => pathIn('zh'));
  expect(everywhere).toEqual(expect.arrayContaining(['zh/', 'zh/commitments/', 'zh/reports/']));
  expect(everywhere).not.toContain('zh/bureaus/');
  expect(everywhere).not.toContain('style/');
  expect([...OWN_FOLDERS]).toEqual(expect.arrayContaining(['zh', 'en', 'data', 'api', 'embed', 'cards', 'bilingual']));
  expect(OWN_FOLDERS.has('.well-known')).toBe(false);
});
