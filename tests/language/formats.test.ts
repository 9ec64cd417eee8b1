import { describe, expect, it } from 'vitest';
import { formatDay, formatDecimal, formatPeriod } from '../../src/language/formats.ts';
import { formatQualified } from '../../src/language/units.ts';

describe('what readers see of', () => {
  it.each([
    ['2025-05-06', '2025年5月6日', '6 May 2025'],
    ['1999-12-31', '1999年12月31日', '31 December 1999'],
  ])('the day %s', (day, zh, en) => {
    expect([formatDay(day, 'zh'), formatDay(day, 'en')]).toEqual([zh, en]);
  });

  it.each([
    ['2025', '2025年', '2025'],
    ['2025-05-06', '截至2025年5月6日', 'as of 6 May 2025'],
    ['../2025-05-06', '累计至2025年5月6日', 'cumulative to 6 May 2025'],
    ['2019/2025-05-06', '2019年至2025年5月6日', '2019 to 6 May 2025'],
  ])('the period %s', (period, zh, en) => {
    expect([formatPeriod(period, 'zh'), formatPeriod(period, 'en')]).toEqual([zh, en]);
  });

  it.each([
    ['44700', '44700', '44,700'],
    ['1234567.891', '1234567.891', '1,234,567.891'],
    ['-1000', '−1000', '−1,000'],
    ['999', '999', '999'],
  ])('the number %s', (value, zh, en) => {
    expect([formatDecimal(value, 'zh'), formatDecimal(value, 'en')]).toEqual([zh, en]);
  });

  it.each([
    ['44700', 'mu', 'exact', '4.47万亩', '44,700 mu'],
    ['900000000', 'yuan', 'approx', '约9亿元', 'about 900 million yuan'],
    ['90', 'percent', 'exact', '90%', '90%'],
    ['24', 'count', 'exact', '24座', '24 mines'],
    ['2980', 'ha', 'at-least', '不少于2980公顷', 'at least 2,980 ha'],
  ] as const)('the value %s %s %s', (value, unit, qualifier, zh, en) => {
    const counter = { zh: '座', en: 'mines' };
    expect([
      formatQualified(value, unit, qualifier, 'zh', counter),
      formatQualified(value, unit, qualifier, 'en', counter),
    ]).toEqual([zh, en]);
  });
});
