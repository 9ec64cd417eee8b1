import { namedFiles } from '../attachments/reply-files.ts';
import type { Finding, Place } from '../errors.ts';
import { fileOfPath, missingAddresses, redirectFindings } from '../model/addresses.ts';
import { type Bureau, repliesByBureau } from '../model/bureau.ts';
import { GOVERNING_LOCALE, type Locale } from '../model/locale.ts';
import { isWhole, type Readable } from '../model/readable-part.ts';
import type { Redirect } from '../model/redirect.ts';
import type { ReplyRecord } from '../model/reply.ts';
import { standsByYear, yearsOfReplies } from '../model/reply-years.ts';
import type { Site } from '../model/site.ts';
import { file } from './example.ts';
import type { Facts, FileReport } from './file-report.ts';
import type { Rule } from './rule.ts';

const redirects = (from: string, to: string) =>
  file('data/redirects.json', JSON.stringify({ redirects: [{ from, to }] }, null, 2));

export const REDIRECT_FROM: Rule = {
  id: 'redirect-from',
  severity: 'error',
  why: {
    zh: '现有页面的网址不能再转到别处，一个旧网址也只能转到一处。',
    en: 'The address of a page that exists leads nowhere else, and a former address leads to one place.',
  },
  bad: redirects('zh/replies/2024-7/', 'zh/'),
  good: redirects('zh/replies/2024-70/', 'zh/replies/2024-7/'),
};

export const REDIRECT_TO: Rule = {
  id: 'redirect-to',
  severity: 'error',
  why: {
    zh: '旧网址要转到现有的页面，读者才不会扑空。',
    en: 'A former address leads to a page that exists, or its readers find nothing.',
  },
  bad: redirects('zh/replies/2024-70/', 'zh/replies/2024-9/'),
  good: redirects('zh/replies/2024-70/', 'zh/replies/2024-7/'),
};

export const ADDRESS_GONE: Rule = {
  id: 'address-disappeared',
  severity: 'error',
  why: {
    zh: '公布过的网址写在报纸和文件里，不能失效。',
    en: 'Published addresses stand in newspapers and files: they must not break.',
  },
  bad: file('data/published/addresses.json', '{ "addresses": ["zh/reports/wells/"] }'),
  good: file('data/published/addresses.json', '{ "addresses": ["zh/replies/2024-7/"] }'),
};

/** Every address that the site will have, with the anchors on it where they are known. */
export interface Addresses {
  readonly pages: ReadonlyMap<string, ReadonlySet<string> | undefined>;
  /** Files of `public/`, and those that are published with replies. */
  readonly files: ReadonlySet<string>;
}

/** Pages that every site has in each of its languages. */
const EVERY_SITE = [
  '',
  'replies/',
  'data/',
  'search/',
  'reports/',
  'commitments/',
  'follow/',
  'verify/',
  'developers/',
];

/** Names of standing pages that would take the address of one of the site's own. */
export const TAKEN_PAGES: ReadonlySet<string> = new Set([
  ...EVERY_SITE.map((path) => path.slice(0, -1)),
  'topics',
  'bureaus',
]);

/** The addresses of a site from its content: pages under the base, files of `public/`. */
export function siteAddresses(
  reports: readonly FileReport[],
  site: Partial<Site> | undefined,
  languages: readonly Locale[] = site?.languages ?? ['zh'],
): Addresses {
  const pages = new Map<string, ReadonlySet<string> | undefined>([['', undefined]]);
  const everywhere = (path: string, anchors?: ReadonlySet<string>) => {
    for (const locale of languages) pages.set(`${locale}/${path}`, anchors);
  };
  for (const path of EVERY_SITE) everywhere(path);
  const records: ListedReply[] = [];
  for (const { facts } of reports) {
    if (facts.kind === 'commitments') everywhere('commitments/', anchorsOf(facts.commitments, 'commitments'));
    if (facts.kind === 'dataset') {
      everywhere(`data/${facts.id}/`, anchorsOf(facts.dataset, 'observations'));
      for (const locale of languages) pages.set(`embed/${locale}/${facts.id}/`, undefined);
    }
    if (facts.kind !== 'document') continue;
    const { collection, id, locale, frontMatter } = facts;
    const anchors = facts.unread ? undefined : new Set(facts.anchors);
    if (!languages.includes(locale)) continue;
    if (collection === 'replies') {
      // A reply that is not translated has its Chinese text on the pages of other languages.
      for (const language of locale === GOVERNING_LOCALE ? languages : [locale])
        if (language === locale || !pages.has(`${language}/replies/${id}/`))
          pages.set(`${language}/replies/${id}/`, anchors);
      pages.set(`${locale}/replies/${id}/cite/`, undefined);
      if (locale === 'en') pages.set(`bilingual/replies/${id}/`, anchors);
      if (frontMatter?.kind === 'record')
        records.push({ record: { date: '', topics: [], issuer: [], ...frontMatter.value } });
    } else pages.set(`${locale}/${collection === 'reports' ? `reports/${id}` : id}/`, undefined);
  }
  const bureaus = reports.flatMap(({ facts }) =>
    facts.kind === 'bureaus' ? [facts.bureaus.value.bureaus ?? []] : [],
  )[0];
  if (bureaus !== undefined) everywhere('bureaus/');
  for (const path of [...listPaths(records, site), ...bureauPaths(records, bureaus ?? [])]) everywhere(path);
  const files = new Set(
    reports.flatMap(({ path, facts }) =>
      path.startsWith('public/') ? [path.slice('public/'.length)] : letterFiles(facts),
    ),
  );
  return { pages, files };
}

