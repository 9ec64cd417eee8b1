import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import stemmer from 'wink-porter2-stemmer';
import { writeIndex } from '../../src/build/search-index/write.ts';
import { seededRandom } from '../corpus/random.ts';
import { cacheIn } from '../dafu.ts';
import { type BuiltIndex, buildIndex, NOTHING_SHARED, openIndex } from './built-index.ts';
import { corpusDocuments } from './corpus-documents.ts';
import { contains, isAskable, plainText, plainTexts } from './plain-scan.ts';

const SAMPLES = 900;

let index: BuiltIndex;
const documents = corpusDocuments(150, ['zh', 'en'], 'exactness');
const scanned = documents.map((document) => ({ document, texts: plainTexts(document) }));

beforeAll(async () => {
  index = await buildIndex(documents);
});
afterAll(() => index.remove());

function expected(query: string): string[] {
  const plain = plainText(query);
  return scanned
    .filter(({ texts }) => texts.some((text) => contains(text, plain)))
    .map(({ document }) => document.url)
    .sort();
}

/** Substrings of the corpus, 2 to 12 characters long, from anywhere: over words, signs and numbers. */
function samples(locale: 'zh' | 'en', count: number): string[] {
  const random = seededRandom('exactness', `samples ${locale}`);
  const texts = documents.filter((document) => document.locale === locale).flatMap(({ passages }) => passages);
  return Array.from({ length: count }, () => {
    const text = random.pick(texts).text;
    const length = random.integer(2, 12) * (locale === 'en' ? 3 : 1);
    const start = random.integer(0, Math.max(0, text.length - length));
    return text.slice(start, start + length).trim();
  }).filter(isAskable);
}

/** The stems of a text's Latin words. */
const stems = (text: string) => new Set((plainText(text).match(/[a-z]+/g) ?? []).map(stemmer));

test('several indexes, merged, give the same documents as one, and the same order by date', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dafu-one-index-'));
  const whole = (['zh', 'en'] as const).map((locale) => {
    const own = documents.filter((document) => document.locale === locale);
    return { locale, year: '', key: locale, count: own.length, documents: async () => own };
  });
  const list = await writeIndex(whole, NOTHING_SHARED, {
    out: join(folder, 'index'),
    cache: cacheIn(join(folder, 'cache')),
  });
  expect(list.languages.map(({ indexes }) => indexes.length)).toEqual([1, 1]);
  const one = await openIndex(join(folder, 'index'), documents);
  const differing: string[] = [];
  for (const locale of ['zh', 'en'] as const)
    for (const query of samples(locale, SAMPLES / 45)) {
      const request = { order: 'date', limit: 20 } as const;
      // What the list of years says is of the indexes themselves.
      const [many, single] = [await index.search(query, locale, request), await one.search(query, locale, request)];
      if (JSON.stringify({ ...many, replyYears: [] }) !== JSON.stringify({ ...single, replyYears: [] }))
        differing.push(query);
    }
  await rm(folder, { recursive: true });
  expect(differing).toEqual([]);
});

describe('the set of results is the set of documents that contain the query', () => {
  test('for substrings of Chinese texts', async () => {
    const wrong: unknown[] = [];
    for (const query of samples('zh', SAMPLES)) {
      const [actual, wanted] = [await index.containing(query), expected(query)];
      if (actual.join() !== wanted.join()) wrong.push({ query, actual: actual.length, wanted: wanted.length });
    }
    expect(wrong).toEqual([]);
  });

  test('for quoted substrings of English texts', async () => {
    const wrong: unknown[] = [];
    for (const query of samples('en', SAMPLES / 3)) {
      const [actual, wanted] = [await index.containing(`"${query}"`), expected(query)];
      if (actual.join() !== wanted.join()) wrong.push({ query, actual: actual.length, wanted: wanted.length });
    }
    expect(wrong).toEqual([]);
  });

  test('for words of English texts, in any form, all of which must occur', async () => {
    const random = seededRandom('exactness', 'words');
    const english = scanned.filter(({ document }) => document.locale === 'en');
    const known = english.map(({ document, texts }) => ({ url: document.url, stems: stems(texts.join('\n')) }));
    const wrong: unknown[] = [];
    for (let round = 0; round < SAMPLES / 3; round += 1) {
      const words = plainText(random.pick(random.pick(english).document.passages).text).match(/[a-z]{2,}/g) ?? [];
      if (words.length === 0) continue;
      const query = Array.from({ length: random.integer(1, 3) }, () => random.pick(words)).join(' ');
      const wanted = known
        .filter((one) => [...stems(query)].every((stem) => one.stems.has(stem)))
        .map(({ url }) => url);
      const actual = (await index.containing(query)).filter((url) => url.startsWith('/en/'));
      if (actual.join() !== wanted.sort().join()) wrong.push({ query, actual: actual.length, wanted: wanted.length });
    }
    expect(wrong).toEqual([]);
  });
});
