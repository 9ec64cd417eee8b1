import type { SearchDocument } from '../../src/model/search-document.ts';
import { type FacetFacts, facetValuesOf } from '../../src/model/search-facets.ts';

/** A document of a made-up bureau, with what a case needs. */
export function made(
  id: string,
  texts: readonly string[],
  { facts, ...more }: Partial<SearchDocument> & { readonly facts?: Partial<FacetFacts> } = {},
): SearchDocument {
  const { locale = 'zh', kind = 'reply', date = '2024-03-01' } = more;
  return {
    id,
    kind,
    locale,
    url: `/${locale}/replies/${id}/`,
    title: locale === 'zh' ? `关于${id}的答复` : `Reply ${id}`,
    number: undefined,
    date,
    facets: facetValuesOf({ kind, date, ...facts }),
    passages: texts.map((text, index) => ({ anchor: `p${index + 1}`, text })),
    figures: [],
    ...more,
  };
}
