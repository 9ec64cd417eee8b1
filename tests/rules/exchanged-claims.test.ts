import { describe, expect, test } from 'vitest';
import type { Locale } from '../../src/model/locale.ts';
import { claimsOf } from '../../src/rules/figures/claims.ts';
import { exchangedClaims, movedClaims, partReader } from '../../src/rules/figures/exchanged.ts';
import { read } from '../../src/rules/figures/statements.ts';

const LETTER: Readonly<Record<'zh' | 'en', readonly string[]>> = {
  en: [
    'The city has 60 supply points in all, of which 42 give water all day. Of the villages, 62% had running water in 2021, 71% in 2022 and 83% in 2023.',
    'Old meters are replaced in two lots: the first lot, 1,250 meters, is done; the second lot, at least 900 meters, will be done by the end of December 2025.',
    'The bus company runs 36 electric buses on 14 lines; tickets cost 2 yuan in the city and 5 yuan to the airport. In 2024 it carried 3.6 million passengers, and 4.1 million are expected in 2025.',
    'Subsidies of 1.2 million yuan went to kindergartens and 3.5 million yuan to primary schools; the kindergartens took in 480 children.',
  ],
  zh: [
    '全市共有供水点60处，其中42处全天供水。2021年通自来水的村占62%，2022年占71%，2023年占83%。',
    '公交公司开通线路14条，投放纯电动公交车36辆；2024年运送乘客360万人次，2025年预计410万人次。',
    '补助幼儿园120万元，补助小学350万元。',
  ],
};
const sources = (locale: 'zh' | 'en') => LETTER[locale].flatMap((text) => read(text, locale, 'the letter'));
const told = (text: string, locale: Locale & ('zh' | 'en')) => {
  const claims = claimsOf(text, locale);
  const resting = { text, locale, claims, sources: sources(locale), read: partReader(locale) };
  return [
    ...exchangedClaims(resting).map(({ one, other }) => `${one.text} ${other.text}`),
    ...movedClaims(resting).map(({ claim, toldOf }) => `${claim.text} ${toldOf}`),
  ];
};

describe('a summary that keeps to its letter', () => {
  test.each([
    ['en', '42 of 60 supply points give water all day; 1,250 meters were replaced and at least 900 more will be.'],
    [
      'en',
      'Of 60 supply points 42 give water all day, and running water reached 83% of villages in 2023, up from 62% in 2021.',
    ],
    ['en', 'A second lot of 900 meters follows the first of 1,250.'],
    ['en', 'There are 14 bus lines with 36 electric buses; 3.6 million passengers were carried in 2024.'],
    ['en', 'Tickets are 2 yuan within the city, 5 yuan to the airport.'],
    ['en', 'Primary schools received 3.5 million yuan, kindergartens 1.2 million.'],
    ['en', 'The 2025 reply says that 3.6 million passengers used the buses; 4.1 million are expected.'],
    ['zh', '42处供水点全天供水，共60处；2023年通自来水的村占83%。'],
    ['zh', '投放纯电动公交车36辆，线路14条，2025年预计运送410万人次。'],
    ['zh', '小学补助350万元、幼儿园120万元。'],
  ] as const)('is left alone: %s %s', (locale, text) => {
    expect(told(text, locale)).toEqual([]);
  });
});

describe('a summary that gives one thing the value of another', () => {
  test.each([
    ['en', 'There are 36 bus lines with 14 electric buses.'],
    ['en', 'Tickets are 5 yuan within the city, 2 yuan to the airport.'],
    ['en', 'Primary schools received 1.2 million yuan, kindergartens 3.5 million yuan.'],
    ['en', 'Running water reached 71% of villages in 2021.'],
    ['en', '3.6 million passengers were carried in 2025.'],
    ['zh', '投放纯电动公交车14辆，线路36条。'],
    ['zh', '小学补助120万元、幼儿园350万元。'],
    ['zh', '2022年通自来水的村占83%。'],
  ] as const)('is told: %s %s', (locale, text) => {
    expect(told(text, locale)).not.toEqual([]);
  });
});
