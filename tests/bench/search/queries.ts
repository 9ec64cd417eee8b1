import type { SearchDocument } from '../../../src/model/search-document.ts';
import { seededRandom } from '../../corpus/random.ts';
import { contains, plainText, plainTexts } from '../../search/plain-scan.ts';

/** What somebody looks for, of one kind, and the documents that contain it. */
export interface BenchQuery {
  readonly kind: string;
  readonly text: string;
  readonly truth: ReadonlySet<string>;
}

type Random = ReturnType<typeof seededRandom>;
type Sampler = (random: Random, passage: string, document: SearchDocument) => string | undefined;

const cut = (random: Random, text: string, shortest: number, longest: number) => {
  const length = random.integer(shortest, longest);
  const start = random.integer(0, Math.max(0, text.length - length));
  return text.slice(start, start + length);
};

const matching = (random: Random, text: string, pattern: RegExp) => {
  const found = Array.from(text.matchAll(pattern), ([match]) => match);
  return found.length === 0 ? undefined : random.pick(found);
};

/** How queries of each kind are taken from a text. */
const SAMPLERS: Readonly<Record<string, Sampler>> = {
  'two characters': (random, text) => matching(random, text, /\p{Script=Han}{2}/gu),
  'four characters': (random, text) => matching(random, text, /\p{Script=Han}{4}/gu),
  'phrase of 6 to 12': (random, text) => matching(random, cut(random, text, 20, 40), /\p{Script=Han}{6,12}/gu),
  'phrase with signs': (random, text) => matching(random, text, /\p{Script=Han}{2,5}[，、。“”]\p{Script=Han}{2,5}/gu),
  'over word borders': (random, text) => cut(random, text, 2, 12),
  'number with unit': (random, text) => matching(random, text, /\d[\d.,]*(?:万亩|亿元|万吨|公里|%|座|户|亩)/gu),
  'document number': (_random, _text, { number }) => number,
};

function truthOf(text: string, scanned: readonly (readonly [string, readonly string[]])[]): Set<string> {
  const plain = plainText(text);
  return new Set(scanned.filter(([, texts]) => texts.some((one) => contains(one, plain))).map(([url]) => url));
}

/** Queries of every kind, taken from the documents by chance that is the same each time, with the truth by plain scan. */
export function benchQueries(documents: readonly SearchDocument[], each: number, seed: string): BenchQuery[] {
  const scanned = documents.map((document) => [document.url, plainTexts(document)] as const);
  return Object.entries(SAMPLERS).flatMap(([kind, sample]) => {
    const random = seededRandom(seed, kind);
    const queries = new Map<string, BenchQuery>();
    for (let round = 0; queries.size < each && round < each * 20; round += 1) {
      const document = random.pick(documents);
      const text = sample(random, random.pick(document.passages).text, document)?.trim();
      if (text === undefined || !/[\p{L}\p{N}]/u.test(text)) continue;
      // A cut through a number is contained in nothing: it says nothing about recall.
      const truth = truthOf(text, scanned);
      if (truth.size > 0) queries.set(text, { kind, text, truth });
    }
    return [...queries.values()];
  });
}

/** English queries: a word, or two or three that stand together, unquoted. */
export function englishQueries(documents: readonly SearchDocument[], count: number, seed: string): string[] {
  const random = seededRandom(seed, 'english');
  const queries = new Set<string>();
  for (let round = 0; queries.size < count && round < count * 20; round += 1) {
    const words = /^(?:[a-z]{4,} ){2,3}[a-z]{4,}/i.exec(random.pick(random.pick(documents).passages).text)?.[0];
    if (words !== undefined) queries.add(words.split(' ').slice(0, random.integer(1, 3)).join(' '));
  }
  return [...queries];
}
