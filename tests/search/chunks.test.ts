import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BundleFacts } from '../../src/integrations/search-index/bundle.ts';
import { documentSources } from '../../src/integrations/search-index/sources.ts';
import { planVolumes } from '../../src/integrations/search-index/volume.ts';
import { FORMAT, type WriteOptions, writeIndex } from '../../src/integrations/search-index/write.ts';
import type { SearchDocument } from '../../src/model/search-document.ts';
import { packDocument, packListed, readChunk, readListed, readPostings } from '../../src/search/chunk.ts';
import { documentTokens } from '../../src/search/document-tokens.ts';
import { toColumns } from '../../src/search/index-format.ts';
import { openVolume } from '../../src/search/volume.ts';
import { folderSource, NOTHING_SHARED } from './built-index.ts';
import { corpusDocuments } from './corpus-documents.ts';

const documents = corpusDocuments(170, ['zh', 'en'], 'chunks').filter((_, place) => place % 12 < 2);
let root: string;

const entry = (id: string) => ({ id, kind: 'reply', date: '', topics: [], answered: '', titlePairs: 0 }) as const;

const write = (these: readonly SearchDocument[], options: Partial<WriteOptions> & { out: string }) =>
  writeIndex(documentSources(these), NOTHING_SHARED, {
    cache: `${options.out}-cache`,
    chunkBytes: 1_000,
    ...options,
  });

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'dafu-chunks-'));
  await write(documents, { out: join(root, 'index') });
});
afterAll(() => rm(root, { recursive: true, force: true }));

const open = async () => {
  const source = folderSource(join(root, 'index'));
  const { volumes } = await source.list();
  return Promise.all(volumes.map((entry) => openVolume(source, entry)));
};

/** All files below a folder, with the hash of their bytes. */
async function contents(folder: string): Promise<Map<string, string>> {
  const files = (await readdir(folder, { recursive: true })).sort();
  const read = files.map(async (file) => {
    const path = join(folder, file);
    if (!(await stat(path)).isFile()) return [file, ''] as const;
    return [
      file,
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    ] as const;
  });
  return new Map(await Promise.all(read));
}

describe('what the index holds is what documents have', () => {
  test('every token at every place where its document has it', async () => {
    let compared = 0;
    for (const volume of await open()) {
      for (const [number, { id }] of volume.documents.entries()) {
        const document = documents.find((one) => one.id === id && one.locale === volume.entry.locale);
        if (!document) throw new Error(`No document ${id}`);
        const { pairs, list } = documentTokens(document);
        for (const [pair, entries] of Map.groupBy(pairs.entries(), ([, one]) => one)) {
          if (pair === undefined) continue;
          expect((await volume.postings(pair)).get(number)).toEqual(entries.map(([place]) => place));
          compared += 1;
        }
        for (const [token, all] of Map.groupBy(list, (one) => one)) {
          expect((await volume.listed(token)).get(number)?.count).toBe(Math.min(3, all.length));
          compared += 1;
        }
      }
    }
    expect(compared).toBeGreaterThan(10_000);
  });

  test('a token that no document has stands nowhere', async () => {
    const [volume] = await open();
    expect((await volume?.postings('㐀㐁'))?.size).toBe(0);
    expect((await volume?.listed('㐀'))?.size).toBe(0);
  });

  test('texts are stored as they are', async () => {
    for (const volume of await open()) {
      const stored = await volume.document(0);
      const document = documents.find(({ url }) => url === stored.url);
      expect(stored.passages).toEqual(document?.passages.map(({ anchor, text }) => [anchor, text]));
    }
  });
});

describe('postings are read as they were written', () => {
  const places = fc.uniqueArray(fc.nat({ max: 200_000 }), { minLength: 1, maxLength: 8 });
  const ascending = (numbers: readonly number[]) => numbers.toSorted((one, other) => one - other);

  function readAll<Value>(
    read: (packed: Uint8Array, into: Map<number, Value>, before: number) => void,
    packed: readonly number[],
  ) {
    const postings = new Map<number, Value>();
    read(Uint8Array.from(packed), postings, 0);
    return postings;
  }

  test('with their positions', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.nat({ max: 90_000 }).map(String), places), (byDocument) => {
        const numbers = ascending(Object.keys(byDocument).map(Number));
        const postings = new Map(numbers.map((number) => [number, ascending(byDocument[number] ?? [])]));
        const packed: number[] = [];
        let last = 0;
        for (const [number, positions] of postings) {
          packDocument(packed, number - last, positions);
          last = number;
        }
        expect(readAll(readPostings, packed)).toEqual(postings);
      }),
    );
  });

  test('and listed tokens with their count and roughly their place', () => {
    const listed = new Map([
      [0, { count: 1, first: 0 }],
      [7, { count: 3, first: 160 }],
      [300, { count: 2, first: 496 }],
    ]);
    expect(readAll(readListed, packListed(listed))).toEqual(listed);
    expect(readAll(readListed, packListed(new Map([[1, { count: 9, first: 9999 }]])))).toEqual(
      new Map([[1, { count: 3, first: 496 }]]),
    );
  });

  test('bytes that are no chunk are refused', () => {
    expect(() => readChunk(new TextEncoder().encode('something else altogether'))).toThrow(TypeError);
  });
});

