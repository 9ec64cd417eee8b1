import { LIST_FORMATS } from '../formats/registry.ts';
import { type Bureau, repliesByBureau } from '../model/bureau.ts';
import { type Facet, listedGroups, standsByYear, yearsOfReplies } from '../model/facets.ts';
import type { Locale } from '../model/locale.ts';
import { type SiteUrls, siteUrls } from '../urls.ts';
import { type MadeFile, madeFile } from './data-files.ts';
import { catalogueReplies, catalogueSite, type ReplySummary } from './index.ts';
import { oncePerBuild } from './once.ts';
import { ALL_REPLIES, noteRead, ONLY_READS } from './page-reads.ts';
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

/** The list of every page of replies as a file beside it; years have theirs where the list of all replies is long. */
export async function listFilePaths(): Promise<StaticPath<{ locale: string; list: string }, { file: MadeFile }>[]> {
  const site = await catalogueSite();
  const urls = siteUrls(site);
  const all = await catalogueReplies();
  const years = standsByYear(all) ? yearsOfReplies(all) : [];
  const lists = (locale: Locale, pages: SiteUrls) => [
    { page: pages.replies(locale), replies: all },
    ...years.map(({ year, replies }) => ({ page: pages.repliesOfYear(locale, year), replies })),
  ];
  const own = [
    ...site.languages.flatMap((locale) => lists(locale, urls).map((list) => ({ ...list, locale }))),
    ...(await topicPaths())
      .filter(hasReplies)
      .map(({ props }) => ({ ...props, page: urls.topic(props.locale, props.topic.id) })),
    ...(await bureauPaths())
      .filter(hasReplies)
      .map(({ props }) => ({ ...props, page: urls.bureau(props.locale, props.bureau.id) })),
    ...(await repliesByPaths()).map(({ props }) => ({
      ...props,
      page: urls.repliesBy(props.locale, props.facet, props.value),
    })),
  ];
  return own.flatMap(({ page, replies, locale }) =>
    LIST_FORMATS.map((format) => {
      const below = page.slice(site.base.length);
      const file = madeFile(format, { page: below }, () => {
        noteRead(ALL_REPLIES);
        return { replies, locale, site };
      });
      const list = below.slice(locale.length + 1, -1);
      return { params: { locale, list }, props: { file }, cacheKey: ONLY_READS };
    }),
  );
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

/** `/<locale>/bureaus/<id>/years/<year>/` for each year of each bureau that has so many replies. */
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
