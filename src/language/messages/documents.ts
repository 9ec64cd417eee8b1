import type { DocumentKindName } from '../../model/document-kinds.ts';
import { words } from '../words.ts';
import { reportWords } from './reports.ts';

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
  report: { title: reportWords.zh.title, lead: reportWords.zh.lead, one: '报告' },
  page: { title: '说明', lead: '关于本站的说明。', one: '说明' },
};

const en: DocumentWords = {
  report: { title: reportWords.en.title, lead: reportWords.en.lead, one: 'Report' },
  page: { title: 'About', lead: 'About this site.', one: 'About' },
};

/** What the kinds of documents besides replies are called. */
export const documentWords = words('documents', { zh, en });
