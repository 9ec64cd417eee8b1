import Big from 'big.js';
import { chineseMultiplier, readChineseNumeral } from '../../model/chinese-numeral.ts';
import { PRINTED_UNITS } from '../../model/units.ts';
import { HAN_DIGITS } from './chinese-times.ts';
import { bareSpan, isYearNumber, type Meaning, type Reading } from './quantity.ts';

/** A number in figures. */
export const NUMBER = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?!\\d)|\\d+(?:\\.\\d+)?';
/** What a number in figures is of, in tens of thousands or more. */
export const SCALE = '(?:[十百千]?万亿|[十百千]?[万亿]|[百千](?![瓦伏克米卡帕]))';
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
/** A unit as printed. */
export const UNIT = `(?:${longestFirst(PRINTED_UNITS.zh.keys())})(?!${NOT_UNIT})`;
/** Measure words of things: what they count is no measure. */
const COUNTER = `(?:${longestFirst('个 座 眼 项 条 名 家 人次 人 户 处 部 批 件 台 辆 所 村 宗 份 片 口 套 栋 幢 株 棵 头 只 间 组 种 支 张 块 封 篇 艘 架 盏 根 道 层 位 场 例'.split(' '))})`;
/** A unit at the beginning of what stands after a number. */
export const LEADING_UNIT = new RegExp(`^\\s*(?<unit>${UNIT})`, 'iu');
const LEADING_COUNTER = new RegExp(`^${COUNTER}`, 'u');

/** A value in a unit as printed; a bare number without one. Four digits before 年 are a year. */
export function measured(value: Big, unit: string | undefined, firm: boolean, after: string, before: string): Reading {
  const ordinal =
    before.endsWith('第') ||
    // 九届三次会议; 召开一次会议 says how often.
    (/^(?:.*届)?$/.test(before) && /^次(?:会议|全会|全体会议)/.test(after)) ||
    (before.endsWith('前') === false && /^(?:[号届]|等[奖功]|级(?!别)|期(?:工程|项目|建设|改造))/.test(after))
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
  if (unit === '年' && isYearNumber(value.toFixed()))
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

/** The value of figures. */
export const plain = (digits: string) => Big(digits.replaceAll(',', ''));

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
    /(?:[上近逾超约破]|超过|接近|达到|突破|不足|不到)$/.test(before) ||
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
    (Big(value).gte(3) &&
      (COUNTED.test(after.replace(/^[余多]/, '')) || (isNth && Big(value).gte(4)) || Big(value).gte(21))) ||
    unit === '倍';
  return measured(Big(value), unit, firm, after, before);
}
