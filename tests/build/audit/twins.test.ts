import { expect, test } from 'vitest';
import { firstDifference, officialDigest } from '../../../src/build/audit/twins.ts';

test.each([
  ['white space', '一 二\n三　四\u00a0\t', '一二三四'],
  ["Markdown's marks", '## 一、*二*\n\n> - 三\\~四 | `五` + 六:七_', '一、二三四五六七'],
])('%s is not compared', (_what, one, other) => {
  expect(officialDigest(one)).toBe(officialDigest(other));
});

test.each([
  ['a character', '越亮', '越高'],
  ['a full stop', '完毕。', '完毕'],
  ['a sign in full width', '一：二', '一二'],
  ['half of a pair of units', '\u{20000}', '\u{20001}'],
  ['the order', '一二', '二一'],
])('%s is', (_what, one, other) => {
  expect(officialDigest(one)).not.toBe(officialDigest(other));
});

test.each([
  ['within', '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳', '甲乙丙丁戊己庚 X 壬', '乙丙丁戊己庚辛壬癸子丑寅卯辰巳'],
  ['where the page ends', '甲乙丙', '甲', '甲乙丙'],
  ['where the page goes on', '甲乙丙', '甲乙丙丁', '甲乙丙'],
])('the first difference %s is told by what stands around it', (_where, source, shown, words) => {
  expect(firstDifference(shown, source)).toBe(words);
});

test('white space and marks, and nothing else, are not compared', () => {
  const nothing = officialDigest('');
  const units = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit));
  const leftOut = units.filter((unit) => officialDigest(unit) === nothing);
  expect(leftOut).toEqual(units.filter((unit) => /[\s#*_>|\\`~:+-]/.test(unit)));
});
