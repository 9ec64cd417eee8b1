import type { addressWords } from '../address.ts';
import type { attachmentWords } from './attachments.ts';
import type { blockName } from './blocks.ts';
import type { bureauWords } from './bureaus.ts';
import type { chartWords } from './charts.ts';
import type { citeWords } from './cite.ts';
import type { commitmentWords } from './commitments.ts';
import type { dataWords } from './data.ts';
import type { developerWords } from './developers.ts';
import type { exchangeWords } from './exchange.ts';
import type { followWords } from './follow.ts';
import type { formatWords } from './formats.ts';
import type { integrityWords } from './integrity.ts';
import type { replyWords } from './reply.ts';
import type { replyTitleWords } from './reply-titles.ts';
import type { reportWords } from './reports.ts';
import type { searchWords } from './search.ts';
import type { siteWords } from './site.ts';
import type { styleWords } from './style.ts';
import type { verifyWords } from './verify.ts';

/** What a language file may give of a subject: any of its words, each of the kind that the Chinese has. */
type Some<T> = T extends (...args: never[]) => unknown
  ? T
  : T extends string
    ? string
    : T extends readonly unknown[]
      ? T
      : { readonly [Key in keyof T]?: Some<T[Key]> };

/** The interface words by subject, as a language file gives them. */
export interface InterfaceWords {
  readonly attachments: Some<(typeof attachmentWords)['zh']>;
  readonly blocks: Some<(typeof blockName)['zh']>;
  readonly bureaus: Some<(typeof bureauWords)['zh']>;
  readonly charts: Some<(typeof chartWords)['zh']>;
  readonly cite: Some<(typeof citeWords)['zh']>;
  readonly commitments: Some<(typeof commitmentWords)['zh']>;
  readonly data: Some<(typeof dataWords)['zh']>;
  readonly developers: Some<(typeof developerWords)['zh']>;
  readonly exchange: Some<(typeof exchangeWords)['zh']>;
  readonly follow: Some<(typeof followWords)['zh']>;
  readonly formats: Some<(typeof formatWords)['zh']>;
  readonly integrity: Some<(typeof integrityWords)['zh']>;
  readonly reply: Some<(typeof replyWords)['zh']>;
  readonly replyTitles: Some<(typeof replyTitleWords)['zh']>;
  readonly reports: Some<(typeof reportWords)['zh']>;
  readonly search: Some<(typeof searchWords)['zh']>;
  readonly site: Some<(typeof siteWords)['zh']>;
  readonly style: Some<(typeof styleWords)['zh']>;
  readonly verify: Some<(typeof verifyWords)['zh']>;
  readonly address: Some<(typeof addressWords)['zh']>;
}
