import Big from 'big.js';
import { chineseMultiplier, readChineseNumeral } from '../../model/chinese-numeral.ts';
import { PRINTED_UNITS } from '../../model/units.ts';
import { CHINESE_FRACTIONS, FRACTION_SIGNS } from './chinese-fractions.ts';
import { measured, NUMBER, plain, SCALE, UNIT } from './chinese-numbers.ts';
import { CHINESE_RATES, RATE_SIGNS } from './chinese-rates.ts';
import { CHINESE_TIMES, RANGE, TIME_SIGNS } from './chinese-times.ts';
import { COMMON_FORMS, DESIGNATION, documentReading, type Form, phoneReading } from './forms.ts';
import { type Meaning, romanValue, STANDARD } from './quantity.ts';

const FOLDS: Readonly<Record<string, string>> = { '': '2', 一: '2', 两: '4', 二: '4', 三: '8' };

/** What letters number as Roman numerals: III标段. */
const ROMAN_OF = '[级类期型度区号组档]|标?段|阶段';

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
  ...CHINESE_RATES,
  {
    // 翻一番 doubles, 翻两番 is four times as much.
    pattern: '翻了?(?<fold>[一两二三]?)番',
    read: ({ fold = '' }) => ({ kind: 'times', value: FOLDS[fold] ?? '2', firm: true }),
  },
  {
    // 数十个, 几百万元: of which only the size is told.
    pattern: '[数几](?<size>[十百千]?[万亿]|[十百千])(?![年岁分里])',
    read: ({ size = '' }) => {
      const value = chineseMultiplier(size).toFixed();
      return { kind: 'size', value, firm: false, also: [{ kind: 'number', value }] };
    },
  },
  ...CHINESE_FRACTIONS,
  {
    // 四亩三分, 三分地: tenths of a mu
    pattern:
      '(?:(?<mu>\\d{1,4}|[一二三四五六七八九十]{1,3})亩)?(?<tenths>[1-9一二三四五六七八九])分(?=(?<land>(?:耕|宅基|菜|自留|承包)?[地田])|[^钟之])',
    read: ({ mu, tenths = '', land }) => {
      if (mu === undefined && land === undefined) return undefined;
      const whole = Big(mu === undefined ? 0 : (readChineseNumeral(mu) ?? mu));
      return { kind: 'mu', value: whole.plus(Big(readChineseNumeral(tenths) ?? tenths).div(10)).toFixed(), firm: true };
    },
  },
  {
    // 三四十户, 七八百人: thirty to forty
    pattern:
      '(?<![一二三四五六七八九十百千万\\d])(?<few>[一二三四五六七八])(?<more>[二三四五六七八九])(?<size>[十百千]?万|[十百千])(?![一二三四五六七八九])',
    read: ({ few = '', more = '', size = '' }) => {
      const [one, other] = [few, more].map((digit) => chineseMultiplier(size).times(readChineseNumeral(digit) ?? 0));
      if (one === undefined || other === undefined || readChineseNumeral(few) === readChineseNumeral(more))
        return undefined;
      const isNext = Number(readChineseNumeral(more)) === Number(readChineseNumeral(few)) + 1;
      return isNext
        ? { kind: 'number', value: one.toFixed(), firm: true, also: [{ kind: 'number', value: other.toFixed() }] }
        : undefined;
    },
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
    // 每两月, 每3月
    pattern: '(?<=每)(?<number>[两三四六]|[2346])月(?!份)',
    read: ({ number = '' }) => ({ kind: 'months', value: readChineseNumeral(number) ?? number, firm: true }),
  },
  {
    pattern: '半(?<unit>年|个?月|小时|个小时|天)(?![报刊板])',
    read: ({ unit = '' }, { before }) => {
      const known = PRINTED_UNITS.zh.get(unit === '月' ? '个月' : unit);
      // 每半月一次: as often as English says twice a month, or every fortnight.
      const isOften = before.endsWith('每');
      const often: Meaning[] = isOften ? [{ kind: 'every', value: `half-${unit === '年' ? 'year' : 'month'}` }] : [];
      const days: Meaning[] = unit.endsWith('月') ? ['14', '15'].map((value) => ({ kind: 'days', value })) : [];
      return (
        known && {
          kind: known.unit,
          value: Big(known.factor).div(2).toFixed(),
          firm: unit === '年' || (isOften && unit.endsWith('月')),
          also: [...often, ...days],
        }
      );
    },
  },
  {
    // Ⅲ类, II级
    pattern: `(?<roman>[Ⅰ-Ⅻ]+|(?<![A-Za-z])[IVX]{1,4}(?=${ROMAN_OF}))`,
    read: ({ roman = '' }) => {
      const value = romanValue(roman);
      return value === undefined ? undefined : { kind: 'number', value, firm: true, ordinal: true };
    },
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
export const CHINESE_SIGNS = `${TIME_SIGNS}|${RATE_SIGNS}|${FRACTION_SIGNS}|[数几](?=[十百千万亿])|半(?=个世纪)|翻了?[一两二三]?番|半(?=年|个?月|小时|个小时|天)|[Ⅰ-Ⅻ]|(?<![A-Za-z])[IVX]{1,4}(?=${ROMAN_OF})|${STANDARD}|${DESIGNATION}`;
