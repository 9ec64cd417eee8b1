import Big from 'big.js';
import { chineseMultiplier, readChineseNumeral } from '../../model/chinese-numeral.ts';
import { PRINTED_UNITS } from '../../model/units.ts';
import { COMMON_FORMS, documentReading, type Form, phoneReading } from './forms.ts';
import {
  bareSpan,
  clockReading,
  dateReading,
  fractionReading,
  type Meaning,
  perReading,
  type Reading,
  romanValue,
  STANDARD,
} from './quantity.ts';

const NUMBER = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?!\\d)|\\d+(?:\\.\\d+)?';
const SCALE = '(?:[十百千]?万亿|[十百千]?[万亿]|[百千])';
const HAN_DIGITS = '〇零一二两三四五六七八九';
/** A number in Chinese characters. */
export const NUMERAL = `(?!零下)[${HAN_DIGITS}十百千万亿]+(?:点[${HAN_DIGITS}]+)?`;

const longestFirst = (words: Iterable<string>) =>
  [...words]
    .sort((one, other) => other.length - one.length)
    .map(RegExp.escape)
    .join('|');

/** What may stand after a unit that is part of another word: 周一 is a weekday, 日报 no day, 年级 no year. */
const NOT_UNIT =
  '(?<=日)(?=[报期程])|(?<=周)(?=[一二三四五六日天末边报围岁])|(?<=星期)(?=[一二三四五六日天])|(?<=年)(?=[级代度])|(?<=米)(?=[粉面])|(?<=天)(?=[然津])';
const UNIT = `(?:${longestFirst(PRINTED_UNITS.zh.keys())})(?!${NOT_UNIT})`;
/** Measure words of things: what they count is no measure. */
const COUNTER = `(?:${longestFirst('个 座 眼 项 条 名 家 人次 人 户 处 部 批 件 台 辆 所 村 宗 份 片 口 套 栋 幢 株 棵 头 只 间 组 种 支 张 块 封 篇 艘 架 盏 根 道 层 位 场 例'.split(' '))})`;
/** A unit at the beginning of what stands after a number. */
export const LEADING_UNIT = new RegExp(`^\\s*(?<unit>${UNIT})`, 'iu');
const LEADING_COUNTER = new RegExp(`^${COUNTER}`, 'u');
const RANGE = '\\s*(?:[~～—–-]+|至|到)\\s*';

