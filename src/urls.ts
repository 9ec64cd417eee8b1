import { GOVERNING_LOCALE, type Locale } from './model/locale.ts';
import type { Site } from './model/site.ts';

/** Every path of the site. All take the site's base into account; all pages end in `/`. */
export interface SiteUrls {
  readonly cover: string;
  home(locale: Locale): string;
  replies(locale: Locale): string;
  /** The replies of a year, where the list is long. */
  repliesOfYear(locale: Locale, year: string): string;
  topic(locale: Locale, id: string): string;
  /** The replies of a topic and a year, where the topic's list is long. */
  topicOfYear(locale: Locale, id: string, year: string): string;
  /** The list of bureaus, where they are recorded. */
  bureaus(locale: Locale): string;
  bureau(locale: Locale, id: string): string;
  /** The replies of a bureau and a year, where its list is long. */
  bureauOfYear(locale: Locale, id: string, year: string): string;
  reply(locale: Locale, id: string): string;
  bilingual(id: string): string;
  datasets(locale: Locale): string;
  dataset(locale: Locale, id: string): string;
  observation(locale: Locale, dataset: string, observation: string): string;
  search(locale: Locale): string;
  page(locale: Locale, slug: string): string;
  report(locale: Locale, slug: string): string;
  reports(locale: Locale): string;
  /** The page that cites a reply and each of its paragraphs. */
  citation(locale: Locale, id: string): string;
  /** A file that is published with a reply: one address for readers of every language. */
  replyFile(id: string, name: string): string;
  /** The text of a reply alone, as Markdown or as plain text. */
  replyText(locale: Locale, id: string, format: 'md' | 'txt'): string;
  /** A file of the JSON interface: `api('replies')` is `/api/v1/replies.json`. */
  api(resource: string): string;
  /** The page that says which feeds there are. */
  follow(locale: Locale): string;
  /** The page that checks quotations. */
  verify(locale: Locale): string;
  /** The page that explains the JSON interface. */
  developers(locale: Locale): string;
  /** A feed; `scope` is empty for all replies, else such as `topics/wells`. */
  feed(locale: Locale, scope: string, format: 'xml' | 'json'): string;
  /** The picture that stands for a page where it is shared: `card('zh', 'replies', '2024-7')`. */
  card(locale: Locale, kind: 'replies' | 'data' | 'reports', id: string): string;
  /** A file to take away: `dataFile('wells.csv')` is `/data/wells.csv`. */
  dataFile(name: string): string;
  /** A chart as a file: `/charts/wells.zh.svg`. */
  chartFile(id: string, locale: Locale, format: 'svg' | 'png'): string;
  /** The page that other sites frame. */
  embed(locale: Locale, id: string): string;
  commitments(locale: Locale): string;
  /** The page that shows every component, for designers; its address is `/style/` in the governing language. */
  style(locale: Locale): string;
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
    repliesOfYear: (locale, year) => at(`${locale}/replies/years/${year}/`),
    topic: (locale, id) => at(`${locale}/topics/${id}/`),
    topicOfYear: (locale, id, year) => at(`${locale}/topics/${id}/years/${year}/`),
    bureaus: (locale) => at(`${locale}/bureaus/`),
    bureau: (locale, id) => at(`${locale}/bureaus/${id}/`),
    bureauOfYear: (locale, id, year) => at(`${locale}/bureaus/${id}/years/${year}/`),
    reply: (locale, id) => at(`${locale}/replies/${id}/`),
    bilingual: (id) => at(`bilingual/replies/${id}/`),
    datasets: (locale) => at(`${locale}/data/`),
    dataset: (locale, id) => at(`${locale}/data/${id}/`),
    observation: (locale, dataset, observation) => at(`${locale}/data/${dataset}/#${observation}`),
    search: (locale) => at(`${locale}/search/`),
    page: (locale, slug) => at(`${locale}/${slug}/`),
    report: (locale, slug) => at(`${locale}/reports/${slug}/`),
    reports: (locale) => at(`${locale}/reports/`),
    citation: (locale, id) => at(`${locale}/replies/${id}/cite/`),
    replyFile: (id, name) => at(`${GOVERNING_LOCALE}/replies/${id}/files/${name}`),
    replyText: (locale, id, format) => at(`${locale}/replies/${id}/index.${format}`),
    api: (resource) => at(`api/v1/${resource}.json`),
    follow: (locale) => at(`${locale}/follow/`),
    verify: (locale) => at(`${locale}/verify/`),
    developers: (locale) => at(`${locale}/developers/`),
    feed: (locale, scope, format) => at(`${locale}/${scope === '' ? '' : `${scope}/`}feed.${format}`),
    card: (locale, kind, id) => at(`cards/${locale}/${kind}/${id}.png`),
    dataFile: (name) => at(`data/${name}`),
    chartFile: (id, locale, format) => at(`charts/${id}.${locale}.${format}`),
    embed: (locale, id) => at(`embed/${locale}/${id}/`),
    commitments: (locale) => at(`${locale}/commitments/`),
    style: (locale) => at(locale === GOVERNING_LOCALE ? 'style/' : `style/${locale}/`),
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
