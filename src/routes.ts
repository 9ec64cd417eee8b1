import { DOCUMENT_KIND_LIST } from './model/document-kinds.ts';
import { LOCALES } from './model/locale.ts';

/** How a path with its language first begins. */
const LANGUAGE = '[locale]/';

/** An address of the site, or a pattern of addresses, and what makes its page. */
interface Route {
  /** Its path below the site's base, without a leading slash, in Astro's notation: `[id]` is one segment or part of one, `[...scope]` any number. */
  readonly path: string;
  /** The file of `src/site/pages` that makes it; none for a file that is written from the finished pages. */
  readonly entry?: string;
  /** Set where some sites lack the page although the language is its only parameter: `siteAddresses` says which. */
  readonly optional?: true;
  /** The folder of `content/` whose documents have a page each here. */
  readonly documents?: string;
}

/**
 * Every address of a site: pages are rendered from it, `siteUrls` fills it in, links are checked against it, and the audit and the
 * search index find by it what a built file is. Pages end in `/`.
 */
const ROUTES = {
  cover: { path: '', entry: 'cover.astro' },
  notFound: { path: '404.html', entry: 'not-found.astro' },
  home: { path: '[locale]/', entry: 'home.astro' },
  replies: { path: '[locale]/replies/', entry: 'replies.astro' },
  repliesOfYear: { path: '[locale]/replies/years/[year]/', entry: 'replies-of-year.astro' },
  repliesBy: { path: '[locale]/replies/by/[facet]/[value]/', entry: 'replies-by.astro' },
  repliesByOfYear: { path: '[locale]/replies/by/[facet]/[value]/years/[year]/', entry: 'replies-by-of-year.astro' },
  listFile: { path: '[locale]/[...list]/replies.[table]', entry: 'list-file.ts' },
  reply: { path: '[locale]/replies/[id]/', entry: 'reply.astro', documents: 'replies' },
  citation: { path: '[locale]/replies/[id]/cite/', entry: 'reply-citation.astro' },
  replyFile: { path: '[locale]/replies/[id]/files/[file]', entry: 'reply-file.ts' },
  replyPrint: { path: '[locale]/replies/[id]/[print].pdf' },
  replyText: { path: '[locale]/replies/[id]/index.[text]' },
  bilingual: { path: 'bilingual/[...other]/replies/[id]/', entry: 'reply-bilingual.astro' },
  topic: { path: '[locale]/topics/[id]/', entry: 'topic.astro' },
  topicOfYear: { path: '[locale]/topics/[id]/years/[year]/', entry: 'topic-of-year.astro' },
  bureaus: { path: '[locale]/bureaus/', entry: 'bureaus.astro', optional: true },
  bureau: { path: '[locale]/bureaus/[id]/', entry: 'bureau.astro' },
  bureauOfYear: { path: '[locale]/bureaus/[id]/years/[year]/', entry: 'bureau-of-year.astro' },
  askers: { path: '[locale]/askers/', entry: 'askers.astro' },
  asker: { path: '[locale]/askers/[id]/', entry: 'asker.astro' },
  askerFile: { path: '[locale]/askers/[id]/[file]', entry: 'asker-file.ts' },
  accounts: { path: '[locale]/accounts/', entry: 'accounts.astro' },
  accountFile: { path: '[locale]/accounts/[file]', entry: 'account-file.ts' },
  datasets: { path: '[locale]/data/', entry: 'datasets.astro' },
  dataset: { path: '[locale]/data/[id]/', entry: 'dataset.astro' },
  embed: { path: 'embed/[locale]/[id]/', entry: 'embed.astro' },
  embedScript: { path: 'embed/resize.js', entry: 'embed-resize.ts' },
  dataFile: { path: 'data/[file]', entry: 'data-file.ts' },
  datasetVersion: { path: 'data/[id]/[file]', entry: 'dataset-version.ts' },
  chartFile: { path: 'charts/[file]', entry: 'chart-file.ts' },
  commitments: { path: '[locale]/commitments/', entry: 'commitments.astro' },
  commitmentFile: { path: '[locale]/commitments/[file]', entry: 'commitment-file.ts' },
  reports: { path: '[locale]/reports/', entry: 'reports.astro' },
  report: { path: '[locale]/reports/[id]/', entry: 'report.astro', documents: 'reports' },
  page: { path: '[locale]/[id]/', entry: 'standing-page.astro', documents: 'pages' },
  search: { path: '[locale]/search/', entry: 'search.astro' },
  follow: { path: '[locale]/follow/', entry: 'follow.astro' },
  verify: { path: '[locale]/verify/', entry: 'verify.astro' },
  developers: { path: '[locale]/developers/', entry: 'developers.astro' },
  style: { path: 'style/[...language]/', entry: 'style.astro' },
  feed: { path: '[locale]/[...scope]/feed.[format]' },
  card: { path: 'cards/[locale]/[kind]/[id].png' },
  api: { path: 'api/v1/[resource].json', entry: 'api-resource.ts' },
  apiReply: { path: 'api/v1/replies/[id].json', entry: 'api-reply.ts' },
  apiDataset: { path: 'api/v1/datasets/[id].json', entry: 'api-dataset.ts' },
  apiList: { path: 'api/v1/[by]/[id]/[list].json' },
  quotes: { path: 'verify/[...part].json' },
  bulk: { path: 'bulk/[file]' },
  robots: { path: 'robots.txt' },
  sitemap: { path: 'sitemap[part].xml' },
  security: { path: '.well-known/security.txt' },
} as const satisfies Readonly<Record<string, Route>>;

export type RouteName = keyof typeof ROUTES;

