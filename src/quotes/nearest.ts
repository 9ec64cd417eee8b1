import { type Alignment, align, nearestEnd } from './align.ts';
import { alignedByWords, type DifferencePart, differences, type Written } from './compare.ts';
import { BOUNDARY, type CorpusPassage, passagesAt, type QuoteCorpus } from './corpus.ts';
import { cutEdge } from './free-standing.ts';
import { likelyStretches, type Stretch } from './seeds.ts';

/** A quotation as it is compared and as it was written; `offsets` says where each compared character was written. */
export interface ComparedQuotation {
  readonly folded: string;
  readonly written: string;
  readonly offsets: Uint32Array;
}

/** The passages of a reply that a quotation resembles, and how it differs from them. */
interface NearPassage {
  readonly passages: readonly CorpusPassage[];
  readonly parts: readonly DifferencePart[];
  /** The share of the quotation's characters that need no change to be the source's, 0 to 1. */
  readonly agreement: number;
}

/** Stretches that are compared in full; fewer for a long quotation, whose seeds are many and whose comparison is dear. */
const mostStretches = (length: number): number => (length > 800 ? 3 : 8);

/** Below this share of unchanged characters a passage is not called an altered one: few words are alike by chance. */
const leastAgreement = (length: number): number => (length < 12 ? 0.7 : 0.6);

/** The passage of the corpus that a quotation most resembles, or undefined where none does. */
export function nearestPassage(corpus: QuoteCorpus, quotation: ComparedQuotation): NearPassage | undefined {
  const { folded } = quotation;
  return nearestIn(
    corpus,
    quotation,
    likelyStretches(corpus.seeds, corpus.text.length, folded, mostStretches(folded.length)),
  );
}

/** The passage of a reply as it reads today that a quotation most resembles, or undefined where it says nothing like it. */
export function nearestInReply(corpus: QuoteCorpus, quotation: ComparedQuotation, id: string): NearPassage | undefined {
  const own = corpus.passages.filter((passage) => passage.reply.id === id && passage.until === undefined);
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return nearestIn(corpus, quotation, [{ start: first.start, end: last.end }]);
}

/**
 * The passages of one reply that the pieces of a quotation each resemble: of the reply that the longest piece comes from. Undefined where
 * one of them resembles nothing there.
 */
export function nearestPieces(corpus: QuoteCorpus, pieces: readonly ComparedQuotation[]): NearPassage | undefined {
  const [longest] = [...pieces].sort((one, other) => other.folded.length - one.folded.length);
  const id = longest && nearestPassage(corpus, longest)?.passages[0]?.reply.id;
  if (id === undefined) return undefined;
  const near = pieces.map((piece) => nearestInReply(corpus, piece, id));
  if (!near.every((found) => found !== undefined)) return undefined;
  const length = pieces.reduce((sum, { folded }) => sum + folded.length, 0);
  const agreeing = near.reduce((sum, { agreement }, index) => sum + agreement * (pieces[index]?.folded.length ?? 0), 0);
  return {
    passages: [...new Set(near.flatMap(({ passages }) => passages))],
    parts: near.flatMap(({ parts }, index) =>
      index === 0 ? parts : [{ kind: 'same' as const, text: ' …… ' }, ...parts],
    ),
    agreement: agreeing / length,
  };
}

/** The passage in some stretches of the corpus that a quotation most resembles: of several, the first. */
function nearestIn(
  corpus: QuoteCorpus,
  quotation: ComparedQuotation,
  stretches: readonly Stretch[],
): NearPassage | undefined {
  const { folded } = quotation;
  const most = Math.floor(folded.length * (1 - leastAgreement(folded.length)));
  let best: { readonly piece: Stretch; readonly distance: number } | undefined;
  for (const piece of stretches.flatMap((stretch) => withinReplies(corpus, stretch))) {
    const { distance } = nearestEnd(folded, corpus.text.slice(piece.start, piece.end));
    if (distance <= most && (best === undefined || distance < best.distance)) best = { piece, distance };
  }
  if (best === undefined) return undefined;
  const { piece, distance } = best;
  const found = align(folded, corpus.text.slice(piece.start, piece.end));
  const inCorpus = { ...found, start: piece.start + found.start, end: piece.start + found.end };
  const placed = corpus.comparison === 'words' ? alignedByWords(inCorpus, folded, corpus.text) : inCorpus;
  const passages = passagesAt(corpus, placed.start, placed.end);
  return { passages, parts: shown(corpus, quotation, passages, placed), agreement: 1 - distance / folded.length };
}

/** A stretch in pieces that each lie in one text of one reply. */
function withinReplies({ text }: QuoteCorpus, { start, end }: Stretch): Stretch[] {
  const pieces: Stretch[] = [];
  for (let from = start; from < end; ) {
    const boundary = text.indexOf(BOUNDARY, from);
    const to = boundary === -1 || boundary > end ? end : boundary;
    if (to > from) pieces.push({ start: from, end: to });
    from = to + 1;
  }
  return pieces;
}

/** How the quotation differs, with the whole of a number or word that it cuts at one of its ends. */
function shown(
  { comparison, fold }: QuoteCorpus,
  quotation: ComparedQuotation,
  passages: readonly CorpusPassage[],
  alignment: Alignment,
): DifferencePart[] {
  const source: string[] = [];
  const [first, last] = [passages[0], passages.at(-1)];
  if (first === undefined || last === undefined) return [];
  for (const passage of passages) {
    source.push(...piecesOf(passage.text, fold(passage.text).offsets));
    // The break between two paragraphs follows the last character of the first.
    if (passage !== last) source.push(`${source.pop() ?? ''}\n`);
  }
  const written = piecesOf(quotation.written, quotation.offsets);
  const parts = differences(alignment, at(source, first.start), at(written, 0));
  // Words are whole already.
  if (comparison === 'words') return parts;
  const [begins, ends] = [alignment.start - first.start, alignment.end - first.start];
  const opening = cutEdge(source.slice(0, begins).join(''), source[begins] ?? '', 'before');
  const closing = cutEdge(source.slice(ends).join(''), source[ends - 1] ?? '', 'after');
  const edge = (text: string): DifferencePart[] => (text === '' ? [] : [{ kind: 'source', text }]);
  return [...edge(opening), ...parts, ...edge(closing)];
}

const at =
  (pieces: readonly string[], first: number): Written =>
  (compared) =>
    pieces[compared - first] ?? '';

/** A text cut before each character that is compared: what is not compared follows the one before it, or opens the text. */
function piecesOf(text: string, offsets: Uint32Array): string[] {
  return Array.from(offsets, (offset, index) =>
    text.slice(index === 0 ? 0 : offset, offsets[index + 1] ?? text.length),
  );
}
