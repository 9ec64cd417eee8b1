import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentSources } from '../../src/integrations/search-index/sources.ts';
import { FORMAT, type WriteOptions, writeIndex } from '../../src/integrations/search-index/write.ts';
import type { SearchDocument } from '../../src/model/search-document.ts';
import { openBundle } from '../../src/search/bundle.ts';
import { packDocument, packListed, readChunk, readListed, readPostings } from '../../src/search/chunk.ts';
import { documentTokens } from '../../src/search/document-tokens.ts';
import { folderSource, NOTHING_SHARED } from './built-index.ts';
import { corpusDocuments } from './corpus-documents.ts';

const documents = corpusDocuments(170, ['zh', 'en'], 'chunks').filter((_, place) => place % 12 < 2);
let root: string;

const write = (these: readonly SearchDocument[], options: Partial<WriteOptions> & { out: string }) =>
  writeIndex(documentSources(these), NOTHING_SHARED, {
    cache: `${options.out}-cache`,
    chunkPlaces: 300,
    ...options,
  });

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'dafu-chunks-'));
  await write(documents, { out: join(root, 'index') });
});
afterAll(() => rm(root, { recursive: true, force: true }));

const open = async () => {
  const source = folderSource(join(root, 'index'));
  const { bundles } = await source.list();
  return Promise.all(bundles.map((entry) => openBundle(source, entry)));
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
    for (const bundle of await open()) {
      for (const [number, { id }] of bundle.documents.entries()) {
        const document = documents.find((one) => one.id === id && one.locale === bundle.entry.locale);
        if (!document) throw new Error(`No document ${id}`);
        const { pairs, list } = documentTokens(document);
        for (const [pair, entries] of Map.groupBy(pairs.entries(), ([, one]) => one)) {
          if (pair === undefined) continue;
          expect((await bundle.postings(pair)).get(number)).toEqual(entries.map(([place]) => place));
          compared += 1;
        }
        for (const [token, all] of Map.groupBy(list, (one) => one)) {
          expect((await bundle.listed(token)).get(number)?.count).toBe(Math.min(3, all.length));
          compared += 1;
        }
      }
    }
    expect(compared).toBeGreaterThan(10_000);
  });

  test('a token that no document has stands nowhere', async () => {
    const [bundle] = await open();
    expect((await bundle?.postings('㐀㐁'))?.size).toBe(0);
    expect((await bundle?.listed('㐀'))?.size).toBe(0);
  });

  test('texts are stored as they are', async () => {
    for (const bundle of await open()) {
      const stored = await bundle.document(0);
      const document = documents.find(({ url }) => url === stored.url);
      expect(stored.passages).toEqual(document?.passages.map(({ anchor, text }) => [anchor, text]));
    }
  });
});

describe('postings are read as they were written', () => {
  const places = fc.uniqueArray(fc.nat({ max: 200_000 }), { minLength: 1, maxLength: 8 });
  const ascending = (numbers: readonly number[]) => numbers.toSorted((one, other) => one - other);

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
        expect(readPostings(Uint8Array.from(packed))).toEqual(postings);
      }),
    );
  });

  test('and listed tokens with their count and roughly their place', () => {
    const listed = new Map([
      [0, { count: 1, first: 0 }],
      [7, { count: 3, first: 160 }],
      [300, { count: 2, first: 496 }],
    ]);
    expect(readListed(Uint8Array.from(packListed(listed)))).toEqual(listed);
    expect(readListed(Uint8Array.from(packListed(new Map([[1, { count: 9, first: 9999 }]]))))).toEqual(
      new Map([[1, { count: 3, first: 496 }]]),
    );
  });

  test('bytes that are no chunk are refused', () => {
    expect(() => readChunk(new TextEncoder().encode('something else altogether'))).toThrow(TypeError);
  });
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

  test('change for a changed reply in its own year and language only: table, terms, texts, and the list', async () => {
    const [changed, ...others] = documents;
    if (!changed) throw new Error('No documents');
    const out = join(root, 'changed');
    await write([{ ...changed, passages: [{ anchor: 'p1', text: '改了一个词' }] }, ...others], { out });
    const before = await contents(join(root, 'index'));
    const after = await contents(out);
    const differing = [...after].filter(([name, hash]) => before.get(name) !== hash).map(([name]) => name);
    const bundle = `${changed.locale}-${changed.date?.slice(0, 4)}`;
    expect(differing.map((name) => name.replace(/[0-9a-f]{12}/, '#'))).toEqual([
      'index.json',
      ...['table', 'terms', 'texts'].map((what) => `parts/${bundle}-${what}-#.bin`),
    ]);
  });

  // Where this fails since tokens or files have changed: raise FORMAT, or builds go on using what they kept.
  test('are of the format that their caches are marked with', async () => {
    const [fixed] = documents;
    if (!fixed) throw new Error('No documents');
    const text = '建设“绿色矿山”24座，面积4.47万亩，约44,700 mu (green mines)，见虚规资〔2024〕9号。㐀𠀀é';
    const same = { ...fixed, passages: [{ anchor: 'p1', text }], title: '关于绿色矿山的答复', number: '〔2025〕1号' };
    const english = { ...same, locale: 'en' as const };
    const { bundles } = await write([same, english], { out: join(root, 'fixed') });
    expect([FORMAT, ...bundles.map(({ table }) => table)]).toMatchInlineSnapshot(`
      [
        "pagefind-1.6.0 dafu-4",
        "parts/zh-2023-table-5ce3a00137d9.bin",
        "parts/en-2023-table-3410ff94cd02.bin",
      ]
    `);
  });
});