/** The files that are published with a reply, from its Chinese document. */
function letterFiles(facts: Facts): string[] {
  if (facts.kind !== 'document' || facts.frontMatter?.kind !== 'record') return [];
  const { attachments = [], original, answers = [] } = facts.frontMatter.value;
  return namedFiles({ attachments, original, answers }).map(
    ({ name }) => `${GOVERNING_LOCALE}/replies/${facts.id}/files/${name}`,
  );
}

/** The ids that rows of a file have as anchors; `undefined` where some of them could not be read. */
function anchorsOf<Key extends string>(
  read: Readable<Readonly<Record<Key, readonly { readonly id: string }[]>>>,
  key: Key,
): ReadonlySet<string> | undefined {
  return isWhole(read, key) ? new Set(read.value[key]?.map(({ id }) => id)) : undefined;
}

/** What of a reply's record decides in which lists it stands. */
interface ListedReply {
  readonly record: Pick<ReplyRecord, 'date' | 'topics'> & { readonly issuer: readonly string[] };
}

/** The pages of bureaus, and the years of those with many replies. */
function bureauPaths(replies: readonly ListedReply[], bureaus: readonly Bureau[]): string[] {
  return [...repliesByBureau(bureaus, replies)].flatMap(([id, own]) => [
    `bureaus/${id}/`,
    ...yearPaths(`bureaus/${id}/`, own),
  ]);
}

/** The pages by year of a list that is long. */
const yearPaths = (path: string, replies: readonly ListedReply[]): string[] =>
  standsByYear(replies) ? yearsOfReplies(replies).map(({ year }) => `${path}years/${year}/`) : [];

/** The lists of topics, and the years of lists that are long. */
function listPaths(replies: readonly ListedReply[], site: Partial<Site> | undefined): string[] {
  const lists = (site?.topics ?? []).map(({ id }) => ({
    path: `topics/${id}/`,
    own: replies.filter(({ record }) => record.topics.includes(id)),
  }));
  return [
    ...lists.flatMap(({ path, own }) => (own.length > 0 ? [path] : [])),
    ...[{ path: 'replies/', own: replies }, ...lists].flatMap(({ path, own }) => yearPaths(path, own)),
  ];
}

/** Whether a path is that of a file which the build makes (downloads, feeds, texts): the audit of the finished site knows which. */
export const isMadeFile = (path: string): boolean =>
  /^(?:data|api|charts|cards)\/.+\.[a-z0-9]+$/i.test(path) ||
  /^[a-z]{2}\/(?:.+\/)?(?:feed\.(?:xml|json)|index\.(?:md|txt)|calendar\.ics)$/.test(path) ||
  /^(?:404\.html|robots\.txt|sitemap[^/]*\.xml|\.well-known\/security\.txt)$/.test(path);

/** The redirects that could be read; `complete` where that is all of them. */
interface ReadRedirects {
  readonly entries: readonly Redirect[];
  readonly complete: boolean;
  readonly place: (index: number, key: string) => Place;
}

/** The addresses that were published. */
interface ReadAddresses {
  readonly entries: readonly string[];
  readonly place: (index: number) => Place;
}

/** Redirects that lead nowhere, and published addresses that are neither there nor lead on. */
export function addressFindings(
  { pages, files }: Addresses,
  redirected: ReadRedirects | undefined,
  published: ReadAddresses | undefined,
): Finding[] {
  const built = new Set([...pages.keys()].map(fileOfPath));
  const isThere = (name: string) => built.has(name) || files.has(name) || isMadeFile(name);
  const former = new Set(redirected?.entries.map(({ from }) => fileOfPath(from)));
  return [
    // Which files the build makes is known only then: one may be led to, and one that is gone may lead on.
    ...(redirected === undefined
      ? []
      : redirectFindings(
          redirected.entries,
          (name, key) => built.has(name) || files.has(name) || (key === 'to' && isMadeFile(name)),
          redirected.place,
        )),
    // What could not be read of the redirects may be where an address leads on.
    ...(published === undefined || redirected?.complete === false
      ? []
      : missingAddresses(published.entries, (name) => isThere(name) || former.has(name), published.place)),
  ];
}
