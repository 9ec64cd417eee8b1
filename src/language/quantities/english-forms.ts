import Big from 'big.js';
import { englishUnit, PRINTED_UNITS, type Unit } from '../../model/units.ts';
import { ENGLISH_NUMERAL, englishMultiplier, readEnglishNumeral } from './english-numeral.ts';
import { COMMON_FORMS, DESIGNATION, documentReading, type Form, phoneReading } from './forms.ts';
import {
  bareSpan,
  clockReading,
  dateReading,
  discountReading,
  fractionReading,
  type Meaning,
  partReading,
  perReading,
  type QuantityKind,
  type Reading,
  romanValue,
  SPANS,
  STANDARD,
} from './quantity.ts';

const NUMBER = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?![\\d])|\\d+(?:\\.\\d+)?';
const SCALE = 'hundred|thousand|million|billion|trillion';
const UNIT_WORDS = [...PRINTED_UNITS.en.keys()]
  .sort((one, other) => other.length - one.length)
  .map(
    (word) =>
      RegExp.escape(word).replaceAll('\\x20', '\\s+') +
      (/[a-z]$/.test(word) ? (word.length > 2 ? 's?\\b' : '\\b') : /\d$/.test(word) ? '\\b' : ''),
  )
  .join('|');
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
/** The name of a month, or three letters of it and a point. */
export const MONTH = MONTHS.map((month) => `${month}|${month.slice(0, 3)}\\.`).join('|');
const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const ORDINAL = '(?:st|nd|rd|th)';
/** A currency before its number. */
export const MONEY = '(?:RMB|CNY|USD|HKD|EUR|GBP|JPY|HK\\$|US\\$|[$€£¥￥])\\s*';
/** A minus that is no dash between words. */
export const SIGN = '(?<![\\p{L}\\d)\\]—–-])[-−]';
const DAY_PART = '(?<half>a\\.?m\\.?|p\\.?m\\.?|in the (?:morning|afternoon|evening)|at night)';

/** A currency by its code or sign before a number. A bare dollar is the American one. */
function currencyOf(money: string): QuantityKind {
  if (/^HK/i.test(money)) return 'hk-dollar';
  if (/^(?:US|\$)/i.test(money)) return 'us-dollar';
  if (/^(?:EU|€)/i.test(money)) return 'euro';
  if (/^(?:GBP|£)/i.test(money)) return 'pound';
  return /^JPY/i.test(money) ? 'yen' : 'yuan';
}

const plain = (digits: string) => Big(digits.replaceAll(',', ''));
const monthNumber = (name: string) => String(MONTHS.findIndex((month) => month.startsWith(name.slice(0, 3))) + 1);

/** A value in a unit of the table. “3 times” is a factor, or on three occasions. */
function inUnit(value: Big, unit: string | undefined): Reading {
  const known = unit === undefined ? undefined : englishUnit(unit);
  if (known === undefined) return { kind: 'number', value: value.toFixed(), firm: true };
  return { kind: known.unit, value: value.times(known.factor).toFixed(), firm: true, ...spanOf(known.unit, value) };
}

/** What else a number in a unit may be: a span without its word, and for times the growth too. */
function spanOf(unit: Unit, value: Big): Pick<Reading, 'also'> {
  const { also = [] } = bareSpan(unit, value);
  return unit === 'times'
    ? { also: [...also, { kind: 'fold', value: value.toFixed() }] }
    : also.length === 0
      ? {}
      : { also };
}

const measured = ({ number = '', scale, unit, money, nth }: Readonly<Record<string, string | undefined>>): Reading => {
  const value = plain(number).times(englishMultiplier(scale));
  if (money !== undefined) return { kind: currencyOf(money), value: value.toFixed(), firm: true };
  return { ...inUnit(value, unit), ...(nth === undefined ? {} : { ordinal: true }) };
};

/** Words after which a numeral may go untranslated: the first three of a list, 一 and 两, 半. */
const IDIOMATIC: ReadonlySet<string> = new Set(['zero', 'one', 'two', 'first', 'second', 'third']);

