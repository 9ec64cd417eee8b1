import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeIndex } from '../../src/integrations/search-index/write.ts';
import { openBundle } from '../../src/search/bundle.ts';
import { documentTokens } from '../../src/search/document-tokens.ts';
import { chunkOf, readChunk } from '../../src/search/index-format.ts';
import { folderSource, NOTHING_SHARED } from './built-index.ts';
import { corpusDocuments } from './corpus-documents.ts';

const documents = corpusDocuments(170, ['zh'], 'chunks').filter((_, place) => place % 6 === 0);
let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'dafu-chunks-'));
  for (const places of [300, 3000])
    await writeIndex(documents, NOTHING_SHARED, {
      out: join(root, String(places)),
      cache: join(root, `cache-${places}`),
      chunkPlaces: places,
    });
});
afterAll(() => rm(root, { recursive: true, force: true }));

const open = async (places: number) => {
  const source = folderSource(join(root, String(places)));
  const { bundles } = await source.list();
  return Promise.all(bundles.map((entry) => openBundle(source, entry)));
};

/** All files below a folder, with their bytes. */
async function contents(folder: string): Promise<Map<string, string>> {
  const files = (await readdir(folder, { recursive: true })).sort();
  const read = files.map(async (file) => {
    const path = join(folder, file);
    return [file, (await stat(path)).isFile() ? (await readFile(path)).toString('base64') : ''] as const;
  });
  return new Map(await Promise.all(read));
}

test('the size asked for is the size of the chunks', async () => {
  const [[small], [large]] = [await open(300), await open(3000)];
  expect(small?.table.chunks.length).toBeGreaterThan((large?.table.chunks.length ?? 0) * 5);
});

describe('what Pagefind wrote is what was given to it', () => {
  test('every token stands in its chunk, at every place where its document has it', async () => {
    for (const bundle of await open(300)) {
      const own = documents.filter(({ date }) => date?.startsWith(bundle.entry.year));
      for (const [number, { id }] of bundle.table.documents.entries()) {
        const document = own.find((one) => one.id === id);
        expect(document).toBeDefined();
        if (!document) continue;
        const { tokens } = documentTokens(document);
        const places = Map.groupBy(tokens.entries(), ([, token]) => token);
        for (const [token, entries] of places) {
          const postings = await bundle.postings(token);
          expect(postings.get(number)).toEqual(entries.map(([place]) => place));
        }
      }
    }
  });

  test('a token that no document has stands nowhere', async () => {
    const [bundle] = await open(300);
    expect((await bundle?.postings('㐀㐁'))?.size).toBe(0);
    expect(chunkOf(bundle?.table.chunks ?? [], '')).toBe(-1);
  });

  test('a file that is none of Pagefind’s is refused', async () => {
    expect(() => readChunk(new TextEncoder().encode('something else altogether'))).toThrow(TypeError);
  });
});

test('the same documents give the same bytes, with and without a cache, in whatever order they come', async () => {
  const again = { out: join(root, 'again'), cache: join(root, 'cache-again'), chunkPlaces: 300 };
  await writeIndex([...documents].reverse(), NOTHING_SHARED, again);
  await writeIndex(documents, NOTHING_SHARED, { ...again, out: join(root, 'cached') });
  const first = await contents(join(root, '300'));
  expect(await contents(join(root, 'again'))).toEqual(first);
  expect(await contents(join(root, 'cached'))).toEqual(first);
});

test('a changed reply changes the bundle of its year only', async () => {
  const [changed, ...others] = documents;
  if (!changed) throw new Error('No documents');
  const out = join(root, 'changed');
  const { bundles } = await writeIndex(
    [{ ...changed, passages: [{ anchor: 'p1', text: '改了' }] }, ...others],
    NOTHING_SHARED,
    { out, cache: join(root, 'cache-changed'), chunkPlaces: 300 },
  );
  const before = (await folderSource(join(root, '300')).list()).bundles;
  const same = bundles.filter(({ path }) => before.some((one) => one.path === path));
  expect(same).toHaveLength(bundles.length - 1);
});

test('texts are stored as they are', async () => {
  const [bundle] = await open(300);
  const stored = await bundle?.document(0);
  const document = documents.find(({ url }) => url === stored?.url);
  expect(stored?.passages).toEqual(document?.passages.map(({ anchor, text }) => [anchor, text]));
  const packed = await readFile(join(root, '300', bundle?.entry.path ?? '', 'd', '0.bin'));
  expect(JSON.parse(gunzipSync(packed).toString('utf8'))).toEqual(stored);
});
