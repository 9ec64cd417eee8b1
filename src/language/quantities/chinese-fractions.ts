import Big from 'big.js';
import { chineseMultiplier, readChineseNumeral } from '../../model/chinese-numeral.ts';
import { PRINTED_UNITS } from '../../model/units.ts';
import { NUMBER, NUMERAL, UNIT } from './chinese-numbers.ts';
import type { Form } from './forms.ts';
import { discountReading, fractionReading } from './quantity.ts';

/** The forms of parts of something in Chinese: fractions, percentages in words, tenths and discounts. */
export const CHINESE_FRACTIONS: readonly Form[] = [
  {
    pattern: '(?:一半|半数|(?<=过)半)(?!成品|径)',
    read: () => fractionReading('1', '2'),
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
];

/** What begins such a form, where no digit or numeral does. */
export const FRACTION_SIGNS = '百分之|一半|半数|(?<=过)半';
