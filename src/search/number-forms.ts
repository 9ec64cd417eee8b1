import Big from 'big.js';
import { chineseMultiplier, readChineseNumeral } from '../model/chinese-numeral.ts';
import {
  ENGLISH_NUMERAL,
  englishMultiplier,
  readEnglishNumeral,
  writeEnglishNumeral,
} from '../model/english-numeral.ts';

const DIGITS = '〇一二三四五六七八九';

/** A row of digits in characters: 二〇二四. */
export const digitByDigit = (digits: string): string =>
  Array.from(digits, (digit) => DIGITS[Number(digit)] ?? '').join('');

/** 1 to 9,999 in characters, with the zeros that stand for a gap: 三十六, 一千零五. */
function inThousands(value: number): string {
  const digits = String(value);
  let text = '';
  for (const [place, digit] of [...digits].entries()) {
    if (digit === '0') text += text.endsWith('零') ? '' : '零';
    else text += (DIGITS[Number(digit)] ?? '') + (['', '十', '百', '千'][digits.length - 1 - place] ?? '');
  }
  return text.endsWith('零') ? text.slice(0, -1) : text;
}

/** A number from 1 as official texts write it in characters: 十五, 三万六千, 一亿零五百万. */
export function inCharacters(value: number): string {
  let [text, rest] = ['', value];
  for (const [unit, size] of [
    ['亿', 1e8],
    ['万', 1e4],
    ['', 1],
  ] as const) {
    const many = Math.floor(rest / size);
    rest %= size;
    if (many > 0) text += (text !== '' && many < 1000 ? '零' : '') + inThousands(many) + unit;
  }
  return text.replace(/^一十/, '十');
}

/** A number with or without decimals: 零点五, 七十一. */
function withDecimals(value: Big): string {
  const [whole = '0', decimals] = value.toFixed().split('.');
  const written = whole === '0' ? '零' : inCharacters(Number(whole));
  return decimals === undefined ? written : `${written}点${digitByDigit(decimals).replaceAll('〇', '零')}`;
}

/** Words that count things, after a number in digits or in characters. */
const COUNTERS =
  '座个户家人次处项条件年月日天亩吨米里届号期批份名只台套辆所村镇乡区县市元倍类种级平立公顷秒周岁眼部宗片栋幢株棵头间组支张块封篇艘架盏根层场例段款章节页卷度';
/** A number before such a word, or at the end of the query: in digits, with or without 万 and 亿 … */
const IN_DIGITS = `(?<digits>\\d{1,3}(?:,\\d{3})+|\\d+)(?<decimals>\\.\\d{1,4})?(?<scale>[十百千]?[万亿]?)`;
/** … or in characters. */
const IN_CHARACTERS =
  '(?:(?<characters>[〇零一二两三四五六七八九十百千万亿]+)|(?<pointed>[零一二两三四五六七八九十百千]+点[〇零一二三四五六七八九]{1,4})(?<myriad>[万亿]))';
const NUMBER = new RegExp(
  `(?<before>^|[^\\d.,〇零一二两三四五六七八九十百千万亿点])(?:${IN_DIGITS}|${IN_CHARACTERS})(?=[${COUNTERS}]|小时|分钟|$)`,
  'gu',
);
/** Numbers up to this have forms. */
const MOST = 1e12;

/** A number of a query: its value, whether it names a year, and whether it is an ordinal (第二). */
interface NamedNumber {
  readonly value: number;
  readonly isYear: boolean;
  readonly isOrdinal: boolean;
}

/** One way to write a number; `undefined` where it cannot be written so. */
type NumberStyle = (number: NamedNumber) => string | undefined;

/** In 万 or 亿, with no more decimals than official texts print. */
const scaled =
  (unit: string, size: number, decimals: number): NumberStyle =>
  ({ value }) => {
    const many = Big(value).div(size);
    return many.gte(1) && many.round(decimals).eq(many) ? many.toFixed() + unit : undefined;
  };

/** In characters; larger numbers only where they are round. */
const written: NumberStyle = ({ value, isYear }) => {
  if (isYear) return digitByDigit(String(value));
  return value < 10_000 || /^\d{1,3}0*$/.test(String(value)) ? inCharacters(value) : undefined;
};

/** Each form of a query has all its numbers in one of these styles. */
const CHINESE_STYLES: readonly NumberStyle[] = [
  ({ value }) => String(value),
  written,
  scaled('万', 1e4, 2),
  scaled('亿', 1e8, 4),
  // Two of something is 两, also at the beginning of 200 and 20,000; but not in 十二, nor as an ordinal.
  (number) => (number.isYear || number.isOrdinal ? undefined : written(number)?.replace(/^二(?=[百千万亿]|$)/, '两')),
  (number) => (number.isYear ? written(number)?.replaceAll('〇', '零') : undefined),
];

