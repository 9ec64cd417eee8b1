import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useBrowser } from '../browser/open.ts';
import { summary } from '../browser/search-page.ts';
import { type BuiltPage, pagesIn, templatesOf } from '../dist/built-pages.ts';
import { foreignTexts } from '../languages/foreign-words.ts';
import { bureauIn } from '../languages/sites.ts';
import { type ServedSite, startBuilt } from '../start-site.ts';

const open = useBrowser();

interface BuiltSite {
  readonly root: string;
  readonly address: () => string;
  readonly read: (file: string) => string;
  readonly pages: () => readonly BuiltPage[];
}

/** Builds and serves a site before the tests of a block, and removes it after them. */
function useSite(make: () => string): BuiltSite {
  let served: ServedSite | undefined;
  const root = make();
  beforeAll(async () => {
    served = await startBuilt(root);
  });
  afterAll(() => served?.stop());
  return {
    root,
    address: () => served?.address ?? '',
    read: (file) => readFileSync(join(root, 'dist', file), 'utf8'),
    pages: () => pagesIn(join(root, 'dist')),
  };
}

const copyOf = (name: string) => () => {
  const root = mkdtempSync(join(tmpdir(), 'dafu-languages-'));
  cpSync(join(import.meta.dirname, '../languages', name), root, { recursive: true });
  return root;
};

const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** The titles of results that hold the words themselves. */
async function found(site: BuiltSite, locale: string, query: string): Promise<readonly string[]> {
  const path = `${locale}/search/?${new URLSearchParams({ q: query })}`;
  await using shown = await open(path, { address: site.address() });
  await summary(shown.page);
  expect(shown.complaints).toEqual([]);
  // What is shown is closed with the block: not before it was read.
  return await shown.page
    .locator('[data-search-part="results"] > .search-list > .search-result h3 a')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')?.replace(/[?#].*/, '') ?? ''));
}

/** Texts of content that a page shows as they are: names of askers, bodies and bureaus without a translation, names of formats. */
const CONTENT = /JSON|\[Data set\]|charset=|版式示例|虚构市|[代委]|政协|人大|东河|资金|本站为演示|\d号|负责人|example/;

describe('the made-up bureau in the pseudo-language', () => {
  const site = useSite(() => bureauIn(['zh', 'qps']));
  const own = () => site.pages().filter(({ language }) => language === 'qps-plocm');

  test('has each template that the Chinese has', () => {
    const templates = (language: string) =>
      [...new Set(site.pages().filter((page) => page.language === language))]
        .map(({ template }) => template)
        .filter((template, index, all) => all.indexOf(template) === index)
        .filter((template) => !['none', 'cover', 'bilingual', 'not-found'].includes(template))
        .sort();
    expect(templates('qps-plocm')).toEqual(templates('zh-Hans'));
  });

  test('shows no interface word of English or Chinese', () => {
    const left = own().flatMap(({ file, template }) =>
      template === 'style'
        ? []
        : foreignTexts(site.read(file), 'qps-plocm')
            .filter((text) => !CONTENT.test(text))
            .map((text) => `${file}: ${text}`),
    );
    expect(left).toEqual([]);
  });

  test('is read from right to left', () => {
    const pages = own().map(({ file }) => [file, /<html[^>]* dir="(\w+)"/.exec(site.read(file))?.[1]]);
    expect(pages.filter(([, direction]) => direction !== 'rtl')).toEqual([]);
  });

  test.each([360, 1280])('no page of it scrolls sideways at %i px', async (width) => {
    const wide: string[] = [];
    for (const { path } of templatesOf(own())) {
      await using shown = await open(path, { width, address: site.address() });
      if ((await sideways(shown.page)) > 0) wide.push(path);
    }
    expect(wide).toEqual([]);
  });
});

