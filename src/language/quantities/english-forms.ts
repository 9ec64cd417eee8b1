import Big from 'big.js';
import { englishUnit, PRINTED_UNITS, type Unit } from '../../model/units.ts';
import { ENGLISH_NUMERAL, englishMultiplier, readEnglishNumeral } from './english-numeral.ts';
import { ENGLISH_TIMES, ORDINAL, SMALL, smallNumber, WEEKDAYS } from './english-times.ts';
import { COMMON_FORMS, DESIGNATION, documentReading, type Form, phoneReading } from './forms.ts';
import {
  bareSpan,
  discountReading,
  fractionReading,
  type Meaning,
  perReading,
  type QuantityKind,
  type Reading,
  romanValue,
  SPANS,
  STANDARD,
} from './quantity.ts';

const NUMBER = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?![\\d])|\\d+(?:\\.\\d+)?';
const SCALE = 'hundred|thousand|million|billion|trillion|[mbt]n';
const UNIT_WORDS = [...PRINTED_UNITS.en.keys()]
  .sort((one, other) => other.length - one.length)
  .map(
    (word) =>
      RegExp.escape(word).replaceAll('\\x20', '\\s+') +
      (/[a-z]$/.test(word) ? (word.length > 2 ? 's?\\b' : '\\b') : /\d$/.test(word) ? '\\b' : ''),
  )
  .join('|');
/** A currency before its number. */
export const MONEY = '(?:RMB|CNY|USD|HKD|EUR|GBP|JPY|HK\\$|US\\$|[$€£¥￥])\\s*';
/** A minus that is no dash between words. */
export const SIGN = '(?<![\\p{L}\\d)\\]—–-])[-−]';
/** Many things of which some are told, as a number: nine out of ten, 2.7 per 100,000. */
const OUT_OF = 'hundred|thousand|ten thousand|(?:a )?hundred thousand|million|1,?000|10,?000|100,?000|1,?000,?000';

/** A currency by its code or sign before a number. A bare dollar is the American one. */
function currencyOf(money: string): QuantityKind {
  if (/^HK/i.test(money)) return 'hk-dollar';
  if (/^(?:US|\$)/i.test(money)) return 'us-dollar';
  if (/^(?:EU|€)/i.test(money)) return 'euro';
  if (/^(?:GBP|£)/i.test(money)) return 'pound';
  return /^JPY/i.test(money) ? 'yen' : 'yuan';
}

const plain = (digits: string) => Big(digits.replaceAll(',', ''));

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
  // RMB 5m
  const many = money !== undefined && scale === undefined && unit === 'm' ? 'million' : scale;
  const value = plain(number).times(englishMultiplier(many));
  if (money !== undefined) return { kind: currencyOf(money), value: value.toFixed(), firm: true };
  return { ...inUnit(value, unit), ...(nth === undefined ? {} : { ordinal: true }) };
};

/** Words after which a numeral may go untranslated: the first three of a list, 一 and 两, 半. */
const IDIOMATIC: ReadonlySet<string> = new Set(['zero', 'one', 'two', 'first', 'second', 'third']);

/** Spans of time that are no units of the table, and how many months or days they are. */
const LONG_SPANS: Readonly<Record<string, readonly [unit: 'months' | 'days', many: string]>> = {
  decade: ['months', '120'],
  century: ['months', '1200'],
  fortnight: ['days', '14'],
};
/** The number that “per ten thousand” counts by. */
const manyOf = (words: string) => {
  const [first = '', second] = words.toLowerCase().replace(/^a /, '').split(' ');
  if (/^\d/.test(first)) return plain(first);
  const one = first === 'ten' ? Big(10) : englishMultiplier(first);
  return one.times(englishMultiplier(second));
};

const MULTIPLES: readonly (readonly [RegExp, string])[] = [
  [/^(?:doubl|twice|two)/i, '2'],
  [/^(?:tripl|trebl|three)/i, '3'],
  [/^(?:quadrupl|four)/i, '4'],
  [/^(?:quintupl|five)/i, '5'],
];
/** What Roman numerals number. */
const NUMBERED =
  '(?:Class|Grade|Level|Type|Phase|Stage|Category|Tier|Zone|Part|Chapter|Appendix|Annex|Lot|Section|Volume|Schedule|Table|Figure|Article|Title|Group|Line|Area|Block|Plan)';
