import { placeTimeline } from '../../src/charts/kinds/timeline.ts';
import { placePanel } from '../../src/charts/panel.ts';
import type { ChartKindName } from '../../src/charts/registry.ts';
import { FRAMES, type Layout, type Scene } from '../../src/charts/scene.ts';
import type { Locale } from '../../src/model/locale.ts';
import { fictionalDataset } from './dataset.ts';

type Given = Parameters<typeof fictionalDataset>[0];

function panel(kind: ChartKindName, given: Given, locale: Locale, layout: Layout): Scene {
  const dataset = fictionalDataset(given);
  return placePanel(dataset, { kind, series: dataset.series.map(({ id }) => id) }, { locale, layout });
}

const series = (...labels: [zh: string, en: string][]) =>
  labels.map(([zh, en], index) => ({ id: `s-${index + 1}`, label: { zh, en } }));

const progress: Given = {
  observations: [
    { period: '2030', value: '400', kind: 'plan' },
    { period: '2030', value: '390' },
    { period: '2031', value: '200', kind: 'plan' },
    { period: '2032', value: '260', kind: 'plan', qualifier: 'approx' },
  ],
};

const shares: Given = {
  unit: 'percent',
  series: series(['主干道路灯', 'Lamps on main roads'], ['背街小巷路灯', 'Lamps in lanes']),
  observations: [
    { series: 's-1', period: '2032-12-31', value: '90', kind: 'target' },
    { series: 's-1', period: '2031-06-30', value: '62' },
    { series: 's-2', period: '2032-12-31', value: '80', kind: 'target' },
  ],
};

const manySeries: Given = {
  series: series(['东区', 'East district'], ['西区', 'West district'], ['新区', 'New district'], ['老城', 'Old town']),
  observations: [
    [310, 340, 335],
    [120, 150, 190],
    [60, 140, 260],
    [300, 280, 240],
  ].flatMap((values, index) =>
    values.map((value, year) => ({ series: `s-${index + 1}`, period: String(2028 + year), value: String(value) })),
  ),
};

const statedIn = (reply: string) => ({ quote: { reply, zh: { exact: '略' } } });

const revised: Given = {
  observations: [
    { id: 'first', period: '2030', value: '390', ...statedIn('2031-7') },
    { id: 'corrected', period: '2030', value: '372', supersedes: 'first', ...statedIn('2032-3') },
    { id: 'next', period: '2031', value: '410', qualifier: 'approx', ...statedIn('2032-3') },
  ],
};

const growing: Given = {
  observations: [
    { period: '../2030-06-30', value: '120' },
    { period: '../2030-12-31', value: '210' },
    { period: '../2031-12-31', value: '390', qualifier: 'approx' },
    { period: '../2033-12-31', value: '800', kind: 'plan' },
  ],
};

const ended: Given = {
  series: series(['已经解决或采纳', 'Settled'], ['列入计划逐步解决', 'Planned'], ['因条件限制留作参考', 'Noted']),
  observations: [[12, 18], [7, 4], [3]].flatMap((values, index) =>
    values.map((value, year) => ({ series: `s-${index + 1}`, period: String(2030 + year), value: String(value) })),
  ),
};

/** A small drawing of each kind of chart, of a made-up bureau, with what each has to tell apart: plans, gaps, open starts, parts of a whole. */
export const EXAMPLES: Readonly<Record<string, Scene>> = {
  bars: panel(
    'bars',
    {
      series: series(
        ['已更换', 'Replaced'],
        ['列入改造计划、尚未动工的路灯', 'Planned for renewal and not yet begun'],
        ['净减少', 'Net change'],
      ),
      observations: [
        { series: 's-1', period: '2030', value: '68' },
        { series: 's-2', period: '2030', value: '24', kind: 'plan' },
        { series: 's-3', period: '2030', value: '-12' },
      ],
    },
    'en',
    'wide',
  ),
  columns: panel('columns', progress, 'en', 'narrow'),
  'columns-wide': panel('columns', progress, 'zh', 'wide'),
  'dot-grid': panel(
    'dot-grid',
    {
      series: series(['已更换', 'Replaced'], ['全部', 'All']),
      observations: [
        { series: 's-1', period: '2030', value: '24' },
        { series: 's-2', period: '2030', value: '68' },
      ],
    },
    'zh',
    'narrow',
  ),
  'period-total': panel(
    'period-total',
    { observations: [{ period: '../2030-05-06', value: '5700', qualifier: 'approx' }] },
    'en',
    'narrow',
  ),
  targets: panel('targets', shares, 'en', 'narrow'),
  'targets-wide': panel('targets', shares, 'zh', 'wide'),
  line: panel(
    'line',
    {
      series: series(['东区', 'East district'], ['西区', 'West district']),
      observations: [
        ...['310', '340', '335'].map((value, index) => ({ series: 's-1', period: String(2028 + index), value })),
        { series: 's-1', period: '2032', value: '420', kind: 'plan' },
        ...['120', '150', '190', '240'].map((value, index) => ({
          series: 's-2',
          period: String(2028 + index),
          value,
          ...(index === 1 ? { qualifier: 'approx' as const } : {}),
        })),
      ],
    },
    'zh',
    'wide',
  ),
  'line-many': panel('line', manySeries, 'zh', 'wide'),
  'line-many-narrow': panel('line', manySeries, 'en', 'narrow'),
  'columns-many': panel('columns', manySeries, 'zh', 'wide'),
  'columns-negative': panel(
    'columns',
    { observations: ['12', '-8', '5'].map((value, index) => ({ period: String(2030 + index), value })) },
    'zh',
    'middle',
  ),
  progress: panel(
    'progress',
    {
      unit: 'percent',
      series: shares.series,
      observations: [{ series: 's-1', period: '2030-12-31', value: '40' }, ...shares.observations],
    },
    'zh',
    'wide',
  ),
  'progress-narrow': panel('progress', shares, 'en', 'narrow'),
  revisions: panel('revisions', revised, 'zh', 'wide'),
  'revisions-narrow': panel('revisions', revised, 'en', 'narrow'),
  steps: panel('steps', growing, 'zh', 'wide'),
  'steps-narrow': panel('steps', growing, 'en', 'narrow'),
  outcomes: panel('outcomes', ended, 'zh', 'wide'),
  'outcomes-narrow': panel('outcomes', ended, 'en', 'narrow'),
  timeline: placeTimeline(
    [
      {
        id: 'a',
        label: 'Replace 400 lamps',
        period: '2030-12-31',
        text: 'Result published: 390 lamps',
        kind: 'actual',
      },
      {
        id: 'b',
        label: 'Replace 200 lamps',
        period: '2031-12-31',
        text: 'Due; no result published here',
        kind: 'plan',
      },
      {
        id: 'c',
        label: 'Renew every lamp in the lanes',
        period: '2033-12-31',
        text: 'Not yet due',
        kind: 'plan',
        quiet: true,
      },
    ].map((item) => ({ ...item, from: '2030-05-06' }) as Parameters<typeof placeTimeline>[0][number]),
    FRAMES.wide,
    'en',
    '2032-03-01',
  ),
};
