import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeIndex } from '../../src/build/search-index/pagefind.ts';
import { type DocumentSource, documentSources, planIndexes } from '../../src/build/search-index/sources.ts';
import { writeIndex } from '../../src/build/search-index/write.ts';
import { CACHES, placeOf } from '../../src/cache/index.ts';
import type { SearchDocument } from '../../src/model/search-document.ts';
import { type FacetFacts, facetValuesOf } from '../../src/model/search-facets.ts';
import { type DocumentEntry, FORMAT, fromTable, PAGEFIND_VERSION, toTable } from '../../src/search/index-format.ts';
import { indexedPage, storedDocument } from '../../src/search/indexed-page.ts';
import { stemOf } from '../../src/search/stem.ts';
import { unitsOf } from '../../src/search/units.ts';
import { cacheIn } from '../dafu.ts';
import { buildIndex, NOTHING_SHARED } from './built-index.ts';
import { corpusDocuments } from './corpus-documents.ts';

const documents = corpusDocuments(40, ['zh', 'en'], 'index');
let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'dafu-pagefind-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function digests(folder: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    found[path.slice(folder.length + 1)] = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
  }
  return found;
}

async function write(name: string, own: readonly SearchDocument[], { cache = `${name}-cache`, jobs = 1 } = {}) {
  const out = join(root, name);
  const options = { out, cache: cacheIn(join(root, cache)), jobs };
  return { out, list: await writeIndex(documentSources(own), NOTHING_SHARED, options) };
}

describe('the files of an index', () => {
  test('are the same for the same documents, in whatever order those come', async () => {
    const [one, other] = [await write('one', documents), await write('other', documents.toReversed())];
    expect(await digests(one.out)).toEqual(await digests(other.out));
  });

  test('are the same where languages are indexed side by side', async () => {
    const [one, two] = [await write('one-job', documents), await write('two-jobs', documents, { jobs: 2 })];
    expect(await digests(two.out)).toEqual(await digests(one.out));
  });

  test('are those that a page loads, and no others', async () => {
    const { out } = await write('loaded', documents);
    const names = Object.keys(await digests(out));
    const index =
      /^(?:zh|en)\/(?:[\d-]+\/)?(?:pagefind-entry\.json|pagefind\..*\.pf_meta|(fragment|index|filter)\/.*\.pf_\1)$/;
    expect(
      names.filter((name) => !index.test(name) && !/^parts\/[a-z0-9-]+-[0-9a-f]{12}\.json$/.test(name)).sort(),
    ).toEqual([
      'en/pagefind-worker.js',
      'en/pagefind.js',
      'en/wasm.en.pagefind',
      'index.json',
      'zh/pagefind-worker.js',
      'zh/pagefind.js',
      'zh/wasm.unknown.pagefind',
    ]);
  });

  test('have another version in their path where the same documents give others', async () => {
    // Where this fails, FORMAT goes up and the digest with it: else readers would mix files of two programs.
    const fixed = documents.filter(({ id }) => /-[123]$/.test(id));
    const { out } = await write('fixed', fixed);
    const all = Object.entries(await digests(out)).sort(([one], [other]) => (one < other ? -1 : 1));
    const digest = createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 16);
    expect([PAGEFIND_VERSION, FORMAT, digest]).toEqual(['1.6.0', 7, 'd2fd07d9e2d902a8']);
  });

  test('are taken from the cache where nothing changed, and made again where they were cut short', async () => {
    const cache = placeOf(cacheIn(join(root, 'kept-cache')), CACHES.search);
    const first = await digests((await write('kept', documents, { cache: 'kept-cache' })).out);
    const made = async () =>
      Promise.all((await readdir(cache)).map(async (name) => [name, (await stat(join(cache, name))).mtimeMs]));
    const before = await made();
    await write('kept-again', documents, { cache: 'kept-cache' });
    expect(await made()).toEqual(before);
    const folder = (await readdir(cache)).find((name) => /^zh-[0-9a-f]+$/.test(name)) ?? '';
    await truncate(join(cache, folder, 'pagefind.js'), 10);
    expect(await digests((await write('made-again', documents, { cache: 'kept-cache' })).out)).toEqual(first);
  });

  test('are of smaller chunks where smaller ones are asked for', async () => {
    const zh = documents.filter(({ locale }) => locale === 'zh');
    const count = async (chunkSize: number) => {
      const folder = join(root, `chunks-${chunkSize}`);
      await makeIndex(zh, { folder, locale: 'zh', withScript: false, salt: 0, chunkSize });
      return (await readdir(join(folder, 'index'))).length;
    };
    expect(await count(1_000)).toBeGreaterThan((await count(4_000)) * 2);
  });

  test('name documents otherwise with a salt', async () => {
    const zh = documents.filter(({ locale }) => locale === 'zh').slice(0, 5);
    const hashes = async (salt: number) => {
      const folder = join(root, `salt-${salt}`);
      const made = await makeIndex(zh, { folder, locale: 'zh', withScript: false, salt });
      return Array.from(made.documents.values(), ({ hash }) => hash);
    };
    const [plain, salted] = [await hashes(0), await hashes(1)];
    expect(plain.filter((hash) => salted.includes(hash))).toEqual([]);
  });

  test('are of the version that the program depends on', async () => {
    const { dependencies } = JSON.parse(await readFile('package.json', 'utf8'));
    expect(dependencies.pagefind).toBe(PAGEFIND_VERSION);
  });
});

