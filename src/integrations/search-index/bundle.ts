import { byCodeUnit } from '../../model/code-unit-order.ts';
import type { SearchDocument } from '../../model/search-document.ts';
import { appendToken, BUCKETS, bucketOf, type Postings, packListed } from '../../search/chunk.ts';
import { type DocumentTokens, documentTokens } from '../../search/document-tokens.ts';
import {
  type DocumentEntry,
  type PackedFile,
  type StoredDocument,
  toColumns,
  type VolumeEntry,
  type VolumeTable,
} from '../../search/index-format.ts';
import { isStem } from '../../search/tokens.ts';
import { joinPieces, type NamedFile, nameFile, packPieces } from './files.ts';
import { invertPairs } from './invert.ts';

/** More words of another script than these are not listed: the list would cost more than it saves. */
const MOST_FOREIGN = 400;

/** Documents of one language and year. */
export interface BundleRequest {
  /** `zh-2025` */
  readonly name: string;
  readonly documents: readonly SearchDocument[];
}

/** What is known of a bundle: of its files, the tokens lie bucket by bucket and not compressed, the texts packed. */
export interface BundleFacts extends Pick<VolumeEntry, 'locale' | 'foreign'>, Pick<VolumeTable, 'documents'> {
  readonly year: string;
  readonly terms: PackedFile;
  readonly texts: PackedFile;
}

/** A bundle that was made, and its files. */
export interface MadeBundle {
  readonly facts: BundleFacts;
  readonly files: readonly NamedFile[];
}

/** Words of another script, sorted, where they are few enough to be listed; nothing where those of a part are not known. */
export function listForeign(parts: readonly (readonly string[] | undefined)[]): {
  readonly foreign?: readonly string[];
} {
  const foreign = new Set<string>();
  for (const part of parts) {
    if (!part) return {};
    for (const word of part) foreign.add(word);
  }
  return foreign.size > MOST_FOREIGN ? {} : { foreign: [...foreign].sort() };
}

function stored({ url, title, number, date, passages }: SearchDocument): StoredDocument {
  return { url, title, number, date, passages: passages.map(({ anchor, text }) => [anchor, text]) };
}

/** A listed token's documents from the positions in their lists: how often it comes, and how early; a stem, among stems. */
function listedOf(token: string, postings: Postings, tokenised: readonly DocumentTokens[]) {
  return new Map(
    Array.from(postings, ([document, positions]) => {
      const first = (positions[0] ?? 0) - (isStem(token) ? (tokenised[document]?.stemStart ?? 0) : 0);
      return [document, { count: positions.length, first }] as const;
    }),
  );
}

/** The tokens of a part of each document's list, in the order of their first place, with the positions in the list. */
function invertLists(
  tokenised: readonly DocumentTokens[],
  part: (tokens: DocumentTokens) => readonly [from: number, to: number],
): Map<string, Map<number, number[]>> {
  const tokens = new Map<string, Map<number, number[]>>();
  for (const [document, one] of tokenised.entries()) {
    const [from, to] = part(one);
    for (const [offset, token] of one.list.slice(from, to).entries()) {
      const postings = tokens.get(token) ?? new Map<number, number[]>();
      tokens.set(token, postings);
      const positions = postings.get(document);
      if (positions) positions.push(from + offset);
      else postings.set(document, [from + offset]);
    }
  }
  return tokens;
}

/** The tokens of a bundle, bucket by bucket. */
function bucketsOf(tokenised: readonly DocumentTokens[]): Uint8Array[] {
  const buckets: number[][] = Array.from({ length: BUCKETS }, () => []);
  const append = (token: string, packed: readonly number[]) =>
    appendToken(buckets[bucketOf(token)] ?? [], token, packed);
  for (const [token, packed] of invertPairs(tokenised.map(({ pairs }) => pairs))) append(token, packed);
  const take = (token: string, postings: Postings) => append(token, packListed(listedOf(token, postings, tokenised)));
  for (const [token, postings] of invertLists(tokenised, ({ stemStart }) => [0, stemStart])) take(token, postings);
  const words = invertLists(tokenised, ({ list, stemStart }) => [stemStart, list.length]);
  for (const [token, postings] of [...words].sort(([one], [other]) => byCodeUnit(one, other))) take(token, postings);
  return buckets.map((bucket) => Uint8Array.from(bucket));
}

/** Makes the files of one bundle. The same documents give the same files. */
export function makeBundle({ name, documents }: BundleRequest): MadeBundle {
  const tokenised = documents.map(documentTokens);
  const terms = joinPieces(bucketsOf(tokenised));
  const texts = packPieces(documents.map((document) => Buffer.from(JSON.stringify(stored(document)))));
  const files = [nameFile(`${name}-buckets`, terms.bytes), nameFile(`${name}-texts`, texts.bytes)] as const;
  const entries = documents.map((document, place): DocumentEntry => {
    const { id, kind, date = '', topics, answered = '' } = document;
    return { id, kind, date, topics, answered, titlePairs: tokenised[place]?.titlePairs ?? 0 };
  });
  const dash = name.indexOf('-');
  return {
    facts: {
      locale: name.slice(0, dash) === 'en' ? 'en' : 'zh',
      year: name.slice(dash + 1),
      terms: { path: files[0].path, lengths: terms.lengths },
      texts: { path: files[1].path, lengths: texts.lengths },
      documents: toColumns(entries),
      ...listForeign(tokenised.map(({ foreign }) => foreign)),
    },
    files,
  };
}
