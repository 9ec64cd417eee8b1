import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/errors.ts';
import { bureauFiles, siteChecker } from '../fuzz/mutations/site.ts';

const files = bureauFiles();
const { check } = siteChecker(files);
const sign = ({ rule, place, message }: Finding) => `${rule} ${place.file} ${message.en}`;
const before = new Set(check(new Map()).map(sign));

/** The fields that are written anew, by a name: the file, and the words that both languages have there. */
const FIELDS = {
  title: ['data/supply-points.json', '"zh": "供水点",\n    "en": "Supply points"'],
  headline: [
    'data/supply-points.json',
    '"zh": "60个供水点中，42个已全天供水",\n    "en": "42 of 60 supply points give water all day"',
  ],
  span: ['data/supply-points.json', '"zh": "截至2024年11月18日",\n    "en": "As of 18 November 2024"'],
  label: ['data/supply-points.json', '"zh": "全部供水点",\n        "en": "All supply points"'],
  note: [
    'data/supply-points.json',
    '"zh": "其余供水点的数目由本站计算。",\n      "en": "The number of the others was computed by this site."',
  ],
  fund: [
    'data/repair-fund.json',
    '"zh": "截至2025年5月6日，治理共投入资金约7亿元",\n    "en": "About 700 million yuan put into repair altogether, to 6 May 2025"',
  ],
  area: [
    'data/repair-area.json',
    '"zh": "全市灌区累计完成治理4.6万亩；改造计划2025年完成3.24万亩，为四年中最多",\n    "en": "46,000 mu repaired by the city’s schemes to date; the renewal plan sets 32,400 mu for 2025, the most of its four years"',
  ],
  commitment: [
    'data/commitments.json',
    '"zh": "第二批更换水表不少于900只",\n        "en": "Replace at least 900 meters in the second lot"',
  ],
  share: [
    'data/commitments.json',
    '"zh": "正常运行的85%大型灌区达到节水灌区标准要求",\n        "en": "85% of large schemes in operation meet the water-saving standards"',
  ],
} as const;

/** What is said of a site in which one field says something else, the same in both languages. */
function told(field: keyof typeof FIELDS, zh: string, en: string): string[] {
  const [file, words] = FIELDS[field];
  const text = new TextDecoder().decode(files.get(file));
  expect(text).toContain(words);
  const written = JSON.stringify({ zh, en }).slice(1, -1);
  return check(new Map([[file, text.replace(words, () => written)]]))
    .map(sign)
    .filter((one) => !before.has(one));
}

describe('what no source states is told', () => {
  test.each([
    ['title', '61个供水点', '61 supply points'],
    ['title', '2025年供水点', 'Supply points in 2025'],
    ['title', '2024年12月的供水点', 'Supply points in December 2024'],
    ['title', '供水点数翻一番', 'Supply points doubled'],
    ['title', '供水点覆盖3.2万人', 'Supply points for 32,000 people'],
    ['headline', '60个供水点中，40个已全天供水', '40 of 60 supply points give water all day'],
    ['headline', '六十二个供水点', 'Sixty-two supply points'],
    ['headline', '每个供水点平均服务42户', 'Each supply point serves 42 households on average'],
    ['headline', '60个供水点每年检修42次', '60 supply points are overhauled 42 times a year'],
    ['headline', '第一批更换水表900只，第二批1,250只', '900 meters in the first lot and 1,250 in the second'],
    ['headline', '第二批约900只', 'About 900 in the second lot'],
    ['headline', '2023年通自来水的村占71%', '71% of the villages had running water in 2023'],
    [
      'headline',
      '通自来水的村由2021年的83%降至2023年的62%',
      'Villages with running water fell from 83% in 2021 to 62% in 2023',
    ],
    ['span', '截至2024年11月28日', 'As of 28 November 2024'],
    ['span', '2024年10月', 'October 2024'],
    ['span', '2019年至2024年', '2019 to 2024'],
    ['label', '全部80个供水点', 'All 80 supply points'],
    ['note', '其余28个供水点的数目由本站计算。', 'The number of the other 28 points was computed by this site.'],
    ['fund', '年均投入资金约7亿元', 'About 700 million yuan put in a year on average'],
    ['fund', '共投入资金超过7亿元', 'More than 700 million yuan put in'],
    ['fund', '共投入资金约7亿美元', 'About 700 million US dollars put in'],
    ['area', '改造计划2025年完成3.24万亩，为五年中最多', '32,400 mu are planned for 2025, the most of its five years'],
    ['area', '计划用5年时间完成改造', 'The renewal is planned for 5 years'],
    ['area', '计划2025年1.26万亩、2026年3.24万亩', 'The plan is 12,600 mu in 2025 and 32,400 mu in 2026'],
    ['commitment', '第二批更换水表不超过900只', 'Replace at most 900 meters in the second lot'],
    ['commitment', '第一批更换水表不少于900只', 'Replace at least 900 meters in the first lot'],
    ['share', '正常运行的85%中型灌区达到标准', '85% of medium-sized schemes in operation meet the standards'],
  ] as const)('%s: %s / %s', (field, zh, en) => {
    expect(told(field, zh, en)).not.toEqual([]);
  });
});

describe('what a source states is left alone', () => {
  test.each([
    ['title', '60个供水点', '60 supply points'],
    ['title', '供水点（2024年）', 'Supply points (2024)'],
    ['title', '2024年11月的供水点', 'Supply points in November 2024'],
    ['headline', '六十个供水点中，四十二个已全天供水', 'Forty-two of sixty supply points give water all day'],
    [
      'headline',
      '第一批更换水表1,250只，第二批不少于900只',
      '1,250 meters in the first lot and at least 900 in the second',
    ],
    ['headline', '供水中断超过12小时的提前公告', 'Notice is given of stops of more than 12 hours'],
    [
      'headline',
      '通自来水的村由2021年的62%升至2023年的83%',
      'Villages with running water rose from 62% in 2021 to 83% in 2023',
    ],
    [
      'headline',
      '60个供水点中42个已全天供水，占70%（本站计算：42 ÷ 60 ＝ 70%）',
      '42 of 60 supply points, or 70%, give water all day (own calculation: 42 ÷ 60 = 70%)',
    ],
    ['span', '2024年11月', 'November 2024'],
    ['label', '全部60个供水点', 'All 60 supply points'],
    ['note', '其余18个供水点的数目由本站计算。', 'The number of the other 18 points was computed by this site.'],
    ['fund', '2021年以来共投入资金约7亿元', 'About 700 million yuan put in since 2021'],
    ['fund', '共投入资金约70,000万元', 'About 700 million yuan put in'],
    ['area', '2025年实际完成3.31万亩', '33,100 mu were done in 2025'],
    ['area', '2025年完成3.31万亩，超过计划的3.24万亩', '33,100 mu were done in 2025, above the plan of 32,400 mu'],
    ['area', '计划利用4年时间完成改造，2025年3.24万亩', 'The renewal is planned for 4 years, with 32,400 mu in 2025'],
    ['commitment', '第二批不少于900只', 'At least 900 in the second lot'],
    ['share', '70%中型灌区达到标准', '70% of medium-sized schemes meet the standards'],
  ] as const)('%s: %s / %s', (field, zh, en) => {
    expect(told(field, zh, en)).toEqual([]);
  });
});
