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
  targetBy: (value: string, when: string) => `目标${value}，${when}`,
  byEndOf: (period: string) => `到${period}底`,
  noResult: '浅色底条为全部范围；本站所收答复尚未公布完成情况的，不画实心条。',
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
  by: (period: string) => `到${period}`,
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
  goToSourceIn: (reply: string) => `${reply}答复原文`,
  goToSourceOf: (reply: string, exact: string) => `${reply}答复：“${exact}”`,
  superseded: '此数已被更正，见下。',
  subtitle: (measure: string, place: string, span: string) => `${place}，${measure}，${span}`,
  more: '数据表、出处与下载',
  compiled: '本站依据答复整理',
  computed: (formula: string) => `本站计算：${formula}`,
  converted: '换算数由本站计算，1亩＝1/15公顷。',
  empty: '尚无可画的数据。',
};

const en: typeof zh = {
  noFigure: 'no figure',
  startNotStated: 'start not stated in the source',
  targetBy: (value, when) => `target ${value}, ${when}`,
  byEndOf: (period) => `by the end of ${period}`,
  noResult:
    'The pale track is the whole scale. No solid bar is drawn where no reply on this site has reported a result.',
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
  by: (period) => `by ${period}`,
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
  goToSourceIn: (reply) => `Read it in reply ${reply}`,
  goToSourceOf: (reply, exact) => `Reply ${reply}: “${exact}”`,
  superseded: 'This figure has been corrected; see below.',
  subtitle: (measure, place, span) => `${measure}, ${place}. ${span}`,
  more: 'Table, sources and downloads',
  compiled: 'compiled by this site from the reply',
  computed: (formula) => `Computed by this site: ${formula}`,
  converted: 'Conversions are this site’s own; 1 mu is 1/15 hectare.',
  empty: 'There is no figure to draw yet.',
};

export const chartWords: Words<typeof zh> = { zh, en };
