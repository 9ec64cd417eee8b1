import type { QuotedReply } from './bundle.ts';
import type { DifferencePart } from './compare.ts';
import { type CorpusPassage, passagesAt, type QuoteCorpus, unitsText } from './corpus.ts';
import { type Comparison, withWholeWords } from './fold.ts';
import { standsFree } from './free-standing.ts';
import { type ComparedQuotation, nearestInReply, nearestPassage, nearestPieces } from './nearest.ts';
import { cutAtEllipses, findInOrder, partsOf } from './omissions.ts';

/** A place where a quotation was found. */
export interface QuotePlace {
  readonly reply: Pick<QuotedReply, 'id' | 'number' | 'title' | 'url' | 'withdrawn'>;
  /** Ids of the blocks that it spans. */
  readonly blocks: readonly string[];
  /** The day until which the reply read so; undefined where it still does. */
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
      /** Where each piece was found, in the order of the quotation. */
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
  /** Not found word for word, and too long to look for something similar. */
  | { readonly kind: 'too-long' }
  | { readonly kind: 'none' };

/** Shorter quotations occur anywhere and prove nothing. */
const SHORTEST_QUOTE = 4;
/** Longer quotations, in characters, are not compared with similar passages: the work grows with the square of the length. */
export const LONGEST_COMPARED = 20_000;
/** At most this many places are shown of a quotation that is in many replies. */
const MOST_PLACES = 20;

/**
 * Checks a quotation against the corpus. If it is not found word for word, it is tried again without what a printed letter has between its
 * pages: page numbers, and `notices` at the head of each. Pure computation: nothing is sent or stored.
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

/** The verdict on a quotation that is found word for word; undefined where it is not. */
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

/** The verdict on a quotation with ellipses whose pieces are each found word for word; undefined for any other. */
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
  // A few characters occur somewhere in any archive: finding them says nothing.
  if (folded.some((piece) => piece.trim().length < SHORTEST_QUOTE)) return undefined;
  const places = folded.map((piece) => placesOf(corpus, piece)[0]);
  return places.every((place) => place !== undefined) ? { kind: 'joined', places } : undefined;
}

/** The verdict on a quotation that is found word for word neither as a whole nor piece by piece. */
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

/** A quotation folded, without the quotation marks around it. */
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

/** What a reply says today at the passage nearest to a quotation. */
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
 * A quotation copied from a printed letter without what comes between its pages: page numbers, and the `notices` at the head of each. They are
 * replaced by as many spaces, so that every offset stays valid.
 */
function withoutSheetEnds(written: string, notices: readonly string[]): string {
  let text = written;
  for (const notice of notices) if (notice !== '') text = text.replaceAll(notice, ' '.repeat(notice.length));
  return text.replace(SHEET_NUMBER, (_, before: string, number: string) => before + ' '.repeat(number.length));
}
