import type { QuotedReply } from './bundle.ts';
import { type DifferencePart, differences } from './compare.ts';
import { type CorpusPassage, passagesAt, type QuoteCorpus, unitsText } from './corpus.ts';
import { foldText } from './fold.ts';
import { cutEdge, standsFree } from './free-standing.ts';
import { nearestPlace } from './nearest.ts';

/** A place that a quotation was found at. */
export interface QuotePlace {
  readonly reply: QuotedReply;
  /** The ids of the blocks it runs over. */
  readonly blocks: readonly string[];
  /** The day until which the words stood so; undefined where they stand so today. */
  readonly until: string | undefined;
}

/** What a quotation turns out to be. */
export type QuoteVerdict =
  | { readonly kind: 'too-short' }
  | { readonly kind: 'exact'; readonly places: readonly QuotePlace[] }
  | { readonly kind: 'earlier'; readonly places: readonly QuotePlace[] }
  | {
      readonly kind: 'altered';
      readonly place: QuotePlace;
      readonly parts: readonly DifferencePart[];
      /** The share of the quotation's characters that the source has in their order, 0 to 1. */
      readonly agreement: number;
    }
  | { readonly kind: 'none' };

/** Fewer characters than this can stand anywhere and prove nothing. */
export const SHORTEST_QUOTE = 4;
/** Places that are shown where a quotation stands in many replies. */
const MOST_PLACES = 20;
/** Characters of the source around a resembling place that are compared too, so that half a number shows as one. */
const EDGE = 8;
/** Below this share of common characters a passage is not called an altered one. */
const LEAST_AGREEMENT = 0.6;

/** Checks a quotation against the corpus. Pure computation: nothing is sent or stored. */
export function checkQuote(corpus: QuoteCorpus, quotation: string): QuoteVerdict {
  const quote = unwrap(unitsText(foldText(quotation, corpus.table).units));
  if (quote.length < SHORTEST_QUOTE) return { kind: 'too-short' };
  const places: QuotePlace[] = [];
  for (let at = corpus.text.indexOf(quote); at !== -1 && places.length < MOST_PLACES; ) {
    const passages = passagesAt(corpus, at, at + quote.length);
    if (standsFree(corpus, passages, at, at + quote.length)) places.push(placeOf(passages));
    at = corpus.text.indexOf(quote, at + 1);
  }
  const today = places.filter(({ until }) => until === undefined);
  if (today.length > 0) return { kind: 'exact', places: today };
  if (places.length > 0) return { kind: 'earlier', places };
  return nearest(corpus, quote, quotation);
}

/** The marks that whoever quotes puts around the quotation. */
function unwrap(quote: string): string {
  return quote.replace(/^["(]+/, '').replace(/[")]+$/, '') || quote;
}

function placeOf(passages: readonly CorpusPassage[]): QuotePlace {
  const [first] = passages;
  if (first === undefined) throw new Error('a match must lie in a passage');
  return { reply: first.reply, blocks: passages.map(({ id }) => id), until: first.until };
}

function nearest(corpus: QuoteCorpus, quote: string, quotation: string): QuoteVerdict {
  const near = nearestPlace(corpus.text, quote);
  if (near === undefined) return { kind: 'none' };
  const touched = passagesAt(corpus, near.start, near.end);
  const [first] = touched;
  if (first === undefined) return { kind: 'none' };
  const own = touched.filter(({ reply, until }) => reply === first.reply && until === first.until);
  const [from, to] = [near.start - EDGE, near.end + EDGE];
  const source = own.map((passage) => slice(passage, from, to, corpus.table)).join('');
  const parts = trimEnds(differences(source, quotation, corpus.table));
  const same = parts.reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.length : 0), 0);
  const agreement = Math.min(1, same / quote.length);
  return agreement < LEAST_AGREEMENT ? { kind: 'none' } : { kind: 'altered', place: placeOf(own), parts, agreement };
}

/** The part of a passage, as written, that a range of the folded text covers. */
function slice({ text, start, end }: CorpusPassage, from: number, to: number, table: Uint16Array): string {
  const { offsets } = foldText(text, table);
  const first = offsets[Math.max(0, from - start)] ?? 0;
  const after = to >= end ? undefined : offsets[to - start];
  return text.slice(first, after);
}

/** Words of the source before and after the quotation are not part of what differs, but for the rest of a number or word. */
function trimEnds(parts: readonly DifferencePart[]): DifferencePart[] {
  const [first, second] = parts;
  const [last, beforeLast] = [parts.at(-1), parts.at(-2)];
  const opening =
    first?.kind === 'source' && second?.kind === 'same' ? cutEdge(first.text, second.text, 'before') : undefined;
  const closing =
    last?.kind === 'source' && beforeLast?.kind === 'same' ? cutEdge(last.text, beforeLast.text, 'after') : undefined;
  const kept = parts.slice(opening === undefined ? 0 : 1, closing === undefined ? parts.length : -1);
  const edge = (text: string | undefined): DifferencePart[] => (text ? [{ kind: 'source', text }] : []);
  return [...edge(opening), ...kept, ...edge(closing)];
}
