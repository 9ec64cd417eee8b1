import type { CommitmentStatus, Outlook, ProgressStatus } from '../../model/commitment.ts';
import { words } from '../words.ts';

const zh = {
  title: '承诺',
  lead: '答复中说要做的事：何时完成，如何衡量，目前有无公布的结果。由本站依据答复整理；答复转述的上级政策不在其列。',
  asOf: (day: string) =>
    `状态截至${day}，只依据本站所收答复、数据和所引的网页得出，不作推断。只写明年份的，以该年最后一日计。`,
  finding: (all: number, dated: number, due: number) =>
    due === 0
      ? `${all}项承诺中，${dated}项写明了时间，目前均未到期或已公布结果`
      : `${all}项承诺中，${dated}项写明了时间，其中${due}项已到期，本站尚无公布的结果`,
  tally: '按状态计',
  byStatus: '有无结果',
  noneOfStatus: '目前没有。',
  count: (amount: number) => `${amount}项`,
  all: '全部承诺',
  what: '承诺',
  due: '时间',
  by: (day: string) => `不晚于${day}`,
  noDue: '未写明',
  measure: '如何衡量',
  noMeasure: '未写明',
  status: '状态',
  source: '出处',
  statuses: {
    'no-date': '未写明时间',
    'no-measure': '未写明衡量办法',
    'not-due': '未到期',
    due: '已到期，本站尚无公布的结果',
    result: '已公布结果',
  } as Record<CommitmentStatus['kind'], string>,
  outlooks: {
    result: '已公布结果',
    due: '已到期，尚无公布的结果',
    'not-due': '未到期',
    'no-date': '未写明时间',
  } as Record<Outlook, string>,
  /** What the strip of commitments says of all of them; its cells have the numbers by status. */
  inAll: (all: number) => `答复中说要做的事，本站共整理出${all}项。每项的出处、时间和结果见承诺页。`,
  statusDay: '状态截至',
  next: '最近一项到期：',
  daysLeft: ['还有', '天'] as readonly [string, string],
  progress: {
    kept: '已兑现',
    partly: '部分兑现',
    'under-way': '办理中',
    changed: '有变化',
    'not-kept': '未兑现',
  } as Record<ProgressStatus, string>,
  silentSince: (day: string) => `${day}以来没有公布进展`,
  progressOn: (day: string, status: string) => `${day}：${status}`,
  progressQuote: (words: string) => `“${words}”`,
  elsewhere: '外部页面，本站未核对',
  inCalendar: (status: string, statement: string) => `${status}：${statement}`,
  resultIs: (value: string) => `已公布结果：${value}`,
  resultIn: (reply: string) => `见${reply}答复`,
  calendar: '日历文件（.ics）',
  feed: '订阅（Atom）',
  dueIn: (year: string) => `${year}到期`,
  undated: (amount: number) => `未写明时间的${amount}项`,
  chart: '写明时间的承诺按到期日排列，点击到下表；宽屏上细线从答复之日画到到期之日，虚竖线为生成本页之日。',
  dueInCalendar: (statement: string) => `到期：${statement}`,
};

const en: typeof zh = {
  title: 'Commitments',
  lead: 'What the replies say will be done: by when, how measured, and whether a result has been published. Compiled by this site from the replies; policies of higher authorities that a reply only cites are not among them.',
  asOf: (day) =>
    `Status as of ${day}, from the replies and data on this site and the pages that it quotes; nothing is guessed. Where only a year is stated, its last day is taken.`,
  finding: (all, dated, due) =>
    due === 0
      ? `${dated} of ${all} commitments state a time; none is due without a published result`
      : `${dated} of ${all} commitments state a time; ${due} ${due === 1 ? 'is' : 'are'} due, with no result published here`,
  tally: 'By status',
  byStatus: 'With and without a result',
  noneOfStatus: 'None at present.',
  count: (amount) => String(amount),
  all: 'All commitments',
  what: 'Commitment',
  due: 'Time',
  by: (day) => `by ${day}`,
  noDue: 'not stated',
  measure: 'How measured',
  noMeasure: 'not stated',
  status: 'Status',
  source: 'Source',
  statuses: {
    'no-date': 'No date stated',
    'no-measure': 'No measure stated',
    'not-due': 'Not yet due',
    due: 'Due; no result published here',
    result: 'Result published',
  },
  outlooks: {
    result: 'Result published',
    due: 'Due; no result published',
    'not-due': 'Not yet due',
    'no-date': 'No date stated',
  },
  inAll: (all) =>
    `The replies say that ${all === 1 ? 'one thing' : `${all} things`} will be done. The commitments page has the source, the time and the result of each.`,
  statusDay: 'Status as of ',
  next: 'Due next: ',
  daysLeft: ['days left: ', ''],
  progress: {
    kept: 'Kept',
    partly: 'Kept in part',
    'under-way': 'Under way',
    changed: 'Changed',
    'not-kept': 'Not kept',
  },
  silentSince: (day) => `nothing published since ${day}`,
  progressOn: (day, status) => `${day}: ${status}`,
  progressQuote: (words) => `“${words}”`,
  elsewhere: 'a page elsewhere, not verified by this site',
  inCalendar: (status, statement) => `${status}: ${statement}`,
  resultIs: (value) => `Result published: ${value}`,
  resultIn: (reply) => `in reply ${reply}`,
  calendar: 'Calendar file (.ics)',
  feed: 'Feed (Atom)',
  dueIn: (year) => `Due in ${year}`,
  undated: (amount) => (amount === 1 ? 'One states no time' : `${amount} state no time`),
  chart:
    'Commitments with a stated time, by the day they are due; each leads to its row below. On a wide screen a thin line runs from the day of the reply to that day; the dashed upright line is the day this page was made.',
  dueInCalendar: (statement) => `Due: ${statement}`,
};

export const commitmentWords = words('commitments', { zh, en });
