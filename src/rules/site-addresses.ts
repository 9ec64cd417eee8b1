import { namedFiles } from '../attachments/reply-files.ts';
import type { Place } from '../errors.ts';
import { fileOfPath, missingAddresses, type Redirect, redirectFindings } from '../model/addresses.ts';
import { askersOf } from '../model/askers.ts';
import { type Bureau, repliesByBureau } from '../model/bureau.ts';
import { type Faceted, listedGroups, standsByYear, yearsOfReplies } from '../model/facets.ts';
import { type Locale, originalLanguage } from '../model/locale.ts';
import { isWhole, type Readable } from '../model/readable-part.ts';
import type { Answers } from '../model/reply.ts';
import { MODEL_RULES } from '../model/rules.ts';
import type { Site } from '../model/site.ts';
import { documentPath, EVERY_SITE, isMadeFile, routePath } from '../routes.ts';
import { on, pass } from './checks.ts';
import type { Facts, FileReport } from './file-report.ts';

type Anchors = ReadonlySet<string> | undefined;

/** Every address that the site will have, with the anchors on it where they are known. */
export interface Addresses {
  readonly pages: ReadonlyMap<string, ReadonlySet<string> | undefined>;
  /** Files of `public/`, and those that are published with replies. */
  readonly files: ReadonlySet<string>;
}

/** The addresses of a site from its content: pages under the base, files of `public/`. */
export function siteAddresses(
  reports: readonly FileReport[],
  site: Partial<Site> | undefined,
  languages: readonly Locale[] = site?.languages ?? ['zh'],
): Addresses {
  const pages = new Map<string, ReadonlySet<string> | undefined>([['', undefined]]);
  const everywhere = (pathIn: PathIn, anchors?: ReadonlySet<string>) => {
    for (const locale of languages) pages.set(pathIn(locale), anchors);
  };
  for (const pathIn of EVERY_SITE) everywhere(pathIn);
  const records: ListedReply[] = [];
  const translations: { readonly id: string; readonly locale: Locale; readonly anchors: Anchors }[] = [];
  for (const { facts } of reports) {
    if (facts.kind === 'commitments')
      everywhere((locale) => routePath('commitments', { locale }), anchorsOf(facts.commitments, 'commitments'));
    if (facts.kind === 'dataset') {
      for (const locale of languages) {
        pages.set(routePath('dataset', { locale, id: facts.id }), anchorsOf(facts.dataset, 'observations'));
        pages.set(routePath('embed', { locale, id: facts.id }), undefined);
      }
    }
    if (facts.kind !== 'document') continue;
    const { collection, id, locale, frontMatter } = facts;
    const anchors = facts.unread ? undefined : new Set(facts.anchors);
    if (!languages.includes(locale)) continue;
    if (collection === 'replies') {
      // A reply that is not translated has its own text on the pages of other languages.
      for (const language of frontMatter?.kind === 'translation' ? [locale] : languages)
        if (language === locale || !pages.has(routePath('reply', { locale: language, id })))
          pages.set(routePath('reply', { locale: language, id }), anchors);
      pages.set(routePath('citation', { locale, id }), undefined);
      if (frontMatter?.kind === 'translation') translations.push({ id, locale, anchors });
      if (frontMatter?.kind === 'record')
        records.push({ record: { date: '', topics: [], issuer: [], answers: [], ...frontMatter.value } });
    } else pages.set(documentPath(collection, locale, id), undefined);
  }
  for (const [id, own] of Map.groupBy(translations, (one) => one.id)) {
    const inOrder = languages.flatMap((locale) => own.filter((one) => one.locale === locale));
    for (const [index, { locale, anchors }] of inOrder.entries())
      for (const other of index === 0 ? ['', locale] : [locale])
        pages.set(routePath('bilingual', { id, other }), anchors);
  }
  const bureaus = reports.flatMap(({ facts }) =>
    facts.kind === 'bureaus' ? [facts.bureaus.value.bureaus ?? []] : [],
  )[0];
  if (bureaus !== undefined) everywhere((locale) => routePath('bureaus', { locale }));
  for (const pathIn of [...listPaths(records, site), ...facetPaths(records), ...bureauPaths(records, bureaus ?? [])])
    everywhere(pathIn);
  const files = new Set(
    reports.flatMap(({ path, facts }) =>
      path.startsWith('public/') ? [path.slice('public/'.length)] : letterFiles(facts, languages),
    ),
  );
  return { pages, files };
}

