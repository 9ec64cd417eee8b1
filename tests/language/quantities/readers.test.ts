import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readChineseQuantities } from '../../../src/language/quantities/chinese.ts';
import { compareQuantities } from '../../../src/language/quantities/compare.ts';
import { readEnglishQuantities } from '../../../src/language/quantities/english.ts';
import type { Quantity } from '../../../src/language/quantities/quantity.ts';
import { readChineseNumeral } from '../../../src/model/chinese-numeral.ts';
import { readEnglishNumeral } from '../../../src/model/english-numeral.ts';

const said = (quantities: readonly Quantity[]) => quantities.map(({ kind, value }) => `${kind} ${value}`);
const disagreements = (zh: string, en: string) =>
  compareQuantities(readChineseQuantities(zh), readEnglishQuantities(en)).map((pair) => [pair.zh?.text, pair.en?.text]);

describe('Chinese quantities', () => {
  it.each([
    ['5.7万亩', ['mu 57000']],
    ['９．５万亩', ['mu 95000']],
    ['约9亿元', ['yuan 900000000']],
    ['1亿2000万元', ['yuan 120000000']],
    ['9亿美元和3千万欧元', ['us-dollar 900000000', 'euro 30000000']],
    ['10~20万亩', ['mu 100000', 'mu 200000']],
    ['1,234.5公顷', ['ha 1234.5']],
    ['100余万元', ['yuan 1000000']],
    ['90%和百分之八十', ['percent 90', 'percent 80']],
    ['百分之三点五', ['percent 3.5']],
    ['5.2个百分点', ['percentage-point 5.2']],
    ['三分之二', ['fraction 2/3']],
    ['占1/3', ['fraction 1/3']],
    ['七成以上，6成半', ['percent 70', 'percent 65']],
    ['2025年5月6日', ['date 2025-05-06']],
    ['二〇二五年五月六日', ['date 2025-05-06']],
    ['2025年5月', ['year-month 2025-05']],
    ['5~8月', ['month 5', 'month 8']],
    ['2024-2026年', ['number 2024', 'number 2026']],
    ['自然资规〔2024〕1号', ['document 2024/1']],
    ['[2025] 846号', ['document 2025/846']],
    ['十五届人大五次会议第109号', ['number 15', 'number 5', 'number 109']],
    ['九万八千亩', ['mu 98000']],
    ['一百零八座', ['count 108']],
    ['0355-2021855', ['code 0355-2021855']],
    ['#p13', []],
  ])('%s', (text, expected) => {
    expect(said(readChineseQuantities(text))).toEqual(expected);
  });

  it.each(['一是', '一二三产业', '“千万工程”', '“十五五”', '第一时间', '统一', '一线工作法'])(
    'asks for nothing in English: %s',
    (text) => {
      expect(readChineseQuantities(text).filter(({ firm }) => firm)).toEqual([]);
    },
  );
});

describe('English quantities', () => {
  it.each([
    ['44,700 mu', ['mu 44700']],
    ['about 900 million yuan', ['yuan 900000000']],
    ['RMB 900 million', ['yuan 900000000']],
    ['¥0.9 billion', ['yuan 900000000']],
    ['900 million US dollars', ['us-dollar 900000000']],
    ['US$0.9 billion and €30 million', ['us-dollar 900000000', 'euro 30000000']],
    ['HK$5 million, 5 million Hong Kong dollars', ['hk-dollar 5000000', 'hk-dollar 5000000']],
    ['10–20 million mu', ['mu 10000000', 'mu 20000000']],
    ['57,000 mu (3,800 ha)', ['mu 57000', 'ha 3800']],
    ['90 per cent', ['percent 90']],
    ['5.2 percentage points', ['percentage-point 5.2']],
    ['two-thirds', ['fraction 2/3']],
    ['6 May 2025', ['date 2025-05-06']],
    ['May 6, 2025', ['date 2025-05-06']],
    ['in May 2025 it may', ['year-month 2025-05']],
    ['between May and August', ['month 5', 'month 8']],
    ['[2024] No. 1', ['document 2024/1']],
    ['the Fifth Session of the 15th', ['number 5', 'number 15']],
    ['sixty-eight mines', ['number 68']],
    ['one hundred and eight', ['number 108']],
    ['p13', []],
  ])('%s', (text, expected) => {
    expect(said(readEnglishQuantities(text))).toEqual(expected);
  });
});

