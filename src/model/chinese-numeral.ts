import Big from 'big.js';

const DIGITS = '〇一二三四五六七八九';
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const MYRIADS: Readonly<Record<string, string>> = { 万: '10000', 亿: '100000000' };

/** The multiplier that a run such as 万, 百万 or 万亿 stands for; 1 for none. */
export function chineseMultiplier(text: string): Big {
  return [...text].reduce((product, character) => product.times(UNITS[character] ?? MYRIADS[character] ?? '1'), Big(1));
}

function digit(character: string): number {
  if (character === '零') return 0;
  if (character === '两') return 2;
  return DIGITS.indexOf(character);
}

/**
 * The value of a numeral in Chinese characters as a decimal string: 六十八, 十五, 一万二千, 三点五, 二〇二五.
 * `undefined` for what is no well-formed numeral: 一二三, 十五五, 千万.
 */
export function readChineseNumeral(text: string): string | undefined {
  const [whole = '', fraction, ...rest] = text.split('点');
  if (rest.length > 0 || whole === '') return undefined;
  const integer = readInteger(whole);
  if (integer === undefined) return undefined;
  if (fraction === undefined) return integer.toFixed();
  const digits = [...fraction].map(digit);
  return digits.length === 0 || digits.includes(-1)
    ? undefined
    : Big(`${integer.toFixed()}.${digits.join('')}`).toFixed();
}

function readInteger(text: string): Big | undefined {
  const positional = [...text].map(digit);
  if (!positional.includes(-1)) {
    // A row of digits is a year (二〇二五) or a single digit; 一二三 names three things.
    return text.length === 1 || text.length === 4 || /[〇零]/.test(text) ? Big(positional.join('')) : undefined;
  }
  return readMyriads(text, '亿', (above) => readMyriads(above, '万', readThousands));
}

/** Splits at a myriad unit: what comes before it is multiplied, what comes after it must be less than it. */
function readMyriads(text: string, unit: '万' | '亿', above: (text: string) => Big | undefined): Big | undefined {
  const at = text.lastIndexOf(unit);
  if (at === -1) return above(text);
  const many = above(text.slice(0, at));
  const rest = text.slice(at + 1).replace(/^零/, '');
  const few = rest === '' ? Big(0) : above(rest);
  const scale = MYRIADS[unit] ?? '1';
  if (many === undefined || few === undefined || many.eq(0) || few.gte(scale)) return undefined;
  // 一万二 means 12,000: a single digit after a unit counts the next lower one.
  const elliptic = rest.length === 1 && !text.slice(at + 1).startsWith('零') && digit(rest) > 0;
  return many.times(scale).plus(elliptic ? few.times(scale).div(10) : few);
}

function readThousands(text: string): Big | undefined {
  let total = 0;
  let pending: number | undefined;
  let lowest = 10_000;
  for (const [index, character] of [...text].entries()) {
    const unit = UNITS[character];
    const value = digit(character);
    if (unit !== undefined) {
      // 十 for 一十 is allowed at the beginning only.
      if (unit >= lowest || (pending === undefined && !(unit === 10 && index === 0)) || pending === 0) return undefined;
      total += (pending ?? 1) * unit;
      lowest = unit;
      pending = undefined;
    } else if (value === -1 || pending !== undefined) {
      // 零 only fills a gap.
      if (pending !== 0 || value <= 0) return undefined;
      pending = value;
    } else pending = value;
  }
  if (pending !== undefined) {
    if (pending === 0 && total !== 0) return undefined;
    const elliptic = lowest >= 100 && lowest < 10_000 && !/[零〇]/.test(text);
    total += elliptic ? (pending * lowest) / 10 : pending;
  }
  return text === '' ? undefined : Big(total);
}