describe('sources are put into indexes', () => {
  const source = (year: string, count: number): DocumentSource => ({
    locale: 'zh',
    year,
    key: year,
    count,
    documents: async () => [],
  });
  test.each([
    ['one year and what is no reply', { '': 5, 2025: 3 }, { 'zh/': ['2025', ''] }],
    [
      'the newest year apart',
      { '': 5, 2024: 9, 2025: 3, 2023: 9 },
      { 'zh/': ['2025', ''], 'zh/2023-2024/': ['2024', '2023'] },
    ],
    [
      'no more than 1,000',
      { 2022: 600, 2023: 600, 2024: 600, 2025: 1 },
      { 'zh/': ['2025'], 'zh/2024/': ['2024'], 'zh/2023/': ['2023'], 'zh/2022/': ['2022'] },
    ],
    [
      'a third of a large archive',
      { 2021: 1500, 2022: 1500, 2023: 700, 2024: 800, 2025: 1 },
      { 'zh/': ['2025'], 'zh/2023-2024/': ['2024', '2023'], 'zh/2022/': ['2022'], 'zh/2021/': ['2021'] },
    ],
    ['no replies at all', { '': 4 }, { 'zh/': [''] }],
  ] as const)('%s', (_, years, expected) => {
    const plans = planIndexes(Object.entries(years).map(([year, count]) => source(year, count)));
    expect(Object.fromEntries(plans.map(({ folder, sources }) => [folder, sources.map(({ year }) => year)]))).toEqual(
      expected,
    );
  });
});

test('results of two indexes are ordered by date together', async () => {
  const made = (id: string, date: string): SearchDocument => ({
    id,
    kind: id.startsWith('page') ? 'report' : 'reply',
    locale: 'zh',
    url: `/zh/${id}/`,
    title: `第${id}件`,
    number: undefined,
    date,
    facets: facetValuesOf({ kind: id.startsWith('page') ? 'report' : 'reply', date }),
    passages: [{ anchor: 'p1', text: '节水灌溉' }],
    figures: [],
  });
  // What is no reply is indexed with the newest year, whatever its own date.
  const index = await buildIndex([
    made('a', '2025-03-01'),
    made('page-b', '2023-06-01'),
    made('c', '2023-09-01'),
    made('d', '2023-01-01'),
    made('page-e', '2022-01-01'),
    made('f', '2022-05-01'),
  ]);
  const { groups } = await index.search('节水灌溉', 'zh', { order: 'date' });
  await index.remove();
  expect(groups[0]?.results.map(({ date }) => date)).toEqual([
    '2025-03-01',
    '2023-09-01',
    '2023-06-01',
    '2023-01-01',
    '2022-05-01',
    '2022-01-01',
  ]);
});

test('what Pagefind counts for a phrase in its filters is what the joined list counts, of every facet', async () => {
  const own = documents.filter(({ locale }) => locale === 'zh');
  const index = await buildIndex(own);
  const { facets } = await index.search('代表', 'zh', { limit: 1 });
  const [pagefind] = index.instances as unknown as readonly Counting[];
  // Pagefind counts by the filters that it has loaded.
  await pagefind?.filters();
  const counted = await pagefind?.search('"代表"', {});
  const nonZero = Object.entries(counted?.filters ?? {}).map(([facet, counts]) => [
    facet,
    Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)),
  ]);
  await index.remove();
  // Pagefind has no filter for a facet without values.
  const joined = Object.entries(facets ?? {}).filter(([, counts]) => counts.length > 0);
  expect(joined.length).toBeGreaterThan(5);
  expect(Object.fromEntries(joined.map(([facet, counts]) => [facet, Object.fromEntries(counts)]))).toEqual(
    Object.fromEntries(nonZero),
  );
});

