import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readChineseQuantities } from '../../../src/language/quantities/chinese.ts';
import { compareQuantities } from '../../../src/language/quantities/compare.ts';
import { readEnglishQuantities } from '../../../src/language/quantities/english.ts';
import { displacedValues } from '../../../src/language/quantities/order.ts';
import { numberFindings } from '../../../src/rules/pairs/numbers.ts';

/** The pairs of a fixture: Chinese and English. */
const pairsOf = (name: string) =>
  readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8')
    .split('\n\n')
    .slice(1)
    .map((pair) => pair.trim().split('\n'));
const [RIGHT, WRONG] = [pairsOf('right-pairs.txt'), pairsOf('wrong-pairs.txt')];

/** What is wrong between two texts: the words of each, and in what sense they are opposed. */
function faults(zh: string, en: string): string[] {
  const [chinese, english] = [readChineseQuantities(zh), readEnglishQuantities(en)];
  const { swapped, reordered } = displacedValues(
    { text: zh, quantities: chinese, names: [] },
    { text: en, quantities: english, names: [] },
  );
  return [
    ...compareQuantities(chinese, english).map((pair) =>
      [pair.zh?.text ?? '', pair.en?.text ?? '', pair.sense ?? ''].join('|'),
    ),
    ...swapped.map((one) => `swapped ${one.zh.text}`),
    ...reordered.map((one) => `reordered ${one.zh.text}`),
  ];
}

describe('right pairs in the manner of official texts', () => {
  it('are four hundred, each in two languages', () => {
    expect(RIGHT.length).toBeGreaterThanOrEqual(400);
    expect(RIGHT.filter((pair) => pair.length !== 2)).toEqual([]);
  });

  it.each(RIGHT)('%s', (zh = '', en = '') => {
    expect(faults(zh, en)).toEqual([]);
  });
});

describe('pairs that are wrong in one thing', () => {
  it('are a hundred, each in two languages', () => {
    expect(WRONG.length).toBeGreaterThanOrEqual(100);
    expect(WRONG.filter((pair) => pair.length !== 2)).toEqual([]);
  });

  it.each(WRONG)('%s / %s', (zh = '', en = '') => {
    const place = () => ({ file: 'x' });
    expect(numberFindings({ zh, other: en, zhPlace: place, otherPlace: place })).not.toEqual([]);
  });
});

describe('the sense of a number', () => {
  it.each([
    ['a sign that is lost', '增长-3.2%', 'grew by 3.2%', ['-3.2%|3.2%|sign']],
    ['a sign in full width', '增长－3.2%', 'grew by 3.2%', ['－3.2%|3.2%|sign']],
    ['负', '收益率为负3.2%', 'the yield was 3.2%', ['3.2%|3.2%|sign']],
    ['零下', '气温零下3℃', 'a temperature of 3 °C', ['3℃|3 °C|sign']],
    ['the direction', '收入增长3.2%', 'revenue fell by 3.2%', ['3.2%|3.2%|direction']],
    ['a direction after the number', '实现3.2%的增长', 'a 3.2% decline', ['3.2%|3.2%|direction']],
    ['不低于 and no more than', '不低于90%', 'no more than 90%', ['90%|90%|bound']],
    ['以上 and below', '90%以上', 'below 90%', ['90%|90%|bound']],
    ['不超过 and at least', '不超过30天', 'at least 30 days', ['30天|30 days|bound']],
    ['翻一番', '产值翻一番', 'the output tripled', ['翻一番|tripled|']],
    ['倍 and times', '是2019年的3倍', 'two times that of 2019', ['3倍||']],
    ['percentage points and per cent', '提高2.3个百分点', 'raised by 2.3 per cent', ['2.3个百分点|2.3 per cent|']],
    ['a half', '一半的村庄', 'a third of the villages', ['一半|a third|']],
    ['a quarter', '四分之一的路灯', 'half of the lamps', ['四分之一||']],
    ['half a year', '上半年', 'in the second half of the year', ['上半年|second half|']],
    ['a quarter of the year', '第一季度', 'in the second quarter', ['第一季度|second quarter|']],
    ['a weekday', '每周一开放', 'open on Tuesdays', ['周一|Tuesdays|']],
    ['morning and afternoon', '下午3点', '3 a.m.', ['下午3点|3 a.m.|']],
    ['a Roman numeral', '达到Ⅲ类标准', 'the standard of Class II', ['Ⅲ|Class II|']],
    ['an ordinal', '第三批名单', 'the second batch', ['三|second|']],
    ['a unit of another size', '3公里', '3 m', ['3公里|3 m|']],
    ['a mass of another size', '5吨', '5 kg', ['5吨|5 kg|']],
    ['an area of another size', '3平方公里', '3 hectares', ['3平方公里|3 hectares|']],
    ['a unit that is lost', '达到90%', 'reached 90', ['90%||']],
    [
      'values on other years',
      '2025年4万亩、2026年1万亩',
      '10,000 mu in 2025 and 40,000 mu in 2026',
      ['swapped 4万亩', 'swapped 1万亩'],
    ],
    [
      'values that changed places',
      '修复24座，加盖36座',
      '36 repaired and 24 covered',
      ['reordered 24', 'reordered 36'],
    ],
  ])('%s is seen: %s / %s / %s', (_what, zh, en, expected) => {
    expect(faults(zh, en)).toEqual(expected);
  });

  it.each([
    ['增长-3.2%', 'fell by 3.2%'],
    ['下降3.2%', 'a change of -3.2%'],
    ['不低于90%', 'at least 90%'],
    ['3平方公里', '300 hectares'],
    ['2公里', '2,000 metres'],
    ['每周一次', 'once a week'],
    ['60个供水点中有42个全天供水', '42 of the 60 supply points give water all day'],
    ['2024年-2026年', 'from 2024 to 2026'],
  ])('is the same: %s / %s', (zh, en) => {
    expect(faults(zh, en)).toEqual([]);
  });
});
