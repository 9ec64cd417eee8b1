import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { FEED_LENGTH, type FeedDocument } from '../formats/feed/documents.ts';
import { stableId } from '../formats/feed/entries.ts';
import { FEED_FORMATS } from '../formats/registry.ts';
import { askerWords } from '../language/messages/askers.ts';
import { followWords } from '../language/messages/follow.ts';
import { replyWords } from '../language/messages/reply.ts';
import { titleIn } from '../language/messages/reply-titles.ts';
import { askedNames, type NamesOf } from '../model/asked-names.ts';
import { type Asker, askersOf } from '../model/askers.ts';
import type { Locale } from '../model/locale.ts';
import { signedBy } from '../model/reply-identity.ts';
import type { Site } from '../model/site.ts';
import { replySubject } from '../model/subject.ts';
import { siteUrls } from '../urls.ts';
import { type MadeFile, madeFile } from './data-files.ts';
import { catalogueReplies, catalogueSite, type ReplySummary } from './index.ts';
import { oncePerBuild } from './once.ts';
import { ALL_REPLIES, noteRead, valueKey } from './page-reads.ts';
import type { StaticPath } from './paths.ts';

export type SiteAsker = Asker<ReplySummary>;

const askers = oncePerBuild(async () => askersOf(await catalogueReplies()));

/** What the bodies and sessions that letters print are called in a language, by their translations. */
export interface AskedIn {
  readonly body: NamesOf;
  readonly session: NamesOf;
}

/** The names of bodies and sessions in a language. */
export async function catalogueAskedIn(locale: Locale): Promise<AskedIn> {
  const replies = await catalogueReplies();
  return { body: askedNames(replies, locale, 'body'), session: askedNames(replies, locale, 'session') };
}

/** Everybody who asked, by body, session and name. */
export async function catalogueAskers(): Promise<readonly SiteAsker[]> {
  noteRead(ALL_REPLIES);
  return askers();
}

/** What is shown of somebody: the records of the replies, and the namesakes. */
const shown = ({ asked }: SiteAsker, others: readonly SiteAsker[]) => [
  asked.map(({ reply: { id, record, language, translations }, index }) => [id, record, language, translations, index]),
  others.map(({ id }) => id),
];

/** `/<locale>/askers/<id>/` for everybody who asked. */
export async function askerPaths(): Promise<
  StaticPath<{ locale: string; id: string }, { locale: Locale; asker: SiteAsker; others: readonly SiteAsker[] }>[]
> {
  const { languages } = await catalogueSite();
  const all = await askers();
  const byName = Map.groupBy(all, ({ name }) => name);
  return all.flatMap((asker) => {
    const others = (byName.get(asker.name) ?? []).filter(({ id }) => id !== asker.id);
    const cacheKey = valueKey(shown(asker, others));
    return languages.map((locale) => ({
      params: { locale, id: asker.id },
      props: { locale, asker, others },
      cacheKey,
    }));
  });
}

/** The feeds of everybody who asked, beside their pages: what was answered, in short. */
export async function askerFilePaths(): Promise<
  StaticPath<{ locale: string; id: string; file: string }, { file: MadeFile }>[]
> {
  const site = await catalogueSite();
  const urls = siteUrls(site);
  return (await askerPaths()).flatMap(({ params, props: { locale, asker } }) => {
    const page = urls.asker(locale, asker.id).slice(site.base.length);
    return FEED_FORMATS.map((format) => {
      const file = madeFile(format, { page }, () => feed(asker, locale, site));
      return { params: { ...params, file: file.name }, props: { file }, cacheKey: valueKey(shown(asker, [])) };
    });
  });
}

function feed({ id, name, asked }: SiteAsker, locale: Locale, site: Site): FeedDocument {
  const urls = siteUrls(site);
  const page = urls.absolute(urls.asker(locale, id));
  return {
    id: stableId('asker', site.issuer.zh, id, locale),
    locale,
    title: followWords[locale].feedTitle(site.name[locale], name),
    subtitle: askerWords[locale].description(name),
    author: site.name[locale],
    page,
    self: { xml: `${page}feed.xml`, json: `${page}feed.json` },
    rights: site.terms?.[locale],
    // Who is listed has asked for a reply at least.
    since: asked[0]?.reply.record.date ?? '',
    entries: asked.slice(0, FEED_LENGTH).map(({ reply }) => {
      const { record } = reply;
      const title = titleIn(reply, locale, site).text;
      const { outcome } = record;
      const lines = [title, record.number, outcome && replyWords[locale].outcomes[outcome]];
      return {
        id: stableId('asker', site.issuer.zh, id, reply.id, locale),
        url: urls.absolute(urls.reply(locale, reply.id)),
        title: replySubject(reply, locale) ?? title,
        day: record.published ?? record.date,
        updated: record.corrections.at(-1)?.date ?? record.published ?? record.date,
        author: signedBy(record.issuer, locale, site),
        topics: [],
        html: toHtml(lines.flatMap((line) => (line === undefined ? [] : [h('p', line)]))),
      };
    }),
  };
}
