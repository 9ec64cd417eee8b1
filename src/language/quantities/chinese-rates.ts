import { chineseMultiplier } from '../../model/chinese-numeral.ts';
import { PRINTED_UNITS } from '../../model/units.ts';
import { UNIT } from './chinese-numbers.ts';
import type { Form } from './forms.ts';
import { perReading, perThing } from './quantity.ts';

/** Spans after which something comes again, by the words for them. */
const SPAN_NAMES: Readonly<Record<string, string>> = {
  小时: 'hour',
  秒: 'second',
  秒钟: 'second',
  分钟: 'minute',
  天: 'day',
  日: 'day',
  周: 'week',
  星期: 'week',
  月: 'month',
  月度: 'month',
  季度: 'quarter',
  季: 'quarter',
  年: 'year',
  年度: 'year',
};
/** What comes after 均 where it is no mean: 均衡, 均匀; 今年均已 and 所有人均可 say that all are. */
const NO_MEAN = '(?![衡匀等有能为要应须需已按未无在由属是不]|可(?!支配))';
/**
 * How often: 每月, 每个季度, 年均, 按季度. 每周一 is a weekday, and 每年级 none; 按年度计划 says what the plan is.
 */
const OFTEN = `每(?<each>小时|分钟|秒钟?|天|日|个?(?:周|星期)(?![一二三四五六日天](?![次回期个趟轮]))|个?月|个?季度|季|年(?![级代度]))|(?<![今去明后前近历每当往上本同半\\d])(?<mean>[年月日周季])均${NO_MEAN}|按(?<by>年度|月度|季度|[年月季周](?![龄份节期底初末])|[日天](?![期程气然]))(?!计划|预算|目标|任务|考核)|(?<=^|[，。；：、\\s“（(]|设计|最大|新增|可|到|达|厂|站|井|工程|现|后|将|能够)(?<does>[年月日])(?=处理|供水|产(?![权业品生])|发电|销售|营业|客流|用水|用电|加工|接待|排放|输送|运送)`;
/** One-off, of a payment: 一次性补贴. */
const ONCE = '一次性(?=[补奖缴发给拨支安扣赔投])';

/** What is counted by, besides the units of the table, and its name. */
const THING_NAMES: Readonly<Record<string, string>> = {
  户: 'household',
  农户: 'household',
  家庭: 'household',
  人: 'person',
  村: 'village',
  行政村: 'village',
  乡镇: 'township',
  乡: 'township',
  镇: 'township',
  县: 'county',
  社区: 'community',
  小区: 'estate',
  校: 'school',
  班: 'class',
  班级: 'class',
  学生: 'pupil',
  床: 'bed',
  床位: 'bed',
  学校: 'school',
  企业: 'enterprise',
  项目: 'project',
};
const THING = `(?:${Object.keys(THING_NAMES)
  .sort((one, other) => other.length - one.length)
  .join('|')})`;
/** 每户, 每个村; not 每人次, 每村民. */
const EACH_THING = `每(?:一?个|[名张所])?(?<thing>${THING})(?![次民外型籍口工才员类级域政长委组车次])`;
/** 人均, 户均. */
const MEAN_THING = `(?:(?<![有个的])(?<mean>[人户村校])|(?<pupil>(?<![学师考医新先产])生))均${NO_MEAN}`;

/** The forms of rates in Chinese: how often something comes, and what is counted by. */
export const CHINESE_RATES: readonly Form[] = [
  {
    pattern: OFTEN,
    read: ({ each, mean, by, does }) => {
      const value = SPAN_NAMES[(each ?? mean ?? by ?? does ?? '').replace('个', '')];
      return value === undefined ? undefined : { kind: 'every', value, firm: false };
    },
  },
  { pattern: ONCE, read: () => ({ kind: 'every', value: 'once', firm: false }) },
  {
    pattern: `${EACH_THING}|${MEAN_THING}`,
    read: ({ thing, mean, pupil }) => {
      const value = THING_NAMES[thing ?? mean ?? (pupil && '学生') ?? ''];
      return value === undefined ? undefined : perThing(value);
    },
  },
  {
    // 每千人, 每10万人 is a number of figures.
    pattern: '每(?<size>[百千万])(?=[人名户口])',
    read: ({ size = '' }) => ({ kind: 'number', value: chineseMultiplier(size).toFixed(), firm: true }),
  },
  {
    pattern: `每(?<unit>${UNIT})`,
    read: ({ unit = '' }) => perReading(PRINTED_UNITS.zh.get(unit.toLowerCase())),
  },
  {
    // 亩均, 吨均, 亩产
    pattern: `(?<scale>[百千万])?(?<unit>${UNIT})(?:均(?![衡匀等])|(?<=亩)产(?!权))`,
    read: ({ scale = '', unit = '' }) => {
      const known = PRINTED_UNITS.zh.get(unit.toLowerCase());
      return known && perReading({ ...known, factor: chineseMultiplier(scale).times(known.factor).toFixed() });
    },
  },
];

const unnamed = (pattern: string) => pattern.replace(/\?<\w+>/g, '?:');

/** What begins such a form. */
export const RATE_SIGNS = `${unnamed(OFTEN)}|${ONCE}|${unnamed(EACH_THING)}|${unnamed(MEAN_THING)}|每(?=${UNIT}|[百千万][人名户口])|[百千万]?${UNIT}(?=均|(?<=亩)产)`;
