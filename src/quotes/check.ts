import type { QuotedReply } from './bundle.ts';
import type { DifferencePart } from './compare.ts';
import { type CorpusPassage, passagesAt, type QuoteCorpus, unitsText } from './corpus.ts';
import { foldText } from './fold.ts';
import { standsFree } from './free-standing.ts';
import { type ComparedQuotation, nearestIn, nearestPassage } from './nearest.ts';

/** A place that a quotation was found at. */
export interface QuotePlace {
  readonly reply: Pick<QuotedReply, 'id' | 'number' | 'title' | 'url' | 'withdrawn'>;
  /** The ids of the blocks it runs over. */
  readonly blocks: readonly string[];
  /** The day until which the words stood so; undefined where they stand so today. */
  readonly until: string | undefined;
}

/** What a quotation turns out to be. */
export type QuoteVerdict =
  | { readonly kind: 'too-short' }
  | { readonly kind: 'exact'; readonly places: readonly QuotePlace[] }
  | {
      readonly kind: 'earlier';
      readonly places: readonly QuotePlace[];
      /** The quotation beside what the first of these replies says now; undefined where it says nothing like it, or the quotation is too long to compare. */
      readonly now: readonly DifferencePart[] | undefined;
    }
  | {
      readonly kind: 'altered';
      readonly place: QuotePlace;
      readonly parts: readonly DifferencePart[];
      /** The share of the quotation's characters that need no change to be the source's, 0 to 1. */
      readonly agreement: number;
    }
  /** It stands nowhere as it is, and is too long to look for what resembles it. */
  | { readonly kind: 'too-long' }
  | { readonly kind: 'none' };

/** Fewer characters than this can stand anywhere and prove nothing. */
const SHORTEST_QUOTE = 4;
/** What resembles a longer quotation is not looked for: the work grows with the square of its length. */
export const LONGEST_COMPARED = 20_000;
/** Places that are shown where a quotation stands in many replies. */
const MOST_PLACES = 20;

/** Checks a quotation against the corpus. Pure computation: nothing is sent or stored. */
export function checkQuote(corpus: QuoteCorpus, quotation: string): QuoteVerdict {
  const compared = comparedQuotation(corpus, quotation);
  const { folded } = compared;
  if (folded.length < SHORTEST_QUOTE) return { kind: 'too-short' };
  const places: QuotePlace[] = [];
  for (let at = corpus.text.indexOf(folded); at !== -1 && places.length < MOST_PLACES; ) {
    const passages = passagesAt(corpus, at, at + folded.length);
    if (standsFree(corpus, passages, at, at + folded.length)) places.push(placeOf(passages));
    at = corpus.text.indexOf(folded, at + 1);
  }
  const today = places.filter(({ until }) => until === undefined);
  if (today.length > 0) return { kind: 'exact', places: today };
  const [earlier] = places;
  const comparable = folded.length <= LONGEST_COMPARED;
  if (earlier !== undefined) {
    const now = comparable ? readsNow(corpus, compared, earlier.reply.id) : undefined;
    return { kind: 'earlier', places, now };
  }
  if (!comparable) return { kind: 'too-long' };
  const near = nearestPassage(corpus, compared);
  if (near === undefined) return { kind: 'none' };
  const { passages, parts, agreement } = near;
  return { kind: 'altered', place: placeOf(passages), parts, agreement };
}

const OPENING: ReadonlySet<string | undefined> = new Set(['"', '(']);
const CLOSING: ReadonlySet<string | undefined> = new Set(['"', ')']);

/** A quotation folded, without the marks that whoever quotes puts around it. */
function comparedQuotation({ table }: QuoteCorpus, written: string): ComparedQuotation {
  const { units, offsets } = foldText(written, table);
  const whole = unitsText(units);
  let opening = 0;
  while (OPENING.has(whole[opening])) opening += 1;
  let end = whole.length;
  while (end > opening && CLOSING.has(whole[end - 1])) end -= 1;
  // Brackets at the ends may as well be the source's own: they stand beside what is found then.
  const folded = whole.slice(opening, end);
  return { folded, written, offsets: offsets.subarray(opening, opening + folded.length) };
}

/** What a reply says today at the place that is nearest to a quotation. */
function readsNow(corpus: QuoteCorpus, quotation: ComparedQuotation, id: string) {
  const own = corpus.passages.filter((passage) => passage.reply.id === id && passage.until === undefined);
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return nearestIn(corpus, quotation, [{ start: first.start, end: last.end }])?.parts;
}

function placeOf(passages: readonly CorpusPassage[]): QuotePlace {
  const [first] = passages;
  if (first === undefined) throw new Error('a match must lie in a passage');
  const { id, number, title, url, withdrawn } = first.reply;
  const reply = {
    id,
    title,
    url,
    ...(number === undefined ? {} : { number }),
    ...(withdrawn === undefined ? {} : { withdrawn }),
  };
  return { reply, blocks: passages.map((passage) => passage.id), until: first.until };
}
