import { type Bureau, repliesByBureau } from '../model/bureau.ts';
import { standsByYear, yearsOfReplies } from '../model/facets.ts';
import type { Locale } from '../model/locale.ts';
import { catalogueReplies, catalogueSite, type ReplySummary } from './index.ts';
import { oncePerBuild } from './once.ts';
import { ONLY_READS } from './page-reads.ts';
import { localePaths, type StaticPath } from './paths.ts';

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
