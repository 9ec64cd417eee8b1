import Big from 'big.js';
import { chineseMultiplier, readChineseNumeral } from '../../model/chinese-numeral.ts';
import { PRINTED_UNITS } from '../../model/units.ts';
import { CHINESE_TIMES, HAN_DIGITS, RANGE, TIME_SIGNS } from './chinese-times.ts';
import { COMMON_FORMS, DESIGNATION, documentReading, type Form, phoneReading } from './forms.ts';
import {
  bareSpan,
  discountReading,
  fractionReading,
  type Meaning,
  perReading,
  type Reading,
  romanValue,
  STANDARD,
} from './quantity.ts';

const NUMBER = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?!\\d)|\\d+(?:\\.\\d+)?';
const SCALE = '(?:[十百千]?万亿|[十百千]?[万亿]|[百千](?![瓦伏克米卡帕]))';
/** A number in Chinese characters. */
export const NUMERAL = `(?!零下)[${HAN_DIGITS}十百千万亿]{1,40}(?:点[${HAN_DIGITS}]{1,40})?`;

const longestFirst = (words: Iterable<string>) =>
  [...words]
    .sort((one, other) => other.length - one.length)
    .map(RegExp.escape)
    .join('|');

/** What may stand after a unit that is part of another word: 周一 is a weekday, 日报 no day, 年级 no year. */
const NOT_UNIT =
  '(?<=日)(?=[报期程])|(?<=周)(?=[一二三四五六日天末边报围岁])|(?<=星期)(?=[一二三四五六日天])|(?<=年)(?=[级代度])|(?<=米)(?=[粉面])|(?<=天)(?=[然津])|(?<=升)(?=[级至到学温幅华降旗\\d一二三四五六七八九十])|(?<=克)(?=[服拉隆])|(?<=斤)(?=[两])|(?<=伏)(?=[天击笔])';
const UNIT = `(?:${longestFirst(PRINTED_UNITS.zh.keys())})(?!${NOT_UNIT})`;
/** Measure words of things: what they count is no measure. */
const COUNTER = `(?:${longestFirst('个 座 眼 项 条 名 家 人次 人 户 处 部 批 件 台 辆 所 村 宗 份 片 口 套 栋 幢 株 棵 头 只 间 组 种 支 张 块 封 篇 艘 架 盏 根 道 层 位 场 例'.split(' '))})`;
/** A unit at the beginning of what stands after a number. */
export const LEADING_UNIT = new RegExp(`^\\s*(?<unit>${UNIT})`, 'iu');
const LEADING_COUNTER = new RegExp(`^${COUNTER}`, 'u');

/** A value in a unit as printed; a bare number without one. Four digits before 年 are a year. */
function measured(value: Big, unit: string | undefined, firm: boolean, after: string, before: string): Reading {
  const ordinal =
    before.endsWith('第') || (before.endsWith('前') === false && /^(?:[号届]|期(?:工程|项目|建设|改造))/.test(after))
      ? ({ ordinal: true } as const)
      : {};
  const known = unit === undefined ? undefined : PRINTED_UNITS.zh.get(unit.toLowerCase());
  // An age: English says the number, or a number of years.
  if (known === undefined && /^周?岁/.test(after))
    return {
      kind: 'number',
      value: value.toFixed(),
      firm,
      also: [{ kind: 'months', value: value.times(12).toFixed() }],
    };
  if (known === undefined)
    return {
      kind: LEADING_COUNTER.test(after) && !('ordinal' in ordinal) ? 'count' : 'number',
      value: value.toFixed(),
      firm,
      ...ordinal,
    };
  if (unit === '年' && /^(?:19|20)\d\d$/.test(value.toFixed()))
    return { kind: 'number', value: value.toFixed(), firm, ordinal: true };
  if (known.unit === 'times') return timesReading(value, before);
  return {
    kind: known.unit,
    value: value.times(known.factor).toFixed(),
    firm,
    ...ordinal,
    ...bareSpan(known.unit, value),
  };
}

