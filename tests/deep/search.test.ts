import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentSources } from '../../src/build/search-index/sources.ts';
import { writeIndex } from '../../src/build/search-index/write.ts';
import type { SearchDocument } from '../../src/model/search-document.ts';
import { findChromium, launch } from '../../src/release/printing/chromium.ts';
import { type CountedSite, openSearch, serveWithIndex } from '../bench/search/page.ts';
import { seededRandom } from '../corpus/random.ts';
import { cacheIn, copyOfBureau, dafu } from '../dafu.ts';
import { NOTHING_SHARED, openIndex } from '../search/built-index.ts';
import { corpusDocuments } from '../search/corpus-documents.ts';
import { contains, isAskable, plainText, plainTexts } from '../search/plain-scan.ts';

/** Pieces of the corpus asked for in the index, and how many of them in the real page too. */
const PIECES = 4_000;
const IN_PAGE = 150;

const documents: SearchDocument[] = corpusDocuments(200, ['zh', 'en'], 'deep search');
const scanned = documents.map((document) => ({ document, texts: plainTexts(document) }));
let work: string;
let root: string;
let browser: Browser;
let site: CountedSite;

/** Pieces of 2 to 12 characters from anywhere in the texts: over words, signs and numbers. Quoted, so that English stands as it is. */
function pieces(count: number, seed: string): string[] {
  const random = seededRandom('deep search', seed);
  return Array.from({ length: count }, () => {
    const { text } = random.pick(random.pick(documents).passages);
    const start = random.integer(0, Math.max(0, text.length - 2));
    return text.slice(start, start + random.integer(2, 12)).trim();
  }).filter(isAskable);
}

function expected(piece: string): string[] {
  const plain = plainText(piece);
  return scanned
    .filter(({ texts }) => texts.some((text) => contains(text, plain)))
    .map(({ document }) => document.url)
    .sort();
}

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'dafu-deep-search-'));
  root = copyOfBureau();
  const built = await dafu(['build', '--root', root, '--today', '2026-11-23']);
  expect(built.code, built.output).toBe(0);
  const index = join(work, 'index');
  await writeIndex(documentSources(documents), NOTHING_SHARED, { out: index, cache: cacheIn(join(work, 'cache')) });
  browser = await launch(await findChromium());
  site = await serveWithIndex(join(root, 'dist'), index, work);
});
afterAll(async () => {
  await site?.[Symbol.asyncDispose]();
  await browser?.close();
  for (const folder of [work, root]) rmSync(folder, { recursive: true, force: true });
});

describe('the documents found are those that contain the query', () => {
  test('for thousands of pieces of a made-up archive', async () => {
    const index = await openIndex(join(work, 'index'), documents);
    const wrong: unknown[] = [];
    for (const piece of pieces(PIECES, 'index')) {
      const [actual, wanted] = [await index.containing(`"${piece}"`), expected(piece)];
      if (actual.join() !== wanted.join()) wrong.push({ piece, actual: actual.length, wanted: wanted.length });
    }
    expect(wrong).toEqual([]);
  });

  test('in the real page, as it counts them', async () => {
    await using opened = await openSearch(browser, site, 'zh');
    const { page } = opened;
    const wrong: unknown[] = [];
    for (const piece of pieces(IN_PAGE, 'page')) {
      await page.locator('[data-search-part="input"]').fill(`"${piece}"`);
      await page.locator('[data-search-part="form"] button').click();
      await page.waitForFunction(
        (query) => document.title.startsWith(query) && !document.querySelector('[data-search-page][aria-busy]'),
        `"${piece}"`,
      );
      const said = await page.locator('[data-search-part="summary"]').textContent();
      // Both versions of a reply are one result.
      const wanted = new Set(expected(piece).map((url) => url.replace(/^\/(?:zh|en)\//, ''))).size;
      if (!said?.startsWith(wanted === 0 ? '没有文件含有' : `${wanted} 篇`)) wrong.push({ piece, said, wanted });
    }
    expect(wrong).toEqual([]);
  });
});
