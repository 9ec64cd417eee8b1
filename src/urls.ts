import type { DocumentCollection } from './model/document-kinds.ts';
import { type Locale, originalLanguage } from './model/locale.ts';
import type { Site } from './model/site.ts';
import { documentPath, type RouteName, type RouteParameters, routePath } from './routes.ts';

/** Every path of the site. All take the site's base into account; all pages end in `/`. */
export interface SiteUrls {
  readonly cover: string;
  home(locale: Locale): string;
  replies(locale: Locale): string;
  /** The replies of a year, where the list is long. */
  repliesOfYear(locale: Locale, year: string): string;
  /** The replies that have a value of a facet, such as an outcome: `repliesBy('zh', 'outcome', 'b')`. */
  repliesBy(locale: Locale, facet: string, value: string): string;
  repliesByOfYear(locale: Locale, facet: string, value: string, year: string): string;
  topic(locale: Locale, id: string): string;
  /** The replies of a topic and a year, where the topic's list is long. */
  topicOfYear(locale: Locale, id: string, year: string): string;
  /** The list of bureaus, where they are recorded. */
  bureaus(locale: Locale): string;
  bureau(locale: Locale, id: string): string;
  /** The replies of a bureau and a year, where its list is long. */
  bureauOfYear(locale: Locale, id: string, year: string): string;
  reply(locale: Locale, id: string): string;
  /** A reply beside a translation of it: the first, or the one that is named. */
  bilingual(id: string, other?: Locale): string;
  datasets(locale: Locale): string;
  dataset(locale: Locale, id: string): string;
  observation(locale: Locale, dataset: string, observation: string): string;
  search(locale: Locale): string;
  page(locale: Locale, id: string): string;
  report(locale: Locale, id: string): string;
  reports(locale: Locale): string;
  /** The page that cites a reply and each of its paragraphs. */
  citation(locale: Locale, id: string): string;
  /** A file that is published with a reply: one address for readers of every language. */
  replyFile(id: string, name: string): string;
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
  /** The picture shown where a page is shared: `card('zh', 'replies', '2024-7')`. */
  card(locale: Locale, kind: string, id: string): string;
  /** The page of a document of a kind, by its folder in `content/`. */
  document(collection: DocumentCollection, locale: Locale, id: string): string;
  /** The list of a kind of document. */
  documents(collection: DocumentCollection, locale: Locale): string;
  /** A file to take away: `dataFile('wells.csv')` is `/data/wells.csv`. */
  dataFile(name: string): string;
  /** The page that other sites embed in a frame. */
  embed(locale: Locale, id: string): string;
  /** The script with which another site gives framed figures their height. */
  readonly embedScript: string;
  commitments(locale: Locale): string;
  /** The list of those who asked. */
  askers(locale: Locale): string;
  asker(locale: Locale, id: string): string;
  /** What was asked and answered, by year and body. */
  accounts(locale: Locale): string;
  /** The page that shows every component, for designers; its address is `/style/` in the site's first language. */
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
  const original = originalLanguage(site.languages);
  const at = (path: string) => site.base + path;
  const address = site.address.replace(/\/$/, '');
  const to = <Name extends RouteName>(name: Name, parameters: RouteParameters<Name>) => at(routePath(name, parameters));
  return {
    cover: to('cover', {}),
    home: (locale) => to('home', { locale }),
    replies: (locale) => to('replies', { locale }),
    repliesOfYear: (locale, year) => to('repliesOfYear', { locale, year }),
    repliesBy: (locale, facet, value) => to('repliesBy', { locale, facet, value }),
    repliesByOfYear: (locale, facet, value, year) => to('repliesByOfYear', { locale, facet, value, year }),
    topic: (locale, id) => to('topic', { locale, id }),
    topicOfYear: (locale, id, year) => to('topicOfYear', { locale, id, year }),
    bureaus: (locale) => to('bureaus', { locale }),
    bureau: (locale, id) => to('bureau', { locale, id }),
    bureauOfYear: (locale, id, year) => to('bureauOfYear', { locale, id, year }),
    reply: (locale, id) => to('reply', { locale, id }),
    bilingual: (id, other) => to('bilingual', { id, other: other ?? '' }),
    datasets: (locale) => to('datasets', { locale }),
    dataset: (locale, id) => to('dataset', { locale, id }),
    observation: (locale, dataset, observation) => `${to('dataset', { locale, id: dataset })}#${observation}`,
    search: (locale) => to('search', { locale }),
    page: (locale, id) => to('page', { locale, id }),
    document: (collection, locale, id) => at(documentPath(collection, locale, id)),
    documents: (collection, locale) => at(`${locale}/${collection}/`),
    report: (locale, id) => to('report', { locale, id }),
    reports: (locale) => to('reports', { locale }),
    citation: (locale, id) => to('citation', { locale, id }),
    replyFile: (id, file) => to('replyFile', { locale: original, id, file }),
    api: (resource) => to('api', { resource }),
    follow: (locale) => to('follow', { locale }),
    verify: (locale) => to('verify', { locale }),
    developers: (locale) => to('developers', { locale }),
    feed: (locale, scope, format) => to('feed', { locale, scope, format }),
    card: (locale, kind, id) => to('card', { locale, kind, id }),
    dataFile: (file) => to('dataFile', { file }),
    embedScript: to('embedScript', {}),
    embed: (locale, id) => to('embed', { locale, id }),
    commitments: (locale) => to('commitments', { locale }),
    askers: (locale) => to('askers', { locale }),
    asker: (locale, id) => to('asker', { locale, id }),
    accounts: (locale) => to('accounts', { locale }),
    style: (locale) => to('style', { language: locale === original ? '' : locale }),
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
