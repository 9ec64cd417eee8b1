import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SharedParts } from '../../src/build/search-index/write.ts';
import type { SearchDocument } from '../../src/model/search-document.ts';
import { NO_FILTERS } from '../../src/search/facets.ts';
import type { SearchOutcome } from '../../src/search/outcome.ts';
import { type BuiltIndex, buildIndex } from './built-index.ts';
import { made } from './made.ts';

const documents: SearchDocument[] = [
  made('2024-1', ['尊敬的代表：', '推进绿色矿山建设，绿色矿山越来越多。', '完成4.47万亩，涉及447户。'], {
    number: '〔2024〕1号',
    facts: { topics: ['mines'], answeredDocuments: [{ kind: 'suggestion' }] },
  }),
  made('2024-1', ['Dear deputy,', 'Building of green mines goes on: more mines are green.', 'It covers 44,700 mu.'], {
    locale: 'en',
    number: '〔2024〕1号',
    facts: { topics: ['mines'], answeredDocuments: [{ kind: 'suggestion' }] },
  }),
  made('2023-9', ['绿色食品与煤矿安全，与矿山无关。', '见〔2024〕1号文件。', '结尾是绿', '色彩在下一段。'], {
    number: '虚规资〔2023〕9号',
    date: '2023-05-01',
    facts: { topics: ['food'], answeredDocuments: [{ kind: 'proposal' }] },
  }),
  made('2022-5', ['绿色矿山', '一座矿山。'], {
    title: '绿色矿山',
    date: '2022-01-01',
    facts: { topics: ['mines', 'food'] },
  }),
  made('areas', ['已完成面积，2025年，4.47万亩', '其中4.47万亩见答复'], {
    kind: 'dataset',
    url: '/zh/data/areas/',
    title: '治理面积',
    date: '2025-01-01',
  }),
];
const shared: SharedParts = {
  terms: [{ zh: ['绿色矿山'], en: ['green mine', 'green-mine'] }],
  figures: [],
  labels: { topic: { mines: { zh: '矿山', en: 'Mines' } } },
};

let index: BuiltIndex;
beforeAll(async () => {
  index = await buildIndex(documents, shared);
});
afterAll(() => index.remove());

