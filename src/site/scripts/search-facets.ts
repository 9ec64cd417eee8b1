import { documentWords } from '../../language/messages/documents.ts';
import { searchWords } from '../../language/messages/search.ts';
import type { Locale } from '../../model/locale.ts';
import { type PerFacet, SEARCH_FACET_NAMES, type SearchFacet, searchFacet } from '../../model/search-facets.ts';
import type { Filters } from '../../search/facets.ts';
import type { SearchOutcome } from '../../search/outcome.ts';
import { make } from './search-dom.ts';

/** What a reader reads for a value of a facet: as site.yaml names it, in words of the interface, or as it is. */
function valueLabel(facet: SearchFacet, value: string, labels: SearchOutcome['labels'], locale: Locale): string {
  if (facet === 'kind') return kindLabel(value, locale);
  const words: Partial<PerFacet<Readonly<Record<string, string>>>> = searchWords[locale].values;
  return labels[facet]?.[value]?.[locale] ?? words[facet]?.[value] ?? value;
}

/** What a kind of document is called. */
export function kindLabel(kind: string, locale: Locale): string {
  const kinds: Readonly<Record<string, string>> = searchWords[locale].values.kind;
  const written: Readonly<Record<string, { readonly one: string }>> = documentWords[locale];
  return kinds[kind] ?? written[kind]?.one ?? kind;
}

/** The address of a value's feed, from that of one of them with `{}` for its folder; nothing where it has none. */
function feedAddress(pattern: string, folder: string | undefined): string | undefined {
  if (pattern === '' || folder === undefined) return undefined;
  return folder === '' ? pattern.replace('{}/', '') : pattern.replace('{}', folder);
}

interface Choice {
  readonly facet: SearchFacet;
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly checked: boolean;
  readonly feed: string | undefined;
}

function choice({ facet, value, label, count, checked, feed }: Choice, locale: Locale): HTMLElement {
  const words = searchWords[locale];
  const box = make('input', { type: 'checkbox', name: facet, value });
  box.checked = checked;
  const number = make('span', { class: 'search-count' }, String(count));
  const follow =
    feed === undefined
      ? []
      : [make('a', { class: 'search-feed', href: feed, 'aria-label': words.feedOf(label) }, words.feed)];
  return make('li', {}, make('label', {}, box, make('span', {}, label), ' ', number), ...follow);
}

/**
 * The fields of the filters, each value with how many results it has. A facet with one value alone narrows nothing. `feeds` is the address of a
 * feed, with `{}` for its folder; empty where the site has none.
 */
export function renderFacets(
  { facets, labels, replyYears }: SearchOutcome,
  filters: Filters,
  locale: Locale,
  feeds: string,
): HTMLElement[] {
  if (!facets) return [];
  return SEARCH_FACET_NAMES.flatMap((facet) => {
    const values = facets[facet];
    if (values.length < 2 && filters[facet].length === 0) return [];
    const items = values.map(([value, count]) => {
      const label = valueLabel(facet, value, labels, locale);
      const checked = filters[facet].includes(value);
      const feed = feedAddress(feeds, searchFacet(facet).feed?.(value, { replyYears }));
      return choice({ facet, value, label, count, checked, feed }, locale);
    });
    return [make('fieldset', {}, make('legend', {}, searchWords[locale].facets[facet]), make('ul', {}, ...items))];
  });
}
