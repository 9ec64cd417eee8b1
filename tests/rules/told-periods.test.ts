import { expect, test } from 'vitest';
import { relativeYears } from '../../src/rules/figures/days.ts';
import { bureauFiles, siteChecker } from '../fuzz/mutations/site.ts';

test.each([
  ['本年度完成生态修复面积6.01万亩。', ['2015']],
  ['下一年度计划修复面积5.88万亩。', ['2016']],
  ['去年修复8万亩，今年年底前再修复2万亩。', ['2015', '2014']],
  ['An area of 58,800 mu is planned for restoration next year.', ['2016']],
  ['到2017年，全部修复。', []],
])('a letter of 2015 that says %s tells of %j by their distance', (text, years) => {
  expect(relativeYears(text, '2015-05-06')).toEqual(years);
});

const files = bureauFiles();
const { check } = siteChecker(files);
const source = (file: string) => new TextDecoder().decode(files.get(file));
const rulesAfter = (file: string, from: string, to: string) => {
  const text = source(file);
  expect(text).toContain(from);
  return check(new Map([[file, text.replace(from, to)]])).map(({ rule }) => rule);
};

test.each([
  ['a year that the letter names, of another value', 'data/repair-area.json', '"period": "2027"', '"period": "2024"'],
  ['a commitment of 2025 due in another year', 'data/commitments.json', '"due": "2025-12-31"', '"due": "2028-12-31"'],
  [
    'a commitment due before any year that it names',
    'data/commitments.json',
    '"due": "2028-12-31"',
    '"due": "2024-12-31"',
  ],
])('%s is told', (_what, file, from, to) => {
  expect(rulesAfter(file, from, to)).toContain('period-unstated');
});

test.each(['900 − 850 = 60', '50 − 850 = 50'])('a calculation that does not come out is told: %s', (wrong) => {
  const file = 'data/commitments.json';
  const found = check(new Map([[file, source(file).replace('900 − 850 = 50', wrong)]]));
  expect(found.map(({ message }) => message.en).join()).toContain('own calculation');
});

test('nothing is said of the periods of the bureau as it is', () => {
  expect(check(new Map()).filter(({ rule }) => rule === 'period-unstated')).toEqual([]);
});
