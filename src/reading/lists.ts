import { fileForm } from '../formats/format.ts';
import type { ReplyListSubject } from '../formats/lists/reply-list.ts';
import { LIST_FORMATS } from '../formats/registry.ts';
import { facetLabel } from '../language/messages/facet-labels.ts';
import { listWords } from '../language/messages/lists.ts';
import { replyWords } from '../language/messages/reply.ts';
import { type Bureau, currentName, nameIn, repliesByBureau } from '../model/bureau.ts';
import { type Facet, listedGroups, standsByYear, yearsOfReplies } from '../model/facets.ts';
import type { Locale } from '../model/locale.ts';
import { siteUrls } from '../urls.ts';
import { type MadeFile, madeFile } from './data-files.ts';
import { catalogueReplies, catalogueSite, type ReplySummary } from './index.ts';
import { oncePerBuild } from './once.ts';
import { ONLY_READS, valueKey } from './page-reads.ts';
import { localePaths, type StaticPath, topicPaths } from './paths.ts';

interface RepliesByProps {
  readonly locale: Locale;
  readonly facet: Facet;
  readonly value: string;
  readonly replies: readonly ReplySummary[];
}

/** `/<locale>/replies/by/<facet>/<value>/` for each outcome, body and kind that a reply has. */
export async function repliesByPaths(): Promise<
  StaticPath<{ locale: string; facet: string; value: string }, RepliesByProps>[]
> {
  const { languages } = await catalogueSite();
  return listedGroups(await catalogueReplies()).flatMap(({ facet, value, replies }) =>
    languages.map((locale) => ({
      params: { locale, facet, value },
      props: { locale, facet, value, replies },
      cacheKey: ONLY_READS,
    })),
  );
}

/** `/<locale>/replies/by/<facet>/<value>/years/<year>/` for each year of those that are long. */
export async function repliesByOfYearPaths(): Promise<
  StaticPath<{ locale: string; facet: string; value: string; year: string }, RepliesByProps & { year: string }>[]
> {
  const long = (await repliesByPaths()).filter(({ props }) => standsByYear(props.replies));
  return long.flatMap(({ params, props }) =>
    yearsOfReplies(props.replies).map(({ year }) => ({
      params: { ...params, year },
      props: { ...props, year },
      cacheKey: ONLY_READS,
    })),
  );
}

/** A page without replies offers no list of them. */
const hasReplies = ({ props }: { readonly props: { readonly replies: readonly ReplySummary[] } }) =>
  props.replies.length > 0;

/** What tables say about a reply. */
const tabled = ({ id, record, language, translations }: ReplySummary) => [id, record, language, translations];

/** A list of replies and the page that shows it. */
interface ListFile extends Pick<ReplyListSubject, 'replies' | 'locale' | 'title'> {
  /** The path of the page. */
  readonly page: string;
}

/** The list of every page of replies as files beside it; years have theirs where the list of all replies is long. */
export async function listFilePaths(): Promise<
  StaticPath<{ locale: string; list: string; table: string }, { file: MadeFile }>[]
> {
  const site = await catalogueSite();
  const urls = siteUrls(site);
  const all = await catalogueReplies();
  const years = standsByYear(all) ? yearsOfReplies(all) : [];
  const lists = (locale: Locale): ListFile[] => [
    { locale, page: urls.replies(locale), replies: all, title: replyWords[locale].list },
    ...years.map(({ year, replies }) => ({
      ...{ locale, replies },
      page: urls.repliesOfYear(locale, year),
      title: replyWords[locale].listOfYear(year),
    })),
  ];
  const own: ListFile[] = [
    // A list without replies offers no files.
    ...(all.length === 0 ? [] : site.languages.flatMap(lists)),
    ...(await topicPaths()).filter(hasReplies).map(({ props: { locale, topic, replies } }) => ({
      ...{ locale, replies },
      page: urls.topic(locale, topic.id),
      title: topic.label[locale],
    })),
    ...(await bureauPaths()).filter(hasReplies).map(({ props: { locale, bureau, replies } }) => ({
      ...{ locale, replies },
      page: urls.bureau(locale, bureau.id),
      title: nameIn(currentName(bureau), locale).text,
    })),
    ...(await repliesByPaths()).map(({ props: { locale, facet, value, replies } }) => ({
      ...{ locale, replies },
      page: urls.repliesBy(locale, facet, value),
      title: listWords[locale].by(
        listWords[locale].facets[facet],
        facetLabel(facet, value, replies, { site, locale }).text,
      ),
    })),
  ];
  // A list whose replies are unchanged is not made again: workbooks of thousands of replies take seconds in all.
  const digests = new Map(all.map((reply) => [reply.id, valueKey(tabled(reply))]));
  // Without replies there is no table, and the page links to none.
  return own
    .filter(({ replies }) => replies.length > 0)
    .flatMap(({ page, replies, locale, title }) => {
      const below = page.slice(site.base.length);
      const cacheKey = valueKey([title, replies.map(({ id }) => digests.get(id))]);
      return LIST_FORMATS.map((format) => {
        const file = madeFile(format, { page: below }, () => ({
          ...{ replies, locale, site },
          title: `${title} · ${site.name[locale]}`,
          address: urls.absolute(page),
        }));
        const list = below.slice(locale.length + 1, -1);
        return { params: { locale, list, table: fileForm(format) }, props: { file }, cacheKey };
      });
    });
}

/** `repliesByBureau` of the site, made once for its many pages. */
const ownReplies = oncePerBuild(async () =>
  repliesByBureau((await catalogueSite()).bureaus ?? [], await catalogueReplies()),
);

interface BureauProps {
  readonly locale: Locale;
  readonly bureau: Bureau;
  readonly replies: readonly ReplySummary[];
}

/** `/<locale>/bureaus/` where bureaus are recorded. */
export async function bureauListPaths(): Promise<Awaited<ReturnType<typeof localePaths>>> {
  const { bureaus } = await catalogueSite();
  return bureaus === undefined ? [] : localePaths();
}

/** `/<locale>/bureaus/<id>/` for each recorded bureau. */
export async function bureauPaths(): Promise<StaticPath<{ locale: string; id: string }, BureauProps>[]> {
  const { bureaus = [], languages } = await catalogueSite();
  const own = await ownReplies();
  return bureaus.flatMap((bureau) =>
    languages.map((locale) => ({
      params: { locale, id: bureau.id },
      props: { locale, bureau, replies: own.get(bureau.id) ?? [] },
      cacheKey: ONLY_READS,
    })),
  );
}

/** `/<locale>/bureaus/<id>/years/<year>/` for each year of each bureau with enough replies to be split by year. */
export async function bureauYearPaths(): Promise<
  StaticPath<{ locale: string; id: string; year: string }, BureauProps & { year: string }>[]
> {
  const long = (await bureauPaths()).filter(({ props }) => standsByYear(props.replies));
  return long.flatMap(({ params, props }) =>
    yearsOfReplies(props.replies).map(({ year }) => ({
      params: { ...params, year },
      props: { ...props, year },
      cacheKey: ONLY_READS,
    })),
  );
}