/** The routes that the table has, by their names. */
const TABLE = Object.entries(ROUTES) as readonly (readonly [RouteName, Route])[];

/** The list and the pages of each kind of document that the table gives none. */
const OF_KINDS = DOCUMENT_KIND_LIST.flatMap(([collection, { listed }]): (readonly [string, Route])[] => {
  if (TABLE.some(([, { documents }]) => documents === collection)) return [];
  return [
    ...(listed
      ? [[`list of ${collection}`, { path: `[locale]/${collection}/`, entry: 'documents.astro' }] as const]
      : []),
    [collection, { path: `[locale]/${collection}/[id]/`, entry: 'document.astro', documents: collection }],
  ];
});

/** All routes by their names. */
export const ROUTE_LIST: readonly (readonly [string, Route])[] = [...TABLE, ...OF_KINDS];

type ParameterOf<Path extends string> = Path extends `${string}[${infer Name}]${infer Rest}`
  ? (Name extends `...${infer Plain}` ? Plain : Name) | ParameterOf<Rest>
  : never;

/** The parameters of a route, by their names. */
export type RouteParameters<Name extends RouteName> = Readonly<
  Record<ParameterOf<(typeof ROUTES)[Name]['path']>, string>
>;

/** A parameter in a path. One of any number of segments also removes the slash after it when it is empty. */
const PARAMETER = /\[(?:\.\.\.)?(\w+)\](\/?)/g;

/** The path of a route below the base, its parameters filled in: `zh/replies/2024-7/`. */
export function routePath<Name extends RouteName>(name: Name, parameters: RouteParameters<Name>): string {
  return filledIn(ROUTES[name].path, parameters);
}

const filledIn = (path: string, values: Readonly<Record<string, string>>): string =>
  path.replace(PARAMETER, (_, parameter: string, slash: string) => {
    const value = values[parameter] ?? '';
    return value === '' ? '' : value + slash;
  });

const DOCUMENTS = new Map(
  ROUTE_LIST.flatMap(([, { path, documents }]) => (documents === undefined ? [] : [[documents, path] as const])),
);

/** The path of a document's page below the base: of `reports`, `zh` and `wells`, `zh/reports/wells/`. */
export const documentPath = (collection: string, locale: string, id: string): string =>
  filledIn(DOCUMENTS.get(collection) ?? '', { locale, id });

/** The values of parameters that are not simply one segment: a page's address never looks like a made file's. */
const VALUES: Readonly<Record<string, string>> = {
  locale: `(?:${LOCALES.join('|')})`,
  format: '(?:xml|json)',
  text: '(?:md|txt)',
  table: '(?:csv|xlsx)',
  file: '(?!index\\.html$)[^/]+',
  part: '[^/]*',
};

/**
 * A regular expression over a whole path for a route's pattern: linear, since there is always a character between two
 * parameters.
 */
function expressionOf(path: string): RegExp {
  const source = path
    .replace(/[.*+?^${}()|\\]/g, '\\$&')
    .replaceAll('[\\.\\.\\.', '[...')
    .replaceAll(/\[\.\.\.\w+\]\//g, '(?:.+/)?')
    .replaceAll(/\[\.\.\.\w+\]/g, '.+')
    .replaceAll(/\[(\w+)\]/g, (_, name: string) => VALUES[name] ?? '[^/]+');
  return new RegExp(`^${source}$`);
}

/** Whether a file of a built site is at an address of a route: pages are files by the name `index.html`. */
export const isFileOf = (name: RouteName, file: string): boolean =>
  isAt(name, file.replace(/(^|\/)index\.html$/, '$1'));

const isPage = ({ path }: Route): boolean => path === '' || path.endsWith('/');

const MADE_FILES = ROUTE_LIST.filter(([name, route]) => !isPage(route) && name !== 'replyFile').map(([, { path }]) =>
  expressionOf(path),
);

/** Whether a path below the base is that of a file which the build makes (downloads, feeds, texts), and not of a page or a letter's file. */
export const isMadeFile = (path: string): boolean => MADE_FILES.some((expression) => expression.test(path));

/** Whether a path below the base can be that of a route. */
export const isAt = (name: RouteName, path: string): boolean => EXPRESSIONS[name].test(path);

const EXPRESSIONS = Object.fromEntries(TABLE.map(([name, { path }]) => [name, expressionOf(path)])) as Readonly<
  Record<RouteName, RegExp>
>;

/** The pages that every site has in each of its languages: gives the path of each. */
export const EVERY_SITE: readonly ((locale: string) => string)[] = ROUTE_LIST.flatMap(([, { path, optional }]) => {
  const isPlain = path.startsWith(LANGUAGE) && path.endsWith('/') && !path.slice(LANGUAGE.length).includes('[');
  return isPlain && !optional ? [(locale: string) => filledIn(path, { locale })] : [];
});

/** The folder of `content/` whose documents a pattern of Astro's is for, be it their list or their pages. */
export const collectionAt = (pattern: string): string | undefined =>
  DOCUMENT_KIND_LIST.map(([collection]) => collection).find((collection) =>
    pattern.startsWith(`/${LANGUAGE}${collection}`),
  );

const firstSegment = (path: string): string => path.split('/', 1)[0] ?? '';

/** The first segments that routes have below the base: folders of the site's own, languages among them. */
export const OWN_FOLDERS: ReadonlySet<string> = new Set(
  ROUTE_LIST.flatMap(([, { path }]) => {
    if (!path.includes('/')) return [];
    const first = firstSegment(path);
    // Other files in the well-known folder are the bureau's own (RFC 8615).
    if (first.startsWith('.')) return [];
    return first === '[locale]' ? [...LOCALES] : [first];
  }),
);
