import type { DocumentKindName } from '../../model/document-kinds.ts';
import { words } from '../words.ts';

/** What a kind of document is called in an interface. */
interface KindWords {
  /** The title of its list, of its feed and in the navigation. */
  readonly title: string;
  /** One sentence on what the list has. */
  readonly lead: string;
  /** What one of them is called, in results of a search. */
  readonly one: string;
}

type DocumentWords = Readonly<Record<DocumentKindName, KindWords>>;

const zh: DocumentWords = {
  report: {
    title: '报告',
    lead: '根据公开答复整理的数据报告：每个数字都连到数据集，每个说法都注明出自答复的哪一段。',
    one: '报告',
  },
  page: { title: '说明', lead: '关于本站的说明。', one: '说明' },
};

const en: DocumentWords = {
  report: {
    title: 'Reports',
    lead: 'Data reports compiled from published replies: every figure leads to its dataset, every statement to its paragraph.',
    one: 'Report',
  },
  page: { title: 'About', lead: 'About this site.', one: 'About' },
};

/** What the kinds of documents besides replies are called. */
export const documentWords = words('documents', { zh, en });