/** A value in a unit as printed; a bare number without one. Four digits before 年 are a year. */
function measured(value: Big, unit: string | undefined, firm: boolean, after: string, before: string): Reading {
  const ordinal =
    before.endsWith('第') || (before.endsWith('前') === false && /^[号届]/.test(after))
      ? ({ ordinal: true } as const)
      : {};
  const known = unit === undefined ? undefined : PRINTED_UNITS.zh.get(unit.toLowerCase());
  // An age: English says the number, or so many years.
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

/** The reading of a number in Chinese characters with the unit after it; `undefined` where it is no numeral. */
export function numeral(text: string, before: string, after: string): Reading | undefined {
  const value = readChineseNumeral(text);
  if (value === undefined) return undefined;
  const unit = LEADING_UNIT.exec(after)?.groups?.['unit'];
  const isNth = before.endsWith('第');
  const firm =
    (Big(value).gte(3) && (COUNTED.test(after) || (isNth && Big(value).gte(4)) || Big(value).gte(21))) || unit === '倍';
  return measured(Big(value), unit, firm, after, before);
}

const WEEKDAYS = '一二三四五六日';
const FOLDS: Readonly<Record<string, string>> = { '': '2', 一: '2', 两: '4', 二: '4', 三: '8' };
const HALF_OF_DAY: Readonly<Record<string, 'am' | 'pm'>> = {
  上午: 'am',
  早上: 'am',
  凌晨: 'am',
  下午: 'pm',
  晚上: 'pm',
  傍晚: 'pm',
};
const DAY_PART = Object.keys(HALF_OF_DAY).join('|');

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
  {
    pattern: '(?<year>(?:19|20)\\d{2})年(?:\\s*(?<month>\\d{1,2})月(?:\\s*(?<day>\\d{1,2})日)?)?',
    read: ({ year, month, day }) => dateReading(year, month, day),
  },
  { pattern: '(?<month>\\d{1,2})月(?<day>\\d{1,2})日', read: ({ month, day }) => dateReading(undefined, month, day) },
  {
    pattern: `(?<month>\\d{1,2})(?=月|${RANGE}\\d{1,2}月)`,
    read: ({ month }) => dateReading(undefined, month, undefined),
  },
  {
    pattern: `(?<year>[${HAN_DIGITS}]{4})年(?:(?<month>[一二三四五六七八九十]{1,2})月(?:(?<day>[一二三四五六七八九十]{1,3})日)?)?`,
    read: ({ year, month, day }) =>
      dateReading(year && readChineseNumeral(year), month && readChineseNumeral(month), day && readChineseNumeral(day)),
  },
  {
    pattern: `每(?<unit>${UNIT})`,
    read: ({ unit = '' }) => perReading(PRINTED_UNITS.zh.get(unit.toLowerCase())),
  },
  {
    // 20世纪90年代, 上世纪九十年代
    pattern: `(?:(?<century>\\d{2}|[一二十九]{2,3})|上)世纪(?<ten>\\d)0年代|(?:(?<century2>\\d{2}|[一二十九]{2,3})|上)世纪(?<ten2>[一二三四五六七八九])十年代`,
    read: ({ century, century2, ten, ten2 }) => {
      const number = century ?? century2 ?? '20';
      const value =
        (Number(readChineseNumeral(number) ?? number) - 1) * 100 +
        Number(ten ?? readChineseNumeral(ten2 ?? '') ?? 0) * 10;
      return {
        kind: 'number',
        value: String(value),
        firm: true,
        ordinal: true,
        also: [{ kind: 'number', value: String(value % 100) }],
      };
    },
  },
  {
    pattern: '(?<which>[上下])半年',
    read: ({ which }) => ({ kind: 'half-year', value: which === '上' ? '1' : '2', firm: true }),
  },
  {
    pattern: '(?:第)?(?<quarter>[一二两三四1-4])季度',
    read: ({ quarter = '' }, { before }) => {
      const value = readChineseNumeral(quarter) ?? quarter;
      return { kind: 'quarter', value: before.endsWith('前') && value !== '1' ? `1-${value}` : value, firm: true };
    },
  },
  {
    // 每周一次 is once a week; 周天 is as often a person's name, and no official letter's Sunday.
    pattern: `(?:(?:星期|礼拜)(?=[${WEEKDAYS}天])|(?<![${HAN_DIGITS}几\\d])周(?=[${WEEKDAYS}]))(?<weekday>[${WEEKDAYS}天])(?![次个回趟封篇件场期年天小])`,
    read: ({ weekday = '' }) => ({
      kind: 'weekday',
      value: String(((WEEKDAYS.indexOf(weekday) + 7) % 7) + 1),
      firm: true,
    }),
  },
  {
    pattern: `(?:(?<half>${DAY_PART})\\s*)?(?<hour>\\d{1,2})(?:[:：](?<minute>\\d{2})(?!\\d)|时(?:(?<minutes>\\d{1,2})分|(?<half2>半))?(?!代|间|期|段|候|点))`,
    read: ({ half, hour = '', minute, minutes, half2 }) =>
      clockReading(hour, minute ?? minutes ?? (half2 && '30'), half === undefined ? half : HALF_OF_DAY[half]),
  },
  {
    pattern: `(?<half>${DAY_PART})\\s*(?<hour>\\d{1,2}|[一二三四五六七八九十]{1,2})点(?:(?<minutes>\\d{1,2})分?|(?<half2>半)|整)?`,
    read: ({ half = '', hour = '', minutes, half2 }) =>
      clockReading(readChineseNumeral(hour) ?? hour, minutes ?? (half2 && '30'), HALF_OF_DAY[half]),
  },
  {
    // 下午2点到5点
    pattern: '(?<hour>\\d{1,2})点(?:(?<minutes>\\d{1,2})分|(?<half2>半)|整)?',
    read: ({ hour = '', minutes, half2 }, { before }) =>
      /点[半整]?\s*(?:到|至|[-—~～])\s*$/.test(before)
        ? clockReading(hour, minutes ?? (half2 && '30'), undefined)
        : undefined,
  },
  {
    pattern: '(?<half>上午|下午)',
    read: ({ half = '' }) => ({ kind: 'half-day', value: HALF_OF_DAY[half] ?? 'am', firm: true }),
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
    // 一年半, 2年半
    pattern: `(?<number>${NUMBER}|[一两二三四五六七八九十]+)(?:个)?(?<unit>年|月|小时|天)半`,
    read: ({ number = '', unit = '' }) => {
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
    pattern: `(?<over>${NUMERAL})分之(?<part>${NUMERAL})`,
    read: ({ over = '', part = '' }) => {
      const [denominator, numerator] = [readChineseNumeral(over), readChineseNumeral(part)];
      return denominator === undefined || numerator === undefined ? undefined : fractionReading(numerator, denominator);
    },
  },
  {
    // 七成: so many tenths. 一成不变 and 三成员 are none, and nothing is asked for in English.
    pattern: '(?<tenths>[1-9一二三四五六七八九])成(?<half>半)?(?![不为了立员果本功品熟长套组])',
    read: ({ tenths = '', half }, { after, before }) => {
      const value = Big(readChineseNumeral(tenths) ?? tenths).times(10);
      const firm =
        /(?:约|近|超过?|达到?|占|为|不足|减少|增加|提高|下降|降低|不到)$/.test(before) ||
        /^(?:以上|以下|左右)/.test(after);
      return { kind: 'percent', value: (half === undefined ? value : value.plus(5)).toFixed(), firm };
    },
  },
  {
    pattern: `(?<part>\\d{1,3})/(?<over>\\d{1,3})(?![\\d/.])(?<unit>${UNIT})?`,
    read: ({ part = '', over = '', unit }) =>
      fractionReading(part, over, unit === undefined ? undefined : PRINTED_UNITS.zh.get(unit.toLowerCase())),
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
export const CHINESE_SIGNS = `每(?=${UNIT})|百分之|翻了?[一两二三]?番|[上下]半年|一半|半数|(?<=过)半|半(?=年|个月|小时|个小时|天)|上世纪|星期|礼拜|周(?=[${WEEKDAYS}])|${DAY_PART}|[Ⅰ-Ⅻ]|(?<![A-Za-z])[IVX]{1,4}(?=[级类期型度区号])|${STANDARD}|第[一二三四1-4]季度`;
