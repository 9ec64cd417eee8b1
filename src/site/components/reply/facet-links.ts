import { facetLabel } from '../../../language/messages/facet-labels.ts';
import { listWords } from '../../../language/messages/lists.ts';
import { askedNames } from '../../../model/askers.ts';
import { FACETS, type Facet, facetGroups, facetValues, standsByYear } from '../../../model/facets.ts';
import type { Locale } from '../../../model/locale.ts';
import { byCodeUnit } from '../../../model/order.ts';
import type { ReplySummary } from '../../../reading/index.ts';
import type { PageContext } from '../../../reading/page-context.ts';

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
interface FacetLink {
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
  const bodyIn = askedNames(replies, locale, 'body');
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
        label: facetLabel(facet, value, own, context, bodyIn),
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
