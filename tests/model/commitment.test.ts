import { describe, expect, it, test } from 'vitest';
import {
  type Commitment,
  commitmentSchema,
  commitmentStatus,
  dueCommitments,
  hasResult,
  newestProgress,
  outlook,
  progressTarget,
} from '../../src/model/commitment.ts';
import { datasetSchema } from '../../src/model/dataset.ts';
import { USUAL_LANGUAGES } from '../../src/model/locale.ts';
import { fictionalDataset } from '../charts/dataset.ts';

const plan = { id: 'plan-2030', period: '2030', value: '40', kind: 'plan' as const };
const planned = fictionalDataset({ observations: [plan] });
const reported = fictionalDataset({
  observations: [
    plan,
    { id: 'done-2030', period: '2030', value: '38' },
    { id: 'done-2029', period: '2029', value: '9' },
  ],
});
const measure = { zh: '完成数', en: 'Number done' };
const whole = { due: '2030-12-31', measure, target: 'lamps/plan-2030' };

describe('a commitment’s status follows from data alone', () => {
  test.each([
    ['no time stated', { measure }, '2031-01-01', 'no-date'],
    ['neither time nor measure stated', {}, '2031-01-01', 'no-date'],
    ['no measure stated', { due: '2030-12-31' }, '2031-01-01', 'no-measure'],
    ['the day before it is due', whole, '2030-12-30', 'not-due'],
    ['the day it is due', whole, '2030-12-31', 'not-due'],
    ['the day after', whole, '2031-01-01', 'due'],
  ])('%s', (_, commitment, today, kind) => {
    expect(
      commitmentStatus({ due: undefined, measure: undefined, target: undefined, ...commitment }, [planned], today),
    ).toEqual({ kind });
  });

  test('an actual value of the planned series and period is its result, before the day as after it', () => {
    for (const today of ['2030-06-01', '2031-06-01'])
      expect(commitmentStatus(whole, [reported], today)).toMatchObject({
        kind: 'result',
        observation: { id: 'done-2030' },
      });
  });

  test('a result of another year is none', () => {
    const other = fictionalDataset({ observations: [plan, { id: 'done-2029', period: '2029', value: '9' }] });
    expect(commitmentStatus(whole, [other], '2031-01-01')).toEqual({ kind: 'due' });
  });
});

const commitment = (changes: object): Commitment =>
  commitmentSchema(USUAL_LANGUAGES).parse({
    id: 'wells',
    statement: { zh: '修复机井', en: 'Repair the wells' },
    quote: { reply: '2024-7', zh: { exact: '修复机井' } },
    ...changes,
  });
const entry = (date: string, status = 'under-way') => ({
  date,
  status,
  address: 'https://county.example/1',
  quote: { zh: { exact: '正在修复' } },
});

describe('where the address of a progress entry leads', () => {
  it.each([
    ['/zh/replies/2026-3/', '/', { kind: 'reply', id: '2026-3' }],
    ['/en/replies/linshuihan-2024-15-1/#p2', '/', { kind: 'reply', id: 'linshuihan-2024-15-1' }],
    ['/zh/replies/2026-3/#p2:~:text=a', '/', { kind: 'reply', id: '2026-3' }],
    ['/letters/zh/replies/2026-3/', '/letters/', { kind: 'reply', id: '2026-3' }],
    ['/zh/replies/2026-3/', '/letters/', { kind: 'reply', id: '2026-3' }],
    ['/zh/data/wells/', '/', { kind: 'dataset', id: 'wells', observation: undefined }],
    ['/zh/data/wells/#repaired', '/', { kind: 'dataset', id: 'wells', observation: 'repaired' }],
    ['https://county.example/zh/replies/2026-3/', '/', { kind: 'elsewhere' }],
    ['/zh/reports/wells/', '/', undefined],
    ['/zh/replies/', '/', undefined],
  ])('%s below %s', (address, base, target) => {
    expect(progressTarget(address, base)).toEqual(target);
  });

  it.each(['replies/2026-3/', '//county.example/', 'javascript:alert(1)', 'https://', 'ftp://county.example/'])(
    '%s is no address',
    (address) => {
      const parsed = commitmentSchema(USUAL_LANGUAGES).safeParse({
        ...commitment({}),
        progress: [{ ...entry('2025-01-01'), address }],
      });
      expect(parsed.success).toBe(false);
    },
  );
});

