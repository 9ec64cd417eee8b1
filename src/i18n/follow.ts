import type { Words } from './words.ts';

const zh = {
  title: '订阅更新',
  lead: '把下面的地址加到任何订阅阅读器里，新的答复和更正一公布就能看到全文。订阅不需要登记，本站不知道谁在订阅。',
  all: '全部答复',
  corrections: '更正和撤回',
  topics: '按主题',
  kinds: '按答复的对象',
  issuers: '按答复机关',
  atom: 'Atom',
  json: 'JSON Feed',
  every: '全部订阅方式',
  newest: (count: number) => `每个订阅源载最新的${count}件，附全文。更早的答复见“全部答复”。`,
  dating: '条目的日期是发布日期；发布日期没有公布的，是答复的成文日期，条目开头写明是哪一种。',
  feedTitle: (site: string, scope: string) => `${site}：${scope}`,
  datedPublished: (day: string) => `发布日期：${day}。`,
  datedDocument: (day: string) => `成文日期：${day}（发布日期未公布）。`,
  datedCorrection: (day: string) => `更正日期：${day}。`,
  datedWithdrawal: (day: string) => `撤回日期：${day}。`,
  source: (number: string, issuer: string) => `${issuer}，${number}。`,
  translation: '',
  correctionTitle: (title: string) => `更正：${title}`,
  withdrawalTitle: (title: string) => `撤回：${title}`,
  what: '改了什么',
  why: '为什么',
  paragraphs: '涉及的段落',
};

const en: typeof zh = {
  title: 'Follow updates',
  lead: 'Add an address below to any feed reader: new replies and corrections appear there in full as soon as they are published. No registration is needed, and this site does not know who follows it.',
  all: 'All replies',
  corrections: 'Corrections and withdrawals',
  topics: 'By topic',
  kinds: 'By what was answered',
  issuers: 'By the body that answers',
  atom: 'Atom',
  json: 'JSON Feed',
  every: 'All feeds',
  newest: (count) => `Each feed holds the newest ${count}, in full. Earlier replies are in the list of all replies.`,
  dating:
    'An entry’s date is the day of publication; where that is not known, it is the date of the document. The entry begins by saying which.',
  feedTitle: (site, scope) => `${site}: ${scope}`,
  datedPublished: (day) => `Published ${day}.`,
  datedDocument: (day) => `Dated ${day} (day of publication not known).`,
  datedCorrection: (day) => `Corrected ${day}.`,
  datedWithdrawal: (day) => `Withdrawn ${day}.`,
  source: (number, issuer) => `${issuer}, ${number}.`,
  translation: 'Unofficial translation; the Chinese text governs.',
  correctionTitle: (title) => `Correction: ${title}`,
  withdrawalTitle: (title) => `Withdrawn: ${title}`,
  what: 'What was changed',
  why: 'Why',
  paragraphs: 'Paragraphs concerned',
};

/** Words of feeds and of the page that lists them. */
export const followWords: Words<typeof zh> = { zh, en };
