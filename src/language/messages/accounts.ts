import { words } from '../words.ts';

const zh = {
  title: '总体情况',
  lead: '按年度和提出的会议，只从本站各件答复的记录中统计；记录没有写明的留空，不作估计。件数按所答复的建议、提案计。',
  /** One sentence of a year and body. */
  sentence: (year: string, body: string, answered: number, outcomes: string) =>
    `${year}年，答复${body}的建议、提案${answered}件${outcomes === '' ? '' : `，其中${outcomes}`}。`,
  outcome: (name: string, count: number) => `${name}${count}件`,
  unstated: '（未写明会议）',
  inWords: '概述',
  table: '各年度情况',
  chart: '各年度办理结果',
  notStated: '未写明结果',
  /** What the chart counts. */
  unit: '件',
  columns: {
    year: '年度',
    body: '提出的会议或单位',
    received: '收到（有记录的）',
    answered: '已答复',
    inTime: '按期公开',
    address: '网址',
  },
  files: '下载这张表',
};

const en: typeof zh = {
  title: 'Overview by year',
  lead: 'By year and body, counted from the records of the replies on this site alone; what the records do not state is left blank, and nothing is estimated. Counts are of the documents answered.',
  sentence: (year, body, answered, outcomes) =>
    `${year}, ${body}: ${answered} ${answered === 1 ? 'document' : 'documents'} answered${outcomes === '' ? '' : `; ${outcomes}`}.`,
  outcome: (name, count) => `${name}: ${count}`,
  unstated: '(body not stated)',
  inWords: 'In words',
  table: 'Year by year',
  chart: 'Outcomes by year',
  notStated: 'Outcome not stated',
  unit: 'documents',
  columns: {
    year: 'Year',
    body: 'Asked in',
    received: 'Received (where recorded)',
    answered: 'Answered',
    inTime: 'Published in time',
    address: 'Address',
  },
  files: 'Download this table',
};

/** Words of the account by year and body. */
export const accountWords = words('accounts', { zh, en });
