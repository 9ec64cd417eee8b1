import type { Words } from './words.ts';

const zh = {
  language: '中文',
  skip: '跳到正文',
  navigation: '主导航',
  home: '首页',
  replies: '答复',
  data: '数据',
  search: '检索',
  about: '关于',
  footer: '页脚',
  demonstration: '本站为演示，不是该机关的正式发布。',
  breadcrumbs: '当前位置',
  latest: '最新答复',
  allReplies: '全部答复',
  keyFigures: '关键数字',
  allData: '全部数据',
  topics: '主题',
  dataLead: '以下数据均出自已公开的答复，逐项附有原文出处。',
  searchLabel: '检索答复与数据',
  searchButton: '检索',
  notFoundTitle: '没有找到这个页面',
  notFoundLead: '地址可能有误，或者页面已经移动。可以检索，或者从首页、全部答复进入。',
  coverLead: '答复原文、数据与出处，可检索，可核验。',
  enter: '进入中文站',
  follow: '关注更新',
};

const en: typeof zh = {
  language: 'English',
  skip: 'Skip to the text',
  navigation: 'Main navigation',
  home: 'Home',
  replies: 'Replies',
  data: 'Data',
  search: 'Search',
  about: 'About',
  footer: 'Footer',
  demonstration: 'This site is a demonstration. It is not a publication of the bureau.',
  breadcrumbs: 'You are here',
  latest: 'Latest replies',
  allReplies: 'All replies',
  keyFigures: 'Key figures',
  allData: 'All data',
  topics: 'Topics',
  dataLead: 'All data come from published replies; each value stands beside the words that state it.',
  searchLabel: 'Search replies and data',
  searchButton: 'Search',
  notFoundTitle: 'This page was not found',
  notFoundLead:
    'The address may be wrong, or the page has moved. Search, or start from the home page or the list of replies.',
  coverLead: 'What was answered, the figures behind it and their sources: searchable and verifiable.',
  enter: 'Go to the English site',
  follow: 'Follow updates',
};

/** Words of the frame around every page: header, footer, home, not found. */
export const siteWords: Words<typeof zh> = { zh, en };