/** What Pagefind's instances offer besides what the search uses. */
interface Counting {
  filters(): Promise<unknown>;
  search(term: string, options: object): Promise<{ readonly filters: Record<string, Record<string, number>> }>;
}

test('a table of documents gives them back as they were', () => {
  const entry = (id: string, facts: FacetFacts, titleTokens = 3): DocumentEntry => ({
    ...{ hash: `und_${id}`, id, kind: facts.kind, date: facts.date ?? '', titleTokens },
    facets: facetValuesOf(facts),
  });
  const [water, roads] = ['water', 'roads'];
  const entries = [
    entry('a', {
      kind: 'reply',
      date: '2025-03-01',
      topics: [water, roads],
      bureaus: ['某局', 'forest'],
      outcome: 'A',
    }),
    entry('b', { kind: 'page' }, 0),
    entry('c', { kind: 'reply', date: '1999-12-31', answeredDocuments: [{ kind: 'letter' }], topics: [water] }),
    entry('d', { kind: 'reply', date: '2024-02-29', topics: [water, roads], outcome: 'A' }),
  ];
  expect(fromTable(JSON.parse(JSON.stringify(toTable(entries))))).toEqual(entries);
  expect(fromTable(toTable([]))).toEqual([]);
});

test('texts come back as they were given', async () => {
  const texts = [
    '  前后有空格　 和全角　　空格\n换行\t制表 ',
    '<b>不是&amp;标签</b> "引号" &lt; \u00a0',
    '𠮷野家 e\u0301 \ue000 \ue001',
    'a  b',
  ];
  const document: SearchDocument = {
    ...(documents[0] as SearchDocument),
    locale: 'zh',
    title: texts[0] ?? '',
    subject: texts[2] ?? '',
    passages: texts.map((text, place) => ({ anchor: place === 1 ? '' : `p${place}`, text })),
  };
  const folder = join(root, 'texts');
  await makeIndex([document], { folder, locale: 'zh', withScript: false, salt: 0 });
  const { gunzipSync } = await import('node:zlib');
  const [name = ''] = await readdir(join(folder, 'fragment'));
  const text = gunzipSync(await readFile(join(folder, 'fragment', name))).toString('utf8');
  const stored = storedDocument(JSON.parse(text.slice(text.indexOf('{'))));
  expect([stored.title, stored.subject, ...stored.passages]).toEqual([
    texts[0],
    texts[2],
    ...texts.map((one, place) => [place === 1 ? '' : `p${place}`, one]),
  ]);
  expect(indexedPage(document).url).toBe(document.url);
});

test('what a reply is about is shown, and not searched a second time', async () => {
  const [own] = documents.filter(({ locale }) => locale === 'zh');
  const document: SearchDocument = {
    ...(own as SearchDocument),
    title: '第1号建议的答复',
    subject: '关于整治东河',
    passages: [],
  };
  const index = await buildIndex([document]);
  const { groups } = await index.search('第1号', 'zh');
  expect(groups[0]?.results.map(({ subject }) => subject)).toEqual([[{ text: '关于整治东河', marked: false }]]);
  expect(await index.containing('整治')).toEqual([]);
  await index.remove();
});

test('words are marked by the stems that Pagefind finds them by', async () => {
  const words =
    `organ organize organized organization organic add added adding emergency emergent emerge internal interval
    international inter past paste pasted university universal universe happy happily mine mines mining mined miner generous
    general generally err erring egg egging replies reply replied study studies was is are has having analyses dying die`.split(
      /\s+/u,
    );
  const made = words.map(
    (word): SearchDocument => ({
      ...(documents[1] as SearchDocument),
      locale: 'en',
      id: word,
      url: `/en/${word}/`,
      title: word,
      number: undefined,
      passages: [],
    }),
  );
  const index = await buildIndex(made);
  const stem = (word: string) => unitsOf(word).map(stemOf).join(' ');
  for (const word of words) {
    const alike = words.filter((other) => stem(other) === stem(word)).map((other) => `/en/${other}/`);
    expect([word, await index.containing(word)]).toEqual([word, alike.sort()]);
  }
  await index.remove();
});
