import { words } from '../words.ts';

const zh = {
  title: '标题',
  finding: '要点',
  measure: '指标',
  note: '说明',
  version: '版本',
  address: '网址',
  compiled: '整理',
  compiledBy: '本站依据公开答复整理，非该机关编制。',
  columns: '各列',
  folded: '供程序使用的列和另一种语言的列已折叠，点表格上方的“＋”展开；打印时不印。',
  downloads: '下载',
  size: (bytes: number) => (bytes < 1024 ? `${bytes}字节` : `${(bytes / 1024).toFixed(1)} KB`),
  embed: '嵌入',
  embedLead: (height: number, least: number, most: number) =>
    `把下面的代码粘贴到网页中即可嵌入本图，不含脚本。高度${height}像素，在${least}至${most}像素的任何宽度下都够用。`,
  embedHeights: '各种宽度所需的高度',
  embedWidth: '宽度（像素）',
  embedHeight: '高度（像素）',
  embedResize: '如果网页允许脚本，再加这一行，嵌入的图就随内容自动调整高度：',
  embedTitle: (title: string) => `嵌入代码：${title}`,
  changes: '版本与变更',
  changeLine: (version: string, date: string) => `版本${version}，${date}`,
  asFirst: '首次发布时',
  now: '现在',
  changedValues: '与首次发布时不同的数',
  item: '项目',
  versionFile: '该版本的数据',
  from: (name: string) => `来自${name}`,
};

const en: typeof zh = {
  title: 'Title',
  finding: 'Finding',
  measure: 'Measure',
  note: 'Note',
  version: 'Version',
  address: 'Address',
  compiled: 'Compiled',
  compiledBy: 'Compiled by this site from published replies; not by the bureau.',
  columns: 'Columns',
  folded:
    'Columns for programs and in the other language are folded: the + above the table shows them. They are not printed.',
  downloads: 'Downloads',
  size: (bytes) => (bytes < 1024 ? `${bytes} bytes` : `${(bytes / 1024).toFixed(1)} KB`),
  embed: 'Embed',
  embedLead: (height, least, most) =>
    `Paste this code into a page to embed the figure. It holds no script. Its height of ${height} pixels is enough at every width from ${least} to ${most}.`,
  embedHeights: 'The height that each width needs',
  embedWidth: 'Width (pixels)',
  embedHeight: 'Height (pixels)',
  embedResize:
    'Where the page allows scripts, add this line once, and embedded figures adjust to the height that they need:',
  embedTitle: (title) => `Embed code: ${title}`,
  changes: 'Versions and changes',
  changeLine: (version, date) => `Version ${version}, ${date}`,
  asFirst: 'As first published',
  now: 'Now',
  changedValues: 'Figures that differ from what was first published',
  item: 'Item',
  versionFile: 'the data of this version',
  from: (name) => `From ${name}`,
};

export const dataWords = words('data', { zh, en });
