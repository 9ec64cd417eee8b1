import { words } from '../words.ts';

const zh = {
  title: '版式与部件',
  lead: '本页列出本站各部件的各种状态，供核对版式之用。所示文字和数值都是编造的示例，不是公文，也不是统计；示例中的链接都回到本页。',
  colours: '颜色',
  type: '字号',
  typeSample: '版式示例 Typesetting 123',
  controls: '按钮与表单',
  link: '链接',
  button: '按钮',
  currentButton: '当前项',
  field: '输入框',
  choices: '选项',
  chosen: '已选',
  notChosen: '未选',
  notices: '提示',
  notice: '一般提示。',
  graveNotice: '重要提示。',
  lists: '列表',
  verdicts: '核对结果',
  search: '检索状态',
  charts: '图表',
  reply: '答复',
};

const en: typeof zh = {
  title: 'Type and components',
  lead: 'This page shows every component of the site in its states, so that its look can be checked. All words and values are made-up examples, neither documents nor statistics; links in the examples lead back to this page.',
  colours: 'Colours',
  type: 'Sizes of type',
  typeSample: 'Typesetting 版式示例 123',
  controls: 'Buttons and fields',
  link: 'link',
  button: 'Button',
  currentButton: 'Current',
  field: 'Field',
  choices: 'Choices',
  chosen: 'Chosen',
  notChosen: 'Not chosen',
  notices: 'Notices',
  notice: 'A notice.',
  graveNotice: 'An important notice.',
  lists: 'Lists',
  verdicts: 'Verdicts on quotations',
  search: 'States of search',
  charts: 'Charts',
  reply: 'A reply',
};

/** Words of the page that shows every component. */
export const styleWords = words('style', { zh, en });