/** Where the next of several stands: Classes I, II and III. */
const NEXT_ROMAN = `(?=[IVX]{1,4}\\b)(?<=\\b${NUMBERED}e?s\\s{1,2}(?:[IVX]{1,4}(?:,\\s{1,2}and\\s{1,2}|,\\s{1,2}|\\s{1,2}(?:and|or|to)\\s{1,2}|[–-])){1,3})`;
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
  ...ENGLISH_TIMES,
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
    // monthly, every month, 200 yuan a month
    pattern:
      '\\b(?:(?<often>hourly|daily|weekly|monthly|quarterly|yearly|annually)|(?:per|each|every)\\s+(?<each>hour|day|week|month|quarter|year)(?!\\s+of\\b)|an?\\s+(?<every>hour|day|week|month|quarter|year)(?!\\s+(?:and|of|later|earlier|ago|before|after)\\b|-))\\b',
    read: ({ often, each, every }, { before }) => {
      // Takes a year; not: 300 yuan a year, twice a year.
      if (every !== undefined && !/(?:once|twice|\btimes|\d[\d.,]{0,12}(?:\s[a-z]{1,20}){0,2})\s$/i.test(before))
        return undefined;
      const word = (often ?? each ?? every ?? '').toLowerCase();
      const value = word === 'daily' ? 'day' : word === 'annually' ? 'year' : word.replace(/ly$/, '');
      return { kind: 'every', value, firm: false };
    },
  },
  {
    pattern: `\\b(?:per|each|every|an?)\\s+(?<unit>${UNIT_WORDS})`,
    read: ({ unit = '' }) => perReading(englishUnit(unit)),
  },
  {
    // a dozen people, two dozen; dozens of companies
    pattern: `\\b(?:(?<half>half a)|(?<one>a)|(?<number>${SMALL}))\\s+dozen\\b|\\bdozens\\b`,
    read: ({ half, one, number }, { after }) => {
      const many = half === undefined ? (number === undefined ? Big(1) : Big(smallNumber(number))) : Big('0.5');
      const isCounted = (half ?? one ?? number) !== undefined && !/^\s+or so\b/i.test(after);
      return { kind: 'number', value: many.times(12).toFixed(), firm: isCounted };
    },
  },
  {
    // two decades, a fortnight, half a century; the 21st century is one of many.
    pattern: `\\b(?:(?<part>half an?|an? quarter of an?|an? half)\\s+(?<long>century|decade)|(?<number>${SMALL}|\\d{1,2})\\s+(?<many>decades|centuries|fortnights)|(?:an?|the|each|every)\\s+(?:past\\s+|last\\s+|next\\s+)?(?<one>decade|century|fortnight))\\b`,
    read: ({ part, long, number, many, one }) => {
      const name = (long ?? one ?? many ?? '').toLowerCase().replace(/ies$/, 'y').replace(/s$/, '');
      const [unit, size] = LONG_SPANS[name] ?? ['months', '0'];
      const times =
        part === undefined
          ? Big(number === undefined ? 1 : smallNumber(number))
          : Big(/quarter/i.test(part) ? '0.25' : '0.5');
      const value = times.times(size);
      const years = unit === 'months' ? [{ kind: 'number', value: value.div(12).toFixed() } as const] : [];
      return {
        kind: unit,
        value: value.toFixed(),
        firm: part !== undefined || number !== undefined || name === 'fortnight',
        also: years,
      };
    },
  },
  {
    // half a million, a quarter of a million, one and a half million
    pattern: `\\b(?:(?<part>half an?|an? quarter of an?)|(?<number>an?|${SMALL}) and a half)\\s+(?<scale>hundred|thousand|million|billion|trillion)\\b(?:[\\s-]+(?<unit>${UNIT_WORDS}))?`,
    read: ({ part, number, scale, unit }) => {
      const many =
        part === undefined
          ? Big(/^an?$/i.test(number ?? '') ? 1 : smallNumber(number ?? '')).plus('0.5')
          : Big(/quarter/i.test(part) ? '0.25' : '0.5');
      return inUnit(many.times(englishMultiplier(scale)), unit);
    },
  },
  {
    // one in five, nine out of ten
    pattern: `\\b(?<part>${SMALL})\\s+(?:in|out\\s+of)\\s+(?:every\\s+)?(?<over>${SMALL})\\b(?!\\s+(?:years?|months?|weeks?|days?|hours?)\\b)`,
    read: ({ part = '', over = '' }) => fractionReading(smallNumber(part), smallNumber(over)),
  },
  {
    // three per thousand, 9 per 100,000
    pattern: `(?:(?<part>${NUMBER})|\\b(?<words>${SMALL}))\\s+(?:per|in|out\\s+of)\\s+(?:every\\s+)?(?<over>${OUT_OF})\\b(?![,\\d])`,
    read: ({ part, words = '', over = '' }) =>
      fractionReading(part === undefined ? smallNumber(words) : plain(part).toFixed(), manyOf(over).toFixed()),
  },
  {
    // (0.8)%
    pattern: `[(（](?<number>${NUMBER})[)）]\\s*(?<unit>%|per\\s?cent)`,
    read: ({ number = '', unit }) => ({ ...inUnit(plain(number), unit), bracketed: true }),
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
  {
    // “Once revised” is no number of times.
    pattern: '\\bonce\\b(?=\\s+(?:an?|per|each|every|in|more)\\b|[.,;)]|$)',
    read: () => ({ kind: 'times', value: '1', firm: false, also: [{ kind: 'number', value: '1' }] }),
  },
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
    pattern:
      '\\ba (?<over>quarter|third|fifth|tenth)(?=\\s+(?:of|less|more|lower|higher|fewer|from)\\b)|(?<=\\bby )a (?<part>quarter|third|fifth|tenth)\\b(?!\\s+[a-z])',
    read: ({ over, part }) => {
      const word = (over ?? part ?? '').toLowerCase();
      return fractionReading('1', word === 'quarter' ? '4' : (readEnglishNumeral(word) ?? ''));
    },
  },
  {
    pattern: `\\b${NUMBERED}e?s?\\s+(?<roman>[IVX]{1,4})\\b|${NEXT_ROMAN}(?<next>[IVX]{1,4})\\b|(?<signs>[Ⅰ-Ⅻ]+)`,
    read: ({ roman, next, signs }) => {
      const value = romanValue(roman ?? next ?? signs ?? '');
      return value === undefined ? undefined : { kind: 'number', value, firm: true, ordinal: true };
    },
  },
  {
    pattern: `(?<part>\\d+)\\s*/\\s*(?<over>\\d+)(?![\\d/])(?:\\s+(?:of\\s+an?\\s+)?(?<unit>${UNIT_WORDS}))?`,
    read: ({ part = '', over = '', unit }) =>
      fractionReading(part, over, unit === undefined ? undefined : englishUnit(unit)),
  },
  {
    // two thirds, two-third; “three third prizes” is none.
    pattern: `(?<part>one|two|three|four|five|six|seven|eight|nine)(?:[\\s-](?<over>third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s|(?:(?<=\\bone)[\\s-]|-)(?<single>third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth))\\b`,
    read: ({ part = '', over: many, single }) => {
      const over = many ?? single ?? '';
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
  {
    // “Two second prizes”: words that make no number together.
    pattern: `\\b(?<numeral>${SMALL})\\b`,
    read: ({ numeral = '' }) => ({
      kind: 'number',
      value: smallNumber(numeral),
      firm: !IDIOMATIC.has(numeral.toLowerCase()),
    }),
  },
];

/** The words with which a quantity may begin. */
export const ENGLISH_WORDS = `\\b(?:early|mid|late|end|beginning|start|middle|year-end)\\b|\\b(?:the )?(?:first|last) ten days of\\b|\\ban? (?:hundred|thousand|million|billion)\\b|\\b(?:tens of )?(?:hundred|thousand|million|billion)s of\\b|${DESIGNATION}|\\b(?:per|each|every|an?)(?=\\s+(?:${UNIT_WORDS}))|${MULTIPLE}|\\bonce\\b|\\bhal(?:f|ved|ves|ving)\\b|\\ban? (?:year|month|day|hour) and a half\\b|\\ba (?=(?:quarter|third|fifth|tenth)\\s+(?:of|less|more|lower|higher|fewer|from)\\b)|(?<=\\bby )a (?=(?:quarter|third|fifth|tenth)\\b)|\\b(?:morning|afternoon)s?\\b|\\b(?:${WEEKDAYS.join('|')})|\\b${NUMBERED}e?s?(?=\\s+[IVX]{1,4}\\b)|${NEXT_ROMAN}|[Ⅰ-Ⅻ]|\\b[QH](?=[1-4]\\b)|\\b(?:noon|midday|midnight|hourly|daily|weekly|monthly|quarterly|yearly|annually)\\b|\\b(?:half past|a quarter (?:past|to)) |\\b(?:per|each|every|an?) (?=quarter\\b)|\\b(?:half a|a|${SMALL})\\s+dozen\\b|\\bdozens\\b|\\b(?:an?|the|each|every)\\s+(?:past\\s+|last\\s+|next\\s+)?(?:decade|century|fortnight)\\b|\\ban? quarter of an?(?=\\s+(?:century|million|billion))|\\ban? and a half (?=thousand|million|billion)|${STANDARD}`;