describe('a site in Chinese and Uyghur', () => {
  const site = useSite(copyOf('uyghur'));

  test.each([
    ['ug', 'قۇدۇقلارنى رېمونت', ['/ug/replies/2025-3/', '/ug/commitments/']],
    ['ug', 'دۇقلار', ['/ug/replies/2025-3/']],
    ['ug', 'قۇدقلار', []],
    ['zh', '修复其余机井', ['/zh/replies/2025-3/']],
    ['zh', '废弃', []],
  ])('%s: %s is found where it stands, and nowhere else', async (locale, query, expected) => {
    const paths = await found(site, locale, query);
    if (expected.length === 0) expect(paths).toEqual([]);
    for (const path of expected) expect(paths).toContain(path);
  });

  test('says in the page that nobody compared the figures', () => {
    expect(site.read('ug/replies/2025-3/index.html')).toContain('سانلارنى ئەسلى تېكىست بىلەن سېلىشتۇرمىدى');
  });

  test('sets both languages side by side, each in its direction', async () => {
    const { path } = site.pages().find(({ template }) => template === 'bilingual') ?? { path: 'none' };
    await using shown = await open(path, { address: site.address() });
    const direction = (words: string) =>
      shown.page
        .getByText(words)
        .first()
        .evaluate((element) => getComputedStyle(element).direction);
    expect(await direction('قالغان قۇدۇقلارنى رېمونت قىلىش داۋاملىشىدۇ.')).toBe('rtl');
    expect(await direction('继续修复其余机井。')).toBe('ltr');
    expect(await sideways(shown.page)).toBe(0);
  });

  test('names its languages to search engines, feeds and other sites', () => {
    const page = site.read('ug/replies/2025-3/index.html');
    expect(page).toMatch(/<html[^>]* lang="ug"[^>]* dir="rtl"/);
    expect(page).toContain('hreflang="zh-Hans"');
    expect(page).toMatch(/og:locale" content="ug_CN"/);
    expect(page).toContain('"inLanguage":"ug"');
    expect(site.read('sitemap.xml')).toMatch(/hreflang="ug"/);
    expect(site.read('ug/feed.xml')).toContain('xml:lang="ug"');
    expect(JSON.parse(site.read('ug/feed.json')).language).toBe('ug');
    expect(site.read('embed/ug/wells/index.html')).toMatch(/<html[^>]* lang="ug"[^>]* dir="rtl"/);
  });

  test('has a cover with a door for each language, and no word of English on any page', () => {
    const cover = site.read('index.html');
    expect(cover).toMatch(/<a[^>]* href="\/zh\/"/);
    expect(cover).toMatch(/<a[^>]* href="\/ug\/"/);
    const english = site
      .pages()
      .filter(({ file, template }) => template !== 'style' && /lang="en"|\/en\//.test(site.read(file)));
    expect(english.map(({ file }) => file)).toEqual([]);
  });
});

describe.each([
  ['Chinese only', () => bureauIn(['zh']), ['zh'], '节水灌区', '/zh/replies/2025-86/'],
  ['three languages', () => bureauIn(['zh', 'en', 'qps']), ['zh', 'en', 'qps'], '节水灌区', '/zh/replies/2025-86/'],
  ['English originals', copyOf('english'), ['en', 'zh'], 'wells', '/en/replies/2025-3/'],
] as const)('a site in %s', (_, make, languages, query, path) => {
  const site = useSite(make);
  const [first] = languages;

  test('has its pages in its languages and no others', () => {
    const folders = new Set(site.pages().flatMap(({ file }) => /^([a-z]{2,3})\/replies\//.exec(file)?.[1] ?? []));
    expect([...folders].sort()).toEqual([...languages].sort());
  });

  test('has a page beside the original for each translation, and ways from one to the other', () => {
    const id = path.split('/')[3] ?? '';
    const pairs = languages
      .slice(1)
      .map((other, index) => `/bilingual/${index === 0 ? '' : `${other}/`}replies/${id}/`);
    expect(site.read(`${path.slice(1)}index.html`).includes('/bilingual/')).toBe(pairs.length > 0);
    for (const own of [path, ...pairs])
      for (const pair of pairs.filter((other) => other !== own))
        expect(site.read(`${own.slice(1)}index.html`)).toContain(`href="${pair}"`);
  });

  test('finds what its originals say', async () => {
    expect(await found(site, first, query)).toContain(path);
  });

  test('leads from the cover to each language, and from a reply to its translations', async () => {
    await using cover = await open('', { address: site.address() });
    const doors = await cover.page.locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    for (const locale of languages) expect(doors).toContain(`/${locale}/`);
    await using reply = await open(path.slice(1), { address: site.address() });
    const links = await reply.page.locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    for (const other of languages.slice(1)) expect(links).toContain(path.replace(first, other));
    expect([...cover.complaints, ...reply.complaints]).toEqual([]);
  });
});
