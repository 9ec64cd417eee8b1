import { describe, expect, test } from 'vitest';
import { figuresFor, parseQuantity } from '../../src/search/quantities.ts';

describe('a number with a unit', () => {
  test.each([
    ['4.47万亩', { value: '44700', unit: 'mu' }],
    ['44,700 mu', { value: '44700', unit: 'mu' }],
    ['44700亩', { value: '44700', unit: 'mu' }],
    ['2980 ha', { value: '2980', unit: 'ha' }],
    ['2,980 hectares', { value: '2980', unit: 'ha' }],
    ['9亿元', { value: '900000000', unit: 'yuan' }],
    ['900 million yuan', { value: '900000000', unit: 'yuan' }],
    ['约9亿元', { value: '900000000', unit: 'yuan' }],
    ['90%', { value: '90', unit: 'percent' }],
    ['90 percent', { value: '90', unit: 'percent' }],
    ['24座', { value: '24', unit: 'counted' }],
  ])('%s', (text, expected) => {
    expect(parseQuantity(text)).toEqual(expected);
  });

  test.each(['4.47', '绿色矿山', '万亩', '', '2025-846'])('%j is none', (text) => {
    expect(parseQuantity(text)).toBeUndefined();
  });
});

describe('figures are found in every unit that they can be shown in', () => {
  const figure = (observation: string, printed: string, value: string, unit: string) => ({
    locale: 'zh' as const,
    dataset: 'made-up',
    observation,
    printed,
    value,
    unit,
    label: '虚构',
    url: '/zh/data/made-up/',
    source: '虚构数据',
  });
  const figures = [
    figure('even', '4.47万亩', '44700', 'mu'),
    figure('uneven', '1.12万亩', '11200', 'mu'),
    figure('counted', '24座', '24', 'count'),
  ];
  test.each([
    ['4.47万亩', ['even']],
    ['44,700 mu', ['even']],
    ['2980 ha', ['even']],
    ['2980公顷', ['even']],
    ['746.67 ha', ['uneven']],
    ['747 ha', ['uneven']],
    ['746 ha', []],
    ['24座', ['counted']],
    ['24亩', []],
    ['447万亩', []],
  ])('%s', (typed, expected) => {
    expect(figuresFor(typed, figures).map(({ observation }) => observation)).toEqual(expected);
  });
});
