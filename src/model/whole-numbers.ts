import { TABLE, type UnitEntry } from './unit-table.ts';

/** Counting words and measures of two characters and more that no dataset is in. */
const NOT_IN_THE_TABLE = [
  '季度',
  '周岁',
  '人次',
  '平方厘米',
  '平方毫米',
  '立方千米',
  '立方厘米',
  '分米',
  '纳米',
  '微米',
];

/** Chinese words for what a number counts, the longest first; of one character, whatever follows the number is kept with it. */
const LONG_UNITS = [
  ...Object.values<UnitEntry>(TABLE).flatMap(({ printed }) => Object.keys(printed.zh)),
  ...NOT_IN_THE_TABLE,
]
  .filter((word) => word.length > 1 && /\p{Script=Han}/u.test(word))
  .sort((one, other) => other.length - one.length)
  .join('|');

/**
 * A number with what it counts: 5.7万亩, 2026年, 11月23日, 第62号, 约76处 without 约; and the number of a document, 〔2025〕36号.
 * After the digits comes a multiplier and a unit, or any one character: no line ends right after a digit.
 */
export const WHOLE_NUMBER = new RegExp(
  `[〔[（(]\\d{4}[〕\\]）)] ?第?\\d+(?:-\\d+)?号|第?\\d+(?:[.,:]\\d+)*(?:[十百千万亿]{0,2}?(?:${LONG_UNITS})|[十百千万亿]{0,2}(?:月\\d+日|[%‰℃]|\\p{Script=Han})?)`,
  'gu',
);
