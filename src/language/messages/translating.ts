import type { CommandWords } from '../words.ts';

const zh = {
  describe: '生成或更新一件答复的英文译稿 en.mdx',
  id: '答复的编号，如 2024-7',
  method: '译文怎样做成：human（人工）、machine（机器）、machine-reviewed（机器译、人审）；新译稿默认 human',
  badMethod: (value: string) => `--method 只能是 human、machine 或 machine-reviewed：${value}`,
  accept: '译文已对照现在的中文核对过：只更新记录，不再插入原文',
  noReply: (path: string) => `没有这件答复：${path}`,
  written: (path: string) => `已写入：${path}`,
  unchanged: (path: string) => `译文与中文一致，没有改动：${path}`,
  counts: (open: number, changed: number, kept: number) =>
    `待译 ${open} 段，原文改过待核对 ${changed} 段，原样保留 ${kept} 段。`,
  next: '每段上方“> 【原文…】”是供对照的中文：把下一行换成英文译文，再删去原文；全部译完后运行 dafu check。',
};

const en: typeof zh = {
  describe: "write or refresh a reply's English translation, en.mdx",
  id: "the reply's id, such as 2024-7",
  method: 'how it is made: human, machine or machine-reviewed (a new one is human unless said)',
  badMethod: (value) => `--method is human, machine or machine-reviewed: ${value}`,
  accept: 'the English has been checked against the Chinese as it is now: only record that, insert nothing',
  noReply: (path) => `There is no such reply: ${path}`,
  written: (path) => `Written: ${path}`,
  unchanged: (path) => `The English is up to date and was not touched: ${path}`,
  counts: (open, changed, kept) =>
    `${open} to translate, ${changed} to check against changed Chinese, ${kept} kept as they were.`,
  next: 'Above each block, "> 【原文…】" is the Chinese for reference: put the English in place of the line below it and delete the Chinese; when all is done, run dafu check.',
};

/** The words of `dafu translate`. */
export const translateWords: CommandWords<typeof zh> = { zh, en };
