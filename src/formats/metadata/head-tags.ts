import { inEach, LANGUAGE_TAGS, LOCALES, type Locale } from '../../model/locale.ts';
import type { CitedWork } from '../citation/works.ts';
import type { MetaTag } from './government.ts';

const OPEN_GRAPH_LOCALES = inEach(LOCALES, (locale) => {
  const { language, region } = new Intl.Locale(LANGUAGE_TAGS[locale]).maximize();
  return region === undefined ? undefined : `${language}_${region}`;
});

/** A language with the territory where it is mostly read, as Open Graph has it: `zh_CN`; undefined where nobody reads it. */
export const openGraphLocale = (locale: Locale): string | undefined => OPEN_GRAPH_LOCALES[locale];

/** What a page says of itself where it is shared: `<meta property content>`. `url` is absolute; `languages` are those it is in. */
export function pageTags(page: {
  readonly title: string;
  readonly description: string;
  readonly url: string;
  readonly siteName: string;
  readonly locale: Locale;
  readonly languages: readonly Locale[];
}): MetaTag[] {
  const { title, description, url, siteName, locale, languages } = page;
  const own = openGraphLocale(locale);
  const others = languages.filter((language) => language !== locale).map(openGraphLocale);
  const tags: readonly (readonly [string, string | undefined])[] = [
    ['og:title', title],
    ['og:description', description],
    ['og:url', url],
    ['og:site_name', siteName],
    ['og:locale', own],
    ...others.map((other) => ['og:locale:alternate', other] as const),
  ];
  return tags.flatMap(([name, content]) => (content === undefined ? [] : [[name, content] as const]));
}

/**
 * The `citation_*` tags that reference managers and scholarly search engines read in the head of a page (Highwire Press). `pdf` is the
 * absolute address of the work on paper, where there is one.
 */
export function citationTags(work: CitedWork, pdf?: string): MetaTag[] {
  return [
    ['citation_title', work.title],
    ...work.authors.map((author): MetaTag => ['citation_author', author]),
    ['citation_publication_date', work.issued.replaceAll('-', '/')],
    ...(work.number === undefined ? [] : [['citation_technical_report_number', work.number] as const]),
    ['citation_language', LANGUAGE_TAGS[work.locale]],
    ['citation_public_url', work.url],
    ...(pdf === undefined ? [] : [['citation_pdf_url', pdf] as const]),
  ];
}
