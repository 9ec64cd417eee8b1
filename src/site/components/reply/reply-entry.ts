import { formatDay } from '../../../language/formats.ts';
import { replyWords } from '../../../language/messages/reply.ts';
import { titleIn } from '../../../language/messages/reply-titles.ts';
import type { Locale } from '../../../model/locale.ts';
import { answeredDocuments, replySubject, signedBy } from '../../../model/reply-identity.ts';
import { issuerName } from '../../../model/site.ts';
import type { ReplySummary } from '../../../reading/index.ts';
import type { PageContext } from '../../../reading/page-context.ts';

/** What a list says of a reply, in the page's language where the reply is translated. */
interface ReplyEntry {
  readonly href: string;
  /** The language of its original. */
  readonly language: Locale;
  /** What it is about; its title where that is not known, or is in another language than the page. */
  readonly headline: string;
  /** What it is about, or its title, in its own language, where the page is in another: `headline` is composed by the site then. */
  readonly ownHeadline: string | undefined;
  /** Its title as printed, where it is not the headline. */
  readonly title: string | undefined;
  /** Whether its matter is in another language than the page. */
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
  /** Who signed it, where the site has the replies of several bureaus; in the language of the letter where `issuerForeign`. */
  readonly issuer: string | undefined;
  readonly issuerForeign: boolean;
}

/** The entry of a reply in the lists of a page. */
export function replyEntry(summary: ReplySummary, { site, locale, urls }: PageContext): ReplyEntry {
  const { id, record, language, translations } = summary;
  const own = translations[locale] === undefined ? language : locale;
  const foreign = own !== locale;
  const words = replyWords[own];
  const title = titleIn(summary, locale, site).text;
  const subject = replySubject(summary, own);
  return {
    issuer: (site.bureaus ?? []).length > 1 ? signedBy(record.issuer, locale, site) : undefined,
    issuerForeign: locale !== language && record.issuer.every((name) => issuerName(name, locale, site) === name),
    href: urls.reply(locale, id),
    headline: (foreign ? undefined : subject) ?? title,
    ownHeadline: foreign ? (subject ?? record.title) : undefined,
    title: foreign || subject === undefined ? undefined : title,
    foreign,
    language,
    number: record.number,
    date: record.date,
    day: formatDay(record.date, locale),
    answers: answeredDocuments(summary, locale).map(words.answersLine),
    extent: record.extent && replyWords[locale].extents[record.extent],
    outcome: record.outcome && replyWords[locale].outcomes[record.outcome],
  };
}