test.each([
  [
    'the newest year apart, with what is no reply',
    { other: 9, 2025: 100, 2024: 900, 2023: 900 },
    ['other 2025', '2024 2023'],
  ],
  [
    'a volume is filled from the oldest year',
    { 2025: 1, 2024: 1500, 2023: 1500, 2022: 1500, 2021: 900 },
    ['2025', '2024', '2023 2022 2021'],
  ],
  ['a large year has one of its own', { 2025: 9000, 2024: 9000, 2023: 10 }, ['2025', '2024', '2023']],
  ['what is no reply alone', { other: 3 }, ['other']],
])('bundles of years share volumes: %s', (_name, counts, expected) => {
  const bundles = Object.entries<number>(counts)
    .map(([year, count]): BundleFacts => {
      const empty = { path: '', lengths: [] };
      const entries = Array.from({ length: count }, (_, place) => entry(`${year}-${place}`));
      return { locale: 'zh', year, terms: empty, texts: empty, documents: toColumns(entries) };
    })
    .sort((one, other) => (one.year < other.year ? 1 : -1));
  const volumes = planVolumes(bundles);
  expect(volumes.map(({ bundles: own }) => own.map(({ year }) => year).join(' '))).toEqual(expected);
  expect(new Set(volumes.map(({ name }) => name)).size).toBe(volumes.length);
});

describe('the files of an index', () => {
  test('are the same for the same documents, with and without a cache, in whatever order they come', async () => {
    const again = { out: join(root, 'again'), cache: join(root, 'cache-again') };
    await write([...documents].reverse(), again);
    await write(documents, { ...again, out: join(root, 'cached') });
    const first = await contents(join(root, 'index'));
    expect(await contents(join(root, 'again'))).toEqual(first);
    expect(await contents(join(root, 'cached'))).toEqual(first);
  });

  test('are made again where the cache lost or damaged them', async () => {
    const damaged = { cache: join(root, 'cache-damaged') };
    await write(documents, { ...damaged, out: join(root, 'before') });
    const [one = '', other = ''] = await readdir(join(damaged.cache, 'parts'));
    await rm(join(root, 'before'), { recursive: true });
    await rm(join(damaged.cache, 'parts', one));
    await writeFile(join(damaged.cache, 'parts', other), 'damaged');
    await write(documents, { ...damaged, out: join(root, 'after') });
    expect(await contents(join(root, 'after'))).toEqual(await contents(join(root, 'index')));
  });

  test('change for a changed reply in its own volume only: table, terms, texts, and the list', async () => {
    const [changed, ...others] = documents;
    if (!changed) throw new Error('No documents');
    const out = join(root, 'changed');
    await write([{ ...changed, passages: [{ anchor: 'p1', text: '改了一个词' }] }, ...others], { out });
    const before = await contents(join(root, 'index'));
    const after = await contents(out);
    const differing = [...after].filter(([name, hash]) => before.get(name) !== hash).map(([name]) => name);
    const { volumes } = await folderSource(out).list();
    const years = volumes.find(
      (one) => one.locale === changed.locale && one.years.includes(changed.date?.slice(0, 4) ?? ''),
    )?.years;
    const volume = [changed.locale, ...new Set([years?.at(-1), years?.[0]])].join('-');
    expect(differing.map((name) => name.replace(/[0-9a-f]{12}/, '#'))).toEqual([
      'index.json',
      ...['table', 'terms', 'texts'].map((what) => `parts/${volume}-${what}-#.bin`),
    ]);
  });

  test('need only the documents of a changed reply’s own year and language', async () => {
    const [changed, ...others] = documents;
    if (!changed) throw new Error('No documents');
    const cache = join(root, 'cache-years');
    const read: string[] = [];
    const watched = (these: readonly SearchDocument[]) =>
      documentSources(these).map((one) => ({
        ...one,
        documents: () => {
          read.push(one.name);
          return one.documents();
        },
      }));
    await writeIndex(watched(documents), NOTHING_SHARED, { out: join(root, 'years'), cache });
    expect(new Set(read).size).toBeGreaterThan(2);
    read.length = 0;
    const again = [{ ...changed, title: '换了题目的答复' }, ...others];
    await writeIndex(watched(again), NOTHING_SHARED, { out: join(root, 'years-again'), cache });
    expect(read).toEqual([`${changed.locale}-${changed.date?.slice(0, 4)}`]);
  });

  // Where this fails since tokens or files have changed: raise FORMAT, or builds go on using what they kept.
  test('are of the format that their caches are marked with', async () => {
    const [fixed] = documents;
    if (!fixed) throw new Error('No documents');
    const text = '建设“绿色矿山”24座，面积4.47万亩，约44,700 mu (green mines)，见虚规资〔2024〕9号。㐀𠀀é';
    const same = { ...fixed, passages: [{ anchor: 'p1', text }], title: '关于绿色矿山的答复', number: '〔2025〕1号' };
    const english = { ...same, locale: 'en' as const };
    const { volumes } = await write([same, english], { out: join(root, 'fixed') });
    expect([FORMAT, ...volumes.map(({ table }) => table)]).toMatchInlineSnapshot(`
      [
        "dafu-8",
        "parts/zh-2023-table-4dad5f3f5e03.bin",
        "parts/en-2023-table-1d291363ef96.bin",
      ]
    `);
  });
});
