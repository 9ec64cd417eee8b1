import type { Bilingual } from '../errors.ts';
import type { ObservationKind, Qualifier } from '../model/dataset.ts';
import type { Words } from './words.ts';

/** What the kinds of values are called, in keys, tables and sentences. */
export const KIND_NAMES: Readonly<Record<ObservationKind, Bilingual>> = {
  actual: { zh: '实际数', en: 'Actual' },
  plan: { zh: '计划数', en: 'Plan' },
  target: { zh: '目标', en: 'Target' },
  derived: { zh: '本站计算', en: 'Computed by this site' },
};

/** How exactly a value is stated, as a table says it. */
export const QUALIFIER_NAMES: Readonly<Record<Qualifier, Bilingual>> = {
  exact: { zh: '如原文', en: 'As stated' },
  approx: { zh: '约数', en: 'Approximate' },
  'at-least': { zh: '不少于', en: 'At least' },
  'at-most': { zh: '不超过', en: 'At most' },
  'more-than': { zh: '超过', en: 'More than' },
  'less-than': { zh: '不足', en: 'Less than' },
};

const zh = {
  noFigure: '无数据',
  startNotStated: '起始时间原文未说明',
  target: (value: string) => `目标 ${value}`,
  targetBy: (value: string, when: string) => `${when}目标${value}`,
  byEndOf: (period: string) => `${period}底`,
  noResult: '尚未公布结果',
  today: '今日',
  dotStandsFor: (amount: string) => `每点代表${amount}`,
  unit: (word: string) => `单位：${word}`,
  unitSwitch: '单位',
  inUnit: (word: string) => `（${word}）`,
  /** Parts of the generated sentence. */
  pair: (label: string, value: string) => `${label}：${value}`,
  periodValue: (period: string, value: string) => period + value,
  kindBefore: { actual: '', plan: '计划', target: '目标', derived: '本站计算' } as Record<ObservationKind, string>,
  join: (parts: readonly string[]) => `${parts.join('；')}。`,
  list: (parts: readonly string[]) => parts.join('、'),
  titled: (title: string, sentence: string) => `${title}。${sentence}`,
  key: '图例',
  table: '数据表',
  tableCaption: (title: string) => `${title}：数据表`,
  columnSeries: '项目',
  columnPeriod: '时间',
  columnKind: '性质',
  columnStated: '原文数值',
  columnSource: '出处',
  columnNote: '说明',
  notes: '说明',
  source: '出处',
  sourceQuote: (words: string) => `“${words}”`,
  goToSource: '查看原句',
  computed: (formula: string) => `本站计算：${formula}`,
  converted: '换算数由本站计算，1亩＝1/15公顷。',
  empty: '尚无可画的数据。',
};

const en: typeof zh = {
  noFigure: 'no figure',
  startNotStated: 'start not stated in the source',
  target: (value) => `target ${value}`,
  targetBy: (value, when) => `target ${value} ${when}`,
  byEndOf: (period) => `by the end of ${period}`,
  noResult: 'no result published yet',
  today: 'today',
  dotStandsFor: (amount) => `each dot stands for ${amount}`,
  unit: (word) => `Unit: ${word}`,
  unitSwitch: 'Unit',
  inUnit: (word) => ` (${word})`,
  pair: (label, value) => `${label}: ${value}`,
  periodValue: (period, value) => `${value} (${period})`,
  kindBefore: { actual: '', plan: 'plan ', target: 'target ', derived: 'computed by this site, ' },
  join: (parts) => `${parts.join('; ')}.`,
  list: (parts) => parts.join(', '),
  titled: (title, sentence) => `${title}. ${sentence}`,
  key: 'Key',
  table: 'Table',
  tableCaption: (title) => `${title}: the figures`,
  columnSeries: 'Item',
  columnPeriod: 'Time',
  columnKind: 'Kind',
  columnStated: 'As printed',
  columnSource: 'Source',
  columnNote: 'Note',
  notes: 'Notes',
  source: 'Source',
  sourceQuote: (words) => `“${words}”`,
  goToSource: 'See the sentence',
  computed: (formula) => `Computed by this site: ${formula}`,
  converted: 'Conversions are this site’s own; 1 mu is 1/15 hectare.',
  empty: 'There is no figure to draw yet.',
};

export const chartWords: Words<typeof zh> = { zh, en };
