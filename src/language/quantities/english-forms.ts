import Big from 'big.js';
import { ENGLISH_NUMERAL, englishMultiplier, readEnglishNumeral } from '../../model/english-numeral.ts';
import { ENGLISH_FRACTIONS, FRACTION_WORDS } from './english-fractions.ts';
import { inUnit, MONEY, measured, NUMBER, plain, SCALE, UNIT_WORDS } from './english-numbers.ts';
import { ENGLISH_RATES, RATE_WORDS } from './english-rates.ts';
import { ENGLISH_TIMES, FEAST, ORDINAL, SMALL, smallNumber, WEEKDAYS } from './english-times.ts';
import { COMMON_FORMS, DESIGNATION, documentReading, type Form, phoneReading } from './forms.ts';
import { isYearNumber, type Meaning, romanValue, SPANS, STANDARD } from './quantity.ts';

/** Words after which a numeral may go untranslated: the first three of a list, 一 and 两, 半. */
const IDIOMATIC: ReadonlySet<string> = new Set(['zero', 'one', 'two', 'first', 'second', 'third']);

/** Spans of time that are no units of the table, and how many months or days they are. */
const LONG_SPANS: Readonly<Record<string, readonly [unit: 'months' | 'days', many: string]>> = {
  decade: ['months', '120'],
  century: ['months', '1200'],
  fortnight: ['days', '14'],
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
  ...ENGLISH_RATES,
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
    // a dozen people, two dozen
    pattern: `\\b(?:(?<half>half a)|(?<one>a)|(?<number>${SMALL}))\\s+dozen\\b`,
    read: ({ half, one, number }, { after, before }) => {
      const many = half === undefined ? (number === undefined ? Big(1) : Big(smallNumber(number))) : Big('0.5');
      // 十余家 is a dozen or so, or more than a dozen.
      const isRound =
        one !== undefined && (/^\s+or so\b/i.test(after) || /\b(?:than|over|about|some)\s$/i.test(before));
      const value = many.times(12).toFixed();
      return isRound
        ? { kind: 'number', value, firm: false, also: [{ kind: 'number', value: '10' }] }
        : { kind: 'number', value, firm: true };
    },
  },
  {
    // dozens of companies, several hundred, tens of thousands
    pattern:
      '\\b(?:(?<dozens>dozens|scores|tens)\\b(?!\\s+of\\s+(?:thousands|millions|billions)\\b)|(?:several|a few)\\s+(?<few>dozen|hundred|thousand|million|billion)\\b|(?:(?<before>tens|hundreds) of )?(?<many>hundred|thousand|million|billion)s\\b(?=\\s+of\\b))',
    read: ({ dozens, few, before, many }) => {
      const one = few === 'dozen' || dozens !== undefined ? Big(10) : englishMultiplier(few ?? many);
      const value = one.times(before === undefined ? 1 : /^t/i.test(before) ? 10 : 100).toFixed();
      const also = dozens?.toLowerCase() === 'dozens' || few === 'dozen' ? '12' : value;
      return { kind: 'size', value, firm: false, also: [{ kind: 'number', value: also }] };
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
    // (0.8)%
    pattern: `[(（](?<number>${NUMBER})[)）]\\s*(?<unit>%|per\\s?cent)`,
    read: ({ number = '', unit }) => ({ ...inUnit(plain(number), unit), bracketed: true }),
  },
  {
    // 6.8 beds per thousand people
    pattern: '(?<=\\b(?:per|every|each) )(?<one>hundred|thousand|million)(?= )',
    read: ({ one }) => ({ kind: 'number', value: englishMultiplier(one).toFixed(), firm: true }),
  },
  {
    // a hundred volunteers, a million yuan
    pattern: `\\ban? (?<one>hundred|thousand|million|billion)\\b(?:[\\s-]+(?<unit>${UNIT_WORDS}))?`,
    read: ({ one, unit }) => ({ ...inUnit(englishMultiplier(one), unit), firm: false }),
  },
  {
    // “Once revised” is no number of times.
    pattern: '\\bonce\\b(?=\\s+(?:an?|per|each|every|in|more)\\b|[.,;)]|$)',
    read: () => ({ kind: 'times', value: '1', firm: false, also: [{ kind: 'number', value: '1' }] }),
  },
  {
    // a year later than planned
    pattern: '\\ban? (?<unit>year|month|week|day)(?= (?:later|earlier|late|early|ahead)\\b)',
    read: ({ unit }) => ({ ...inUnit(Big(1), unit), firm: false }),
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
  ...ENGLISH_FRACTIONS,
  {
    pattern: `\\b${NUMBERED}e?s?\\s+(?<roman>[IVX]{1,4})\\b|${NEXT_ROMAN}(?<next>[IVX]{1,4})\\b|(?<signs>[Ⅰ-Ⅻ]+)`,
    read: ({ roman, next, signs }) => {
      const value = romanValue(roman ?? next ?? signs ?? '');
      return value === undefined ? undefined : { kind: 'number', value, firm: true, ordinal: true };
    },
  },
  {
    // phase two, Class 2; “at level 3 metres below” is none.
    pattern: `(?<=\\b(?:phases?|stages?|batch|lot|class(?:es)?|grades?|levels?|categor(?:y|ies)|types?|tiers?)\\s)(?<nth>${SMALL}|\\d{1,2}(?![\\d.,%]))\\b(?!\\s+(?:${UNIT_WORDS}))`,
    read: ({ nth = '' }) => ({
      kind: 'number',
      value: smallNumber(nth),
      firm: !IDIOMATIC.has(nth.toLowerCase()),
      ordinal: true,
    }),
  },
  {
    pattern: '(?<nth>\\d{1,2})(?:st|nd|rd|th) Five-Year Plan\\b',
    read: ({ nth = '' }) => ({ kind: 'number', value: nth, firm: true, ordinal: true }),
  },
  {
    // 10–20 million mu: scale and unit stand once, after the second number.
    pattern: `(?<money>${MONEY})?(?<number>${NUMBER})(?=\\s*(?:[–—~-]|to)\\s*(?:${NUMBER})[\\s-]*(?<scale>${SCALE})?\\b[\\s-]*(?<unit>${UNIT_WORDS})?)`,
    // from 62% in 2021 to 83%: a year has no unit.
    read: (groups, { before }) =>
      isYearNumber(groups['number'] ?? '') && /\b(?:in|of|since) $/.test(before) ? undefined : measured(groups),
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
export const ENGLISH_WORDS = `\\b(?:${FEAST}|(?:last|this|next) (?:month|quarter|week)|early|mid|late|end|beginning|start|middle|year-end)\\b|\\b(?:the )?(?:first|last) ten days of\\b|\\b(?:(?:last|this|next|(?:the )?(?:previous|following)) year|(?:the )?year before|a year (?:earlier|ago))\\b|\\ban? (?:hundred|thousand|million|billion)\\b|\\b(?:several|a few)(?=\\s+(?:dozen|hundred|thousand|million|billion)\\b)|\\b(?:tens|scores)\\b|\\b(?:hundred|thousand|million|billion)s of\\b|${DESIGNATION}|${MULTIPLE}|\\bonce\\b|\\ban? (?:year|month|day|hour) and a half\\b|\\ban? (?:year|month|week|day) (?:later|earlier|late|early|ahead)\\b|\\b(?:morning|afternoon)s?\\b|\\b(?:${WEEKDAYS.join('|')})|\\b${NUMBERED}e?s?(?=\\s+[IVX]{1,4}\\b)|${NEXT_ROMAN}|[Ⅰ-Ⅻ]|\\b[QH](?=[1-4]\\b)|\\b(?:noon|midday|midnight)\\b|\\b(?:half past|a quarter (?:past|to)) |\\b(?:half a|a|${SMALL})\\s+dozen\\b|\\bdozens\\b|\\b(?:an?|the|each|every)\\s+(?:past\\s+|last\\s+|next\\s+)?(?:decade|century|fortnight)\\b|\\ban? quarter of an?(?=\\s+(?:century|million|billion))|\\ban? and a half (?=thousand|million|billion)|${RATE_WORDS}|${FRACTION_WORDS}|${STANDARD}`;
