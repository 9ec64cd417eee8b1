import type { Dataset } from '../model/dataset.ts';
import {
  DOCUMENT_KIND_LIST,
  DOCUMENT_KINDS,
  type DocumentCollection,
  type ListedDocument,
  shownDocument,
} from '../model/document-kinds.ts';
import { standsByYear, yearsOfReplies } from '../model/facets.ts';
import { LOCALES, type Locale, originalLanguage } from '../model/locale.ts';
import type { Site } from '../model/site.ts';
import { collectionAt } from '../routes.ts';
import {
  catalogueDatasets,
  catalogueDocuments,
  cataloguePages,
  catalogueReplies,
  catalogueReports,
  catalogueSite,
  catalogueThreads,
  type MdxDocument,
  type ReplySummary,
} from './index.ts';
import { datasetKey, FINISHED_FILES, ONLY_READS, replyKey, replyKeyWith, valueKey } from './page-reads.ts';

/** One page of a dynamic route. */
export interface StaticPath<Params, Props> {
  readonly params: Params;
  readonly props: Props;
  /**
   * A key of `page-reads.ts` for what the page shows. Together with what all pages share and what it notes while
   * rendering, it must cover everything in `props`. Pages without a key are always rendered, as MDX pages must be:
   * Astro processes their images while rendering.
   */
  readonly cacheKey?: string;
}

/** `/<locale>/…` for each language of the site. */
export async function localePaths(): Promise<StaticPath<{ locale: string }, { locale: Locale }>[]> {
  const { languages } = await catalogueSite();
  return languages.map((locale) => ({ params: { locale }, props: { locale }, cacheKey: ONLY_READS }));
}

/** The same for a page that tells of finished files. */
export async function finishedPaths(): Promise<StaticPath<{ locale: string }, { locale: Locale }>[]> {
  return (await localePaths()).map((path) => ({ ...path, cacheKey: FINISHED_FILES }));
}

/** `/style/` in the site's first language, `/style/<locale>/` in the others. */
export async function styleLanguages(): Promise<StaticPath<{ language: string | undefined }, { locale: Locale }>[]> {
  const { languages } = await catalogueSite();
  return languages.map((locale) => ({
    params: { language: locale === originalLanguage(languages) ? undefined : locale },
    props: { locale },
    cacheKey: ONLY_READS,
  }));
}

/** The languages a reply is in: that of its original first. */
export function replyLanguages({ language, translations }: Pick<ReplySummary, 'language' | 'translations'>): Locale[] {
  return [language, ...LOCALES.filter((locale) => translations[locale] !== undefined)];
}

/** What a thread may show of a reply: its whole record, so that new facts in the thread need no change here. */
const inThread = ({ id, record, language, translations }: ReplySummary) => [id, record, language, translations];

/** A reply in a language of the site, with the replies on the same matter. */
interface ReplyProps {
  readonly locale: Locale;
  readonly summary: ReplySummary;
  readonly thread: readonly ReplySummary[];
}

/** `/<locale>/replies/<id>/cite/` for each reply in each language it is in. */
export async function citationPaths(): Promise<StaticPath<{ locale: string; id: string }, ReplyProps>[]> {
  return (await replyPaths()).filter(({ props }) => replyLanguages(props.summary).includes(props.locale));
}

/** `/<locale>/replies/<id>/` for each reply in each language of the site: where it is not translated, its page shows its record. */
export async function replyPaths(): Promise<StaticPath<{ locale: string; id: string }, ReplyProps>[]> {
  const { languages } = await catalogueSite();
  const replies = await catalogueReplies();
  const threads = catalogueThreads(replies);
  return replies.flatMap((summary) => {
    const thread = threads.get(summary.id) ?? [];
    // A page with a thread also shows other replies, and more may be added to it.
    const cacheKey =
      thread.length === 0 ? replyKey(summary.id) : replyKeyWith(summary.id, JSON.stringify(thread.map(inThread)));
    return languages.map((locale) => ({
      params: { locale, id: summary.id },
      props: { locale, summary, thread },
      cacheKey,
    }));
  });
}

/**
 * The pages of a reply side by side: `/bilingual/replies/<id>/` for readers of the original, beside the first of its translations into
 * languages of the site; `/bilingual/<locale>/replies/<id>/` beside each of them, for its readers.
 */
export async function bilingualPaths(): Promise<
  StaticPath<
    { id: string; other: string | undefined },
    { locale: Locale; summary: ReplySummary; other: Locale; readers: readonly Locale[] }
  >[]
> {
  const { languages } = await catalogueSite();
  return (await catalogueReplies()).flatMap((summary) => {
    const { id, language } = summary;
    const others = languages.filter((locale) => summary.translations[locale] !== undefined);
    const [first] = others;
    if (first === undefined) return [];
    const readers = [language, ...others];
    return readers.map((locale) => {
      const isOriginal = locale === language;
      return {
        params: { id, other: isOriginal ? undefined : locale },
        props: { locale, summary, other: isOriginal ? first : locale, readers },
        cacheKey: replyKey(id),
      };
    });
  });
}

/** One path for each reply, regardless of language. */
export async function replyIdPaths(): Promise<StaticPath<{ id: string }, { summary: ReplySummary }>[]> {
  return (await catalogueReplies()).map((summary) => ({
    params: { id: summary.id },
    props: { summary },
    cacheKey: replyKey(summary.id),
  }));
}