describe('what was published of a commitment', () => {
  it('comes newest first; of one day, what is written last', () => {
    const told = commitment({
      progress: [entry('2025-03-01'), entry('2026-01-01'), entry('2025-03-01', 'partly'), entry('2024-06-01')],
    });
    expect(newestProgress(told).map(({ date, status }) => `${date} ${status}`)).toEqual([
      '2026-01-01 under-way',
      '2025-03-01 partly',
      '2025-03-01 under-way',
      '2024-06-01 under-way',
    ]);
  });
});

describe('what readers are told of a commitment', () => {
  it.each([
    ['kept in part before it is due: not yet due', '2030-12-30', 'partly', '2030-12-30', 'not-due'],
    ['kept in part before it was due, and nothing since', '2030-06-01', 'partly', '2031-02-01', 'due'],
    ['kept in part as of its day: a result', '2030-12-31', 'partly', '2031-02-01', 'result'],
    ['under way after its day: no result', '2031-01-10', 'under-way', '2031-02-01', 'due'],
    ['not kept', '2031-01-10', 'not-kept', '2031-02-01', 'result'],
  ] as const)('%s', (_, date, status, today, expected) => {
    const published = hasResult(whole, commitmentStatus(whole, [planned], today), { date, status });
    expect(outlook(whole, published, today)).toBe(expected);
  });
});

describe('what has to be looked after', () => {
  const TODAY = '2026-03-01';
  const lists = (changes: object, promised = '2026-01-05') => {
    const { soon, overdue, silent } = dueCommitments([commitment(changes)], [], () => promised, TODAY);
    return [
      ...soon.map(() => 'soon'),
      ...overdue.map(() => 'overdue'),
      ...silent.map(({ since }) => `silent ${since}`),
    ];
  };

  it.each([
    ['due today', { due: '2026-03-01' }, ['soon']],
    ['due in 30 days', { due: '2026-03-31' }, ['soon']],
    ['due in 31 days', { due: '2026-04-01' }, []],
    ['due yesterday', { due: '2026-02-28' }, ['overdue']],
    ['without a time', {}, []],
    ['due, and kept', { due: '2026-03-01', progress: [entry('2026-02-01', 'kept')] }, []],
    ['overdue, and not kept', { due: '2026-02-01', progress: [entry('2026-02-10', 'not-kept')] }, []],
    ['overdue, and kept in part', { due: '2026-02-01', progress: [entry('2026-02-10', 'partly')] }, ['overdue']],
    [
      'kept, then found to be changed',
      { due: '2026-03-05', progress: [entry('2026-01-10', 'kept'), entry('2026-02-01', 'changed')] },
      ['soon'],
    ],
  ])('%s', (_what, changes, expected) => {
    expect(lists(changes)).toEqual(expected);
  });

  it.each([
    ['promised a year ago', {}, '2025-03-01', ['silent 2025-03-01']],
    ['promised a day less than a year ago', {}, '2025-03-02', []],
    ['last heard of a year ago', { progress: [entry('2025-02-01')] }, '2023-01-01', ['silent 2025-02-01']],
    ['heard of this year', { progress: [entry('2023-02-01'), entry('2025-12-01')] }, '2023-01-01', []],
    ['kept years ago', { progress: [entry('2023-02-01', 'kept')] }, '2022-01-01', []],
  ])('%s', (_what, changes, promised, expected) => {
    expect(lists(changes, promised)).toEqual(expected);
  });

  it('counts a year from 29 February to 1 March', () => {
    const silentOn = (day: string) => dueCommitments([commitment({})], [], () => '2024-02-29', day).silent.length;
    expect([silentOn('2025-02-28'), silentOn('2025-03-01')]).toEqual([0, 1]);
  });

  it('leaves out what a dataset has the result of', () => {
    const observation = { series: 'wells', period: '2025', value: '24', unit: 'count' };
    const words = { zh: '机井', en: 'Wells' };
    const wells = datasetSchema(USUAL_LANGUAGES).parse({
      ...{ id: 'wells', version: '1.0.0', title: words, headline: words, measure: words, place: words, span: words },
      unit: 'count',
      series: [{ id: 'wells', label: words }],
      panels: [{ kind: 'bars', series: ['wells'] }],
      changelog: [{ version: '1.0.0', date: '2026-01-01', note: words }],
      observations: [
        { ...observation, id: 'plan', kind: 'plan' },
        { ...observation, id: 'done', kind: 'actual' },
      ],
    });
    const aimed = commitment({ due: '2025-12-31', target: 'wells/plan' });
    const none = { soon: [], overdue: [], silent: [] };
    expect(dueCommitments([aimed], [wells], () => '2024-01-01', TODAY)).toEqual(none);
    expect(dueCommitments([aimed], [], () => '2024-01-01', TODAY)).not.toEqual(none);
  });
});
