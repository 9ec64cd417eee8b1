import Big from 'big.js';
import { chineseMultiplier, readChineseNumeral } from '../../model/chinese-numeral.ts';
import { dateReading, type Quantity, type QuantityKind, type Reading } from './quantity.ts';

const NUMBER = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?!\\d)|\\d+(?:\\.\\d+)?';
const SCALE = '(?:[十百千]?万亿|[十百千]?[万亿]|[百千])';
const HAN_DIGITS = '〇零一二两三四五六七八九';
const NUMERAL = `[${HAN_DIGITS}十百千万亿]+(?:点[${HAN_DIGITS}]+)?`;
const UNIT = '个百分点|百分点|%|‰|公顷|亩|美元|港元|港币|欧元|英镑|日元|元';
const LEADING_UNIT = new RegExp(`^(?:${UNIT})`);
const RANGE = '\\s*(?:[~～—–-]+|至|到)\\s*';

/** One form of quantity: its pattern, and what a match means. Earlier forms win where two begin at the same place. */
interface Form {
  readonly pattern: string;
  read(groups: Readonly<Record<string, string | undefined>>, after: string): Reading | undefined;
}

const KINDS: Readonly<Record<string, QuantityKind>> = {
  '%': 'percent',
  '‰': 'percent',
  个百分点: 'percent',
  百分点: 'percent',
  亩: 'mu',
  公顷: 'ha',
  元: 'yuan',
  美元: 'us-dollar',
  港元: 'hk-dollar',
  港币: 'hk-dollar',
  欧元: 'euro',
  英镑: 'pound',
  日元: 'yen',
};

function measured(value: Big, unit: string | undefined, firm: boolean): Reading {
  const kind = unit === undefined ? 'number' : (KINDS[unit] ?? 'number');
  return { kind, value: (unit === '‰' ? value.div(10) : value).toFixed(), firm };
}

const plain = (digits: string) => Big(digits.replaceAll(',', ''));

/** Counting words after which a numeral of three or more is a statement, not a manner of speaking. */
const COUNTED = /^(?:个|次|届|年|月|日|座|项|条|名|家|人|倍|亩|[美港欧日]?元|港币|英镑|公顷|吨|公里|部|批|户|处|%)/;

function numeral(text: string, before: string, after: string): Reading | undefined {
  const value = readChineseNumeral(text);
  if (value === undefined) return undefined;
  const unit = LEADING_UNIT.exec(after)?.[0];
  const firm =
    Big(value).gte(3) && (COUNTED.test(after) || (before.endsWith('第') && Big(value).gte(4)) || Big(value).gte(21));
  return measured(Big(value), unit, firm);
}

const FORMS: readonly Form[] = [
  {
    pattern: '(?<year>(?:19|20)\\d{2})-(?<month>\\d{2})-(?<day>\\d{2})(?!\\d)',
    read: ({ year, month, day }) => dateReading(year, month, day),
  },
  {
    pattern: '[〔\\[［【(（]\\s*(?<year>(?:19|20)\\d{2})\\s*[〕\\]］】)）]\\s*(?:第\\s*)?(?<serial>\\d{1,6})\\s*号',
    read: ({ year, serial }) => ({ kind: 'document', value: `${year}/${Number(serial)}`, firm: true }),
  },
  {
    pattern: '(?<phone>(?<!\\d)0\\d{2,3}-\\d{7,8}(?!\\d))',
    read: ({ phone = '' }) => ({ kind: 'code', value: phone, firm: true }),
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
      if (denominator === undefined || numerator === undefined) return undefined;
      return { kind: 'fraction', value: `${numerator}/${denominator}`, firm: true };
    },
  },
  {
    // 七成: so many tenths. 一成不变 and 三成员 are none, and nothing is asked for in English.
    pattern: '(?<tenths>[1-9一二三四五六七八九])成(?<half>半)?(?![不为了立员果本功品熟长套组])',
    read: ({ tenths = '', half }) => {
      const value = Big(readChineseNumeral(tenths) ?? tenths).times(10);
      return { kind: 'percent', value: (half === undefined ? value : value.plus(5)).toFixed(), firm: false };
    },
  },
  {
    pattern: '(?<part>\\d{1,3})/(?<over>\\d{1,3})(?![\\d/.])',
    read: ({ part, over }) => ({ kind: 'fraction', value: `${Number(part)}/${Number(over)}`, firm: true }),
  },
  {
    // 1亿2000万元: parts of falling scale written one after another.
    pattern: `(?<many>${NUMBER})亿(?<few>${NUMBER})万(?<unit>${UNIT})?`,
    read: ({ many = '', few = '', unit }) =>
      measured(plain(many).times('1e8').plus(plain(few).times('1e4')), unit, true),
  },
  {
    // 10~20万亩: scale and unit of the second number are those of the first, unless it has its own.
    pattern: `(?<number>${NUMBER})(?=${RANGE}(?:${NUMBER})(?:余|多|几)?(?<scale>${SCALE})?(?:余|多)?(?<unit>${UNIT})?)`,
    read: ({ number = '', scale = '', unit }) => measured(plain(number).times(chineseMultiplier(scale)), unit, true),
  },
  {
    pattern: `(?<number>${NUMBER})\\s*(?:余|多|几)?(?<scale>${SCALE})?(?:余|多)?\\s*(?<unit>${UNIT})?`,
    read: ({ number = '', scale = '', unit }) => measured(plain(number).times(chineseMultiplier(scale)), unit, true),
  },
];

