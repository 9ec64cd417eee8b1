import { describe, expect, test } from 'vitest';
import { commitmentStatus } from '../../src/model/commitment.ts';
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
