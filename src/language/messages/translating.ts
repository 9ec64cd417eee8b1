import type { CommandWords } from '../words.ts';

const zh = {
  describe: '生成或更新答复的译稿（如 en.mdx）；或写成翻译软件用的 XLIFF 文件，译完读回来',
  id: '答复的编号，如 2024-7，可以写几个',
  xliff: '写成 XLIFF 1.2 文件，交给翻译软件（附术语、上下文和以前的译法）',
  from: '读回译好的 XLIFF 文件',
  to: '译成哪种语言，如 en；默认是网站的第一种其他语言',
  oneLanguage: '网站只有一种语言：请先在 content/site.yaml 的 languages 里加上译文的语言',
  badLanguage: (asked: string, languages: readonly string[]) =>
    `网站的译文没有“${asked}”；--to 可以是 ${languages.join('、')}`,
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
  accept: '译文已对照现在的原文核对过：只更新记录，不再插入原文',
  noReply: (path: string) => `没有这件答复：${path}`,
  written: (path: string) => `已写入：${path}`,
  unchanged: (path: string) => `译文与原文一致，没有改动：${path}`,
  counts: (open: number, changed: number, kept: number) =>
    `待译 ${open} 段，原文改过待核对 ${changed} 段，原样保留 ${kept} 段。`,
  next: '每段上方“> 【原文…】”是供对照的原文：把下一行换成译文，再删去原文；全部译完后运行 dafu check。',
};

const en: typeof zh = {
  describe: 'write or refresh the translations of replies, such as en.mdx, or exchange them with translators as XLIFF',
  id: 'the ids of replies, such as 2024-7',
  xliff: 'write XLIFF 1.2 for translators’ programs, with glossary, context and former translations',
  from: 'read an XLIFF file that came back',
  to: 'the language to translate into, such as en; the first other language of the site unless given',
  oneLanguage: 'The site has one language: add that of the translations to languages in content/site.yaml',
  badLanguage: (asked, languages) => `The site has no translations in ${asked}; --to is ${languages.join(' or ')}`,
  oneWay: 'give --xliff or --from, not both',
  noIds: 'Name the replies, such as 2024-7',
  noFile: (path) => `There is no such file, or it is too large: ${path}`,
  fileTaken: (path) => `${path} holds something else and was left alone: give another name`,
  exported: (path, letters, segments, open) =>
    `Written: ${path} (${letters} letters, ${segments} segments, ${open} of them to translate)`,
  exportNext:
    'Read it back with dafu translate --from. An original that changed meanwhile is reported, never mismatched.',
  importNext: 'Run dafu check to compare figures and paragraphs; what was not translated is still to be written.',
  method: 'how it is made: human, machine or machine-reviewed (a new one is human unless said)',
  badMethod: (value) => `--method is human, machine or machine-reviewed: ${value}`,
  accept: 'the translation has been checked against the original as it is now: only record that, insert nothing',
  noReply: (path) => `There is no such reply: ${path}`,
  written: (path) => `Written: ${path}`,
  unchanged: (path) => `The translation is up to date and was not changed: ${path}`,
  counts: (open, changed, kept) =>
    `${open} to translate, ${changed} to check against a changed original, ${kept} kept as they were.`,
  next: 'Above each block, "> 【原文…】" is the original for reference: replace the line below it with the translation and delete the original; when all is done, run dafu check.',
};

/** The words of `dafu translate`. */
export const translateWords: CommandWords<typeof zh> = { zh, en };
