import { words } from '../words.ts';

const zh = {
  title: '报告',
  lead: '根据公开答复整理的数据报告：每个数字都连到数据集，每个说法都注明出自答复的哪一段。',
  compiled: '本文由本站依据公开答复整理，不是该机关的文件；与答复不一致时，以答复原文为准。',
  by: (name: string) => `${name}整理　`,
  published: (day: string) => `整理日期：${day}`,
};

const en: typeof zh = {
  title: 'Reports',
  lead: 'Data reports compiled from published replies: every figure leads to its dataset, every statement to its paragraph.',
  compiled:
    'Compiled by this site from published replies; not a document of the bureau’s. Where the two differ, the Chinese text of the reply prevails.',
  by: (name) => `Compiled by ${name}, `,
  published: (day) => `Compiled on ${day}`,
};

export const reportWords = words('reports', { zh, en });
