import type { Locale } from '../../model/locale.ts';
import { addressWords } from '../address.ts';
import { qualifierWords, unitWords } from '../units.ts';
import { lackingWords, type Words } from '../words.ts';
import { accountWords } from './accounts.ts';
import { askerWords } from './askers.ts';
import { attachmentWords } from './attachments.ts';
import { blockName } from './blocks.ts';
import { bureauWords } from './bureaus.ts';
import { chartWords } from './charts.ts';
import { citeWords } from './cite.ts';
import { commitmentWords } from './commitments.ts';
import { dataWords } from './data.ts';
import { developerWords } from './developers.ts';
import { documentWords } from './documents.ts';
import { exchangeWords } from './exchange.ts';
import { followWords } from './follow.ts';
import { formatWords } from './formats.ts';
import { integrityWords } from './integrity.ts';
import { listWords } from './lists.ts';
import { newSiteWords } from './new-site.ts';
import { replyWords } from './reply.ts';
import { replyTitleWords } from './reply-titles.ts';
import { reportWords } from './reports.ts';
import { searchWords } from './search.ts';
import { siteWords } from './site.ts';
import { styleWords } from './style.ts';
import { verifyWords } from './verify.ts';

/** The subjects of interface words: what a language's own file gives words by. */
const SUBJECTS = {
  accounts: accountWords,
  address: addressWords,
  askers: askerWords,
  attachments: attachmentWords,
  blocks: blockName,
  bureaus: bureauWords,
  charts: chartWords,
  cite: citeWords,
  commitments: commitmentWords,
  data: dataWords,
  developers: developerWords,
  documents: documentWords,
  exchange: exchangeWords,
  follow: followWords,
  formats: formatWords,
  integrity: integrityWords,
  lists: listWords,
  newSite: newSiteWords,
  qualifiers: qualifierWords,
  reply: replyWords,
  replyTitles: replyTitleWords,
  reports: reportWords,
  search: searchWords,
  site: siteWords,
  style: styleWords,
  units: unitWords,
  verify: verifyWords,
};

/** What a language file may give of a subject: any of its words, each of the kind that the Chinese has. */
type Some<T> = T extends (...args: never[]) => unknown
  ? T
  : T extends string
    ? string
    : T extends readonly unknown[]
      ? T
      : { readonly [Key in keyof T]?: Some<T[Key]> };

/** The interface words by subject, as a language file gives them. */
export type InterfaceWords = { readonly [Subject in keyof typeof SUBJECTS]: Some<(typeof SUBJECTS)[Subject]['zh']> };

/** The interface words that a language's own file lacks, as `subject.key`. */
export const lackingIn = (locale: Locale): string[] =>
  Object.entries<Words<unknown>>(SUBJECTS).flatMap(([subject, own]) => lackingWords(subject, own, locale));