const plain = (url: string) => url.replace(/\?[^#]*/, '');

/** The addresses of a group's results, without what they mark. */
async function urls(
  text: string,
  request: Parameters<BuiltIndex['search']>[2] = {},
  kind = 'exact',
  locale: 'zh' | 'en' = 'zh',
) {
  const { groups } = await index.search(text, locale, request);
  return groups.find((group) => group.kind === kind)?.results.map((result) => plain(result.url));
}

test('a passage that is nothing but what was looked for is not shown where others say more', async () => {
  const found = await buildIndex([
    made('2024-3', ['4.47万亩', '计划完成4.47万亩。']),
    made('2024-4', ['4.47万亩', '4.47万亩']),
  ]);
  const { groups } = await found.search('4.47万亩');
  await found.remove();
  const shown = groups[0]?.results.map(({ passages, further }) => [...passages.map(({ url }) => plain(url)), further]);
  expect(shown?.toSorted()).toEqual([
    ['/zh/replies/2024-3/#p2', 1],
    ['/zh/replies/2024-4/#p1', 1],
  ]);
});

test('where only the title has what was looked for, the first passage that says something stands below it', async () => {
  const found = await buildIndex([
    made('2024-3', ['丙委员：', '您提出的《关于改善农村供水的提案》收悉，现答复如下：', '全市供水点已经全天供水。']),
    made('2024-4', ['丙委员：']),
  ]);
  const shown = async (query: string) =>
    (await found.search(query)).groups[0]?.results[0]?.passages.map(({ url }) => plain(url));
  expect([await shown('关于2024-3的答复'), await shown('关于2024-4的答复')]).toEqual([
    ['/zh/replies/2024-3/#p2'],
    ['/zh/replies/2024-4/#p1'],
  ]);
  await found.remove();
});

describe('results open at the passage', () => {
  test.each([
    ['绿色矿山建设', ['/zh/replies/2024-1/#p2']],
    ['447', ['/zh/replies/2024-1/#p3']],
    ['4.47万亩', ['/zh/replies/2024-1/#p3', '/zh/data/areas/#p1']],
    ['虚规资〔2023〕9号', ['/zh/replies/2023-9/']],
    ['2023-9', ['/zh/replies/2023-9/']],
    ['44,700 mu', ['/en/replies/2024-1/#p3']],
    ['green mine', ['/en/replies/2024-1/#p2']],
    ['彩', ['/zh/replies/2023-9/#p4']],
  ])('%s', async (text, expected) => {
    expect((await urls(text))?.sort()).toEqual([...expected].sort());
  });

  test('and say what to mark there', async () => {
    const { groups } = await index.search('绿色矿山建设');
    expect(groups[0]?.results[0]?.url).toBe(`/zh/replies/2024-1/?mark=${encodeURIComponent('绿色矿山建设')}#p2`);
  });
});

test('no match runs from one passage into the next', async () => {
  const { groups } = await index.search('绿色彩');
  expect(groups.filter(({ kind }) => kind === 'exact')).toEqual([]);
});

test('a document is listed once, in the reader’s language, with its other version', async () => {
  const { groups } = await index.search('〔2024〕1号', 'en');
  const own = groups[0]?.results.find(({ others }) => others.length > 0);
  expect([own?.locale, own?.others.map(({ locale }) => locale)]).toEqual(['en', ['zh']]);
});

test('the document’s own number comes before those that mention it', async () => {
  expect(await urls('2024-1')).toEqual(['/zh/replies/2024-1/', '/zh/replies/2023-9/#p2']);
});

test('a document’s own number comes first, by its serial alone too, and the result shows it', async () => {
  const found = await buildIndex([
    made('2025-59', ['答复提案第10号、第10号、第10号。'], { number: '〔2025〕59号', title: '关于第10号提案的答复' }),
    made('2025-10', ['答复提案第3号。'], { number: '〔2025〕10号', date: '2020-01-01' }),
  ]);
  for (const query of ['10号', '10', '2025-10', '[2025] 10', '〔2025〕10号']) {
    const { groups } = await found.search(query);
    const [first] = groups[0]?.results ?? [];
    expect([query, first?.url.replace(/[?#].*/, '')]).toEqual([query, '/zh/replies/2025-10/']);
    expect(first?.number.some(({ marked }) => marked)).toBe(true);
  }
  await found.remove();
});

test('the whole title comes first, then more matches', async () => {
  expect(await urls('绿色矿山')).toEqual(['/zh/replies/2022-5/#p1', '/zh/replies/2024-1/#p2']);
});

test('the reply that states something comes before the dataset that repeats it, however often', async () => {
  expect(await urls('4.47万亩')).toEqual(['/zh/replies/2024-1/#p3', '/zh/data/areas/#p1']);
});

test.each(['zh', 'en'] as const)(
  'what is in the language of a reader of %s comes first, however the other scores',
  async (locale) => {
    const found = await buildIndex([
      made('once', ['GB 9704'], { locale, title: '1' }),
      made('often', ['GB 9704, GB 9704, GB 9704, GB 9704'], { locale: locale === 'zh' ? 'en' : 'zh', title: '2' }),
      made('another', ['GB 9704'], { locale, title: '3', date: '2020-01-01' }),
    ]);
    const { groups } = await found.search('GB 9704', locale);
    await found.remove();
    expect(groups[0]?.results.map(({ url }) => url.split('/')[3])).toEqual(['once', 'another', 'often']);
  },
);

test('a dataset whose title is the query comes first all the same', async () => {
  const found = await buildIndex([
    made('2024-2', ['治理面积不断扩大，治理面积已达全市一半。']),
    made('areas', ['2025年'], { kind: 'dataset', url: '/zh/data/areas/', title: '治理面积' }),
  ]);
  const { groups } = await found.search('治理面积');
  await found.remove();
  expect(groups[0]?.results.map(({ kind }) => kind)).toEqual(['dataset', 'reply']);
});

test.each(['2031年7月25日', '2031-07-25', '2031/7/25', '二〇三一年七月二十五日', '1031户'])(
  'of %s, which nothing has, no part is offered',
  async (text) => {
    expect((await index.search(text)).groups).toEqual([]);
  },
);

test('the first results are told early where there are more, and they are the same', async () => {
  const found = await buildIndex(Array.from({ length: 5 }, (_, place) => made(`2024-${place + 1}`, ['绿色矿山'])));
  const early: SearchOutcome[] = [];
  const { groups } = await found.search('绿色矿山', 'zh', {}, (outcome) => early.push(outcome));
  await found.remove();
  expect(early.map((outcome) => outcome.groups[0]?.results)).toEqual([groups[0]?.results.slice(0, 3)]);
  expect(early[0]?.groups[0]?.total).toBe(5);
});

test('the newest first, on demand', async () => {
  expect(await urls('绿色矿山', { order: 'date' })).toEqual(['/zh/replies/2024-1/#p2', '/zh/replies/2022-5/#p1']);
});

describe('where nothing has the whole query', () => {
  test.each([
    ['煤矿 绿色食品 矿山', ['all-words: 2023-9']],
    ['煤矿 绿色 矿山', ['all-words: 2023-9', 'most-words: 2024-1 2022-5']],
    // Parts that were typed apart are not cut further where a document has them as they are.
    ['绿色食品 煤矿安全', ['all-words: 2023-9']],
    ['绿色矿山 4.47万亩', ['all-words: 2024-1', 'most-words: 2022-5 areas']],
    ['4.47万亩 2025年', ['all-words: areas', 'most-words: 2024-1']],
    ['2031年7月25日 1031户', []],
    ['绿色矿山 煤矿', ['all-words: 2023-9', 'most-words: 2024-1 2022-5']],
    ['绿色金矿', ['most-words: 2022-5 2024-1 2023-9']],
    ['金矿 银矿 绿色', []],
  ])('%s: documents with all of its words, then, apart, those with most of them', async (text, expected) => {
    const { groups } = await index.search(text);
    const idsOf = ({ results }: (typeof groups)[number]) => results.map(({ url }) => url.split('/')[3]).join(' ');
    expect(groups.map((group) => `${group.kind}: ${idsOf(group)}`)).toEqual(expected);
  });

  test('the words are said, and which of them a document lacks', async () => {
    const [group] = (await index.search('绿色金矿')).groups;
    expect(group?.words).toEqual(['绿色', '金矿']);
    expect(group?.results.map(({ unmet }) => unmet)).toEqual([[1], [1], [1]]);
  });

  test('the limit is on both groups together', async () => {
    const { groups } = await index.search('煤矿 绿色 矿山', 'zh', { limit: 2 });
    expect(groups.map(({ total, results }) => [total, results.length])).toEqual([
      [1, 1],
      [2, 1],
    ]);
  });

  test('curly quotes around a query may be the reader’s own', async () => {
    expect(await urls('“煤矿安全”')).toEqual(['/zh/replies/2023-9/#p1']);
  });
});

describe('traditional characters find simplified text', () => {
  test.each([
    ['綠色礦山', '绿色矿山', ['/zh/replies/2022-5/#p1', '/zh/replies/2024-1/#p2']],
    ['“煤礦安全”', '“煤矿安全”', ['/zh/replies/2023-9/#p1']],
    ['關於2023-9的答覆', '关于2023-9的答复', ['/zh/replies/2023-9/']],
  ])('%s', async (text, looked, expected) => {
    const { text: said, simplified } = await index.search(text);
    expect([said, simplified, await urls(text)]).toEqual([looked, true, expected]);
  });

  test.each(['绿色矿山', '绿色金矿', 'zebra'])('%s has none', async (text) => {
    expect((await index.search(text)).simplified).toBe(false);
  });
});

test('a document that mentions a number opens where it does, in whatever way it was asked for', async () => {
  const { groups } = await index.search('2024-1');
  const mentioning = groups[0]?.results.find(({ url }) => url.includes('2023-9'));
  expect(mentioning?.url).toMatch(/#p2$/);
  const parts = mentioning?.passages[0]?.excerpt.parts ?? [];
  expect(parts.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(['〔2024〕1号']);
});

describe('in English', () => {
  test.each([
    ['green mining', 1],
    ['"green mines"', 1],
    ['"green mine"', 0],
    ['"mines are green"', 1],
  ])('%s', async (text, total) => {
    const { groups } = await index.search(text, 'en');
    expect(groups.find(({ kind }) => kind === 'exact')?.total ?? 0).toBe(total);
  });
});

describe('the glossary offers the other language', () => {
  test.each([
    ['green mine', '绿色矿山', 2],
    ['Green-Mines', '绿色矿山', 2],
    ['绿色矿山', 'green mine', 1],
  ])('%s', async (text, to, total) => {
    const { groups } = await index.search(text);
    const other = groups.find(({ kind }) => kind === 'other-language');
    expect([other?.term?.to, other?.total]).toEqual([to, total]);
  });
});

describe('filters', () => {
  test('count what each value would show', async () => {
    const { facets, unfiltered } = await index.search('绿色', 'zh', { filters: { ...NO_FILTERS, year: ['2023'] } });
    expect(unfiltered).toBe(3);
    expect(facets?.year).toEqual([
      ['2024', 1],
      ['2023', 1],
      ['2022', 1],
    ]);
    expect(facets?.topic).toEqual([['food', 1]]);
  });

  test('several of one facet widen, several facets narrow', async () => {
    expect(await urls('绿色', { filters: { ...NO_FILTERS, year: ['2023', '2022'], topic: ['mines'] } })).toEqual([
      '/zh/replies/2022-5/#p1',
    ]);
  });
});

describe('units, signs and whole numbers count', () => {
  let found: BuiltIndex;
  beforeAll(async () => {
    found = await buildIndex([
      made('share', ['大型矿山的90%达标。']),
      made('count', ['共90座矿山达标，其中447座有证。']),
      made('mu', ['完成4.47万亩，即44,700亩。'], { number: '〔2025〕846号' }),
      made('ha', ['完成4.47公顷。', '见〔2025〕8461号。']),
      made('share', ['90% of the large mines, or 44,700 mu.'], { locale: 'en' }),
    ]);
  });
  afterAll(() => found.remove());

  test.each([
    ['90', ['count', 'share']],
    ['90%', ['share']],
    ['９０％', ['share']],
    ['90座', ['count']],
    ['447', ['count']],
    ['4.47', ['ha', 'mu']],
    ['4.47万亩', ['mu']],
    ['4.47公顷', ['ha']],
    ['47', []],
    ['.47', []],
    ['44700', ['mu', 'share']],
    ['44,700亩', ['mu']],
    ['44700 mu', ['share']],
    ['44', []],
    ['700', []],
    ['846号', ['mu']],
    ['8461号', ['ha']],
    ['846', ['mu']],
    ['[2025]846', ['mu']],
    ['座', ['count']],
    ['%', []],
  ])('%s', async (text, expected) => {
    const { groups } = await found.search(text);
    const exact = groups.find(({ kind }) => kind === 'exact')?.results ?? [];
    expect(exact.map(({ url }) => url.split('/')[3]).sort()).toEqual(expected);
  });
});

test('one character is found, with a word that it finds much', async () => {
  const { broad, groups } = await index.search('绿');
  expect([broad, groups[0]?.total]).toEqual([true, 3]);
});
