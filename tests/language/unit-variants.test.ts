import { describe, expect, test } from 'vitest';
import { datasetVariants, numberInVariant, withUnitWord } from '../../src/language/unit-variants.ts';
import { formatValue } from '../../src/language/units.ts';
import type { Unit } from '../../src/model/units.ts';
import { fictionalDataset } from '../charts/dataset.ts';

test.each([
  ['900000000', 'yuan', '9亿元', '900 million yuan'],
  ['50000', 'yuan', '5万元', '50,000 yuan'],
  ['600', 'yuan', '600元', '600 yuan'],
  ['-600', 'yuan', '−600元', '−600 yuan'],
  ['0', 'yuan', '0亿元', '0 million yuan'],
  ['44700', 'mu', '4.47万亩', '44,700 mu'],
  ['3200', 'mu', '0.32万亩', '3,200 mu'],
  ['30', 'mu', '30亩', '30 mu'],
  ['12', 'tonne', '12吨', '12 tonnes'],
] as const)('%s %s is written in the unit of its size: %s, %s', (value, unit, zh, en) => {
  expect(formatValue(value, unit, 'zh')).toBe(zh);
  expect(formatValue(value, unit, 'en')).toBe(en);
});

describe('a dataset’s values share one unit', () => {
  const written = (unit: Unit, printed: string, ...values: string[]) => {
    const dataset = fictionalDataset({
      unit,
      observations: values.map((value, index) => ({
        period: String(2030 + index),
        value,
        stated: { number: '1', unit: printed },
      })),
    });
    return datasetVariants(dataset, 'zh').map((variant) =>
      values
        .map((value) => withUnitWord(numberInVariant(value, unit, 'exact', variant, 'zh'), variant, 'zh'))
        .join(' '),
    );
  };

  test.each([
    ['of the largest value, as printed', written('yuan', '万元', '90000000'), ['9000万元', '0.9亿元']],
    ['with another to switch to', written('yuan', '亿元', '700000000'), ['7亿元', '70000万元']],
    ['of small sums', written('yuan', '元', '600', '1200'), ['600元 1200元', '0.06万元 0.12万元']],
    ['that leaves the smallest readable', written('yuan', '亿元', '900000000', '600'), ['90000万元 0.06万元']],
    ['and its conversion', written('mu', '万亩', '57000'), ['5.7万亩', '3800公顷']],
    ['of a few mu', written('mu', '亩', '30'), ['30亩', '2公顷']],
  ])('%s', (_, found, expected) => expect(found).toEqual(expected));
});
