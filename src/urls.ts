import { GOVERNING_LOCALE, type Locale } from './model/locale.ts';
import type { Site } from './model/site.ts';

/** Every path of the site. All take the site's base into account; all pages end in `/`. */
export interface SiteUrls {
  readonly cover: string;
  home(locale: Locale): string;
  replies(locale: Locale): string;
  reply(locale: Locale, id: string): string;
  bilingual(id: string): string;
  datasets(locale: Locale): string;
  dataset(locale: Locale, id: string): string;
  observation(locale: Locale, dataset: string, observation: string): string;
  search(locale: Locale): string;
  page(locale: Locale, slug: string): string;
  report(locale: Locale, slug: string): string;
  reports(locale: Locale): string;
  /** A file under the base: `asset('data/x.csv')`. */
  asset(path: string): string;
  /** The absolute address of a path that already carries the base. */
  absolute(path: string): string;
  /** The same page in another language, or `undefined` where the page is one for both. */
  twin(path: string, locale: Locale): string | undefined;
}

/** The paths of a site. */
export function siteUrls(site: Pick<Site, 'address' | 'base' | 'languages'>): SiteUrls {
  const at = (path: string) => site.base + path;
  const address = site.address.replace(/\/$/, '');
  return {
    cover: at(''),
    home: (locale) => at(`${locale}/`),
    replies: (locale) => at(`${locale}/replies/`),
    reply: (locale, id) => at(`${locale}/replies/${id}/`),
    bilingual: (id) => at(`bilingual/replies/${id}/`),
    datasets: (locale) => at(`${locale}/data/`),
    dataset: (locale, id) => at(`${locale}/data/${id}/`),
    observation: (locale, dataset, observation) => at(`${locale}/data/${dataset}/#${observation}`),
    search: (locale) => at(`${locale}/search/`),
    page: (locale, slug) => at(`${locale}/${slug}/`),
    report: (locale, slug) => at(`${locale}/reports/${slug}/`),
    reports: (locale) => at(`${locale}/reports/`),
    asset: at,
    absolute: (path) => address + path,
    twin: (path, locale) => {
      const rest = path.startsWith(site.base) ? path.slice(site.base.length) : undefined;
      const own = site.languages.find((language) => rest?.startsWith(`${language}/`));
      if (rest === undefined || own === undefined || !site.languages.includes(locale)) return undefined;
      return at(locale + rest.slice(own.length));
    },
  };
}

/** The page that speaks for both languages in `hreflang="x-default"`: the governing one. */
export const DEFAULT_LOCALE = GOVERNING_LOCALE;
