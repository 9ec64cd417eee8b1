import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltIndex, buildIndex } from './built-index.ts';
import { made } from './made.ts';

describe('a date or number in another form is found, and told apart', () => {
  let found: BuiltIndex;
  beforeAll(async () => {
    found = await buildIndex([
      made('day', ['2024年12月31日前完成。']),
      made('characters', ['二〇二四年十二月三十一日前完成，共三十六座。']),
      made('digits', ['2024-12-31前完成，共36座。']),
      made('standard', ['按GB/T 9704—2012执行。']),
      made('day', ['By 31 December 2024.'], { locale: 'en' }),
    ]);
  });
  afterAll(() => found.remove());

  test.each([
    ['2024-12-31', ['exact: digits', 'other-forms: characters day']],
    ['2024/12/31', ['other-forms: characters day digits']],
    ['2024年12月31日', ['exact: day', 'other-forms: characters digits']],
    ['二〇二四年十二月三十一日', ['exact: characters', 'other-forms: day digits']],
    ['"2024年12月31日"', ['exact: day']],
    ['36座', ['exact: digits', 'other-forms: characters']],
    ['三十六座', ['exact: characters', 'other-forms: digits']],
    ['GB/T 9704-2012', ['exact: standard']],
    ['GB/T9704—2012', ['exact: standard']],
    ['gb/t 9704–2012', ['exact: standard']],
  ])('%s', async (query, expected) => {
    const { groups } = await found.search(query);
    const ids = ({ results }: (typeof groups)[number]) =>
      results
        .map(({ url }) => url.split('/')[3])
        .sort()
        .join(' ');
    expect(groups.map((group) => `${group.kind}: ${ids(group)}`)).toEqual(expected);
  });

  test('with the form it has, and the words marked', async () => {
    const group = (await found.search('36座')).groups.find(({ kind }) => kind === 'other-forms');
    expect(group?.words).toEqual(['三十六座']);
    const parts = group?.results[0]?.passages[0]?.excerpt.parts ?? [];
    expect(parts.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(['三十六座']);
  });
});

describe('simplified characters find traditional text, and the other way', () => {
  let found: BuiltIndex;
  beforeAll(async () => {
    found = await buildIndex([
      made('traditional', ['發展農村供水，三十六個供水點設在村裏。', '皇后大道以後的里程。'], {
        title: '關於農村供水的答復',
      }),
      made('by-word', ['另行答覆部份意見，瞭解計畫覆蓋範圍。'], { title: '關於意見' }),
      made('simplified', ['发展农村供水，供水点在村里。', '乾县']),
    ]);
  });
  afterAll(() => found.remove());

  test.each([
    ['农村供水', ['exact: simplified', 'other-forms: traditional']],
    ['農村供水', ['exact: traditional', 'other-forms: simplified']],
    ['供水点设在村里', ['other-forms: traditional']],
    ['三十六个供水点', ['other-forms: traditional']],
    ['皇后大道', ['exact: traditional']],
    ['以后的里程', ['other-forms: traditional']],
    ['"农村供水"', ['exact: simplified']],
    ['关于农村供水的答复', ['other-forms: traditional']],
    ['另行答复部分意见', ['other-forms: by-word']],
    ['另行答覆部份意見', ['exact: by-word']],
    ['覆盖', ['other-forms: by-word']],
  ])('%s', async (query, expected) => {
    const { groups, simplified } = await found.search(query);
    const said = groups.map((group) => `${group.kind}: ${group.results.map(({ url }) => url.split('/')[3]).join(' ')}`);
    expect([said, simplified]).toEqual([expected, false]);
  });

  test('with the words marked', async () => {
    const { groups } = await found.search('供水点设');
    const parts = groups[0]?.results[0]?.passages[0]?.excerpt.parts ?? [];
    expect(parts.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(['供水點設']);
  });

  test('a character by chance makes no text traditional', async () => {
    const { text } = await found.search('干县');
    expect([text, (await found.search('干县')).groups]).toEqual(['干县', []]);
  });
});

describe('a document’s number is found in words that nobody prints', () => {
  test.each([
    ['第7号', 'zh'],
    ['No. 7', 'en'],
    ['number 7', 'zh'],
    ['No. 7 [2024]', 'en'],
  ] as const)('%s', async (query, locale) => {
    const found = await buildIndex([
      made('2024-7', ['收悉。'], { number: '虚水函〔2024〕7号' }),
      made('2023-70', ['第70号'], { number: '虚水函〔2023〕70号' }),
      made('2025-7-1', ['收悉。'], { number: '虚水函〔2025〕7-1号' }),
      made('2023-9', ['Received.'], { locale: 'en', number: '〔2023〕9号' }),
    ]);
    const { groups } = await found.search(query, locale);
    await found.remove();
    expect(groups[0]?.results.map(({ url }) => url)).toEqual(['/zh/replies/2024-7/']);
  });
});
