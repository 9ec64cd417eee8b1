import { readChineseNumeral } from '../../model/chinese-numeral.ts';
import type { Form } from './forms.ts';
import { clockReading, dateReading, feastReading, lunarReading, partReading } from './quantity.ts';

export const HAN_DIGITS = '〇零一二两三四五六七八九';
export const RANGE = '\\s*(?:[~～—–-]+|至|到)\\s*';

const WEEKDAYS = '一二三四五六日';
/** Halves of the day; at night the first hours are of the next day. */
const PARTS_OF_DAY: Readonly<Record<string, 'am' | 'pm' | 'night' | 'next day'>> = {
  上午: 'am',
  早上: 'am',
  早晨: 'am',
  清晨: 'am',
  凌晨: 'am',
  中午: 'pm',
  下午: 'pm',
  傍晚: 'pm',
  晚上: 'night',
  晚间: 'night',
  夜间: 'night',
  夜里: 'night',
  深夜: 'night',
  早: 'am',
  晚: 'night',
  次日: 'next day',
  翌日: 'next day',
};
const DAY_PART = Object.keys(PARTS_OF_DAY)
  .map((word) =>
    /^(?:早|晚|次日|翌日)$/.test(word)
      ? `(?<![最更提太])${word}(?=\\s*(?:\\d|[一二三四五六七八九十]{1,3}[时点]))`
      : word,
  )
  .join('|');

/** Which half of the day words and an hour name. */
function halfOfDay(word: string | undefined, hour: string): 'am' | 'pm' | undefined {
  const part = word === undefined ? undefined : PARTS_OF_DAY[word];
  if (part === 'next day') return Number(hour) < 12 ? 'am' : undefined;
  return part === 'night' ? (Number(hour) < 5 || hour === '12' ? 'am' : 'pm') : part;
}

/** Feast days. English gives the day, or the name. */
const FEASTS: Readonly<Record<string, string>> = {
  五一: '05-01',
  十一: '10-01',
  七一: '07-01',
  八一: '08-01',
  六一: '06-01',
  三八: '03-08',
  五四: '05-04',
  元旦: '01-01',
  国庆: '10-01',
  春节: 'lunar 01-01',
  元宵: 'lunar 01-15',
  端午: 'lunar 05-05',
  中秋: 'lunar 08-15',
  重阳: 'lunar 09-09',
  腊八: 'lunar 12-08',
};
const FEAST = `(?:${Object.keys(FEASTS).join('|')})(?=[”"]|前|后|期间|假期|长假|小长假|节)|春节`;
/** A day of the lunar calendar: 农历八月十五, 正月初八, 腊月二十三. */
const LUNAR =
  '(?:农历|阴历|古历)?(?:(?<=农历|阴历|古历)[一二三四五六七八九十]{1,2}|正|腊|冬)月(?:初[一二三四五六七八九十]|[廿二]?十[一二三四五六七八九]?|廿[一二三四五六七八九]|三十)';
const LUNAR_MONTHS: Readonly<Record<string, string>> = { 正: '1', 冬: '11', 腊: '12' };

const PARTS: Readonly<Record<string, 1 | 2 | 3>> = { 上: 1, 初: 1, 中: 2, 下: 3, 底: 3, 末: 3 };

