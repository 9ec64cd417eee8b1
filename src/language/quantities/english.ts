import Big from 'big.js';
import { ENGLISH_NUMERAL, englishMultiplier, readEnglishNumeral } from './english-numeral.ts';
import { dateReading, type Quantity, type QuantityKind, type Reading } from './quantity.ts';

const NUMBER = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?![\\d])|\\d+(?:\\.\\d+)?';
const SCALE = 'hundred|thousand|million|billion|trillion';
const CURRENCIES =
  'yuan|RMB|CNY|Hong\\s+Kong\\s+dollars?|HKD|(?:US\\s+)?dollars?|USD|euros?|EUR|pounds?|GBP|(?:Japanese\\s+)?yen|JPY';
const UNIT = `%|per\\s?cent\\b|percentage\\s+points?\\b|hectares?\\b|ha\\b|mu\\b|(?:${CURRENCIES})\\b`;
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const MONTH = MONTHS.map((month) => `${month}|${month.slice(0, 3)}\\.`).join('|');
const ORDINAL = '(?:st|nd|rd|th)';
const MONEY = '(?:RMB|CNY|USD|HKD|EUR|GBP|JPY|HK\\$|US\\$|[$€£¥￥])\\s*';

interface Form {
  readonly pattern: string;
  read(groups: Readonly<Record<string, string | undefined>>, match: string, before: string): Reading | undefined;
}

function kindOf(unit: string | undefined): QuantityKind {
  if (unit === undefined) return 'number';
  if (/^(?:%|per)/i.test(unit)) return 'percent';
  if (/^mu$/i.test(unit)) return 'mu';
  return /^h[ae]/i.test(unit) ? 'ha' : currencyOf(unit);
}

/** A currency by its name, code or sign. A bare dollar is the American one. */
function currencyOf(money: string): QuantityKind {
  if (/^(?:Hong|HK)/i.test(money)) return 'hk-dollar';
  if (/^(?:US|dollar|\$)/i.test(money)) return 'us-dollar';
  if (/^(?:EU|€)/i.test(money)) return 'euro';
  if (/^(?:pound|GBP|£)/i.test(money)) return 'pound';
  return /^(?:Japanese|yen|JPY)/i.test(money) ? 'yen' : 'yuan';
}

const plain = (digits: string) => Big(digits.replaceAll(',', ''));
const monthNumber = (name: string) => String(MONTHS.findIndex((month) => month.startsWith(name.slice(0, 3))) + 1);

const measured = ({ number = '', scale, unit, money }: Readonly<Record<string, string | undefined>>): Reading => ({
  kind: money === undefined ? kindOf(unit) : currencyOf(money),
  value: plain(number).times(englishMultiplier(scale)).toFixed(),
  firm: true,
});

/** Words after which a numeral may go untranslated: the first three of a list, 一 and 两, 半. */
const IDIOMATIC: ReadonlySet<string> = new Set(['zero', 'one', 'two', 'first', 'second', 'third']);

const FORMS: readonly Form[] = [
  {
    pattern: '(?<year>(?:19|20)\\d{2})-(?<month>\\d{2})-(?<day>\\d{2})(?!\\d)',
    read: ({ year, month, day }) => dateReading(year, month, day),
  },
  {
    pattern: '[\\[〔(（]\\s*(?<year>(?:19|20)\\d{2})\\s*[\\]〕)）]\\s*(?:No\\.?\\s*)?(?<serial>\\d{1,6})\\b',
    read: ({ year, serial }) => ({ kind: 'document', value: `${year}/${Number(serial)}`, firm: true }),
  },
  {
    pattern: '(?<phone>0\\d{2,3}-\\d{7,8}\\b)',
    read: ({ phone = '' }) => ({ kind: 'code', value: phone, firm: true }),
  },
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
    read: ({ month = '' }, _match, before) =>
      !/^(?:May|March|Mar\.)$/.test(month) ||
      /\b(?:in|by|since|from|to|of|until|till|through|between|and|early|late|mid|end)[\s-]+$/i.test(before)
        ? dateReading(undefined, monthNumber(month), undefined)
        : undefined,
  },
  {
    pattern: `(?<part>\\d+)\\s*/\\s*(?<over>\\d+)(?![\\d/])`,
    read: ({ part, over }) => ({ kind: 'fraction', value: `${Number(part)}/${Number(over)}`, firm: true }),
  },
  {
    pattern: `(?<part>one|two|three|four|five|six|seven|eight|nine)[\\s-](?<over>third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?\\b`,
    read: ({ part = '', over = '' }) => {
      const denominator = over === 'quarter' ? '4' : readEnglishNumeral(over);
      return { kind: 'fraction', value: `${readEnglishNumeral(part)}/${denominator}`, firm: true };
    },
  },
  {
    // 10–20 million mu: scale and unit stand once, after the second number.
    pattern: `(?<money>${MONEY})?(?<number>${NUMBER})(?=\\s*(?:[–—~-]|to)\\s*(?:${NUMBER})[\\s-]*(?<scale>${SCALE})?\\b[\\s-]*(?<unit>${UNIT})?)`,
    read: measured,
  },
  {
    pattern: `(?<money>${MONEY})?(?<number>${NUMBER})(?:${ORDINAL}\\b)?(?:[\\s-]*(?<scale>${SCALE})\\b)?(?:[\\s-]*(?<unit>${UNIT}))?`,
    read: measured,
  },
  {
    pattern: `(?<numeral>${ENGLISH_NUMERAL})(?:[\\s-]+(?<unit>${UNIT}))?`,
    read: ({ numeral = '', unit }) => {
      const value = readEnglishNumeral(numeral);
      if (value === undefined) return undefined;
      return { kind: kindOf(unit), value, firm: !IDIOMATIC.has(numeral.toLowerCase()) || unit !== undefined };
    },
  },
];

const COMPILED = FORMS.map(({ pattern, read }) => ({ pattern: new RegExp(pattern, 'iuy'), read }));
const NEXT = new RegExp(
  `(?<![\\p{L}\\d]|\\p{L}[\\d.]*)(?:\\d|[\\[〔(（](?=\\s*\\d)|${MONEY}(?=\\d)|${MONTH}|${ENGLISH_NUMERAL})|(?<=\\p{L}[-–])\\d`,
  'giu',
);

/** The quantities of an English text in order. Every one has the value that it states: 44,700 mu, 900 million yuan, sixty-eight. */
export function readEnglishQuantities(text: string): Quantity[] {
  const found: Quantity[] = [];
  let at = 0;
  while (at < text.length) {
    NEXT.lastIndex = at;
    const next = NEXT.exec(text);
    if (next === null) break;
    at = next.index;
    const match = readForm(text, at);
    if (match === undefined) {
      at += 1;
      continue;
    }
    const end = at + match.length;
    found.push({ ...match.reading, start: at, end, text: text.slice(at, end) });
    at = end;
  }
  return found;
}

function readForm(text: string, at: number): { readonly length: number; readonly reading: Reading } | undefined {
  for (const { pattern, read } of COMPILED) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null || match[0] === '') continue;
    const reading = read(match.groups ?? {}, match[0], text.slice(Math.max(0, at - 20), at));
    if (reading !== undefined) return { length: match[0].trimEnd().length, reading };
  }
  return undefined;
}
