import { words } from '../words.ts';

const zh = {
  title: '提出人',
  lead: (count: number) =>
    `以下按答复所印列出提出建议、提案的${count}个名称。同名而届次或会议不同的分开列出；是否同一人，本站不作判断。`,
  unstated: '答复没有写明会议',
  description: (name: string) => `${name}提出的建议、提案，各自的答复、办理结果和答复中的承诺。`,
  asked: '提出的建议、提案',
  count: (count: number) => `${count}件`,
  /** How many documents, where nothing else says what is counted. */
  times: (count: number) => `${count}件`,
  outcomes: '办理结果',
  notStated: '未写明',
  promises: '答复中的承诺',
  noPromises: '从这些答复中没有整理出承诺。',
  namesakes: '同名的其他提出人',
  namesakesNote: '名称相同，所在会议或届次不同；是否同一人，答复没有说明。',
  feed: '订阅',
  columns: { document: '建议、提案', reply: '答复', outcome: '办理结果', opinion: '意见' },
};

const en: typeof zh = {
  title: 'Who asked',
  lead: (count) =>
    `The ${count} names that the replies print of those who asked. The same name in another session or body stands apart; whether it is the same person, this site does not judge.`,
  unstated: 'Not said in which body',
  description: (name) => `What ${name} asked, the replies, their outcomes, and the commitments in them.`,
  asked: 'What was asked',
  count: (count) => String(count),
  times: (count) => `${count} documents`,
  outcomes: 'Outcomes',
  notStated: 'Not stated',
  promises: 'Commitments in these replies',
  noPromises: 'No commitments were found in these replies.',
  namesakes: 'Others of the same name',
  namesakesNote: 'The same name in another body or session; the replies do not say whether it is the same person.',
  feed: 'Follow',
  columns: { document: 'Document', reply: 'Reply', outcome: 'Outcome', opinion: 'Opinion' },
};

/** Words of the pages of those who asked. */
export const askerWords = words('askers', { zh, en });
