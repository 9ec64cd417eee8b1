import type { SearchDocument } from '../../model/search-document.ts';
import { appendToken, chunkOf, type Postings, packListed } from '../../search/chunk.ts';
import { type DocumentTokens, documentTokens } from '../../search/document-tokens.ts';
import {
  type BundleEntry,
  type BundleTable,
  type DocumentEntry,
  type StoredDocument,
  toColumns,
} from '../../search/index-format.ts';
import { isStem } from '../../search/tokens.ts';
import { type NamedFile, nameFile, type Pieces, packJson, packPieces } from './files.ts';
import { invertPairs } from './invert.ts';
import type { Indexer } from './pagefind.ts';

/**
 * How many places a chunk of the index holds on average. Measured with 2,000 replies in two languages and twelve years:
 * docs/performance.md.
 */
export const CHUNK_PLACES = 600;

/** More words of another script than these are not listed: the list would cost more than it saves. */
const MOST_FOREIGN = 400;

/** Documents of one language and year. */
export interface BundleRequest {
  /** `zh-2025` */
  readonly name: string;
  readonly documents: readonly SearchDocument[];
  readonly chunkPlaces: number;
}

/** A bundle that was made: what the list of bundles says of it, and its files. */
export interface MadeBundle {
  readonly entry: BundleEntry;
  readonly files: readonly NamedFile[];
}

function stored({ url, title, number, date, passages }: SearchDocument): StoredDocument {
  return { url, title, number, date, passages: passages.map(({ anchor, text }) => [anchor, text]) };
}

/** Postings of a listed token: positions tell how often it comes, and how early among its kind. */
function listedOf(token: string, postings: Postings, tokenised: readonly DocumentTokens[]) {
  return new Map(
    Array.from(postings, ([document, positions]) => {
      const first = (positions[0] ?? 0) - (isStem(token) ? (tokenised[document]?.stemStart ?? 0) : 0);
      return [document, { count: positions.length, first }] as const;
    }),
  );
}

/** The chunks of a bundle. Words are inverted by Pagefind; it takes some ten times as long as ourselves for pairs, of which there are most. */
async function packTerms(tokenised: readonly DocumentTokens[], chunkPlaces: number, indexer: Indexer): Promise<Pieces> {
  const places = tokenised.reduce((sum, { pairs, list }) => sum + pairs.length + list.length, 0);
  const chunks: number[][] = Array.from({ length: Math.max(1, Math.round(places / chunkPlaces)) }, () => []);
  const append = (token: string, packed: readonly number[]) =>
    appendToken(chunks[chunkOf(token, chunks.length)] ?? [], token, packed);
  for (const [token, packed] of invertPairs(tokenised.map(({ pairs }) => pairs))) append(token, packed);
  await indexer.index(
    tokenised.map(({ list }) => list),
    (token, postings) => append(token, packListed(listedOf(token, postings, tokenised))),
  );
  return packPieces(chunks.map((chunk) => Uint8Array.from(chunk)));
}

/** Makes the files of one bundle. The same documents give the same files. */
export async function makeBundle(
  { name, documents, chunkPlaces }: BundleRequest,
  indexer: Indexer,
): Promise<MadeBundle> {
  const tokenised = documents.map(documentTokens);
  const pack = ({ bytes, lengths }: Pieces, what: string) => ({ file: nameFile(`${name}-${what}`, bytes), lengths });
  const terms = pack(await packTerms(tokenised, chunkPlaces, indexer), 'terms');
  const texts = pack(packPieces(documents.map((document) => Buffer.from(JSON.stringify(stored(document))))), 'texts');
  const entries = documents.map((document, place): DocumentEntry => {
    const { id, kind, date = '', topics, answered = '' } = document;
    return { id, kind, date, topics, answered, titlePairs: tokenised[place]?.titlePairs ?? 0 };
  });
  const table: BundleTable = {
    terms: { path: terms.file.path, lengths: terms.lengths },
    texts: { path: texts.file.path, lengths: texts.lengths },
    documents: toColumns(entries),
  };
  const tableFile = nameFile(`${name}-table`, packJson(table));
  const foreign = [...new Set(tokenised.flatMap((each) => each.foreign))].sort();
  const dash = name.indexOf('-');
  return {
    entry: {
      locale: name.slice(0, dash) === 'en' ? 'en' : 'zh',
      year: name.slice(dash + 1),
      table: tableFile.path,
      documents: documents.length,
      ...(foreign.length > MOST_FOREIGN ? {} : { foreign }),
    },
    files: [tableFile, terms.file, texts.file],
  };
}