/** 3倍: of something, or more than it, in which case it is four times as much; both are said in English. */
function timesReading(value: Big, before: string): Reading {
  const grown = /(?:增长|增加|提高|提升|扩大|上升|多|高|超)出?(?:了|约|近|逾|超过|幅度?)?$/.test(before);
  const times = (factor: Big): Meaning => ({ kind: 'times', value: factor.toFixed() });
  const also: Meaning[] = [{ kind: 'number', value: value.toFixed() }];
  if (!grown) return { ...times(value), firm: true, also };
  return {
    ...times(value.plus(1)),
    firm: true,
    also: [...also, { kind: 'fold', value: value.toFixed() }, { kind: 'percent', value: value.times(100).toFixed() }],
  };
}

const plain = (digits: string) => Big(digits.replaceAll(',', ''));

/** Counting words after which a numeral of three or more is a statement, not a manner of speaking. */
const COUNTED =
  /^(?:个|次|届|年|月|日|座|项|条|名|家|人|倍|亩|[美港欧日]?元|港币|英镑|公顷|吨|公里|部|批|户|处|%|天|周|米|小时|分钟|平方|立方|千瓦)/;

/** 百余名, 上万辆, 近千人, 千亿级: a power of ten without a digit. What is approximate is asked for in English too. */
function roundNumber(text: string, before: string, after: string): Reading | undefined {
  if (!/^[十百千]?万?[百千万亿]$|^万亿$/.test(text) || /[数几\d]$/.test(before)) return undefined;
  const value = chineseMultiplier(text);
  const [, more = ''] = /^(余|多)/.exec(after) ?? [];
  const rest = after.slice(more.length);
  const unit = LEADING_UNIT.exec(rest)?.groups?.['unit'];
  const isTold =
    more !== '' ||
    /(?:[上近逾超约破]|超过|接近|达到|突破)$/.test(before) ||
    (unit !== undefined && /^以[上下内]/.test(rest.trimStart().slice(unit.length)));
  const firm = isTold && (unit !== undefined || LEADING_COUNTER.test(rest));
  if (!firm) return undefined;
  const reading = measured(value, unit, firm, rest, before);
  return { ...reading, firm, ...(more === '' && !before.endsWith('上') ? {} : { bound: 'least' }) };
}

/** The reading of a number in Chinese characters with the unit after it; `undefined` where it is no numeral. */
export function numeral(text: string, before: string, after: string): Reading | undefined {
  const value = readChineseNumeral(text);
  if (value === undefined) return roundNumber(text, before, after);
  // 数十家, 几十次
  if (/[数几]$/.test(before)) return { kind: 'number', value, firm: false };
  const unit = LEADING_UNIT.exec(after)?.groups?.['unit'];
  const isNth = before.endsWith('第');
  const firm =
    (Big(value).gte(3) && (COUNTED.test(after) || (isNth && Big(value).gte(4)) || Big(value).gte(21))) || unit === '倍';
  return measured(Big(value), unit, firm, after, before);
}

/** Spans after which something comes again, by the words for them. */
const SPAN_NAMES: Readonly<Record<string, string>> = {
  小时: 'hour',
  天: 'day',
  日: 'day',
  周: 'week',
  星期: 'week',
  月: 'month',
  季度: 'quarter',
  季: 'quarter',
  年: 'year',
};
/** 每月, 每个季度: how often. 每周一 is a weekday, and 每年级 none; 按年度 and 年均 are said in too many ways to be compared. */
const OFTEN =
  '每(?<each>小时|天|日|个?(?:周|星期)(?![一二三四五六日天](?![次回期个趟轮]))|个?月|个?季度|季|年(?![级代度]))';

const FOLDS: Readonly<Record<string, string>> = { '': '2', 一: '2', 两: '4', 二: '4', 三: '8' };

