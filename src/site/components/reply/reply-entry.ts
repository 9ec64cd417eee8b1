import { formatDay } from '../../../language/formats.ts';
import { replyWords } from '../../../language/messages/reply.ts';
import { titleIn } from '../../../language/messages/reply-titles.ts';
import { GOVERNING_LOCALE } from '../../../model/locale.ts';
import { answeredDocuments, signedBy } from '../../../model/reply-identity.ts';
import { issuerName } from '../../../model/site.ts';
import { replySubject } from '../../../model/subject.ts';
import type { ReplySummary } from '../../../reading/index.ts';
import type { PageContext } from '../../../reading/page-context.ts';

/** What a list says of a reply, in the page's language where the reply is translated. */
export interface ReplyEntry {
  readonly href: string;
  /** What it is about; its title where that is not known, or is in Chinese only and the page is not. */
  readonly headline: string;
  /** What it is about, or its title, in Chinese, where the page is not: `headline` is composed by the site then. */
  readonly chineseHeadline: string | undefined;
  /** Its title as printed, where it is not the headline. */
  readonly title: string | undefined;
  /** Whether its matter is in Chinese on a page that is not. */
  readonly foreign: boolean;
  /** The document number as printed, where it has one. */
  readonly number: string | undefined;
  readonly date: string;
  readonly day: string;
  /** What it answers, a line for each document. */
  readonly answers: readonly string[];
  /** 摘要公开, 部分公开, where the bureau says so. */
  readonly extent: string | undefined;
  readonly outcome: string | undefined;
  /** Who signed it, where the site has the replies of several bureaus; in Chinese where `issuerForeign`. */
  readonly issuer: string | undefined;
  readonly issuerForeign: boolean;
}

/** The entry of a reply in the lists of a page. */
export function replyEntry({ id, record, translation }: ReplySummary, { site, locale, urls }: PageContext): ReplyEntry {
  const translated = locale === 'en' ? translation : undefined;
  const foreign = locale !== 'zh' && translated === undefined;
  const words = replyWords[foreign ? 'zh' : locale];
  const title = titleIn({ record, translation }, locale, site).text;
  const subject = replySubject({ record, translation: translated }, foreign ? GOVERNING_LOCALE : locale);
  return {
    issuer: (site.bureaus ?? []).length > 1 ? signedBy(record.issuer, locale, site) : undefined,
    issuerForeign: locale !== 'zh' && record.issuer.every((name) => issuerName(name, locale, site) === name),
    href: urls.reply(locale, id),
    headline: (foreign ? undefined : subject) ?? title,
    chineseHeadline: foreign ? (subject ?? record.title) : undefined,
    title: foreign || subject === undefined ? undefined : title,
    foreign,
    number: record.number,
    date: record.date,
    day: formatDay(record.date, locale),
    answers: answeredDocuments({ record, translation: translated }, locale).map(words.answersLine),
    extent: record.extent && replyWords[locale].extents[record.extent],
    outcome: record.outcome && replyWords[locale].outcomes[record.outcome],
  };
}
