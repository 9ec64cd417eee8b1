import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seededRandom } from '../corpus/random.ts';
import { type BuiltIndex, buildIndex } from './built-index.ts';
import { corpusDocuments } from './corpus-documents.ts';
import { contains, plainText, plainTexts } from './plain-scan.ts';

const SAMPLES = 1200;

let index: BuiltIndex;
const documents = corpusDocuments(240, ['zh', 'en'], 'exactness');
const scanned = documents.map((document) => ({ document, texts: plainTexts(document) }));

beforeAll(async () => {
  index = await buildIndex(documents);
}, 120_000);
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
  }).filter((query) => /[\p{L}\p{N}]/u.test(query) && !query.includes('"'));
}

describe('the set of results is the set of documents that contain the query', () => {
  test('for substrings of Chinese texts', async () => {
    const wrong: unknown[] = [];
    for (const query of samples('zh', SAMPLES)) {
      const [actual, wanted] = [await index.containing(query), expected(query)];
      if (actual.join() !== wanted.join()) wrong.push({ query, actual: actual.length, wanted: wanted.length });
    }
    expect(wrong).toEqual([]);
  }, 300_000);

  test('for quoted substrings of English texts', async () => {
    const wrong: unknown[] = [];
    for (const query of samples('en', SAMPLES / 3)) {
      const [actual, wanted] = [await index.containing(`"${query}"`), expected(query)];
      if (actual.join() !== wanted.join()) wrong.push({ query, actual: actual.length, wanted: wanted.length });
    }
    expect(wrong).toEqual([]);
  }, 300_000);
});
