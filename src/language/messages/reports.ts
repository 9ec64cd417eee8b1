import { words } from '../words.ts';

const zh = {
  compiled: '本文由本站依据公开答复整理，不是该机关的文件；与答复不一致时，以答复原文为准。',
  by: (name: string) => `${name}整理　`,
  published: (day: string) => `整理日期：${day}`,
};

const en: typeof zh = {
  compiled:
    'Compiled by this site from published replies; not a document of the bureau. Where the two differ, the original text of the reply prevails.',
  by: (name) => `Compiled by ${name}, `,
  published: (day) => `Compiled on ${day}`,
};

export const reportWords = words('reports', { zh, en });
