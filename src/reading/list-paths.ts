import type { Locale } from '../model/locale.ts';
import { standsByYear, yearsOfReplies } from '../model/reply-years.ts';
import type { Site } from '../model/site.ts';
import { catalogueReplies, catalogueSite, type ReplySummary } from './index.ts';
import { ONLY_READS } from './page-reads.ts';
import type { StaticPath } from './paths.ts';

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

/** `/<locale>/replies/years/<year>/` for each year, where there are so many replies that their list stands by year. */
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

/** `/<locale>/topics/<id>/years/<year>/` for each year of each topic that has so many replies. */
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
