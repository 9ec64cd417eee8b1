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
import type { Indexer } from './pagefind.ts';

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

/** The single units of documents, which stand at the beginning of their lists, with the positions there. */
function invertUnits(tokenised: readonly DocumentTokens[]): Map<string, Map<number, number[]>> {
  const units = new Map<string, Map<number, number[]>>();
  for (const [document, { list, stemStart }] of tokenised.entries())
    for (const [position, token] of list.slice(0, stemStart).entries()) {
      const postings = units.get(token) ?? new Map<number, number[]>();
      units.set(token, postings);
      const positions = postings.get(document);
      if (positions) positions.push(position);
      else postings.set(document, [position]);
    }
  return units;
}

/** The stems and document numbers of documents, inverted by Pagefind, with the positions in their lists. */
async function invertWords(
  tokenised: readonly DocumentTokens[],
  indexer: Indexer,
  take: (token: string, postings: Postings) => void,
): Promise<void> {
  // Pagefind leaves out a document without words.
  const having = [...tokenised.entries()].filter(([, { list, stemStart }]) => list.length > stemStart);
  if (having.length === 0) return;
  await indexer.index(
    having.map(([, { list, stemStart }]) => list.slice(stemStart)),
    (token, postings) => {
      const placed = Array.from(postings, ([place, positions]): [number, number[]] => {
        const [document, start] = [having[place]?.[0] ?? 0, having[place]?.[1].stemStart ?? 0];
        return [document, positions.map((position) => start + position)];
      });
      take(token, new Map(placed));
    },
  );
}

/**
 * The tokens of a bundle. Words are inverted by Pagefind, pairs and single units here: there are far more of them, and Pagefind takes some
 * ten times as long for each.
 */
async function bucketsOf(tokenised: readonly DocumentTokens[], indexer: Indexer): Promise<Uint8Array[]> {
  const buckets: number[][] = Array.from({ length: BUCKETS }, () => []);
  const append = (token: string, packed: readonly number[]) =>
    appendToken(buckets[bucketOf(token)] ?? [], token, packed);
  for (const [token, packed] of invertPairs(tokenised.map(({ pairs }) => pairs))) append(token, packed);
  const take = (token: string, postings: Postings) => append(token, packListed(listedOf(token, postings, tokenised)));
  for (const [token, postings] of invertUnits(tokenised)) take(token, postings);
  await invertWords(tokenised, indexer, take);
  return buckets.map((bucket) => Uint8Array.from(bucket));
}

/** Makes the files of one bundle. The same documents give the same files. */
export async function makeBundle({ name, documents }: BundleRequest, indexer: Indexer): Promise<MadeBundle> {
  const tokenised = documents.map(documentTokens);
  const terms = joinPieces(await bucketsOf(tokenised, indexer));
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
