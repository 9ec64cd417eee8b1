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
  letter: {
    gap: '此处不公开',
    // Whom a copy goes to, who handled and printed it; in older letters the subject words.
    imprint:
      /抄送|抄报|抄告|抄致|主送|报送|分送|发送|印发|印制|共印|份数|校对|校核|审核|打印|拟稿|签发|承办|经办|联系|存档|归档|公开|主题词|附注|备注|^注：/u,
  },
  figures: 'chinese',
  search: 'pairs',
  breaks: 'phrases',
  fallback: 'zh',
};
