import { type CollectionEntry, getCollection, getEntry } from 'astro:content';
import type { z } from 'zod';
import { SiteError } from '../errors.ts';
import type { Dataset } from '../model/dataset.ts';
import { DOCUMENT_KINDS, type DocumentCollection, shownDocument } from '../model/document-kinds.ts';
import type { Glossary } from '../model/glossary.ts';
import { LOCALES, type Locale, type Translated } from '../model/locale.ts';
import { byCodeUnit } from '../model/order.ts';
import type { ReplyRecord, ReplyTranslation } from '../model/reply.ts';
import type { Site } from '../model/site.ts';
import { brokenRelation, replyThreads } from '../model/threads.ts';
import { replyFile, replyLanguage } from './files.ts';
import { oncePerBuild } from './once.ts';
import { ALL_DATASETS, ALL_REPLIES, figuresKey, GLOSSARY, noteRead, replyKey } from './page-reads.ts';
import { addressOverride, siteRoot } from './root.ts';

/** A reply in lists: its record and what translates it, without its text. */
export interface ReplySummary {
  readonly id: string;
  readonly record: ReplyRecord;
  /** The language of its original. */
  readonly language: Locale;
  readonly translations: Translated<ReplyTranslation>;
}

/** The site's own settings, with the address that this build was given. */
export const catalogueSite: () => Promise<Site> = oncePerBuild(async () => {
  const entry = await getEntry('site', 'site');
  if (!entry) throw new Error('the site collection is empty');
  const site: Site = entry.data;
  return { ...site, address: addressOverride() ?? site.address };
});

const glossary = oncePerBuild(
  async (): Promise<Glossary> => (await getEntry('glossary', 'glossary'))?.data ?? { terms: [] },
);

/** The terms of the site. */
export function catalogueGlossary(): Promise<Glossary> {
  noteRead(GLOSSARY);
  return glossary();
}

const allReplies = oncePerBuild(async (): Promise<readonly ReplySummary[]> => {
  const entries = await getCollection('replies');
  return entries.map(({ id, data }) => ({ id, ...data })).sort(newestFirst);
});

const newestFirst = (one: ReplySummary, other: ReplySummary) =>
  byCodeUnit(other.record.date, one.record.date) || byCodeUnit(one.id, other.id);

/** All replies, newest first, then by id. A page that asks for them is made again whenever the record of any of them changes. */
export async function catalogueReplies(): Promise<readonly ReplySummary[]> {
  noteRead(ALL_REPLIES);
  return allReplies();
}

const repliesById = oncePerBuild(
  async (): Promise<ReadonlyMap<string, ReplySummary>> =>
    new Map((await allReplies()).map((reply) => [reply.id, reply])),
);

/** The replies of some ids, in the order of `catalogueReplies`. A page that asks for them is made again when one of these changes. */
export async function catalogueRepliesOf(ids: ReadonlySet<string>): Promise<readonly ReplySummary[]> {
  for (const id of ids) noteRead(replyKey(id));
  const replies = await repliesById();
  return [...ids].flatMap((id) => replies.get(id) ?? []).sort(newestFirst);
}

const allDatasets = oncePerBuild(async (): Promise<readonly Dataset[]> => {
  const entries = await getCollection('datasets');
  return entries.map(({ data }) => data as Dataset).sort((one, other) => byCodeUnit(one.id, other.id));
});

/** All datasets by id. A page that asks for them is made again whenever any of them changes. */
export async function catalogueDatasets(): Promise<readonly Dataset[]> {
  noteRead(ALL_DATASETS);
  return allDatasets();
}

const datasetsByReply = oncePerBuild(async (): Promise<ReadonlyMap<string, readonly Dataset[]>> => {
  const quoting = (await allDatasets()).flatMap((dataset) => {
    const quoted = new Set(dataset.observations.flatMap(({ quote }) => (quote === undefined ? [] : [quote.reply])));
    return [...quoted].map((id) => ({ id, dataset }));
  });
  const groups = Map.groupBy(quoting, ({ id }) => id);
  return new Map([...groups].map(([id, group]) => [id, group.map(({ dataset }) => dataset)]));
});

/** No dataset, as one value: rendered texts are kept by it. */
const NONE: readonly Dataset[] = [];

/** The datasets that draw figures from a reply, by id. A page that asks for them is made again when one of these changes. */
export async function replyDatasets(id: string): Promise<readonly Dataset[]> {
  noteRead(figuresKey(id));
  return (await datasetsByReply()).get(id) ?? NONE;
}

/** The front matter of a kind of document. */
type RecordOf<Collection extends DocumentCollection> = z.infer<(typeof DOCUMENT_KINDS)[Collection]['schema']>;

/** A document that is compiled, such as a page or a report, in one language. Its entry's id is `<slug>/<locale>`. */
export interface MdxDocument<Collection extends DocumentCollection> {
  readonly collection: Collection;
  readonly slug: string;
  readonly locale: Locale;
  readonly entry: CollectionEntry<Collection> & { readonly data: RecordOf<Collection> };
}

/** The documents of a kind in every language of the site. */
async function mdxDocuments<Collection extends DocumentCollection>(
  collection: Collection,
): Promise<MdxDocument<Collection>[]> {
  const { languages } = await catalogueSite();
  const entries = (await getCollection(collection)) as MdxDocument<Collection>['entry'][];
  return entries.flatMap((entry) => {
    const [slug = '', language] = entry.id.split('/');
    const locale = LOCALES.find((candidate) => candidate === language);
    return locale && languages.includes(locale) ? [{ collection, slug, locale, entry }] : [];
  });
}

/** The pages such as “about” in every language of the site, in the order in which the footer lists them. */
export const cataloguePages: () => Promise<readonly MdxDocument<'pages'>[]> = oncePerBuild(async () => {
  const last = Number.MAX_SAFE_INTEGER;
  return (await mdxDocuments('pages')).sort(
    (one, other) =>
      (one.entry.data.order ?? last) - (other.entry.data.order ?? last) || byCodeUnit(one.entry.id, other.entry.id),
  );
});

/** The documents of a kind in every language of the site, newest first. */
export async function catalogueDocuments<Collection extends DocumentCollection>(
  collection: Collection,
): Promise<readonly MdxDocument<Collection>[]> {
  const dayOf = ({ entry }: MdxDocument<Collection>) => shownDocument(DOCUMENT_KINDS[collection], entry.data).day ?? '';
  return (await mdxDocuments(collection)).sort(
    (one, other) => byCodeUnit(dayOf(other), dayOf(one)) || byCodeUnit(one.entry.id, other.entry.id),
  );
}

/** The reports in every language of the site, newest first. */
export const catalogueReports: () => Promise<readonly MdxDocument<'reports'>[]> = oncePerBuild(() =>
  catalogueDocuments('reports'),
);

/** The thread of each reply that is linked to others, oldest first. Throws a SiteError for a link that leads nowhere. */
export function catalogueThreads(replies: readonly ReplySummary[]): Map<string, ReplySummary[]> {
  const linked = replies.map((summary) => ({
    id: summary.id,
    date: summary.record.date,
    relates: summary.record.relates,
    summary,
  }));
  const { threads, broken } = replyThreads(linked);
  if (broken.length > 0)
    throw new SiteError(
      broken.map((relation) =>
        brokenRelation(relation, { file: replyFile(siteRoot(), relation.id, replyLanguage(siteRoot(), relation.id)) }),
      ),
    );
  return new Map([...threads].map(([id, thread]) => [id, thread.map(({ summary }) => summary)]));
}