const HAN = '零一二三四五六七八九';

/** A whole number below 10^8 in Chinese characters, written out in full. */
function inChinese(value: number): string {
  const below = (number: number): string => {
    const digits = [...String(number)].map(Number);
    const units = ['', '十', '百', '千'];
    const written = digits
      .map((digit, index) => (digit === 0 ? '零' : `${HAN[digit]}${units[digits.length - 1 - index]}`))
      .join('');
    return written.replace(/零+/g, '零').replace(/(?<=.)零$/, '');
  };
  if (value < 10_000) return below(value);
  const rest = value % 10_000;
  return `${below(Math.floor(value / 10_000))}万${rest === 0 ? '' : `${rest < 1000 ? '零' : ''}${below(rest)}`}`;
}

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** A whole number below 10^9 in English words. */
function inEnglish(value: number): string {
  if (value < 20) return SMALL[value] ?? '';
  if (value < 100) return `${TENS[Math.floor(value / 10)]}${value % 10 === 0 ? '' : `-${SMALL[value % 10]}`}`;
  for (const [scale, word] of [
    [1_000_000, 'million'],
    [1000, 'thousand'],
    [100, 'hundred'],
  ] as const) {
    if (value < scale) continue;
    const rest = value % scale;
    return `${inEnglish(Math.floor(value / scale))} ${word}${rest === 0 ? '' : `${rest < 100 ? ' and' : ''} ${inEnglish(rest)}`}`;
  }
  return '';
}

describe('numerals in words', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (value) => {
        expect(readChineseNumeral(inChinese(value)), inChinese(value)).toBe(String(value));
        expect(readEnglishNumeral(inEnglish(value)), inEnglish(value)).toBe(String(value));
      }),
    );
  });

  it.each(['一二三', '十五五', '千万', '百', '万'])('%s is no numeral', (text) => {
    expect(readChineseNumeral(text)).toBeUndefined();
  });
});

describe('a pair', () => {
  it.each([
    ['治理4.47万亩、1.12万亩', '44,700 mu and 11,200 mu'],
    ['治理4.47万亩、1.12万亩', '44,700 and 11,200 mu were treated'],
    ['治理5.7万亩', '57,000 mu (3,800 ha)'],
    ['共9亿元', 'about RMB 900 million'],
    ['7部门印发', 'issued by seven departments'],
    ['一是修复。二是加盖。', 'First, repair. Second, cover.'],
    ['用4年时间', 'in four years'],
    ['2025年5月6日', '6 May 2025'],
    ['2025年5月至8月', 'May to August 2025'],
    ['“千万工程”', 'the “Thousand Villages and Ten Thousand Villages” Project'],
  ])('agrees: %s / %s', (zh, en) => {
    expect(disagreements(zh, en)).toEqual([]);
  });

  it.each([
    ['治理4.47万亩', '447,000 mu', [['4.47万亩', '447,000 mu']]],
    ['共9亿元', '90 million yuan', [['9亿元', '90 million yuan']]],
    ['资金9亿元', '900 million US dollars', [['9亿元', '900 million US dollars']]],
    ['2025年5月6日', '5 June 2025', [['2025年5月6日', '5 June 2025']]],
    ['90%', '80%', [['90%', '80%']]],
    ['1000亩', '1,000 ha', [['1000亩', '1,000 ha']]],
    ['修复24眼', 'Repaired', [['24', undefined]]],
    ['已修复', '24 repaired', [[undefined, '24']]],
    ['〔2024〕1号', '[2024] No. 7', [['〔2024〕1号', '[2024] No. 7']]],
  ])('disagrees: %s / %s', (zh, en, expected) => {
    expect(disagreements(zh, en)).toEqual(expected);
  });

  it('sees every changed value', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 9_999_999 }), fc.integer({ min: 3, max: 9_999_999 }), (one, other) => {
        const zh = `治理${one}亩`;
        expect(disagreements(zh, `${one.toLocaleString('en-GB')} mu`)).toEqual([]);
        if (one !== other) expect(disagreements(zh, `${other.toLocaleString('en-GB')} mu`)).toHaveLength(1);
      }),
    );
  });
});
