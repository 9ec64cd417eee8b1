import { documentWords } from '../../language/messages/documents.ts';
import { searchWords } from '../../language/messages/search.ts';
import type { Locale } from '../../model/locale.ts';
import { FACETS, type Facet, type Filters } from '../../search/filters.ts';
import type { SearchOutcome } from '../../search/outcome.ts';
import { make } from './search-dom.ts';

/** What a kind of document is called. */
export function kindLabel(kind: string, locale: Locale): string {
  const kinds: Readonly<Record<string, string>> = searchWords[locale].kinds;
  const written: Readonly<Record<string, { readonly one: string }>> = documentWords[locale];
  return kinds[kind] ?? written[kind]?.one ?? kind;
}

/** What a reader reads for a value of a facet. */
function valueLabel(
  facet: Facet,
  value: string,
  { topics, answered, bureaus }: SearchOutcome['labels'],
  locale: Locale,
): string {
  switch (facet) {
    case 'kind':
      return kindLabel(value, locale);
    case 'year':
      return value;
    case 'topic':
      return topics[value]?.[locale] ?? value;
    case 'answered':
      return answered[value]?.[locale] ?? value;
    case 'bureau':
      return bureaus[value]?.[locale] ?? value;
    case 'outcome':
      return searchWords[locale].outcome(value);
  }
}

/** Whether a bureau is one that the site records, with feeds of its own: others stand by their names. */
const isRecorded = (bureau: string) => /^[a-z0-9-]+$/.test(bureau);

/** Where replies of a facet's value can be followed; nothing where there is no feed of its own. */
export type FeedAddress = (facet: Facet, value: string) => string | undefined;

/** The addresses of feeds, from that of one of them with `{}` for its place. */
export function feedAddresses(pattern: string): FeedAddress {
  const folders: Readonly<Partial<Record<Facet, string>>> = {
    kind: 'kinds',
    topic: 'topics',
    answered: 'answered',
    year: 'years',
    bureau: 'bureaus',
  };
  return (facet, value) => {
    if (pattern === '') return undefined;
    // The feed of all is that of replies; pages about the site are not followed.
    if (facet === 'kind' && value === 'reply') return pattern.replace('{}/', '');
    if (facet === 'kind' && value === 'page') return undefined;
    if (facet === 'kind' && value === 'commitment') return pattern.replace('{}', 'commitments');
    // A bureau that is not recorded goes by its name, and has no feed at such an address.
    if (facet === 'bureau' && !/^[a-z0-9-]+$/.test(value)) return undefined;
    const folder = folders[facet];
    return folder === undefined ? undefined : pattern.replace('{}', `${folder}/${value}`);
  };
}

interface Choice {
  readonly facet: Facet;
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

/** The fields of the filters, each value with how many results it has. A facet with one value alone narrows nothing. */
export function renderFacets(
  { facets, labels, replyYears }: SearchOutcome,
  filters: Filters,
  locale: Locale,
  feedAddress: FeedAddress,
): HTMLElement[] {
  if (!facets) return [];
  return FACETS.flatMap((facet) => {
    const values = facets[facet];
    if (values.length < 2 && filters[facet].length === 0) return [];
    const items = values.map(([value, count]) => {
      const label = valueLabel(facet, value, labels, locale);
      const checked = filters[facet].includes(value);
      // A year that only other documents have is followed by nothing: feeds are of replies.
      const hasFeed = (facet !== 'year' || replyYears.includes(value)) && (facet !== 'bureau' || isRecorded(value));
      const feed = hasFeed ? feedAddress(facet, value) : undefined;
      return choice({ facet, value, label, count, checked, feed }, locale);
    });
    return [make('fieldset', {}, make('legend', {}, searchWords[locale].facets[facet]), make('ul', {}, ...items))];
  });
}