/** The forms of quantity in Chinese. Earlier ones win where two begin at the same place. */
export const CHINESE_FORMS: readonly Form[] = [
  ...COMMON_FORMS,
  {
    pattern: '[〔\\[［【(（]\\s*(?<year>(?:19|20)\\d{2})\\s*[〕\\]］】)）]\\s*(?:第\\s*)?(?<serial>\\d{1,6})\\s*号',
    read: documentReading,
  },
  {
    pattern: '(?<phone>(?<!\\d)0\\d{2,3}-\\d{7,8}(?!\\d))',
    read: phoneReading,
  },
  ...CHINESE_TIMES,
  {
    pattern: OFTEN,
    read: ({ each }) => {
      const value = SPAN_NAMES[(each ?? '').replace('个', '')];
      return value === undefined ? undefined : { kind: 'every', value, firm: false };
    },
  },
  {
    pattern: `每(?<unit>${UNIT})`,
    read: ({ unit = '' }) => perReading(PRINTED_UNITS.zh.get(unit.toLowerCase())),
  },
  {
    // 亩均, 吨均
    pattern: `(?<scale>[百千万])?(?<unit>${UNIT})均(?![衡匀等])`,
    read: ({ scale = '', unit = '' }) => {
      const known = PRINTED_UNITS.zh.get(unit.toLowerCase());
      return known && perReading({ ...known, factor: chineseMultiplier(scale).times(known.factor).toFixed() });
    },
  },
  {
    // 翻一番 doubles, 翻两番 is four times as much.
    pattern: '翻了?(?<fold>[一两二三]?)番',
    read: ({ fold = '' }) => ({ kind: 'times', value: FOLDS[fold] ?? '2', firm: true }),
  },
  {
    pattern: '(?:一半|半数|(?<=过)半)(?!成品|径)',
    read: () => fractionReading('1', '2'),
  },
  {
    // 半个世纪, 三个世纪
    pattern: `(?:(?<half>半)|(?<number>${NUMBER}|[一两二三四五六七八九十]+))个世纪`,
    read: ({ half, number = '' }) => ({
      kind: 'months',
      value: (half === undefined ? Big(readChineseNumeral(number) ?? plain(number).toFixed()) : Big('0.5'))
        .times(1200)
        .toFixed(),
      firm: half !== undefined || number !== '一',
    }),
  },
  {
    // 一次, 两次, as often as English says once and twice
    pattern: '(?<!第|每|这|那|再|又|有|首|任何|上|下|同|本|此)(?<number>[一两])次(?![性元数序要第会])',
    read: ({ number = '' }) => {
      const value = number === '一' ? '1' : '2';
      return { kind: 'times', value, firm: false, also: [{ kind: 'number', value }] };
    },
  },
  {
    // 一年半, 2年半, 一个半小时
    pattern: `(?<number>${NUMBER}|[一两二三四五六七八九十]+)(?:个?(?<unit1>年|月|小时|天)半|个半(?<unit2>小时|月|钟头))`,
    read: ({ number = '', unit1, unit2 }) => {
      const unit = unit1 ?? (unit2 === '钟头' ? '小时' : (unit2 ?? ''));
      const value = Big(readChineseNumeral(number) ?? plain(number).toFixed()).plus('0.5');
      const known = PRINTED_UNITS.zh.get(unit === '月' ? '个月' : unit);
      return known && { kind: known.unit, value: value.times(known.factor).toFixed(), firm: true };
    },
  },
  {
    pattern: '半(?<unit>年|个月|小时|个小时|天)(?!报|刊)',
    read: ({ unit = '' }) => {
      const known = PRINTED_UNITS.zh.get(unit);
      return known && { kind: known.unit, value: Big(known.factor).div(2).toFixed(), firm: unit === '年' };
    },
  },
  {
    // Ⅲ类, II级
    pattern: '(?<roman>[Ⅰ-Ⅻ]+|(?<![A-Za-z])[IVX]{1,4}(?=[级类期型度区号]))',
    read: ({ roman = '' }) => {
      const value = romanValue(roman);
      return value === undefined ? undefined : { kind: 'number', value, firm: true, ordinal: true };
    },
  },
  {
    pattern: `百分之(?<percent>${NUMERAL}|${NUMBER})`,
    read: ({ percent = '' }) => {
      const value = /^\d/.test(percent) ? percent : readChineseNumeral(percent);
      return value === undefined ? undefined : { kind: 'percent', value: Big(value).toFixed(), firm: true };
    },
  },
  {
    pattern: `(?<over>${NUMERAL})分之(?<part>${NUMERAL}|${NUMBER})`,
    read: ({ over = '', part = '' }) => {
      // 万分之五, 十万分之九
      const many = /^[十百千]?[千万亿]$/.test(over) ? chineseMultiplier(over).toFixed() : readChineseNumeral(over);
      const [denominator, numerator] = [many, /^\d/.test(part) ? part : readChineseNumeral(part)];
      return denominator === undefined || numerator === undefined ? undefined : fractionReading(numerator, denominator);
    },
  },
  {
    // 七成, 七成五, 两成: a number of tenths. 一成不变 and 三成员 are none, and nothing is asked for in English.
    pattern:
      '(?<tenths>[1-9一二两三四五六七八九])成(?:(?<half>半)|(?<ones>[一二三四五六七八九])(?![年月日天个名次成条项]))?(?![不为了立员果本功品熟长套组])',
    read: ({ tenths = '', half, ones }, { after, before }) => {
      const value = Big(readChineseNumeral(tenths) ?? tenths)
        .times(10)
        .plus(half === undefined ? (readChineseNumeral(ones ?? '') ?? 0) : 5);
      const firm =
        ones !== undefined ||
        /(?:约|近|超过?|达到?|占|为|不足|减少|增加|提高|下降|降低|不到|偏[多少高低])$/.test(before) ||
        /^(?:以上|以下|左右)/.test(after);
      return { kind: 'percent', value: value.toFixed(), firm };
    },
  },
  {
    // 八折, 七五折: what is paid of ten; English says what is taken off.
    pattern:
      '(?:(?<tenths>[1-9一二三四五六七八九])(?<ones>[1-9一二三四五六七八九])?|(?<decimal>\\d\\.\\d))折(?![合算叠线扣旧弯子射])',
    read: ({ tenths = '', ones, decimal }) => {
      const paid =
        decimal === undefined
          ? Big(readChineseNumeral(tenths) ?? tenths)
              .times(10)
              .plus(readChineseNumeral(ones ?? '') ?? ones ?? 0)
          : Big(decimal).times(10);
      return discountReading(Big(100).minus(paid));
    },
  },
  {
    pattern: `(?<part>\\d{1,3})/(?<over>\\d{1,3})(?![\\d/.])(?<unit>${UNIT})?`,
    read: ({ part = '', over = '', unit }) =>
      fractionReading(part, over, unit === undefined ? undefined : PRINTED_UNITS.zh.get(unit.toLowerCase())),
  },
  {
    // 用电1.2亿度
    pattern: `(?<number>${NUMBER})\\s*(?:余|多)?(?<scale>[十百千]?[万亿])(?:余|多)?度(?![假日])`,
    read: ({ number = '', scale = '' }) => ({
      kind: 'kilowatt-hour',
      value: plain(number).times(chineseMultiplier(scale)).toFixed(),
      firm: true,
    }),
  },
  {
    // 1亿2000万元: parts of falling scale written one after another.
    pattern: `(?<many>${NUMBER})亿(?<few>${NUMBER})万(?<unit>${UNIT})?`,
    read: ({ many = '', few = '', unit }, { after, before }) =>
      measured(plain(many).times('1e8').plus(plain(few).times('1e4')), unit, true, after, before),
  },
  {
    // 10~20万亩: scale and unit of the second number are those of the first, unless it has its own.
    pattern: `(?<number>${NUMBER})(?=${RANGE}(?:${NUMBER})(?:余|多|几)?(?<scale>${SCALE})?(?:余|多)?(?<unit>${UNIT})?)`,
    read: ({ number = '', scale = '', unit }, { after, before }) =>
      measured(plain(number).times(chineseMultiplier(scale)), unit, true, after, before),
  },
  {
    pattern: `(?<number>${NUMBER})\\s*(?:余|多|几)?(?<scale>${SCALE})?(?:余|多)?\\s*(?<unit>${UNIT})?`,
    read: ({ number = '', scale = '', unit }, { after, before }) =>
      measured(plain(number).times(chineseMultiplier(scale)), unit, true, after, before),
  },
];

/** What begins a form, where no digit does. */
export const CHINESE_SIGNS = `${TIME_SIGNS}|${OFTEN.replace(/\?<\w+>/g, '?:')}|半(?=个世纪)|每(?=${UNIT})|[百千万]?${UNIT}(?=均)|百分之|翻了?[一两二三]?番|一半|半数|(?<=过)半|半(?=年|个月|小时|个小时|天)|[Ⅰ-Ⅻ]|(?<![A-Za-z])[IVX]{1,4}(?=[级类期型度区号])|${STANDARD}|${DESIGNATION}`;
