import { formatDay } from '../../language/formats.ts';
import { replyWords } from '../../language/messages/reply.ts';
import { siteWords } from '../../language/messages/site.ts';
import { type Locale, wordsIn } from '../../model/locale.ts';
import { signedBy } from '../../model/reply-names.ts';
import type { Site } from '../../model/site.ts';
import { siteUrls } from '../../urls.ts';
import type { ReplyJson } from '../api/reply.ts';
import { type OfferedFile, offeredFiles } from '../files.ts';

/** What stands around a reply's text when it is read outside the site. */
export interface TextFrame {
  readonly title: string;
  /** Label and value, in the page's language. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** What a reader has to know before the text: that it is a translation, or that the site is a demonstration. */
  readonly notices: readonly string[];
  /** The printed lines under the text. */
  readonly closing: readonly string[];
  /** The files that are published with it. */
  readonly files: readonly OfferedFile[];
}

/** The frame of a reply in a language. */
export function textFrame(reply: ReplyJson, locale: Locale, site: Site): TextFrame {
  const words = replyWords[locale];
  const urls = siteUrls(site);
  const issuer = signedBy(reply.issuers, locale, site);
  const colon = locale === 'zh' ? '：' : ': ';
  const facts: (readonly [string, string | undefined])[] = [
    [words.issuer, issuer],
    [words.number, reply.number],
    [words.date, formatDay(reply.date, locale)],
    [words.firstPublished, reply.sourceDate && formatDay(reply.sourceDate, locale)],
    [words.firstPublishedAt, reply.sourceUrl],
    [
      reply.sourceDate === undefined ? words.published : words.publishedHere,
      reply.published && formatDay(reply.published, locale),
    ],
    [words.disclosure, reply.disclosure && words.disclosed(reply.disclosure)],
    [words.extent, reply.extent && words.extents[reply.extent]],
    [words.source, urls.absolute(reply.url[locale] ?? reply.url.zh)],
  ];
  const notices = [
    ...(reply.withdrawn === undefined ? [] : [`${words.withdrawn}${colon}${wordsIn(reply.withdrawn.why, locale)}`]),
    ...reply.corrections.map(
      ({ date, what, why }) =>
        `${words.corrections}${colon}${formatDay(date, locale)}${locale === 'zh' ? '，' : ': '}${wordsIn(what, locale)}${locale === 'zh' ? '' : ' '}${wordsIn(why, locale)}`,
    ),
    ...(locale === 'en' ? [words.translationNotice] : []),
    ...(site.official ? [] : [siteWords[locale].demonstration]),
  ];
  const lines = locale === 'zh' ? [...reply.signers, ...reply.contact] : [];
  return {
    title: reply.title[locale] ?? reply.title.zh,
    facts: facts.flatMap(([label, value]) => (value === undefined ? [] : [[label, value] as const])),
    notices,
    files: offeredFiles(reply, locale, site),
    closing: lines.map(({ label, value }) => `${label}：${value === '' ? words.blank : value}`),
  };
}
