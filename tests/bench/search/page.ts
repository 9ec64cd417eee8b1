import { cpSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { compressFiles } from '../../../src/build/output/compress.ts';
import { siteHandler } from '../../../src/release/serving/handler.ts';
import { INDEX_FOLDER } from '../../../src/search/index-format.ts';
import { quantile } from './scores.ts';

/** What queries of one kind cost a reader in the real page: kilobytes in all, and milliseconds until results stand there. */
export interface PageCosts {
  readonly name: string;
  /** From a page on which nothing was searched yet. */
  readonly first: { readonly kilobytes: number[]; readonly milliseconds: number[] };
  /** What each of these loaded, by the sort of file. */
  readonly sorts: ReadonlyMap<string, Sent>[];
  /** One query after another. */
  readonly further: { readonly kilobytes: number[]; readonly milliseconds: number[] };
}

/** What a server sent of one sort of file. */
export interface Sent {
  readonly requests: number;
  readonly bytes: number;
}

/** A built site with an index of its own, served by the site's own server, which counts what it sends. */
export interface CountedSite extends AsyncDisposable {
  readonly address: string;
  /** What was sent since the last call, headers included, by the sort of file. */
  readonly sent: () => ReadonlyMap<string, Sent>;
}

/** What a file of the search is for, by its path. */
const SORTS: readonly (readonly [sort: string, path: RegExp])[] = [
  ['index.json', /\/index\.json/],
  ["Pagefind's scripts", /\/pagefind(?:-worker)?\.js/],
  ['WebAssembly', /\/wasm\./],
  ['lists of the indexes (pagefind-entry.json)', /pagefind-entry\.json/],
  ['tables of pages and chunks (pf_meta)', /\.pf_meta/],
  ['our tables of documents', /\/parts\/(?!shared|variants|figures)/],
  ['figures', /\/parts\/figures/],
  ['glossary and names of topics', /\/parts\/shared/],
  ['traditional characters', /\/parts\/variants/],
  ['chunks of the index', /\.pf_index/],
  ['filters', /\.pf_filter/],
  ['texts of results', /\.pf_fragment/],
];

const sortOf = (path: string) => SORTS.find(([, pattern]) => pattern.test(path))?.[0] ?? 'the page itself';

/** Serves a copy of a built site with another search index, compressed as a release is. */
export async function serveWithIndex(site: string, index: string, work: string): Promise<CountedSite> {
  const folder = join(work, 'served');
  cpSync(site, folder, { recursive: true });
  rmSync(join(folder, 'pagefind'), { recursive: true });
  cpSync(index, join(folder, INDEX_FOLDER), { recursive: true });
  const assets = readdirSync(join(folder, 'assets')).map((name) => `assets/${name}`);
  const files = readdirSync(join(folder, INDEX_FOLDER), { recursive: true, encoding: 'utf8' });
  await compressFiles(folder, [...assets, ...files.map((name) => INDEX_FOLDER + name)], () => undefined);
  let sent = new Map<string, Sent>();
  const handler = siteHandler(folder, '/');
  const server = createServer((request, response) => {
    const before = request.socket.bytesWritten;
    response.on('finish', () => {
      const sort = sortOf(request.url ?? '');
      const { requests, bytes } = sent.get(sort) ?? { requests: 0, bytes: 0 };
      sent.set(sort, { requests: requests + 1, bytes: bytes + request.socket.bytesWritten - before });
    });
    handler(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  return {
    address: `http://127.0.0.1:${port}/`,
    sent: () => {
      const since = sent;
      sent = new Map();
      return since;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Types a query, sends it, and waits for its results; gives the milliseconds that took in the page. */
export function ask(page: Page, text: string): Promise<number> {
  return page.evaluate(
    (query) =>
      new Promise<number>((resolve) => {
        const part = (name: string) => document.querySelector(`[data-search-part="${name}"]`);
        const [input, form, results] = [part('input'), part('form'), part('results')];
        if (!(input instanceof HTMLInputElement && form instanceof HTMLFormElement && results)) return;
        const start = performance.now();
        new MutationObserver((_, observer) => {
          observer.disconnect();
          resolve(performance.now() - start);
        }).observe(results, { childList: true });
        input.value = query;
        form.requestSubmit();
      }),
    text,
  );
}

/** Opens the search page of a language, in a context of its own. */
export async function openSearch(browser: Browser, site: CountedSite, locale: string) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(`${site.address}${locale}/search/`, { waitUntil: 'networkidle' });
  return { page, [Symbol.asyncDispose]: () => context.close() };
}

/** Asks the queries in the real page: some of them each on a page of its own, then all of them on one. */
export async function pageCosts(
  name: string,
  browser: Browser,
  site: CountedSite,
  locale: string,
  queries: readonly string[],
): Promise<PageCosts> {
  const costs: PageCosts = {
    name,
    first: { kilobytes: [], milliseconds: [] },
    sorts: [],
    further: { kilobytes: [], milliseconds: [] },
  };
  const note = async (to: PageCosts['first'], page: Page, text: string) => {
    site.sent();
    to.milliseconds.push(await ask(page, text));
    // The first results are shown before the others are there.
    await page.waitForFunction(() => !document.querySelector('[data-search-page][aria-busy]'));
    // The server counts a response when its end is handed over: by the next turn at the latest.
    await new Promise((resolve) => setTimeout(resolve, 50));
    const sent = site.sent();
    to.kilobytes.push(Array.from(sent.values(), ({ bytes }) => bytes).reduce((sum, bytes) => sum + bytes, 0) / 1024);
    if (to === costs.first) costs.sorts.push(sent);
  };
  for (const text of queries.filter((_, place) => place % 3 === 0)) {
    await using opened = await openSearch(browser, site, locale);
    await note(costs.first, opened.page, text);
  }
  await using opened = await openSearch(browser, site, locale);
  await ask(opened.page, locale === 'en' ? 'first' : '首先');
  for (const text of queries) await note(costs.further, opened.page, text);
  return costs;
}

/** Queries that mean harm, by accident or not. */
const HOSTILE = [
  '<img src=x onerror="document.title=1">',
  '.*+?^$(){}|[]\\'.repeat(100),
  'mine '.repeat(10_000),
  '绿色矿山'.repeat(5_000),
  '\ud800绿色矿山',
];

/** The longest task of the page's main thread while hostile queries are typed and answered, in milliseconds; 0 where none took 50. */
export async function longestTask(browser: Browser, site: CountedSite): Promise<number> {
  await using opened = await openSearch(browser, site, 'zh');
  const { page } = opened;
  await ask(page, '绿色');
  await page.evaluate(() => {
    new PerformanceObserver((list) => {
      const longest = Math.max(...list.getEntries().map(({ duration }) => duration));
      const known = Number(document.documentElement.dataset['longest'] ?? 0);
      document.documentElement.dataset['longest'] = String(Math.max(known, longest));
    }).observe({ type: 'longtask' });
  });
  for (const text of HOSTILE) await ask(page, text);
  await page.waitForTimeout(200);
  // Awaited here: the page is closed when this function ends.
  return await page.evaluate(() => Number(document.documentElement.dataset['longest'] ?? 0));
}

const pair = (values: readonly number[], digits = 0) =>
  `${quantile(values, 0.5).toFixed(digits)}, ${quantile(values, 0.95).toFixed(digits)}`;

/** What first queries load on average, by the sort of file, as a Markdown table. */
export function sortTable({ sorts }: PageCosts): string {
  const mean = (sort: string, what: keyof Sent) =>
    sorts.reduce((sum, one) => sum + (one.get(sort)?.[what] ?? 0), 0) / Math.max(1, sorts.length);
  const lines = [...new Set(sorts.flatMap((one) => [...one.keys()]))]
    .sort((one, other) => mean(other, 'bytes') - mean(one, 'bytes'))
    .map((sort) => [sort, mean(sort, 'requests').toFixed(1), (mean(sort, 'bytes') / 1024).toFixed(1)].join(' | '));
  return ['a first query, mean | requests | KB', '--- | --- | ---', ...lines].map((line) => `| ${line} |`).join('\n');
}

/** The costs as a Markdown table. */
export function costTable(all: readonly PageCosts[]): string {
  const lines = all.map(({ name, first, further }) =>
    [name, pair(first.kilobytes), pair(first.milliseconds), pair(further.kilobytes), pair(further.milliseconds)].join(
      ' | ',
    ),
  );
  const heads = ['median, p95', 'first: KB', 'first: ms', 'further: KB', 'further: ms'];
  return [heads.join(' | '), heads.map(() => '---').join(' | '), ...lines].map((line) => `| ${line} |`).join('\n');
}
