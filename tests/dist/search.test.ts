import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { readOtherDocuments, readReplyDocuments } from '../../src/integrations/search-index/read.ts';
import type { Locale } from '../../src/model/locale.ts';
import type { SearchDocument } from '../../src/model/search-document.ts';
import { siteUrls } from '../../src/urls.ts';
import { seededRandom } from '../corpus/random.ts';
import { openIndex } from '../search/built-index.ts';
import { contains, isAskable, plainText, plainTexts } from '../search/plain-scan.ts';

const SAMPLES = 600;

let documents: SearchDocument[];
let index: Awaited<ReturnType<typeof openIndex>>;

beforeAll(async () => {
  const dist = inject('dist');
  const site = { address: 'https://dafu.example', base: '/', languages: ['zh', 'en'] satisfies Locale[] };
  documents = [
    ...(await readReplyDocuments(dist)),
    ...(await readOtherDocuments(dist, site.languages, siteUrls(site))),
  ];
  index = await openIndex(join(dist, 'search'), documents);
});

describe('the search index of the published site', () => {
  test('holds every reply, dataset and page in each language', () => {
    const urls = documents.map(({ url }) => url);
    for (const path of ['replies/2025-578', 'data/green-mines', 'about'])
      for (const locale of ['zh', 'en']) expect(urls).toContain(`/${locale}/${path}/`);
  });

  test('gives for any piece of the published texts the documents that contain it, and no others', async () => {
    const random = seededRandom('published', 'search');
    const scanned = documents.map((document) => ({ document, texts: plainTexts(document) }));
    const passages = documents.flatMap((document) => document.passages.map(({ text }) => text));
    const wrong: unknown[] = [];
    for (let round = 0; round < SAMPLES; round += 1) {
      const text = random.pick(passages);
      const start = random.integer(0, Math.max(0, text.length - 2));
      const piece = text.slice(start, start + random.integer(2, 12)).trim();
      if (!isAskable(piece)) continue;
      const plain = plainText(piece);
      const wanted = scanned
        .filter(({ texts }) => texts.some((one) => contains(one, plain)))
        .map(({ document }) => document.url);
      const actual = await index.containing(`"${piece}"`);
      if (actual.join() !== wanted.sort().join()) wrong.push({ piece, actual, wanted });
    }
    expect(wrong).toEqual([]);
  });

  test('opens results at elements that are on the page, with the text that the excerpt shows', () => {
    const missing = documents.flatMap(({ url, passages }) => {
      const html = readFileSync(join(inject('dist'), url, 'index.html'), 'utf8');
      return passages
        .filter(({ anchor }) => anchor !== '' && !new RegExp(`\\sid="?${anchor}["\\s>]`).test(html))
        .map(({ anchor }) => `${url}#${anchor}`);
    });
    expect(missing).toEqual([]);
  });
});
