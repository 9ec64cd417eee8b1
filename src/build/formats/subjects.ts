import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentJson } from '../../formats/api/lists.ts';
import type { FeedEntry } from '../../formats/feed/documents.ts';
import { datasetEntries, documentEntry } from '../../formats/feed/publications.ts';
import type { Dataset } from '../../model/dataset.ts';
import { type DocumentCollection, LISTED_KINDS } from '../../model/document-kinds.ts';
import type { Locale } from '../../model/locale.ts';
import { byCodeUnit } from '../../model/order.ts';
import type { Site } from '../../model/site.ts';
import type { OutputMemory } from '../reuse/output-memory.ts';
import type { BuiltReplies } from './replies.ts';

/** What files to take away are made from, and where they go. */
export interface ExchangeSubjects {
  /** The built site. */
  readonly folder: string;
  /** Of content. */
  readonly root: string;
  readonly site: Site;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly replies: BuiltReplies;
  readonly published: Publications;
  readonly memory: OutputMemory;
}

/** What of a dataset its citation, its card and the feed of its versions say. */
type BuiltDataset = Pick<Dataset, 'id' | 'title' | 'headline' | 'topics' | 'version' | 'changelog'>;

/** What a site publishes besides replies, as its JSON interface gives it: what is derived is what was published. */
export interface Publications {
  /** By id. */
  readonly datasets: readonly BuiltDataset[];
  /** The documents of each kind that the interface lists, newest first. */
  readonly documents: ReadonlyMap<DocumentCollection, readonly DocumentJson[]>;
}

/** Reads them from a built folder; none where it has no JSON interface. */
export function builtPublications(folder: string): Publications {
  const api = join(folder, 'api/v1');
  const read = (file: string) => JSON.parse(readFileSync(join(api, file), 'utf8'));
  const datasets = existsSync(join(api, 'datasets')) ? readdirSync(join(api, 'datasets')).sort() : [];
  return {
    datasets: datasets.map((file): BuiltDataset => read(`datasets/${file}`)),
    documents: new Map(
      LISTED_KINDS.map(([collection]) => {
        const file = `${collection}.json`;
        return [collection, existsSync(join(api, file)) ? read(file).items : []];
      }),
    ),
  };
}

const newestFirst = (entries: readonly FeedEntry[]): FeedEntry[] =>
  entries.toSorted((one, other) => byCodeUnit(other.day, one.day) || byCodeUnit(one.url, other.url));

/** The entries of the feeds of what is no reply, by their place in addresses. */
export function publicationEntries(
  { datasets, documents }: Publications,
  locale: Locale,
  site: Site,
): ReadonlyMap<string, FeedEntry[]> {
  const ofKinds = LISTED_KINDS.map(([collection, { name }]) => {
    const entries = (documents.get(collection) ?? []).flatMap(
      (own) => documentEntry(own, collection, locale, site) ?? [],
    );
    return [`kinds/${name}`, newestFirst(entries)] as const;
  });
  return new Map([
    ['kinds/dataset', newestFirst(datasets.flatMap((dataset) => datasetEntries(dataset, locale, site)))],
    ...ofKinds,
  ]);
}
