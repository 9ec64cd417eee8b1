import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { documentSources } from '../../src/build/search-index/sources.ts';
import { writeIndex } from '../../src/build/search-index/write.ts';
import type { Locale } from '../../src/model/locale.ts';
import type { SearchDocument } from '../../src/model/search-document.ts';
import { facetValuesOf } from '../../src/model/search-facets.ts';
import { keepFiles, releasePlaces } from '../../src/release/releases.ts';
import { siteHandler } from '../../src/release/serving/handler.ts';
import { INDEX_FOLDER } from '../../src/search/index-format.ts';
import { cacheIn } from '../dafu.ts';
import { NOTHING_SHARED } from '../search/built-index.ts';
import { useBrowser } from './open.ts';

const open = useBrowser();

function made(locale: Locale, id: string, text: string): SearchDocument {
  return {
    ...{ id, kind: 'reply', locale, url: `/${locale}/replies/${id}/`, title: id, number: undefined },
    ...{ date: '2025-03-01', facets: facetValuesOf({ kind: 'reply', date: '2025-03-01' }), figures: [] },
    passages: [{ anchor: 'p1', text }],
  };
}

/** A folder of releases that is served as a bureau's server does: the current one, and what the others left for open pages. */
async function serveReleases() {
  const root = mkdtempSync(join(tmpdir(), 'dafu-releases-'));
  const releases = join(root, 'releases');
  const { current } = releasePlaces(releases);
  const server = createServer(siteHandler(current, '/'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  let count = 0;
  return {
    address: `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}/`,
    /** Releases the search page with an index of some documents, made by a version of the program, and switches to it. */
    async release(documents: readonly SearchDocument[], indexFolder = INDEX_FOLDER) {
      count += 1;
      const name = `${count}-0123456789ab`;
      const folder = join(releases, name);
      for (const part of ['assets', 'zh/search', 'en/search'])
        cpSync(join(inject('dist'), part), join(folder, part), { recursive: true });
      const out = join(folder, indexFolder);
      await writeIndex(documentSources(documents), NOTHING_SHARED, { out, cache: cacheIn(join(root, 'cache')) });
      keepFiles(releases, name);
      rmSync(current, { force: true });
      symlinkSync(name, current);
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(root, { recursive: true });
    },
  };
}

/** Searches in an open page, and gives the titles of what is found. */
async function search(page: Page, text: string): Promise<string[]> {
  await page.locator('[data-search-part="input"]').fill(text);
  await page.waitForFunction(
    (wanted) =>
      !document.querySelector('[data-search-page][aria-busy]') &&
      document.querySelector('[data-search-part="summary"]')?.textContent?.includes(wanted) === true,
    text,
  );
  return (await page.locator('.search-result h3').allTextContents()).sort();
}

test('pages opened before a release go on searching after it, and after one of another version of the program', async () => {
  await using site = await serveReleases();
  await site.release([made('zh', 'a', '节水灌溉，旧的说法'), made('en', 'a', 'Irrigation as it was')]);
  await using opened = await open('zh/search/', { address: site.address });
  expect(await search(opened.page, '节水灌溉')).toEqual(['a']);

  await site.release([
    ...[made('zh', 'a', '节水灌溉，改了'), made('zh', 'b', '节水灌溉，新的')],
    ...[made('en', 'a', 'Irrigation as it is'), made('en', 'b', 'Irrigation too')],
  ]);
  // What is open stays as it was, chunks that it never asked for included.
  expect(await search(opened.page, '旧的说法')).toEqual(['a']);
  // English was not open: its index is another by now, so all is opened again.
  expect(await search(opened.page, 'irrigation')).toEqual(['a', 'b']);
  expect(await search(opened.page, '节水')).toEqual(['a', 'b']);

  await using waiting = await open('en/search/', { address: site.address });
  await site.release([made('zh', 'c', '节水灌溉'), made('en', 'c', 'Irrigation')], 'pagefind/9.9.9-1/');
  expect(await search(opened.page, '灌溉，改')).toEqual(['a']);
  expect(await search(waiting.page, 'irrigation')).toEqual(['a', 'b']);
  expect([...opened.complaints, ...waiting.complaints]).toEqual([]);
});
