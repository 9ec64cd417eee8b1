import { chineseMultiplier, readChineseNumeral } from '../../model/chinese-numeral.ts';
import { CHINESE_FORMS, CHINESE_SIGNS } from './chinese-forms.ts';
import { LEADING_UNIT, NUMERAL, numeral } from './chinese-numbers.ts';
import { formReader } from './forms.ts';
import { joinClocks, type Quantity, type Reading } from './quantity.ts';
import { withSense } from './sense.ts';
import { CHINESE_SENSE } from './sense-words.ts';

const CAPITALS = '零壹贰叁肆伍陆柒捌玖拾佰仟萬億';
const PLAIN = '零一二三四五六七八九十百千万亿';
/** An amount in the characters of cheques: 壹佰贰拾万元. */
const CAPITAL_AMOUNT = /[零壹贰叁肆伍陆柒捌玖拾佰仟萬億万亿]{2,30}(?=[元圆])/g;

/** Digits, signs and separators in full width, and capital numerals, each as one plain character, so that offsets stay. */
function halfWidth(source: string): string {
  const text = source.replace(CAPITAL_AMOUNT, (amount) =>
    Array.from(amount, (character) => PLAIN[CAPITALS.indexOf(character)] ?? character).join(''),
  );
  return text.replace(/[０-９．，％～－／：]/g, (character) =>
    character === '，' || character === '：' ? character : String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );
}

const ANY = new RegExp(
  `${CHINESE_SIGNS}|(?<han>${NUMERAL})|(?<![A-Za-z][\\d.]{0,20})\\d|[〔\\[［【(（](?=\\s*\\d)`,
  'gu',
);

const readForm = formReader(CHINESE_FORMS, 12);

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
    const after = text.slice(at + han.length, at + han.length + 12);
    const reading = numeral(han, text.slice(Math.max(0, at - 12), at), after);
    if (reading !== undefined) {
      const isMeasure = reading.kind !== 'number' && reading.kind !== 'count';
      const unit = isMeasure ? (LEADING_UNIT.exec(after)?.[0].length ?? 0) : 0;
      add(at, at + han.length + unit, reading);
      at += unit;
    } else
      for (const [offset, value] of looseValues(han))
        add(at + offset, at + offset + 1, { kind: 'number', value, firm: false });
    at += han.length;
  }
  return withSense(text, joinClocks(text, found), CHINESE_SENSE).map((quantity) =>
    signed(odd(quantity, source), source),
  );
}

/** 1100余处, 200多户 are more than that. */
const odd = (quantity: Quantity, source: string): Quantity =>
  quantity.bound === undefined && /[余多]/.test(quantity.text + (source[quantity.end] ?? ''))
    ? { ...quantity, bound: 'least' }
    : quantity;

/** A quantity with the sign before it, where it has one. */
function signed(quantity: Quantity, source: string): Quantity {
  if (!quantity.negative || !/[-−－]/.test(source[quantity.start - 1] ?? '')) return quantity;
  const start = quantity.start - 1;
  return { ...quantity, start, text: source.slice(start, quantity.end).trim() };
}

/** What may be meant by characters that make no numeral (千万工程, 百亿级, 十五五, 一二三产业): each by itself, all of them, and 十五. */
function looseValues(run: string): [number, string][] {
  const single = [...run].flatMap((character, index): [number, string][] => {
    const value = readChineseNumeral(character) ?? chineseMultiplier(character).toFixed();
    return [[index, value]];
  });
  const ten = /十[一二三四五六七八九]/.exec(run);
  const teen = ten && readChineseNumeral(ten[0]);
  const whole: [number, string][] = /^[十百千万亿]{2,}$/.test(run) ? [[0, chineseMultiplier(run).toFixed()]] : [];
  const all = [...single, ...whole, ...(teen && ten ? [[ten.index, teen] as [number, string]] : [])];
  return all.sort(([one], [other]) => one - other);
}
