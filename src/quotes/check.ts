import type { QuotedReply } from './bundle.ts';
import type { DifferencePart } from './compare.ts';
import { type CorpusPassage, passagesAt, type QuoteCorpus, unitsText } from './corpus.ts';
import { type Comparison, withWholeWords } from './fold.ts';
import { standsFree } from './free-standing.ts';
import { type ComparedQuotation, nearestInReply, nearestPassage, nearestPieces } from './nearest.ts';
import { cutAtEllipses, findInOrder, partsOf } from './omissions.ts';

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
  | {
      readonly kind: 'exact';
      readonly places: readonly QuotePlace[];
      /** Whether it was compared character by character, or word by word. */
      readonly comparison: Comparison;
    }
  | {
      /** Each piece between its ellipses is exact, in the order of the reply, which has other words between them. */
      readonly kind: 'shortened';
      readonly place: QuotePlace;
      /** The reply's words from the first piece to the last; what the quotation leaves out is the source's only. */
      readonly parts: readonly DifferencePart[];
    }
  | {
      /** Each piece between its ellipses is exact, but they do not follow each other so in one reply. */
      readonly kind: 'joined';
      /** Where each piece stands, in the order of the quotation. */
      readonly places: readonly QuotePlace[];
    }
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
/** Places that are shown where a quotation is in many replies. */
const MOST_PLACES = 20;

/**
 * Checks a quotation against the corpus. Where it stands nowhere as it is, it is read without what stands between the sheets of a printed
 * letter, `notices` at their heads among it. Pure computation: nothing is sent or stored.
 */
export function checkQuote(corpus: QuoteCorpus, quotation: string, notices: readonly string[] = []): QuoteVerdict {
  const verdict = checkWritten(corpus, quotation);
  if (verdict.kind === 'exact' || verdict.kind === 'shortened') return verdict;
  const plain = withoutSheetEnds(quotation, notices);
  return plain === quotation ? verdict : checkWritten(corpus, plain);
}

function checkWritten(corpus: QuoteCorpus, quotation: string): QuoteVerdict {
  const written = withWholeWords(quotation, (word) => corpus.text.includes(unitsText(corpus.fold(word).units)));
  const compared = comparedQuotation(corpus, written);
  if (compared.folded.trim().length < SHORTEST_QUOTE) return { kind: 'too-short' };
  const cut = cutAtEllipses(written);
  // Without an ellipsis it is one piece, which is looked for as the whole.
  const pieces = cut[0] === written ? [] : cut.map((piece) => comparedQuotation(corpus, piece));
  return inOnePiece(corpus, compared) ?? inPieces(corpus, pieces) ?? resembling(corpus, compared, pieces);
}

/** The places where a folded quotation occurs word for word, today's texts before former ones. */
function placesOf(corpus: QuoteCorpus, folded: string): QuotePlace[] {
  const places: QuotePlace[] = [];
  for (let at = corpus.text.indexOf(folded); at !== -1 && places.length < MOST_PLACES; ) {
    const passages = passagesAt(corpus, at, at + folded.length);
    if (standsFree(corpus, passages, at, at + folded.length)) places.push(placeOf(passages));
    at = corpus.text.indexOf(folded, at + 1);
  }
  return places;
}

/** What a quotation is that stands somewhere as it is; undefined where it does not. */
function inOnePiece(corpus: QuoteCorpus, compared: ComparedQuotation): QuoteVerdict | undefined {
  const { folded } = compared;
  const places = placesOf(corpus, folded);
  const today = places.filter(({ until }) => until === undefined);
  if (today.length > 0) return { kind: 'exact', places: today, comparison: corpus.comparison };
  const [earlier] = places;
  if (earlier === undefined) return undefined;
  const now = folded.length <= LONGEST_COMPARED ? readsNow(corpus, compared, earlier.reply.id) : undefined;
  return { kind: 'earlier', places, now };
}

/** What a quotation is whose pieces between ellipses each stand somewhere as they are; undefined where it is not one. */
function inPieces(corpus: QuoteCorpus, pieces: readonly ComparedQuotation[]): QuoteVerdict | undefined {
  const folded = pieces.map((piece) => piece.folded);
  const [only] = pieces;
  if (only === undefined || folded.some((piece) => piece.trim() === '')) return undefined;
  if (pieces.length === 1) return inOnePiece(corpus, only);
  const found = findInOrder(corpus, folded);
  if (found) {
    const [first, last] = [found[0], found.at(-1)];
    const passages = passagesAt(corpus, first?.start ?? 0, last?.end ?? 0);
    const parts = partsOf(corpus, passages, found);
    return { kind: 'shortened', place: placeOf(passages), parts };
  }
  // Few characters stand somewhere in any archive: that they do says nothing.
  if (folded.some((piece) => piece.trim().length < SHORTEST_QUOTE)) return undefined;
  const places = folded.map((piece) => placesOf(corpus, piece)[0]);
  return places.every((place) => place !== undefined) ? { kind: 'joined', places } : undefined;
}

/** What a quotation is that stands nowhere as it is, as a whole or piece by piece between its ellipses. */
function resembling(
  corpus: QuoteCorpus,
  compared: ComparedQuotation,
  pieces: readonly ComparedQuotation[],
): QuoteVerdict {
  if (compared.folded.length > LONGEST_COMPARED) return { kind: 'too-long' };
  const [whole, inParts] = [nearestPassage(corpus, compared), pieces.length > 1 && nearestPieces(corpus, pieces)];
  const near = inParts && inParts.agreement > (whole?.agreement ?? 0) ? inParts : whole;
  if (near === undefined) return { kind: 'none' };
  const { passages, parts, agreement } = near;
  return { kind: 'altered', place: placeOf(passages), parts, agreement };
}

const OPENING: ReadonlySet<string | undefined> = new Set(['"', '(']);
const CLOSING: ReadonlySet<string | undefined> = new Set(['"', ')']);

/** A quotation folded, without the marks that whoever quotes puts around it. */
function comparedQuotation({ comparison, fold }: QuoteCorpus, written: string): ComparedQuotation {
  const { units, offsets } = fold(written);
  const whole = unitsText(units);
  if (comparison === 'words') return { folded: whole, written, offsets };
  let opening = 0;
  while (OPENING.has(whole[opening])) opening += 1;
  let end = whole.length;
  while (end > opening && CLOSING.has(whole[end - 1])) end -= 1;
  // Brackets at the ends may as well be the source's own: they are beside what is found then.
  const folded = whole.slice(opening, end);
  return { folded, written, offsets: offsets.subarray(opening, opening + folded.length) };
}

/** What a reply says today at the place that is nearest to a quotation. */
const readsNow = (corpus: QuoteCorpus, quotation: ComparedQuotation, id: string) =>
  nearestInReply(corpus, quotation, id)?.parts;

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

/** The number of a sheet as letters are printed, 7 mm below the text: between dashes, and alone but for what a viewer puts around it. */
const SHEET_NUMBER = /(^|\s)([—–―-] ?\d{1,4} ?[—–―-])(?!\S)/gu;

/**
 * A quotation copied from a printed letter without what stands between its sheets: their numbers, and `notices`, which are at the head of
 * each. Spaces take their place, so that every word stays where it was written.
 */
function withoutSheetEnds(written: string, notices: readonly string[]): string {
  let text = written;
  for (const notice of notices) if (notice !== '') text = text.replaceAll(notice, ' '.repeat(notice.length));
  return text.replace(SHEET_NUMBER, (_, before: string, number: string) => before + ' '.repeat(number.length));
}