const PM = /^(?:p|in the (?:a|e)|at)/i;
const halfOf = (word: string | undefined) => (word === undefined ? undefined : PM.test(word) ? 'pm' : 'am');
const MULTIPLES: readonly (readonly [RegExp, string])[] = [
  [/^(?:doubl|twice|two)/i, '2'],
  [/^(?:tripl|trebl|three)/i, '3'],
  [/^(?:quadrupl|four)/i, '4'],
  [/^(?:quintupl|five)/i, '5'],
];
const MULTIPLE =
  '\\b(?:doubl(?:ed|es|ing)|twice|twofold|tripl(?:ed|es|ing)|trebl(?:ed|es|ing)|threefold|quadrupl(?:ed|es|ing)|fourfold|quintupled|fivefold|double(?=\\s+(?:the|that|its|their|what|in|by|from|within)\\b))\\b';

/** “Twofold” may mean the growth or the result; “doubled” means the result. */
const foldOf = (words: string, value: string): Meaning[] =>
  /fold|twice/i.test(words) ? [{ kind: 'fold', value }] : [];

/** The forms of quantities in English, each read where one may begin. */
export const ENGLISH_FORMS: readonly Form[] = [
  ...COMMON_FORMS,
  {
    pattern: '[\\[〔(（]\\s*(?<year>(?:19|20)\\d{2})\\s*[\\]〕)）]\\s*(?:No\\.?\\s*)?(?<serial>\\d{1,6})\\b',
    read: documentReading,
  },
  {
    pattern: '(?<phone>0\\d{2,3}-\\d{7,8}\\b)',
    read: phoneReading,
  },
  {
    // early March, mid-2025, the end of June, year-end
    pattern: `\\b(?:(?<early>early|(?:the )?(?:first|beginning|start)(?: ten days)? of)|(?<middle>mid|(?:the )?middle(?: ten days)? of)|(?<late>late|(?:the )?(?:last ten days|end) of|end))[\\s-]+(?=(?:${MONTH})(?![a-z])|(?:19|20)\\d\\d\\b|(?:the |this |next )?(?:month|year)\\b)`,
    read: ({ early, middle }) => partReading(early !== undefined ? 1 : middle !== undefined ? 2 : 3),
  },
  { pattern: '\\byear-end\\b', read: () => partReading(3) },
  {
    pattern: `(?<day>\\d{1,2})${ORDINAL}?\\s+(?:of\\s+)?(?<month>${MONTH})(?:,?\\s+(?<year>(?:19|20)\\d{2})\\b)?`,
    read: ({ year, month = '', day }) => dateReading(year, monthNumber(month), day),
  },
  {
    pattern: `(?<month>${MONTH})\\s+(?<day>\\d{1,2})${ORDINAL}?(?!\\d|[,.]\\d)(?:,?\\s+(?<year>(?:19|20)\\d{2})\\b)?`,
    read: ({ year, month = '', day }) => dateReading(year, monthNumber(month), day),
  },
  {
    pattern: `(?<month>${MONTH}),?\\s+(?<year>(?:19|20)\\d{2})\\b`,
    read: ({ year, month = '' }) => dateReading(year, monthNumber(month), undefined),
  },
  {
    pattern: `(?<month>${MONTH})(?=\\s*(?:to|until|through|and|[–—-])\\s*(?:${MONTH})\\b)`,
    read: ({ month = '' }) => dateReading(undefined, monthNumber(month), undefined),
  },
  {
    pattern: `(?<month>${MONTH})(?![a-z])`,
    // “May” and “March” are words too: as months they follow a preposition.
    read: ({ month = '' }, { before }) =>
      !/^(?:May|March|Mar\.)$/.test(month) ||
      /\b(?:in|by|since|from|to|of|until|till|through|between|and|early|late|mid|end)[\s-]+$/i.test(before)
        ? dateReading(undefined, monthNumber(month), undefined)
        : undefined,
  },
  {
    pattern: `(?<weekday>${WEEKDAYS.join('|')})s?\\b`,
    read: ({ weekday = '' }) => ({
      kind: 'weekday',
      value: String(WEEKDAYS.findIndex((day) => day.toLowerCase() === weekday.toLowerCase()) + 1),
      firm: true,
    }),
  },
  {
    pattern: '(?<which>first|second)[\\s-]+half(?=\\s+of\\b|\\s+(?:19|20)\\d\\d|[.,;)]|$|\\s+year)',
    read: ({ which = '' }) => ({ kind: 'half-year', value: /first/i.test(which) ? '1' : '2', firm: true }),
  },
  {
    pattern: '(?:first)\\s+(?<number>two|three)\\s+quarters\\b',
    read: ({ number = '' }) => ({ kind: 'quarter', value: `1-${readEnglishNumeral(number)}`, firm: true }),
  },
  {
    pattern:
      '(?:(?<nth>first|second|third|fourth|1st|2nd|3rd|4th)[\\s-]+quarters?\\b(?!\\s+of\\s+an?\\b)|Q(?<number>[1-4])\\b)',
    read: ({ nth = '', number }) => ({
      kind: 'quarter',
      value: number ?? (/^\d/.test(nth) ? nth.slice(0, 1) : (readEnglishNumeral(nth) ?? '1')),
      firm: true,
    }),
  },
  {
    pattern: 'H(?<half>[12])\\b',
    read: ({ half = '1' }) => ({ kind: 'half-year', value: half, firm: true }),
  },
  {
    pattern: `(?<hour>\\d{1,2}):(?<minute>\\d{2})(?!\\d)(?:\\s*${DAY_PART}(?![\\p{L}]))?`,
    read: ({ hour = '', minute, half }) => clockReading(hour, minute, halfOf(half)),
  },
  {
    pattern: `(?<hour>\\d{1,2})(?:\\s+o’clock)?\\s*${DAY_PART}(?![\\p{L}])`,
    read: ({ hour = '', half }) => clockReading(hour, undefined, halfOf(half)),
  },
  {
    pattern: '\\b(?<half>morning|afternoon)s?\\b',
    read: ({ half = '' }) => ({ kind: 'half-day', value: /^m/i.test(half) ? 'am' : 'pm', firm: false }),
  },
  {
    pattern: MULTIPLE,
    read: (_groups, { match }) => {
      const value = MULTIPLES.find(([words]) => words.test(match))?.[1] ?? '2';
      return {
        kind: 'times',
        value,
        firm: !/^(?:twice|double$)/i.test(match),
        also: [{ kind: 'number', value }, ...foldOf(match, value)],
      };
    },
  },
  {
    pattern: `\\b(?:per|each|every|an?)\\s+(?<unit>${UNIT_WORDS})`,
    read: ({ unit = '' }) => perReading(englishUnit(unit)),
  },
  {
    // a hundred volunteers, hundreds of lamps
    pattern:
      '\\b(?:an? (?<one>hundred|thousand|million|billion)|(?<tens>tens of )?(?<many>hundred|thousand|million|billion)s of)\\b',
    read: ({ one, many, tens }) => ({
      kind: 'number',
      value: englishMultiplier(one ?? many)
        .times(tens === undefined ? 1 : 10)
        .toFixed(),
      firm: false,
    }),
  },
  {
    // 20% off, a 20% discount, a discount of 20 per cent
    pattern: `(?<number>${NUMBER})\\s*(?:%|per\\s?cent)(?=\\s+(?:off|discount)\\b)`,
    read: ({ number = '' }) => discountReading(plain(number)),
  },
  { pattern: '\\bonce\\b', read: () => ({ kind: 'number', value: '1', firm: false }) },
  {
    // two and a half years, a year and a half
    pattern: `(?<number>one|two|three|four|five|six|seven|eight|nine|ten|\\d+) and a half (?<unit>${UNIT_WORDS})|an? (?<unit2>year|month|day|hour) and a half\\b`,
    read: ({ number, unit, unit2 }) =>
      inUnit(Big(number === undefined ? 1 : (readEnglishNumeral(number) ?? number)).plus('0.5'), unit ?? unit2),
  },
  {
    pattern: '\\bhalf[\\s-](?:an?[\\s-])?(?<unit>year|month|day|hour)s?\\b',
    read: ({ unit }) => ({ ...inUnit(Big('0.5'), unit), firm: false }),
  },
  {
    pattern: '\\b(?:one[\\s-])?half\\b|\\bhal(?:ved|ves|ving)\\b',
    read: () => {
      const half = fractionReading('1', '2');
      return half && { ...half, firm: false };
    },
  },
  {
    pattern: '\\ba (?<over>quarter|third|fifth|tenth)(?=\\s+(?:of|less|more|lower|higher|fewer|from)\\b)',
    read: ({ over = '' }) =>
      fractionReading('1', over.toLowerCase() === 'quarter' ? '4' : (readEnglishNumeral(over) ?? '')),
  },
  {
    pattern:
      '\\b(?:Class|Grade|Level|Type|Phase|Stage|Category|Tier|Zone|Part|Chapter)e?s?\\s+(?<roman>[IVX]{1,4})\\b|(?<signs>[Ⅰ-Ⅻ]+)',
    read: ({ roman, signs }) => {
      const value = romanValue(roman ?? signs ?? '');
      return value === undefined ? undefined : { kind: 'number', value, firm: true, ordinal: true };
    },
  },
  {
    pattern: `(?<part>\\d+)\\s*/\\s*(?<over>\\d+)(?![\\d/])(?:\\s+(?:of\\s+an?\\s+)?(?<unit>${UNIT_WORDS}))?`,
    read: ({ part = '', over = '', unit }) =>
      fractionReading(part, over, unit === undefined ? undefined : englishUnit(unit)),
  },
  {
    pattern: `(?<part>one|two|three|four|five|six|seven|eight|nine)[\\s-](?<over>third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?\\b`,
    read: ({ part = '', over = '' }) => {
      const denominator = /^quarter$/i.test(over) ? '4' : (readEnglishNumeral(over) ?? '');
      return fractionReading(readEnglishNumeral(part) ?? '', denominator);
    },
  },
  {
    pattern: '(?<nth>\\d{1,2})(?:st|nd|rd|th) Five-Year Plan\\b',
    read: ({ nth = '' }) => ({ kind: 'number', value: nth, firm: true, ordinal: true }),
  },
  {
    // 10–20 million mu: scale and unit stand once, after the second number.
    pattern: `(?<money>${MONEY})?(?<number>${NUMBER})(?=\\s*(?:[–—~-]|to)\\s*(?:${NUMBER})[\\s-]*(?<scale>${SCALE})?\\b[\\s-]*(?<unit>${UNIT_WORDS})?)`,
    read: measured,
  },
  {
    pattern: `(?<money>${MONEY})?(?<number>${NUMBER})(?<nth>${ORDINAL}\\b)?(?:[\\s-]*(?<scale>${SCALE})\\b)?(?:[\\s-]*(?<unit>${UNIT_WORDS}))?`,
    read: measured,
  },
  {
    pattern: `(?<numeral>${ENGLISH_NUMERAL})(?:[\\s-]+(?<unit>${UNIT_WORDS}))?`,
    read: ({ numeral = '', unit }) => {
      const value = readEnglishNumeral(numeral);
      if (value === undefined) return undefined;
      const reading = inUnit(Big(value), unit);
      const isIdiom = IDIOMATIC.has(numeral.toLowerCase());
      const ordinal = /(?:st|nd|rd|th)$/i.test(numeral) ? ({ ordinal: true } as const) : {};
      return {
        ...reading,
        firm: !isIdiom || (unit !== undefined && (!SPANS.has(reading.kind) || /^(?:working|business)/i.test(unit))),
        ...ordinal,
      };
    },
  },
];

/** The words with which a quantity may begin. */
export const ENGLISH_WORDS = `\\b(?:early|mid|late|end|beginning|start|middle|year-end)\\b|\\b(?:the )?(?:first|last) ten days of\\b|\\ban? (?:hundred|thousand|million|billion)\\b|\\b(?:tens of )?(?:hundred|thousand|million|billion)s of\\b|${DESIGNATION}|\\b(?:per|each|every|an?)(?=\\s+(?:${UNIT_WORDS}))|${MULTIPLE}|\\bonce\\b|\\bhal(?:f|ved|ves|ving)\\b|\\ban? (?:year|month|day|hour) and a half\\b|\\ba (?=(?:quarter|third|fifth|tenth)\\s+(?:of|less|more|lower|higher|fewer|from)\\b)|\\b(?:morning|afternoon)s?\\b|\\b(?:${WEEKDAYS.join('|')})|\\b(?:Class|Grade|Level|Type|Phase|Stage|Category|Tier|Zone|Part|Chapter)e?s?(?=\\s+[IVX]{1,4}\\b)|[Ⅰ-Ⅻ]|\\b[QH](?=[1-4]\\b)|${STANDARD}`;
