import type { Finding, Place } from '../errors.ts';
import { fileOfPath, missingAddresses, redirectFindings } from '../model/addresses.ts';
import { placeInJson } from '../model/json-source.ts';
import type { Redirect } from '../model/redirect.ts';
import type { ReplyRecord } from '../model/reply.ts';
import { standsByYear, yearsOfReplies } from '../model/reply-years.ts';
import type { Site } from '../model/site.ts';
import { file } from './example.ts';
import type { FileReport } from './file-report.ts';
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
  /** Files of `public/`. */
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
export const TAKEN_PAGES: ReadonlySet<string> = new Set([...EVERY_SITE.map((path) => path.slice(0, -1)), 'topics']);

/** The addresses of a site from its content: pages under the base, files of `public/`. */
export function siteAddresses(reports: readonly FileReport[], site: Site | undefined): Addresses {
  const pages = new Map<string, ReadonlySet<string> | undefined>([['', undefined]]);
  const languages = site?.languages ?? ['zh'];
  const everywhere = (path: string, anchors?: ReadonlySet<string>) => {
    for (const locale of languages) pages.set(`${locale}/${path}`, anchors);
  };
  for (const path of EVERY_SITE) everywhere(path);
  const records: { readonly record: ReplyRecord }[] = [];
  for (const { facts } of reports) {
    if (facts.kind === 'commitments') everywhere('commitments/', new Set(facts.commitments.map(({ id }) => id)));
    if (facts.kind === 'dataset') {
      everywhere(`data/${facts.id}/`, new Set(facts.dataset.observations.map(({ id }) => id)));
      for (const locale of languages) pages.set(`embed/${locale}/${facts.id}/`, undefined);
    }
    if (facts.kind !== 'document') continue;
    const { collection, id, locale, frontMatter } = facts;
    if (!languages.includes(locale)) continue;
    if (collection === 'replies') {
      pages.set(`${locale}/replies/${id}/`, new Set(facts.anchors));
      pages.set(`${locale}/replies/${id}/cite/`, undefined);
      if (locale === 'en') pages.set(`bilingual/replies/${id}/`, new Set(facts.anchors));
      if (frontMatter?.kind === 'record') records.push({ record: frontMatter.value });
    } else pages.set(`${locale}/${collection === 'reports' ? `reports/${id}` : id}/`, undefined);
  }
  for (const path of listPaths(records, site)) everywhere(path);
  const files = new Set(
    reports.flatMap(({ path }) => (path.startsWith('public/') ? [path.slice('public/'.length)] : [])),
  );
  return { pages, files };
}

/** The lists of topics, and the years of lists that are long. */
function listPaths(replies: readonly { readonly record: ReplyRecord }[], site: Site | undefined): string[] {
  const lists = (site?.topics ?? []).map(({ id }) => ({
    path: `topics/${id}/`,
    own: replies.filter(({ record }) => record.topics.includes(id)),
  }));
  return [
    ...lists.flatMap(({ path, own }) => (own.length > 0 ? [path] : [])),
    ...[{ path: 'replies/', own: replies }, ...lists].flatMap(({ path, own }) =>
      standsByYear(own) ? yearsOfReplies(own).map(({ year }) => `${path}years/${year}/`) : [],
    ),
  ];
}

/** Whether a path is that of a file which the build makes (downloads, feeds, texts): the audit of the finished site knows which. */
export const isMadeFile = (path: string): boolean =>
  /^(?:data|api|charts|cards)\/.+\.[a-z0-9]+$/i.test(path) ||
  /^[a-z]{2}\/(?:.+\/)?(?:feed\.(?:xml|json)|index\.(?:md|txt)|calendar\.ics)$/.test(path) ||
  /^(?:404\.html|robots\.txt|sitemap[^/]*\.xml|\.well-known\/security\.txt)$/.test(path);

/** A list of addresses that was read, and its file. */
interface Listed<Entry> {
  readonly path: string;
  readonly entries: readonly Entry[];
  readonly text: () => string;
}

/** Redirects that lead nowhere, and published addresses that are neither there nor lead on. */
export function addressFindings(
  { pages, files }: Addresses,
  redirected: Listed<Redirect> | undefined,
  published: Listed<string> | undefined,
): Finding[] {
  const built = new Set([...pages.keys()].map(fileOfPath));
  const isThere = (name: string) => built.has(name) || files.has(name) || isMadeFile(name);
  const former = new Set(redirected?.entries.map(({ from }) => fileOfPath(from)));
  const place =
    (listed: Listed<unknown> | undefined, list: string) =>
    (...steps: readonly PropertyKey[]): Place =>
      placeInJson(listed?.text() ?? '', listed?.path ?? '', [list, ...steps]);
  return [
    // Which files the build makes is known only then: one may be led to, and one that is gone may lead on.
    ...redirectFindings(
      redirected?.entries ?? [],
      (name, key) => built.has(name) || files.has(name) || (key === 'to' && isMadeFile(name)),
      (index, key) => place(redirected, 'redirects')(index, key),
    ),
    ...missingAddresses(
      published?.entries ?? [],
      (name) => isThere(name) || former.has(name),
      place(published, 'addresses'),
    ),
  ];
}
