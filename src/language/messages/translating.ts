import type { CommandWords } from '../words.ts';

const zh = {
  describe: '生成或更新答复的英文译稿 en.mdx；或写成翻译软件用的 XLIFF 文件，译完读回来',
  id: '答复的编号，如 2024-7，可以写几个',
  xliff: '写成 XLIFF 1.2 文件，交给翻译软件（附术语、上下文和以前的译法）',
  from: '读回译好的 XLIFF 文件',
  oneWay: '--xliff 和 --from 只能写一个',
  noIds: '请写出答复的编号，如 2024-7',
  noFile: (path: string) => `没有这个文件，或者太大：${path}`,
  fileTaken: (path: string) => `${path} 已经有别的内容，没有改动它：请另取一个文件名`,
  exported: (path: string, letters: number, segments: number, open: number) =>
    `已写入：${path}（${letters} 件答复，${segments} 段，其中 ${open} 段待译）`,
  exportNext: '译完以后用 dafu translate --from 读回来。原文在此期间改过的，会指出来，不会错放。',
  importNext: '请运行 dafu check，核对数字和段落；没有译的段落仍是待译。',
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
  describe: "write or refresh replies' English translations, en.mdx, or exchange them with translators as XLIFF",
  id: 'the ids of replies, such as 2024-7',
  xliff: 'write XLIFF 1.2 for translators’ programs, with glossary, context and former translations',
  from: 'read an XLIFF file that came back',
  oneWay: 'give --xliff or --from, not both',
  noIds: 'Name the replies, such as 2024-7',
  noFile: (path) => `There is no such file, or it is too large: ${path}`,
  fileTaken: (path) => `${path} holds something else and was left alone: give another name`,
  exported: (path, letters, segments, open) =>
    `Written: ${path} (${letters} letters, ${segments} segments, ${open} of them to translate)`,
  exportNext:
    'Read it back with dafu translate --from. Chinese that was changed meanwhile is pointed out, never mixed up.',
  importNext: 'Run dafu check to compare figures and paragraphs; what was not translated is still to be written.',
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
