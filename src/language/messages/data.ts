import { words } from '../words.ts';

const zh = {
  title: '标题',
  measure: '指标',
  note: '说明',
  version: '版本',
  address: '网址',
  compiled: '整理',
  compiledBy: '本站依据公开答复整理，非该机关编制。',
  downloads: '下载',
  size: (bytes: number) => (bytes < 1024 ? `${bytes}字节` : `${(bytes / 1024).toFixed(1)} KB`),
  embed: '嵌入',
  embedLead: (height: number, column: number, inColumn: number) =>
    `把下面的代码粘贴到网页中即可嵌入本图，不含脚本。高度${height}像素按手机窄屏计；栏宽${column}像素以上时，${inColumn}像素即可。`,
  embedTitle: (title: string) => `嵌入代码：${title}`,
  changes: '版本与变更',
  changeLine: (version: string, date: string) => `版本${version}，${date}`,
  asFirst: '首次发布时',
  now: '现在',
  changedValues: '与首次发布时不同的数',
  item: '项目',
  versionFile: '该版本的数据',
  openFull: '查看数据表与出处',
  from: (name: string) => `来自${name}`,
};

const en: typeof zh = {
  title: 'Title',
  measure: 'Measure',
  note: 'Note',
  version: 'Version',
  address: 'Address',
  compiled: 'Compiled',
  compiledBy: 'Compiled by this site from published replies; not a compilation of the bureau’s.',
  downloads: 'Downloads',
  size: (bytes) => (bytes < 1024 ? `${bytes} bytes` : `${(bytes / 1024).toFixed(1)} KB`),
  embed: 'Embed',
  embedLead: (height, column, inColumn) =>
    `Paste this code into a page to embed the figure. It holds no script. Its height of ${height} pixels is for a phone; in a column of ${column} pixels or more, ${inColumn} are enough.`,
  embedTitle: (title) => `Embed code: ${title}`,
  changes: 'Versions and changes',
  changeLine: (version, date) => `Version ${version}, ${date}`,
  asFirst: 'As first published',
  now: 'Now',
  changedValues: 'Figures that differ from what was first published',
  item: 'Item',
  versionFile: 'the data of this version',
  openFull: 'Table and sources',
  from: (name) => `From ${name}`,
};

export const dataWords = words('data', { zh, en });
