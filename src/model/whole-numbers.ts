/** Units and counting words of two characters and more; of one, whatever character follows the number is kept with it. */
const LONG_UNITS =
  '(?:平方|立方)(?:公里|千米|厘米|毫米|米)|[公千分厘毫纳微]米|公里|公顷|公斤|[千毫]克|毫升|千瓦时|[千兆吉]瓦时?|小时|分钟|季度|周岁|人次|摄氏度|个百分点|百分点|个月|工作日|个工作日';

/**
 * A number with what it counts: 5.7万亩, 2026年, 11月23日, 第62号, 约76处 without 约; and the number of a document, 〔2025〕36号. After the digits
 * stand a multiplier and a unit, or any one character: no line ends right after a digit.
 */
export const WHOLE_NUMBER = new RegExp(
  `[〔[（(]\\d{4}[〕\\]）)] ?第?\\d+(?:-\\d+)?号|第?\\d+(?:[.,:]\\d+)*(?:[十百千万亿]{0,2}?(?:${LONG_UNITS})|[十百千万亿]{0,2}(?:月\\d+日|[%‰℃]|\\p{Script=Han})?)`,
  'gu',
);
