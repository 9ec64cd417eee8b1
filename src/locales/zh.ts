import type { Language } from './language.ts';

/** Simplified Chinese. Dates as GB/T 9704 has them: no leading zeros. */
export const zh: Language = {
  name: '中文',
  called: { zh: '中文', en: 'Chinese' },
  tag: 'zh-Hans',
  direction: 'ltr',
  script: 'Han',
  punctuation: {
    colon: '：',
    list: '、',
    clauses: '；',
    comma: '，',
    sentences: '',
    brackets: ['（', '）'],
    quotes: ['“', '”'],
    facts: '　',
  },
  numbers: { group: '', unitGap: '' },
  dates: {
    year: (year) => `${year}年`,
    month: (year, month) => `${year}年${month}月`,
    day: (year, month, day) => `${year}年${month}月${day}日`,
    asOf: (day) => `截至${day}`,
    until: (day) => `累计至${day}`,
    between: (start, end) => `${start}至${end}`,
  },
  figures: 'chinese',
  search: 'pairs',
  breaks: 'phrases',
  fallback: 'zh',
};
