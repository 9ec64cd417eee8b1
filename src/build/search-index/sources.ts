import { createHash } from 'node:crypto';
import type { Locale } from '../../model/locale.ts';
import { byCodeUnit } from '../../model/order.ts';
import type { SearchDocument } from '../../model/search-document.ts';

/** Documents of one language: the replies of a year, or all that is no reply. */
export interface DocumentSource {
  readonly locale: Locale;
  /** The year of its replies; empty for what is no reply. */
  readonly year: string;
  /** Differs where the documents differ. */
  readonly key: string;
  /** How many documents it has. */
  readonly count: number;
  /** Its documents, in any order; read only where an index has to be made. */
  documents(): Promise<readonly SearchDocument[]>;
}

/** The year that a document is indexed with. */
export function yearOf({ kind, date }: SearchDocument): string {
  return kind === 'reply' ? (date?.slice(0, 4) ?? '') : '';
}

/** Documents in the order in which an index has them. */
export function sortDocuments(documents: readonly SearchDocument[]): SearchDocument[] {
  return [...documents].sort((one, other) => byCodeUnit(one.kind, other.kind) || byCodeUnit(one.id, other.id));
}

/** Sources of documents that are there already. */
export function documentSources(documents: readonly SearchDocument[]): DocumentSource[] {
  const groups = Map.groupBy(documents, (document) => `${document.locale} ${yearOf(document)}`);
  return Array.from(groups.values(), (group) => {
    const hash = createHash('sha256');
    for (const document of sortDocuments(group)) hash.update(JSON.stringify(document)).update('\n');
    const [first] = group;
    return {
      locale: first?.locale ?? 'zh',
      year: first ? yearOf(first) : '',
      key: hash.digest('hex'),
      count: group.length,
      documents: () => Promise.resolve(group),
    };
  });
}

/**
 * Earlier years share an index up to this number of documents: Pagefind needs 1.3 MB for each while it writes. Each index is asked
 * apart, so that a large archive has larger ones, not more: a third of it, up to the most.
 */
const FEW_DOCUMENTS = 1_000;
const MOST_DOCUMENTS = 4_000;

const limitFor = (documents: number) => Math.min(MOST_DOCUMENTS, Math.max(FEW_DOCUMENTS, Math.ceil(documents / 3)));

/** The sources of one index of a language. */
export interface IndexPlan {
  readonly locale: Locale;
  /** `zh/`, `zh/2014-2024/` */
  readonly folder: string;
  readonly sources: readonly DocumentSource[];
}

const countOf = (sources: readonly DocumentSource[]) => sources.reduce((sum, { count }) => sum + count, 0);

/**
 * Puts the sources of one language into indexes. The newest year, to which replies are added, is indexed with what is no
 * reply; earlier years fill indexes from the oldest on, so that a new year changes the last of them only. The newest comes first.
 */
export function planIndexes(sources: readonly DocumentSource[]): IndexPlan[] {
  const newestFirst = [...sources].sort((one, other) => byCodeUnit(other.year, one.year));
  const [newest] = newestFirst;
  if (!newest) return [];
  const current = newestFirst.filter(({ year }) => year === '' || year === newest.year);
  const earlier = newestFirst.filter((one) => !current.includes(one));
  const limit = limitFor(countOf(earlier));
  const closed: DocumentSource[][] = [];
  for (const source of earlier.toReversed()) {
    const last = closed[0];
    if (last && countOf(last) + source.count <= limit) last.unshift(source);
    else closed.unshift([source]);
  }
  return [current, ...closed].map((own) => {
    const years = [...new Set([own.at(-1)?.year, own[0]?.year])].join('-');
    return { locale: newest.locale, folder: `${newest.locale}/${own === current ? '' : `${years}/`}`, sources: own };
  });
}
