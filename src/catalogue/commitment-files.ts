import { commitmentCalendar } from '../exchange/commitments/calendar.ts';
import { atomFeed } from '../exchange/feed/atom.ts';
import { stableId } from '../exchange/feed/stable-id.ts';
import { commitmentWords } from '../i18n/commitments.ts';
import type { Locale } from '../model/locale.ts';
import type { Site } from '../model/site.ts';
import { siteUrls } from '../urls.ts';
import { catalogueCommitments, type TracedCommitment } from './commitments.ts';
import type { MadeFile } from './data-files.ts';
import { catalogueSite } from './index.ts';
import { ONLY_READS } from './page-reads.ts';
import { buildDay } from './root.ts';

/** `/<locale>/commitments/calendar.ics` and `/<locale>/commitments/feed.xml`. */
export async function commitmentFilePaths() {
  const site = await catalogueSite();
  return site.languages.flatMap((locale) => {
    const traced = () => catalogueCommitments(locale, siteUrls(site));
    const files: MadeFile[] = [
      {
        name: 'calendar.ics',
        type: 'text/calendar; charset=utf-8',
        make: async () => calendar(await traced(), site, locale),
      },
      { name: 'feed.xml', type: 'application/atom+xml', make: async () => feed(await traced(), site, locale) },
    ];
    return files.map((file) => ({ params: { locale, file: file.name }, props: { file }, cacheKey: ONLY_READS }));
  });
}

function calendar(traced: readonly TracedCommitment[], site: Site, locale: Locale): string {
  const urls = siteUrls(site);
  const words = commitmentWords[locale];
  return commitmentCalendar(
    traced.map(({ commitment }) => commitment),
    {
      name: `${words.title} · ${site.name[locale]}`,
      today: buildDay(),
      title: ({ statement }) => words.dueInCalendar(statement[locale]),
      url: ({ id }) => urls.absolute(`${urls.commitments(locale)}#${id}`),
      uid: ({ id }) => stableId('commitment', site.issuer.zh, id),
    },
  );
}

function feed(traced: readonly TracedCommitment[], site: Site, locale: Locale): string {
  const urls = siteUrls(site);
  const words = commitmentWords[locale];
  const page = urls.absolute(urls.commitments(locale));
  const self = `${page}feed.xml`;
  return atomFeed({
    id: stableId('commitments', site.issuer.zh, locale),
    locale,
    title: `${words.title} · ${site.name[locale]}`,
    subtitle: words.lead,
    author: site.name[locale],
    page,
    self: { xml: self, json: self },
    rights: site.terms?.[locale],
    entries: traced.map(({ commitment, status, replyDate, result }) => {
      // The day that the status is of: an entry that has just fallen due must not look as old as the promise.
      const day = status.kind === 'due' ? (commitment.due ?? replyDate) : (result?.replyDate ?? replyDate);
      return {
        id: stableId('commitment', site.issuer.zh, commitment.id, status.kind),
        url: `${page}#${commitment.id}`,
        title: `${words.statuses[status.kind]} · ${commitment.statement[locale]}`,
        ...{ day, updated: day },
        author: site.name[locale],
        topics: [],
        html: commitment.statement[locale],
      };
    }),
  });
}