/** The files that are published with a reply, from its record. */
function letterFiles(facts: Facts, languages: readonly Locale[]): string[] {
  if (facts.kind !== 'document' || facts.frontMatter?.kind !== 'record') return [];
  const { attachments = [], original, answers = [] } = facts.frontMatter.value;
  return namedFiles({ attachments, original, answers }).map(({ name }) =>
    routePath('replyFile', { locale: originalLanguage(languages), id: facts.id, file: name }),
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
  readonly record: Faceted & { readonly answers: readonly Partial<Pick<Answers, 'proposers' | 'session'>>[] };
}

/** The path of a page in a language. */
type PathIn = (locale: Locale) => string;

/** The pages of bureaus, and the years of those with many replies. */
function bureauPaths(replies: readonly ListedReply[], bureaus: readonly Bureau[]): PathIn[] {
  return [...repliesByBureau(bureaus, replies)].flatMap(([id, own]) => [
    (locale: Locale) => routePath('bureau', { locale, id }),
    ...yearPaths(own, (locale, year) => routePath('bureauOfYear', { locale, id, year })),
  ]);
}

/** The pages by year of a list that is long. */
const yearPaths = (replies: readonly ListedReply[], pathOf: (locale: Locale, year: string) => string): PathIn[] =>
  standsByYear(replies)
    ? yearsOfReplies(replies).map(
        ({ year }) =>
          (locale) =>
            pathOf(locale, year),
      )
    : [];

/** The lists of topics, and the years of lists that are long. */
function listPaths(replies: readonly ListedReply[], site: Partial<Site> | undefined): PathIn[] {
  const topics = (site?.topics ?? []).flatMap(({ id }): PathIn[] => {
    const own = replies.filter(({ record }) => record.topics.includes(id));
    if (own.length === 0) return [];
    return [
      (locale) => routePath('topic', { locale, id }),
      ...yearPaths(own, (locale, year) => routePath('topicOfYear', { locale, id, year })),
    ];
  });
  return [...topics, ...yearPaths(replies, (locale, year) => routePath('repliesOfYear', { locale, year }))];
}

/** The lists by outcome, body and kind, and the pages of those who asked. */
function facetPaths(replies: readonly ListedReply[]): PathIn[] {
  const lists = listedGroups(replies).flatMap(({ facet, value, replies: own }): PathIn[] => [
    (locale) => routePath('repliesBy', { locale, facet, value }),
    ...yearPaths(own, (locale, year) => routePath('repliesByOfYear', { locale, facet, value, year })),
  ]);
  return [
    ...lists,
    ...askersOf(replies).map(
      ({ id }): PathIn =>
        (locale) =>
          routePath('asker', { locale, id }),
    ),
  ];
}

/** The redirects that could be read; `complete` where that is all of them. */
export interface ReadRedirects {
  readonly entries: readonly Redirect[];
  readonly complete: boolean;
  readonly place: (index: number, key: string) => Place;
}

/** The addresses that were published. */
export interface ReadAddresses {
  readonly entries: readonly string[];
  readonly place: (index: number) => Place;
}

export const ADDRESSES = pass({
  finds: [MODEL_RULES['redirect-from'], MODEL_RULES['redirect-to'], MODEL_RULES['address-disappeared']],
  because: 'the model reads redirects and published addresses against the files that there will be',
  check: on('site', ({ addresses: { pages, files }, redirects, publishedAddresses }) => {
    const built = new Set([...pages.keys()].map(fileOfPath));
    const isThere = (name: string) => built.has(name) || files.has(name) || isMadeFile(name);
    const former = new Set(redirects?.entries.map(({ from }) => fileOfPath(from)));
    return [
      // Which files the build makes is known only then: one may be led to, and one that is gone may lead on.
      ...(redirects === undefined
        ? []
        : redirectFindings(
            redirects.entries,
            (name, key) => built.has(name) || files.has(name) || (key === 'to' && isMadeFile(name)),
            redirects.place,
          )),
      // What could not be read of the redirects may be where an address leads on.
      ...(publishedAddresses === undefined || redirects?.complete === false
        ? []
        : missingAddresses(
            publishedAddresses.entries,
            (name) => isThere(name) || former.has(name),
            publishedAddresses.place,
          )),
    ];
  }),
});
