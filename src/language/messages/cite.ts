import { words } from '../words.ts';
import { BLOCK_NAMES } from './blocks.ts';

const zh = {
  title: '引用',
  titleOf: (title: string) => `引用：${title}`,
  lead: '以下文字可以直接选中复制。方括号中的“引用日期”请改为您查阅的日期。',
  whole: '引用全文',
  paragraphs: '引用某一段',
  paragraphsLead: '段落编号一经发布不再改变，各语言文本相同。',
  paragraph: BLOCK_NAMES.zh,
  styles: {
    gbt7714: 'GB/T 7714—2025',
    apa: 'APA（第7版）',
    bibtex: 'BibTeX',
    csl: 'CSL-JSON',
    plain: '文字说明',
  },
  accessed: '引用日期',
  unofficialTranslation: '非官方译文',
  computedNote: '数据集由本站整理，各数字均注明出自哪一句原文；请同时引用所依据的答复。',
  files: '文献管理软件用的文件：',
  link: '引用本答复',
  back: '回到答复',
  /** A work in a sentence: who made it, its title, its number in brackets, and where it is published. */
  sentence: (authors: string, title: string, number: string, rest: string) =>
    `${authors}：《${title}》${number}，${rest}。`,
  copy: '复制',
  copied: '已复制',
};

const en: typeof zh = {
  title: 'Cite',
  titleOf: (title) => `Cite: ${title}`,
  lead: 'Select and copy what you need. Put the day you read it where it says “date accessed”.',
  whole: 'Citing the whole',
  paragraphs: 'Citing a paragraph',
  paragraphsLead: 'A published paragraph number never changes, and is the same in every language.',
  paragraph: (id) => BLOCK_NAMES.en(id).replace('paragraph', 'para.'),
  styles: {
    gbt7714: 'GB/T 7714—2025',
    apa: 'APA (7th edition)',
    bibtex: 'BibTeX',
    csl: 'CSL-JSON',
    plain: 'In words',
  },
  accessed: 'date accessed',
  unofficialTranslation: 'unofficial translation',
  computedNote:
    'The dataset was compiled by this site; each value names the sentence that states it. Please cite the reply it rests on as well.',
  files: 'Files for reference managers:',
  link: 'Cite this reply',
  back: 'Back to the reply',
  sentence: (authors, title, number, rest) => `${authors}, “${title}”${number}, ${rest}.`,
  copy: 'Copy',
  copied: 'Copied',
};

/** Words of citations and of the pages that offer them. */
export const citeWords = words('cite', { zh, en });
