import { expect, test } from 'vitest';
import { describePanel } from '../../src/charts/sentences.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { fictionalDataset } from './dataset.ts';

const plan = (period: string, value: string) => ({ period, value, kind: 'plan' as const });

test.each([
  [
    'one kind, said once',
    [plan('2030', '40'), plan('2031', '20')],
    'Street lamps: planned 40 lamps (2030), 20 lamps (2031).',
    '路灯：2030年计划40盏、2031年20盏。',
  ],
  [
    'results alone, which need no word',
    [{ period: '2030', value: '38' }],
    'Street lamps: 38 lamps (2030).',
    '路灯：2030年38盏。',
  ],
  [
    'a plan beside its outcome, each by its name',
    [plan('2030', '40'), { period: '2030', value: '38', qualifier: 'approx' as const }],
    'Street lamps: planned 40 lamps (2030), actual about 38 lamps (2030).',
    '路灯：2030年计划40盏、2030年实际约38盏。',
  ],
  [
    'a span whose start is not stated, and a value below zero',
    [{ period: '../2030-05-06', value: '-5' }],
    'Street lamps: −5 lamps (cumulative to 6 May 2030).',
    '路灯：累计至2030年5月6日−5盏。',
  ],
])('%s', (_, observations, en, zh) => {
  const dataset = fictionalDataset({ observations });
  const [panel] = dataset.panels;
  expect(panel && describePanel(dataset, panel, { locale: 'en' })).toBe(en);
  expect(panel && describePanel(dataset, panel, { locale: 'zh' })).toBe(zh);
});

test('a series without a value says so, and the unit is the one chosen', () => {
  const series = ['a', 'b'].map((id) => ({ id, label: { zh: id, en: id } }));
  const dataset: Dataset = fictionalDataset({
    unit: 'mu',
    series,
    observations: [{ series: 'a', period: '2030', value: '15' }],
  });
  const panel = { kind: 'bars' as const, series: ['a', 'b'] };
  expect(describePanel(dataset, panel, { locale: 'en', unit: 'ha' })).toBe('a: 1 ha (2030); b: no figure.');
});
