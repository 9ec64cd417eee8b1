import { packDocument } from '../../search/chunk.ts';

/** A pair while documents are gone through: what is packed already, and where the document at hand has it. */
interface Growing {
  readonly packed: number[];
  /** The document packed last. */
  last: number;
  document: number;
  readonly positions: number[];
}

function finishDocument(pair: Growing): void {
  packDocument(pair.packed, pair.document - pair.last, pair.positions);
  pair.last = pair.document;
  pair.positions.length = 0;
}

/**
 * Turns the pairs of documents, in order, into packed postings of each pair (src/search/chunk.ts). Pairs come in the
 * order of their first place, which is the same for the same documents.
 */
export function invertPairs(documents: readonly (readonly (string | undefined)[])[]): Map<string, readonly number[]> {
  const pairs = new Map<string, Growing>();
  for (const [document, texts] of documents.entries())
    for (let position = 0; position < texts.length; position += 1) {
      const text = texts[position];
      if (text === undefined) continue;
      let pair = pairs.get(text);
      if (!pair) {
        pair = { packed: [], last: 0, document, positions: [] };
        pairs.set(text, pair);
      } else if (pair.document !== document) {
        finishDocument(pair);
        pair.document = document;
      }
      pair.positions.push(position);
    }
  const packed = new Map<string, readonly number[]>();
  for (const [text, pair] of pairs) {
    finishDocument(pair);
    packed.set(text, pair.packed);
  }
  return packed;
}