function readNumber(groups: Readonly<Record<string, string | undefined>>, after: string): NamedNumber | undefined {
  const { before, digits, decimals = '', scale = '', characters, pointed, myriad = '' } = groups;
  const written = characters ?? pointed;
  const figure =
    written === undefined ? `${digits?.replaceAll(',', '')}${decimals}` : (readChineseNumeral(written) ?? '0');
  const read = Big(figure)
    .times(chineseMultiplier(scale + myriad))
    .toNumber();
  const isYear = after === '年' && scale === '' && read >= 1900 && read < 2100;
  return Number.isInteger(read) && read > 0 && read < MOST
    ? { value: read, isYear, isOrdinal: before === '第' }
    : undefined;
}

/** A Chinese query with its numbers written in other ways. A small number alone has none: it may be a year or a document's serial. */
export function chineseNumberForms(text: string): string[] {
  return CHINESE_STYLES.map((style) =>
    text.replace(NUMBER, (whole: string, ...found: readonly unknown[]) => {
      const groups = found.at(-1) as Readonly<Record<string, string | undefined>>;
      const end = (found.at(-3) as number) + whole.length;
      const number = readNumber(groups, text.charAt(end));
      const isBare = end === text.length && (number?.value ?? 0) < 10_000;
      const form = number && !isBare ? style(number) : undefined;
      return form === undefined ? whole : (groups['before'] ?? '') + form;
    }),
  );
}

/** A number in digits before the word that it counts, or in words. */
const ENGLISH_NUMBER = new RegExp(
  `(?<before>^|[^\\d.,a-z-])(?:(?<digits>\\d{1,3}(?:,\\d{3})+|\\d+)(?<decimals>\\.\\d{1,4})?(?: (?<scale>thousand|million|billion))?(?= (?!of\\b)[a-z])|(?<words>${ENGLISH_NUMERAL}))`,
  'gu',
);
const ORDINAL = /(?:first|second|third|th)$/;

/** Several words are quoted, to stay together in a query whose words may otherwise stand anywhere. */
const together = (words: string | undefined) => (words === undefined || /^\w+$/.test(words) ? words : `"${words}"`);

const inEnglishScale =
  (word: string): ((value: number) => string | undefined) =>
  (value) => {
    const many = Big(value).div(englishMultiplier(word));
    return many.gte(1) && many.round(2).eq(many) ? together(`${many.toFixed()} ${word}`) : undefined;
  };

const ENGLISH_STYLES = [
  String,
  (value: number) => together(writeEnglishNumeral(value)),
  inEnglishScale('million'),
  inEnglishScale('billion'),
];

function readEnglishNumber({
  digits,
  decimals = '',
  scale,
  words,
}: Readonly<Record<string, string | undefined>>): number {
  if (words !== undefined) return ORDINAL.test(words) ? 0 : Number(readEnglishNumeral(words));
  return Big(`${digits?.replaceAll(',', '')}${decimals}`)
    .times(englishMultiplier(scale))
    .toNumber();
}

/** An English query with its numbers written in other ways. “One” has none, since it is more often no number. */
export function englishNumberForms(text: string): string[] {
  return ENGLISH_STYLES.map((style) =>
    text.replace(ENGLISH_NUMBER, (whole: string, ...found: readonly unknown[]) => {
      const groups = found.at(-1) as Readonly<Record<string, string | undefined>>;
      const value = readEnglishNumber(groups);
      const form = Number.isInteger(value) && value > 1 && value < MOST ? style(value) : undefined;
      return form === undefined ? whole : (groups['before'] ?? '') + form;
    }),
  );
}

const PERCENTAGE =
  /(?<before>^|[^\d.,])(?<digits>\d{1,9}(?:\.\d{1,4})?) ?(?:%|per ?cent\b)|百分之(?<characters>[〇零一二两三四五六七八九十百]+(?:点[〇零一二三四五六七八九]{1,4})?)/gu;

const PERCENT_STYLES: readonly ((value: Big) => string)[] = [
  (value) => `${value.toFixed()}%`,
  (value) => `百分之${withDecimals(value)}`,
  (value) => `"${value.toFixed()} per cent"`,
  (value) => `"${value.toFixed()} percent"`,
];

/** A query with its percentages written in other ways. */
export function percentageForms(text: string): string[] {
  return PERCENT_STYLES.map((style) =>
    text.replace(PERCENTAGE, (whole: string, ...found: readonly unknown[]) => {
      const { before = '', digits, characters } = found.at(-1) as Readonly<Record<string, string | undefined>>;
      const value = digits ?? readChineseNumeral(characters ?? '');
      return value === undefined ? whole : before + style(Big(value));
    }),
  );
}
