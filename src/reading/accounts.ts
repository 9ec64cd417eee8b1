import { lastChange } from '../formats/api/changes.ts';
import type { AccountsSubject } from '../formats/lists/reply-list.ts';
import { ACCOUNT_FORMATS } from '../formats/registry.ts';
import { accountWords } from '../language/messages/accounts.ts';
import { accountsOf } from '../model/askers.ts';
import type { Locale } from '../model/locale.ts';
import { siteUrls } from '../urls.ts';
import { daysToPublication } from './calendar.ts';
import { type MadeFile, madeFile } from './data-files.ts';
import { catalogueReplies, catalogueSite } from './index.ts';
import { ONLY_READS } from './page-reads.ts';
import type { StaticPath } from './paths.ts';
import { siteRoot } from './root.ts';

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
  // Of a site without replies there is nothing to take away, and its page leads to no file.
  if ((await catalogueReplies()).length === 0) return [];
  return languages.flatMap((locale) =>
    ACCOUNT_FORMATS.map((format) => {
      const file = madeFile(format, { locale }, () => catalogueAccounts(locale));
      return { params: { locale, file: file.name }, props: { file }, cacheKey: ONLY_READS };
    }),
  );
}
