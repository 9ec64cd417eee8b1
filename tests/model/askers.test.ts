import { describe, expect, test } from 'vitest';
import { accountsOf, askedNames, askerNameIn, askersOf, namesakes, namesSomebody } from '../../src/model/askers.ts';
import { facetGroups, facetValues, nameSlug } from '../../src/model/facets.ts';

const asked = (body: string | undefined, session: string | undefined, ...proposers: string[]) => ({
  kind: 'suggestion',
  points: [],
  proposers,
  ...(body === undefined ? {} : { body }),
  ...(session === undefined ? {} : { session }),
});
const reply = (...answers: ReturnType<typeof asked>[]) => ({ record: { answers } });

test.each([
  ['何甲代表', true],
  ['白乙等代表', true],
  ['民盟虚构市委员会', true],
  ['城建环资委', true],
  ['等5位代表', false],
  ['等十一名委员', false],
  ['等３位代表', false],
  ['等代表', false],
  ['5位代表', false],
])('%s names somebody: %s', (printed, named) => {
  expect(namesSomebody(printed)).toBe(named);
});

describe('who asked', () => {
  test('is known by name, body and session together, and never put together by a guess', () => {
    const askers = askersOf([
      reply(asked('市人大', '九届', '何甲代表', '等5位代表')),
      reply(asked('市人大', '九届', '何甲代表'), asked('市人大', '九届', '白乙代表')),
      reply(asked('市人大', '八届', '何甲代表')),
      reply(asked('市政协', '九届', '何甲代表')),
      reply(asked(undefined, undefined, '何甲代表')),
    ]);
    expect(askers.map(({ name, body, session, asked: own }) => [name, body, session, own.length])).toEqual(
      [
        ['何甲代表', undefined, undefined, 1],
        ['何甲代表', '市人大', '九届', 2],
        ['白乙代表', '市人大', '九届', 1],
        ['何甲代表', '市人大', '八届', 1],
        ['何甲代表', '市政协', '九届', 1],
      ].sort((one, other) =>
        String([one[1] ?? '', one[2] ?? '', one[0]].join('\n')) <
        String([other[1] ?? '', other[2] ?? '', other[0]].join('\n'))
          ? -1
          : 1,
      ),
    );
    expect(new Set(askers.map(({ id }) => id)).size).toBe(5);
    const first = askers.find(({ session }) => session === '八届');
    expect(first && namesakes(askers, first)).toHaveLength(3);
  });

  test('has one address whatever else is published', () => {
    const [alone] = askersOf([reply(asked('市人大', '九届', '何甲代表'))]);
    const later = askersOf([reply(asked('市人大', '八届', '何甲代表')), reply(asked('市人大', '九届', '何甲代表'))]);
    expect(later.map(({ id }) => id)).toContain(alone?.id);
    expect(alone?.id).toMatch(/^hejiadaibiao-[0-9a-f]{8}$/);
    expect(nameSlug('吾提', '市人大')).toMatch(/^[a-z0-9-]+$/);
  });
});

describe('what lists are narrowed by', () => {
  const record = {
    date: '2025-03-04',
    topics: ['wells', 'canals'],
    outcome: 'B' as const,
    issuer: ['水务局'],
    answers: [asked('市人大', '九届'), asked('市人大', '九届'), asked('市政协', '六届')],
  };

  test('has every value once', () => {
    expect(facetValues(record, 'year', [])).toEqual(['2025']);
    expect(facetValues(record, 'topic', [])).toEqual(['wells', 'canals']);
    expect(facetValues(record, 'outcome', [])).toEqual(['b']);
    expect(facetValues(record, 'kind', [])).toEqual(['suggestion']);
    expect(facetValues(record, 'body', [])).toHaveLength(2);
    expect(facetValues({ ...record, outcome: undefined }, 'outcome', [])).toEqual([]);
  });

  test('gathers the replies of each value', () => {
    const groups = facetGroups(
      [{ record }, { record: { ...record, outcome: 'A' as const } }, { record }],
      'outcome',
      [],
    );
    expect(groups.map(({ value, replies }) => [value, replies.length])).toEqual([
      ['b', 2],
      ['a', 1],
    ]);
  });
});

describe('the account of a year', () => {
  const record = { date: '2025-03-04', answers: [asked('市人大', '九届')] as never, inTime: undefined };

  test('counts documents by year and body, and leaves blank what no record states', () => {
    const [own, ...others] = accountsOf([
      { ...record, outcome: 'A' },
      { ...record, outcome: undefined, answers: [asked('市人大', '九届'), asked('市人大', '九届')] as never },
      { ...record, date: '2024-01-02' },
      { ...record, answers: [asked(undefined, undefined)] as never },
    ]);
    expect(others.map(({ year, body, answered }) => [year, body, answered])).toEqual([
      ['2025', '市人大', 3],
      ['2024', '市人大', 1],
    ]);
    expect(own).toMatchObject({ year: '2025', body: undefined, answered: 1, received: undefined, inTime: undefined });
    expect(others[0]?.outcomes).toEqual({ A: 1, B: 0, C: 0, D: 0 });
    expect(others[1]?.outcomes).toEqual({ A: undefined, B: undefined, C: undefined, D: undefined });
    expect(others[0]?.opinions['满意']).toBeUndefined();
  });

  test('counts what was received and published in time where that is known', () => {
    const [own] = accountsOf([
      { ...record, inTime: true, handling: { received: '2025-01-01', opinion: '满意' } },
      { ...record, inTime: false },
      { ...record },
    ]);
    expect(own).toMatchObject({ answered: 3, received: 1, inTime: 1 });
    expect(own?.opinions).toEqual({ 满意: 1, 基本满意: 0, 不满意: 0 });
  });
});

/** A reply to one document, and what its English calls the body and who asked. */
const named = (body: string, english: string | undefined, proposers: string[] = [], others: string[] = []) => ({
  record: { answers: [{ body, proposers }] },
  translations: english === undefined ? {} : { en: { answers: [{ body: english, proposers: others }] } },
});

describe('a body', () => {
  test('is called as most translations call it', () => {
    const name = askedNames(
      [named('市人大', 'City Congress'), named('市人大', 'City Congress'), named('市人大', 'The Congress')],
      'en',
      'body',
    );
    expect(name('市人大')).toBe('City Congress');
  });

  test('has no name that no letter gives', () => {
    const name = askedNames([named('市人大', undefined)], 'en', 'body');
    expect([name('市人大'), name('县政协'), name(undefined)]).toEqual([undefined, undefined, undefined]);
  });

  test('that is called as another is told from it by what is printed', () => {
    const name = askedNames([named('市人大', 'City Congress'), named('本市人大', 'City Congress')], 'en', 'body');
    expect(name('市人大')).toBe('City Congress (市人大)');
  });
});

describe('somebody who asked', () => {
  const asked = (...of: Parameters<typeof named>) => [{ reply: named(...of), index: 0 }];

  test('is called as the letter’s translation does', () => {
    expect(askerNameIn(asked('市人大', 'x', ['甲代表', '乙代表'], ['Deputy A', 'Deputy B']), '乙代表', 'en')).toBe(
      'Deputy B',
    );
  });

  test('has no name where the translation names fewer or none', () => {
    expect(askerNameIn(asked('市人大', 'x', ['甲代表', '乙代表'], ['Deputy A']), '甲代表', 'en')).toBeUndefined();
    expect(askerNameIn(asked('市人大', undefined, ['甲代表']), '甲代表', 'en')).toBeUndefined();
  });
});
