import { listWords } from '../../../language/messages/lists.ts';
import { replyWords } from '../../../language/messages/reply.ts';
import { currentName, nameIn } from '../../../model/bureau.ts';
import { bodyOf, FACETS, type Facet, facetGroups, facetValues, standsByYear } from '../../../model/facets.ts';
import { type Locale, originalLanguage } from '../../../model/locale.ts';
import { byCodeUnit } from '../../../model/order.ts';
import { OUTCOMES } from '../../../model/reply.ts';
import type { ReplySummary } from '../../../reading/index.ts';
import type { PageContext } from '../../../reading/page-context.ts';

/** What a value of a facet is called, and the language of that. */
export function facetLabel(
  facet: Facet,
  value: string,
  replies: readonly ReplySummary[],
  { site, locale }: PageContext,
): { readonly text: string; readonly locale: Locale } {
  const own = (text: string | undefined) => ({ text: text ?? value, locale });
  switch (facet) {
    case 'year':
      return own(replyWords[locale].year(value));
    case 'topic':
      return own(site.topics.find(({ id }) => id === value)?.label[locale]);
    case 'kind':
      return own(site.answeredKinds.find(({ id }) => id === value)?.label[locale]);
    case 'outcome': {
      const outcome = OUTCOMES.find((code) => code.toLowerCase() === value);
      return own(outcome && replyWords[locale].outcomes[outcome]);
    }
    case 'body':
      return { text: bodyOf(replies, value) ?? value, locale: originalLanguage(site.languages) };
    case 'bureau': {
      const bureau = site.bureaus?.find(({ id }) => id === value);
      return bureau ? nameIn(currentName(bureau), locale) : own(undefined);
    }
  }
}

/** Where the replies that have a value stand; years of a short list have no page of their own. */
function facetHref(facet: Facet, value: string, replies: readonly unknown[], { urls, locale }: PageContext): string {
  switch (facet) {
    case 'year':
      return standsByYear(replies) ? urls.repliesOfYear(locale, value) : `${urls.replies(locale)}#year-${value}`;
    case 'topic':
      return urls.topic(locale, value);
    case 'bureau':
      return urls.bureau(locale, value);
    default:
      return urls.repliesBy(locale, facet, value);
  }
}

/** One way to narrow a list. */
export interface FacetLink {
  readonly value: string;
  readonly label: { readonly text: string; readonly locale: Locale };
  readonly count: number;
  readonly href: string;
}

/** The ways to narrow the list of all replies, each facet that tells some of them apart. */
export function facetLinks(
  replies: readonly ReplySummary[],
  context: PageContext,
): { readonly facet: Facet; readonly name: string; readonly links: readonly FacetLink[] }[] {
  const { site, locale } = context;
  const order = (facet: Facet, value: string) =>
    facet === 'topic'
      ? site.topics.findIndex(({ id }) => id === value)
      : facet === 'bureau'
        ? (site.bureaus ?? []).findIndex(({ id }) => id === value)
        : 0;
  return FACETS.map((facet) => ({
    facet,
    name: listWords[locale].facets[facet],
    links: facetGroups(replies, facet, site.bureaus ?? [])
      .map(({ value, replies: own }) => ({
        value,
        label: facetLabel(facet, value, own, context),
        count: own.length,
        href: facetHref(facet, value, replies, context),
      }))
      .sort(
        (one, other) =>
          order(facet, one.value) - order(facet, other.value) ||
          (facet === 'year' ? byCodeUnit(other.value, one.value) : byCodeUnit(one.value, other.value)),
      ),
  })).filter(({ facet, links }) => links.length > (facet === 'topic' ? 0 : 1));
}

/** All that a reply can be found by in a list, for the script that narrows it: `year:2025 topic:wells`. */
export const facetTokens = ({ record }: ReplySummary, { site }: PageContext): string =>
  FACETS.flatMap((facet) => facetValues(record, facet, site.bureaus ?? []).map((value) => `${facet}:${value}`)).join(
    ' ',
  );
