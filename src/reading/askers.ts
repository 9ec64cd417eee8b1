import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { lastChange } from '../formats/api/changes.ts';
import { FEED_LENGTH, type FeedDocument } from '../formats/feed/documents.ts';
import { stableId } from '../formats/feed/entries.ts';
import type { AccountsSubject } from '../formats/lists/reply-list.ts';
import { ACCOUNT_FORMATS, FEED_FORMATS } from '../formats/registry.ts';
import { accountWords } from '../language/messages/accounts.ts';
import { askerWords } from '../language/messages/askers.ts';
import { followWords } from '../language/messages/follow.ts';
import { replyWords } from '../language/messages/reply.ts';
import { titleIn } from '../language/messages/reply-titles.ts';
import { type Asker, accountsOf, askedNames, askersOf, type NamesOf } from '../model/askers.ts';
import type { Locale } from '../model/locale.ts';
import { replySubject, signedBy } from '../model/reply-identity.ts';
import type { Site } from '../model/site.ts';
import { siteUrls } from '../urls.ts';
import { type MadeFile, madeFile } from './data-files.ts';
import { catalogueReplies, catalogueSite, type ReplySummary } from './index.ts';
import { oncePerBuild } from './once.ts';
import { ALL_REPLIES, noteRead, ONLY_READS, valueKey } from './page-reads.ts';
import type { StaticPath } from './paths.ts';
import { daysToPublication } from './publication.ts';
import { siteRoot } from './root.ts';

export type SiteAsker = Asker<ReplySummary>;

const askers = oncePerBuild(async () => askersOf(await catalogueReplies()));

/** Names of printed bodies and sessions in a language, as translations of letters give them. */
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
    // Everyone listed has asked for at least one reply.
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

/** What was asked and answered, by year and body, from the records of all replies. */
export async function catalogueAccounts(locale: Locale): Promise<AccountsSubject> {
  const site = await catalogueSite();
  const urls = siteUrls(site);
  const replies = await catalogueReplies();
  const records = replies.map(({ record }) => {
    const waited = site.publicationLimit === undefined ? undefined : daysToPublication(siteRoot(), record);
    return { ...record, inTime: inTime(waited, site.publicationLimit) };
  });
  return {
    accounts: accountsOf(records),
    names: askedNames(replies, locale, 'body'),
    locale,
    title: `${accountWords[locale].title} · ${site.name[locale]}`,
    address: urls.absolute(urls.accounts(locale)),
    day:
      replies
        .map(({ record }) => lastChange(record))
        .sort()
        .at(-1) ?? '',
  };
}

function inTime(waited: ReturnType<typeof daysToPublication>, limit: number | undefined): boolean | undefined {
  return waited === undefined || limit === undefined || !('days' in waited) ? undefined : waited.days <= limit;
}

/** The account as files, in each language. */
export async function accountFilePaths(): Promise<StaticPath<{ locale: string; file: string }, { file: MadeFile }>[]> {
  const { languages } = await catalogueSite();
  // A site without replies has nothing to download, and its page links to no file.
  if ((await catalogueReplies()).length === 0) return [];
  return languages.flatMap((locale) =>
    ACCOUNT_FORMATS.map((format) => {
      const file = madeFile(format, { locale }, () => catalogueAccounts(locale));
      return { params: { locale, file: file.name }, props: { file }, cacheKey: ONLY_READS };
    }),
  );
}
