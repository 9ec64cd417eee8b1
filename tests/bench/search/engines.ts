import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import MiniSearch from 'minisearch';
import type { Browser } from 'playwright-core';
import { documentSources } from '../../../src/build/search-index/sources.ts';
import { writeIndex } from '../../../src/build/search-index/write.ts';
import type { SearchDocument } from '../../../src/model/search-document.ts';
import { NO_FILTERS } from '../../../src/search/facets.ts';
import { createSearcher } from '../../../src/search/search.ts';
import { phraseTokens } from '../../../src/search/tokens.ts';
import { unitsOf } from '../../../src/search/units.ts';
import { cacheIn } from '../../dafu.ts';
import { folderSource, NOTHING_SHARED } from '../../search/built-index.ts';

/** What an engine says to a query: the addresses of all that it found, the best first, and what it had to load. */
export interface Answer {
  readonly urls: readonly string[];
  readonly bytes: number;
  readonly milliseconds: number;
}

export interface Engine {
  readonly name: string;
  /** Megabytes of its index. */
  readonly size: number;
  /** Bytes that are loaded before the first query can be answered. */
  readonly first: number;
  ask(text: string): Promise<Answer>;
}

async function sizeOf(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = files
    .filter((file) => file.isFile())
    .map(async (file) => (await readFile(join(file.parentPath, file.name))).length);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 2 ** 20;
}

/** This project's search, with a chunk size. */
export async function dafu(documents: readonly SearchDocument[], work: string, chunkSize: number): Promise<Engine> {
  const out = join(work, `dafu-${chunkSize}`);
  await rm(out, { recursive: true, force: true });
  await writeIndex(documentSources(documents), NOTHING_SHARED, {
    out,
    cache: cacheIn(join(work, 'dafu-cache')),
    chunkSize,
  });
  const source = folderSource(out);
  const searcher = createSearcher(source);
  const request = { locale: 'zh', filters: NO_FILTERS, order: 'relevance' } as const;
  // Script, WebAssembly and tables are read with the first query: this one finds nothing and loads little more than that.
  await searcher.search({ ...request, text: '\u3400\u3401', limit: 0 });
  const first = source.loaded.bytes;
  return {
    name: `Dafu, chunks of ${chunkSize} places`,
    size: await sizeOf(out),
    first,
    async ask(text) {
      const before = source.loaded.bytes;
      const start = performance.now();
      const { groups } = await searcher.search({ ...request, text, limit: 10 });
      const milliseconds = performance.now() - start;
      const bytes = source.loaded.bytes - before;
      const all = await searcher.search({ ...request, text, limit: documents.length });
      const exact = groups[0]?.kind === 'exact' ? (all.groups[0]?.results ?? []) : [];
      return { urls: exact.map(({ url }) => url.replace(/[?#].*/, '')), bytes, milliseconds };
    },
  };
}

/** Pagefind as it comes: pages in, its own script in a real browser. */
export async function stockPagefind(
  documents: readonly SearchDocument[],
  work: string,
  browser: Browser,
): Promise<Engine> {
  const folder = join(work, 'pagefind');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  delete process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'];
  const pagefind = await import('pagefind');
  const { index } = await pagefind.createIndex();
  if (!index) throw new Error('Pagefind made no index');
  for (const { url, title, number, passages } of documents) {
    const content = [title, number ?? '', ...passages.map(({ text }) => text)].join('\n');
    await index.addCustomRecord({ url, content, language: 'zh-CN', meta: { title } });
  }
  await index.writeFiles({ outputPath: folder });
  await pagefind.close();
  const urls = new Map<string, string>();
  for (const file of await readdir(join(folder, 'fragment'))) {
    const text = gunzipSync(await readFile(join(folder, 'fragment', file))).toString('utf8');
    urls.set(file.replace('.pf_fragment', ''), /"url":"([^"]*)"/.exec(text)?.[1] ?? '');
  }
  let bytes = 0;
  const page = await browser.newPage();
  // No server: what the page asks for comes straight from the folder, and is counted.
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/')
      return route.fulfill({ contentType: 'text/html', body: '<html lang="zh-CN"><title>bench</title>' });
    const body = await readFile(join(folder, pathname));
    bytes += pathname.endsWith('.js') ? gzipSync(body).length : body.length;
    const contentType = pathname.endsWith('.js') ? 'text/javascript' : 'application/octet-stream';
    return route.fulfill({ contentType, body });
  });
  await page.goto('http://bench.example/');
  await page.evaluate(
    `import('/pagefind.js').then(async (pagefind) => { self.pagefind = pagefind; await pagefind.init(); await pagefind.search("\u3400"); })`,
  );
  const first = bytes;
  return {
    name: 'Pagefind as it comes',
    size: await sizeOf(folder),
    first,
    async ask(text) {
      const before = bytes;
      const { ids, milliseconds } = await page.evaluate<{ ids: string[]; milliseconds: number }>(`(async () => {
        const start = performance.now();
        const { results } = await self.pagefind.search(${JSON.stringify(text)});
        await Promise.all(results.slice(0, 10).map((result) => result.data()));
        return { ids: results.map(({ id }) => id), milliseconds: performance.now() - start };
      })()`);
      return { urls: ids.map((id) => urls.get(id) ?? id), bytes: bytes - before, milliseconds };
    },
  };
}

/** MiniSearch over the same pairs of characters: one file, loaded whole. */
export async function miniSearch(documents: readonly SearchDocument[]): Promise<Engine> {
  const tokenize = (text: string) => phraseTokens('zh', unitsOf(text));
  const engine = new MiniSearch<{ id: string; text: string }>({
    fields: ['text'],
    tokenize,
    processTerm: (term) => term,
  });
  engine.addAll(
    documents.map(({ url, title, number, passages }) => ({
      id: url,
      text: [title, number ?? '', ...passages.map(({ text }) => text)].join('\n'),
    })),
  );
  const packed = gzipSync(JSON.stringify(engine)).length;
  return {
    name: 'MiniSearch, the same pairs',
    size: packed / 2 ** 20,
    first: packed,
    async ask(text) {
      const start = performance.now();
      const found = engine.search(text, { combineWith: 'AND' });
      return { urls: found.map(({ id }) => String(id)), bytes: 0, milliseconds: performance.now() - start };
    },
  };
}
