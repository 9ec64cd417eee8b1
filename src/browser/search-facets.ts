import { searchWords } from '../i18n/search.ts';
import type { Locale } from '../model/locale.ts';
import { FACETS, type Facet, type Filters } from '../search/filters.ts';
import type { SearchOutcome } from '../search/search.ts';
import { make } from './search-dom.ts';

/** What a reader reads for a value of a facet. */
export function valueLabel(
  facet: Facet,
  value: string,
  { topics, answered }: SearchOutcome['labels'],
  locale: Locale,
): string {
  const kinds: Readonly<Record<string, string>> = searchWords[locale].kinds;
  switch (facet) {
    case 'kind':
      return kinds[value] ?? value;
    case 'year':
      return value;
    case 'topic':
      return topics[value]?.[locale] ?? value;
    case 'answered':
      return answered[value]?.[locale] ?? value;
  }
}

function choice(facet: Facet, value: string, label: string, count: number, checked: boolean): HTMLElement {
  const box = make('input', { type: 'checkbox', name: facet, value });
  box.checked = checked;
  const number = make('span', { class: 'search-count' }, String(count));
  return make('li', {}, make('label', {}, box, make('span', {}, label), ' ', number));
}

/** The fields of the filters, each value with how many results it has. A facet with one value alone narrows nothing. */
export function renderFacets({ facets, labels }: SearchOutcome, filters: Filters, locale: Locale): HTMLElement[] {
  if (!facets) return [];
  return FACETS.flatMap((facet) => {
    const values = facets[facet];
    if (values.length < 2 && filters[facet].length === 0) return [];
    const items = values.map(([value, count]) =>
      choice(facet, value, valueLabel(facet, value, labels, locale), count, filters[facet].includes(value)),
    );
    return [make('fieldset', {}, make('legend', {}, searchWords[locale].facets[facet]), make('ul', {}, ...items))];
  });
}