/** Digits, signs and separators in full width, each as one ASCII character, so that offsets stay. */
function halfWidth(text: string): string {
  return text.replace(/[０-９．％～－]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
}

const ANY = new RegExp(`(?<han>${NUMERAL})|(?<![A-Za-z][\\d.]{0,20})\\d|百分之|[〔\\[［【(（](?=\\s*\\d)`, 'gu');

/** The quantities of a Chinese text in order. Every one has the value that it states: 4.47万亩 is 44700 mu. */
export function readChineseQuantities(source: string): Quantity[] {
  const text = halfWidth(source);
  const found: Quantity[] = [];
  const add = (start: number, end: number, reading: Reading) =>
    found.push({ ...reading, start, end, text: source.slice(start, end).trim() });
  let at = 0;
  while (at < text.length) {
    ANY.lastIndex = at;
    const next = ANY.exec(text);
    if (next === null) break;
    at = next.index;
    const match = readForm(text, at);
    if (match !== undefined) {
      add(at, at + match.length, match.reading);
      at += match.length;
      continue;
    }
    const han = next.groups?.['han'];
    if (han === undefined) {
      at += 1;
      continue;
    }
    const reading = numeral(han, text.slice(0, at), text.slice(at + han.length));
    if (reading !== undefined) {
      const unit = reading.kind === 'number' ? 0 : (LEADING_UNIT.exec(text.slice(at + han.length))?.[0].length ?? 0);
      add(at, at + han.length + unit, reading);
    } else
      for (const [offset, value] of looseValues(han))
        add(at + offset, at + offset + 1, { kind: 'number', value, firm: false });
    at += han.length;
  }
  return found;
}

/** What may be meant by characters that make no numeral (千万工程, 十五五, 一二三产业): each by itself, and 十五. */
function looseValues(run: string): [number, string][] {
  const single = [...run].flatMap((character, index): [number, string][] => {
    const value = readChineseNumeral(character) ?? chineseMultiplier(character).toFixed();
    return [[index, value]];
  });
  const ten = /十[一二三四五六七八九]/.exec(run);
  const teen = ten && readChineseNumeral(ten[0]);
  return teen && ten ? [...single, [ten.index, teen]] : single;
}

const COMPILED = FORMS.map(({ pattern, read }) => ({ pattern: new RegExp(pattern, 'uy'), read }));

function readForm(text: string, at: number): { readonly length: number; readonly reading: Reading } | undefined {
  for (const { pattern, read } of COMPILED) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null || match[0] === '') continue;
    const reading = read(match.groups ?? {}, text.slice(at + match[0].length));
    if (reading !== undefined) return { length: match[0].trimEnd().length, reading };
  }
  return undefined;
}
