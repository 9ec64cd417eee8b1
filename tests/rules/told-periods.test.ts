import { expect, test } from 'vitest';
import { relativeYears } from '../../src/rules/figures/days.ts';

test.each([
  ['本年度完成生态修复面积6.01万亩。', ['2015']],
  ['下一年度计划修复面积5.88万亩。', ['2016']],
  ['去年修复8万亩，今年年底前再修复2万亩。', ['2015', '2014']],
  ['An area of 58,800 mu is planned for restoration next year.', ['2016']],
  ['到2017年，全部修复。', []],
])('a letter of 2015 that says %s tells of %j by their distance', (text, years) => {
  expect(relativeYears(text, '2015-05-06')).toEqual(years);
});