/** One path for each dataset. */
export async function datasetIdPaths(): Promise<StaticPath<{ id: string }, { dataset: Dataset }>[]> {
  return (await catalogueDatasets()).map((dataset) => ({
    params: { id: dataset.id },
    props: { dataset },
    cacheKey: datasetKey(dataset.id),
  }));
}

/** `/<locale>/data/<id>/` for each dataset in each language. */
export async function datasetPaths(): Promise<
  StaticPath<{ locale: string; id: string }, { locale: Locale; dataset: Dataset }>[]
> {
  const { languages } = await catalogueSite();
  return (await catalogueDatasets()).flatMap((dataset) =>
    languages.map((locale) => ({
      params: { locale, id: dataset.id },
      props: { locale, dataset },
      cacheKey: datasetKey(dataset.id),
    })),
  );
}

/** `/<locale>/<id>/` for each standing page. */
export async function standingPagePaths(): Promise<StaticPath<{ locale: string; id: string }, MdxDocument<'pages'>>[]> {
  return (await cataloguePages()).map((page) => ({ params: { locale: page.locale, id: page.slug }, props: page }));
}

/** `/<locale>/reports/<id>/` for each report in each language it is in. */
export async function reportPaths(): Promise<
  StaticPath<{ locale: string; id: string }, MdxDocument<'reports'> & { languages: readonly Locale[] }>[]
> {
  const reports = await catalogueReports();
  return reports.map((report) => ({
    params: { locale: report.locale, id: report.slug },
    props: {
      ...report,
      languages: reports.filter(({ slug }) => slug === report.slug).map(({ locale }) => locale),
    },
  }));
}

interface TopicProps {
  readonly locale: Locale;
  readonly topic: Site['topics'][number];
  readonly replies: readonly ReplySummary[];
}

/** `/<locale>/topics/<id>/` for each topic that a reply has. */
export async function topicPaths(): Promise<StaticPath<{ locale: string; id: string }, TopicProps>[]> {
  const { languages, topics } = await catalogueSite();
  const replies = await catalogueReplies();
  return topics.flatMap((topic) => {
    const own = replies.filter(({ record }) => record.topics.includes(topic.id));
    return own.length === 0
      ? []
      : languages.map((locale) => ({
          params: { locale, id: topic.id },
          props: { locale, topic, replies: own },
          cacheKey: ONLY_READS,
        }));
  });
}

/** `/<locale>/replies/years/<year>/` for each year, where there are enough replies to split their list by year. */
export async function yearPaths(): Promise<
  StaticPath<{ locale: string; year: string }, { locale: Locale; year: string }>[]
> {
  const { languages } = await catalogueSite();
  const replies = await catalogueReplies();
  if (!standsByYear(replies)) return [];
  return yearsOfReplies(replies).flatMap(({ year }) =>
    languages.map((locale) => ({ params: { locale, year }, props: { locale, year }, cacheKey: ONLY_READS })),
  );
}

/** `/<locale>/topics/<id>/years/<year>/` for each year of each topic with enough replies to be split by year. */
export async function topicYearPaths(): Promise<
  StaticPath<{ locale: string; id: string; year: string }, TopicProps & { year: string }>[]
> {
  const topics = (await topicPaths()).filter(({ props }) => standsByYear(props.replies));
  return topics.flatMap(({ params, props }) =>
    yearsOfReplies(props.replies).map(({ year }) => ({
      params: { ...params, year },
      props: { ...props, year },
      cacheKey: ONLY_READS,
    })),
  );
}

/** What lists show of a compiled document. */
export const shownOf = ({ collection, slug, locale, entry }: MdxDocument<DocumentCollection>): ListedDocument => ({
  ...{ collection, id: slug, locale },
  ...shownDocument(DOCUMENT_KINDS[collection], entry.data),
});

/** The kind of documents that a route without a page of its own is for. */
function collectionOf(routePattern: string): DocumentCollection {
  const found = DOCUMENT_KIND_LIST.find(([collection]) => collection === collectionAt(routePattern));
  if (found === undefined) throw new Error(`no kind of document is at ${routePattern}`);
  return found[0];
}

/** `/<locale>/<collection>/` for a kind of document that has no list of its own. */
export async function collectionListPaths(
  routePattern: string,
): Promise<StaticPath<{ locale: string }, { locale: Locale; collection: DocumentCollection }>[]> {
  const collection = collectionOf(routePattern);
  const { languages } = await catalogueSite();
  const shown = (await catalogueDocuments(collection)).map(shownOf);
  return languages.map((locale) => ({
    params: { locale },
    props: { locale, collection },
    cacheKey: valueKey(shown),
  }));
}

/** `/<locale>/<collection>/<id>/` for each document of such a kind. */
export async function collectionPaths(
  routePattern: string,
): Promise<
  StaticPath<
    { locale: string; id: string },
    { document: ListedDocument; entry: MdxDocument<DocumentCollection>['entry']; languages: readonly Locale[] }
  >[]
> {
  const documents = await catalogueDocuments(collectionOf(routePattern));
  return documents.map((document) => ({
    params: { locale: document.locale, id: document.slug },
    props: {
      document: shownOf(document),
      entry: document.entry,
      languages: documents.filter(({ slug }) => slug === document.slug).map(({ locale }) => locale),
    },
  }));
}
