import type { Locale } from './locale.ts';
import type { Answers, ReplyRecord, ReplyTranslation } from './reply.ts';
import { issuerName, type Site } from './site.ts';

/** A reply's record and, where there is one, what translates it. */
export interface NamedReply {
  readonly record: Pick<ReplyRecord, 'number' | 'title' | 'answers'>;
  readonly translation: Pick<ReplyTranslation, 'title' | 'answers'> | undefined;
}

/** What a reply is called in a line of text: its number as printed, or its title where it has none. */
export function replyName({ record, translation }: NamedReply, locale: Locale): string {
  return record.number ?? (locale === 'en' ? translation?.title : undefined) ?? record.title;
}

/** The site's record of who signs, by which names are given in a language. */
type Signing = Pick<Site, 'issuer' | 'bureaus'>;

/** The names that sign a reply, in a language and in the order printed. */
export function signatories(
  [first, ...others]: readonly [string, ...string[]],
  locale: Locale,
  site: Signing,
): [string, ...string[]] {
  return [issuerName(first, locale, site), ...others.map((issuer) => issuerName(issuer, locale, site))];
}

/** The same in one line. */
export function signedBy(issuers: readonly string[], locale: Locale, site: Signing): string {
  return issuers.map((issuer) => issuerName(issuer, locale, site)).join(locale === 'zh' ? '、' : ', ');
}

/** What is said of a document answered, without what is compiled by the site. */
export type AnsweredDocument = Omit<Answers, 'kind' | 'points' | 'text'>;

/** The documents that a reply answers, in a language. */
export function answeredDocuments({ record, translation }: NamedReply, locale: Locale): readonly AnsweredDocument[] {
  return (locale === 'en' ? translation?.answers : undefined) ?? record.answers;
}