/** The forms of days, parts of years and times of day in Chinese. */
export const CHINESE_TIMES: readonly Form[] = [
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
    // 3月上旬, 月底, 年初
    pattern: '(?<part>[上中下])旬|(?<=月|季度)(?<of>[初底末])|(?<=年|五”|五”时期|五”期间)(?<of2>[初底末])(?![级中次])',
    read: ({ part, of, of2 }) => partReading(PARTS[part ?? of ?? of2 ?? '上'] ?? 1),
  },
  {
    // “十四五”规划, 十四五期间
    pattern: '十(?<five>[一二三四五六七八九])五(?=[”"]|规划|时期|期间|以来|末|初)',
    read: ({ five = '' }) => ({
      kind: 'number',
      value: String(10 + Number(readChineseNumeral(five))),
      firm: false,
      ordinal: true,
    }),
  },
  {
    // 今年以来, 上年同期
    pattern: '(?:(?<last>去年|上年(?!度))|(?<own>今年|本年度?|当年(?!的?[村农]))|(?<next>明年|次年|下一?年度?))',
    read: ({ last, next }) => ({
      kind: 'near-year',
      value: last === undefined ? (next === undefined ? '0' : '1') : '-1',
      firm: false,
    }),
  },
  {
    // “五一”前, 国庆假期, 中秋节
    pattern: `(?<day>${FEAST})`,
    read: ({ day = '' }) => feastReading(FEASTS[day] ?? ''),
  },
  {
    pattern: `(?<lunar>${LUNAR})`,
    read: ({ lunar = '' }) => {
      const [month = '', day = ''] = lunar.replace(/^.历/, '').split('月');
      return lunarReading(
        LUNAR_MONTHS[month] ?? readChineseNumeral(month),
        readChineseNumeral(day.replace('初', '').replace('廿', '二十').replace('十十', '十')),
      );
    },
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
    // 上月, 下个季度, 本周
    pattern:
      '(?:(?<last>上)|(?<own>本)|(?<next>下))个?(?:(?<month>月(?![旬半]))|(?<quarter>季度)|(?<week>(?<!个)周(?![一二三四五六日末边])))',
    read: ({ last, next, month, quarter }) => ({
      kind: 'near-year',
      value: `${month === undefined ? (quarter === undefined ? 'week' : 'quarter') : 'month'} ${last === undefined ? (next === undefined ? '0' : '1') : '-1'}`,
      firm: false,
    }),
  },
  {
    pattern: '(?<which>[上下])半月(?![板刊])',
    read: ({ which }) => ({ kind: 'part', value: which === '上' ? 'first half' : 'second half', firm: false }),
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
    // 每周二、四
    pattern: `(?<=(?:周|星期)[${WEEKDAYS}](?:、[${WEEKDAYS}])?[、和])(?<weekday>[${WEEKDAYS}])(?=[、，。；上下晚早中全开休两为]|$)`,
    read: ({ weekday = '' }) => ({ kind: 'weekday', value: String(WEEKDAYS.indexOf(weekday) + 1), firm: true }),
  },
  {
    pattern: `(?:(?<half>${DAY_PART})\\s*)?(?<hour>\\d{1,2})(?:[:：](?<minute>\\d{2})(?!\\d|\\.\\d)|时(?:(?<minutes>\\d{1,2})分|(?<half2>半))?(?!代|间|期|段|候|点))`,
    read: ({ half, hour = '', minute, minutes, half2 }) =>
      clockReading(hour, minute ?? minutes ?? (half2 && '30'), halfOfDay(half, hour)),
  },
  {
    pattern: `(?<half>${DAY_PART})\\s*(?<hour>\\d{1,2}|[一二三四五六七八九十]{1,2})点(?:(?<minutes>\\d{1,2})分?|(?<half2>半)|整)?`,
    read: ({ half = '', hour = '', minutes, half2 }) =>
      clockReading(
        readChineseNumeral(hour) ?? hour,
        minutes ?? (half2 && '30'),
        halfOfDay(half, readChineseNumeral(hour) ?? hour),
      ),
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
    // 零时起, 零点三十分
    pattern: '零[时点](?:(?<minutes>\\d{1,2})分|(?<half>半))?(?![〇零一二三四五六七八九差排碳])',
    read: ({ minutes, half }) => clockReading('0', minutes ?? (half && '30'), 'am'),
  },
  {
    pattern: '(?<half>上午|下午)',
    read: ({ half = '' }) => ({ kind: 'half-day', value: half === '下午' ? 'pm' : 'am', firm: true }),
  },
];

/** What begins such a form, where no digit does. */
export const TIME_SIGNS = `[上下]半年|去年|上年(?!度)|今年|本年|当年(?!的?[村农])|明年|次年|下一?年|[上本下]个?(?:月|季度)(?![旬半])|[上本下]周(?![一二三四五六日末边])|零[时点](?![〇零一二三四五六七八九差排碳])|上世纪|星期|礼拜|周(?=[${WEEKDAYS}])|${DAY_PART}|第[一二三四1-4]季度|[上中下]旬|(?<=[月年]|季度|五”|五”时期|五”期间)[初底末]|${FEAST}|(?:农历|阴历|古历)(?=[一二三四五六七八九十]{1,2}月)|[正腊冬]月(?=[初廿十二三])|[上下]半月`;
