import { languageOf } from '../model/locale.ts';
import type { QuoteBundle, QuotedBlock, QuotedReply } from './bundle.ts';
import { type Comparison, type FoldedText, folding } from './fold.ts';
import { type SeedIndex, seedIndex } from './seeds.ts';

/** A passage of the corpus and where it begins in the folded text. */
export interface CorpusPassage extends QuotedBlock {
  readonly reply: QuotedReply;
  /** The day until which the reply read so; undefined where it still does. */
  readonly until: string | undefined;
  readonly start: number;
  readonly end: number;
}

/** All loaded replies as one folded text. Passages of one reply adjoin, so that a quotation may run over several. */
export interface QuoteCorpus {
  readonly comparison: Comparison;
  readonly fold: (text: string) => FoldedText;
  /** The folded text as one string, which JavaScript engines search fastest. */
  readonly text: string;
  /** Finds passages similar to an altered quotation. */
  readonly seeds: SeedIndex;
  /** In the order of the text. */
  readonly passages: readonly CorpusPassage[];
}

/** Separates replies and former texts; folding never produces this character. */
export const BOUNDARY = '\u0000';
/** Lengths, in characters, of the runs that the seed index is made of. */
const HAN_RUN = 3;
const LATIN_RUN = 5;
/** Code units passed to `fromCharCode` in one call. */
const CHUNK = 8192;

/** Joins bundles of one language into one corpus: current texts first, then former ones. */
export function quoteCorpus(bundles: readonly QuoteBundle[]): QuoteCorpus {
  const han = bundles.some(({ locale }) => languageOf(locale).script === 'Han');
  const comparison = han ? 'characters' : 'words';
  const fold = folding(comparison);
  const passages: CorpusPassage[] = [];
  const pieces: string[] = [];
  let length = 0;
  const add = (reply: QuotedReply, blocks: readonly QuotedBlock[], until?: string) => {
    for (const { id, text: written } of blocks) {
      const text = unitsText(fold(written).units);
      passages.push({ id, text: written, reply, until, start: length, end: length + text.length });
      pieces.push(text);
      length += text.length;
    }
    pieces.push(BOUNDARY);
    length += 1;
  };
  const replies = bundles.flatMap((bundle) => bundle.replies);
  for (const reply of replies) add(reply, reply.blocks);
  for (const reply of replies) {
    for (const { until, blocks } of reply.former) add(reply, blocks, until);
  }
  const text = pieces.join('');
  return { comparison, fold, text, seeds: seedIndex(text, han ? HAN_RUN : LATIN_RUN), passages };
}

/** Folded units as a string. */
export function unitsText(units: Uint16Array): string {
  let text = '';
  for (let at = 0; at < units.length; at += CHUNK) text += String.fromCharCode(...units.subarray(at, at + CHUNK));
  return text;
}

/** The passages that a range of the folded text touches. */
export function passagesAt({ passages }: QuoteCorpus, start: number, end: number): CorpusPassage[] {
  let low = 0;
  let high = passages.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((passages[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const touched: CorpusPassage[] = [];
  for (let at = low; at < passages.length; at += 1) {
    const passage = passages[at];
    if (passage === undefined || passage.start >= end) break;
    touched.push(passage);
  }
  return touched;
}
