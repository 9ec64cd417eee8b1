import { createHash } from 'node:crypto';
import { byCodeUnit } from '../../model/code-unit-order.ts';
import type { SearchDocument } from '../../model/search-document.ts';

/** What a bundle is made from. */
export interface BundleSource {
  /** The language and the year of its replies, or `other`: `zh-2025`. */
  readonly name: string;
  /** Differs where the documents differ. */
  readonly key: string;
  /** Its documents, in any order; read only where the bundle has to be made. */
  documents(): Promise<readonly SearchDocument[]>;
}

/** Replies by language and year, all else by language. */
export function bundleName({ locale, kind, date }: SearchDocument): string {
  // Whatever is no reply is little: one bundle of it saves requests.
  return `${locale}-${kind === 'reply' ? (date?.slice(0, 4) ?? 'undated') : 'other'}`;
}

/** Documents in the order in which a bundle has them. */
export function sortDocuments(documents: readonly SearchDocument[]): SearchDocument[] {
  return [...documents].sort((one, other) => byCodeUnit(one.kind, other.kind) || byCodeUnit(one.id, other.id));
}

/** Sources of documents that are there already. */
export function documentSources(documents: readonly SearchDocument[]): BundleSource[] {
  return Array.from(Map.groupBy(documents, bundleName), ([name, group]) => {
    const hash = createHash('sha256');
    for (const document of sortDocuments(group)) hash.update(JSON.stringify(document)).update('\n');
    return { name, key: hash.digest('hex'), documents: () => Promise.resolve(group) };
  });
}
