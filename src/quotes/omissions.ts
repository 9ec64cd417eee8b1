import type { DifferencePart } from './compare.ts';
import { BOUNDARY, type CorpusPassage, passagesAt, type QuoteCorpus } from './corpus.ts';
import { standsFree } from './free-standing.ts';
import type { Stretch } from './seeds.ts';

/**
 * What says in a quotation that words are left out: an ellipsis of either language, in brackets or not, or the word for it in brackets.
 */
const OMISSION =
  /[([（［〔【]?(?:[…⋯]+|\.{3,}|。{3,}|\. \. \.)[)\]）］〕】]?|[([（［〔【](?:中?略|omitted|snip)[)\]）］〕】]/giu;

/** Pieces that a quotation is cut into; one with more ellipses is none that anyone quotes. */
const MOST_PIECES = 12;

/** The pieces of a quotation between its ellipses; none where they are too many. An ellipsis at either end cuts nothing off. */
export function cutAtEllipses(quotation: string): string[] {
  const pieces = quotation.split(OMISSION).filter((piece) => /[\p{L}\p{N}]/u.test(piece));
  return pieces.length > MOST_PIECES ? [] : pieces;
}

/** Occurrences of a first piece that are tried. */
const MOST_TRIED = 200;

/**
 * Where folded pieces stand one after another in one text of one reply: of all such places the one that leaves out least. Undefined where they
 * stand so nowhere.
 */
export function findInOrder(corpus: QuoteCorpus, pieces: readonly string[]): Stretch[] | undefined {
  const [first = '', ...others] = pieces;
  const { text } = corpus;
  let best: Stretch[] | undefined;
  let from = 0;
  for (let tried = 0; tried < MOST_TRIED; tried += 1) {
    const opening = next(corpus, first, from, text.length);
    if (opening === undefined) break;
    from = opening.start + 1;
    const bound = text.indexOf(BOUNDARY, opening.start);
    const found: Stretch[] = [opening];
    for (const piece of others) {
      const following = next(corpus, piece, found.at(-1)?.end ?? 0, bound);
      if (following === undefined) break;
      found.push(following);
    }
    if (found.length === pieces.length && (best === undefined || spanOf(found) < spanOf(best))) best = found;
  }
  return best;
}

const spanOf = (found: readonly Stretch[]): number => (found.at(-1)?.end ?? 0) - (found[0]?.start ?? 0);

/** Where a folded piece stands next as words of their own, from a place on and before a bound. */
function next(corpus: QuoteCorpus, piece: string, from: number, bound: number): Stretch | undefined {
  const text = bound < corpus.text.length ? corpus.text.slice(0, bound) : corpus.text;
  for (let start = text.indexOf(piece, from); start !== -1; start = text.indexOf(piece, start + 1)) {
    const end = start + piece.length;
    if (standsFree(corpus, passagesAt(corpus, start, end), start, end)) return { start, end };
  }
  return undefined;
}

/** Characters that are shown at each end of words left out that are many. */
const SHOWN = 60;

/** The words of the source from the first piece to the last as they are written, those between the pieces as left out. */
export function partsOf(
  { fold }: QuoteCorpus,
  passages: readonly CorpusPassage[],
  found: readonly Stretch[],
): DifferencePart[] {
  const folded = passages.map(({ start, text }) => ({ start, text, offsets: fold(text).offsets }));
  /** The words of the corpus between two places, with a line break between paragraphs. */
  const written = (from: number, to: number) =>
    folded
      .flatMap(({ start, text, offsets }) => {
        const [begin, end] = [Math.max(from - start, 0), Math.min(to - start, offsets.length)];
        if (begin >= end) return [];
        return [text.slice(begin === 0 ? 0 : offsets[begin], offsets[end] ?? text.length)];
      })
      .join('\n');
  return found.flatMap(({ start, end }, index): DifferencePart[] => {
    const following = found[index + 1];
    const left = following === undefined ? '' : written(end, following.start);
    const shown = left.length > 3 * SHOWN ? `${left.slice(0, SHOWN)} …… ${left.slice(-SHOWN)}` : left;
    return [
      { kind: 'same', text: written(start, end) },
      ...(following === undefined ? [] : [{ kind: 'source' as const, text: shown }]),
    ];
  });
}
