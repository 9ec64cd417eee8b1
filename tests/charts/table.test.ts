import { expect, test } from 'vitest';
import { datasetTable } from '../../src/charts/table.ts';
import type { Observation } from '../../src/model/dataset.ts';
import { fictionalDataset } from './dataset.ts';

/** What the column “as printed” has for a value of 9亿元 that a reply states in these words. */
function printed(
  zh: { exact: string; prefix?: string; suffix?: string } | undefined,
  qualifier: Observation['qualifier'],
): string {
  const dataset = fictionalDataset({
    unit: 'yuan',
    observations: [
      {
        period: '2030',
        value: '900000000',
        stated: { number: '9', unit: '亿元' },
        qualifier,
        ...(zh ? { quote: { reply: '2030-7', zh } } : {}),
      },
    ],
  });
  return datasetTable(dataset, 'zh').rows[0]?.stated ?? '';
}

test.each([
  ['in the quote', { exact: '约9亿元' }, 'approx', '约9亿元'],
  ['before the quote', { exact: '9亿元', prefix: '共投入资金约' }, 'approx', '约9亿元'],
  ['after the quote', { exact: '9亿元', suffix: '左右。' }, 'approx', '9亿元左右'],
  ['after the quote, as a bound', { exact: '9亿元', suffix: '以上' }, 'at-least', '9亿元以上'],
  ['nowhere near it', { exact: '9亿元' }, 'approx', '约9亿元'],
  ['in no quote', undefined, 'at-most', '不超过9亿元'],
  ['a long quote', { exact: '截至目前全市已经累计共投入治理资金约9亿元' }, 'approx', '约9亿元'],
  ['none, where the value is exact', { exact: '投入9亿元' }, 'exact', '9亿元'],
] as const)('the words that say how exactly a value is known: %s', (_, quote, qualifier, expected) => {
  expect(printed(quote, qualifier)).toBe(expected);
});
