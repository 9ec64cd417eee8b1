/** A text as search compares it, and where each of its UTF-16 units stood in the original. */
export interface NormalText {
  readonly text: string;
  /** For each UTF-16 unit of `text`: where its source begins and ends in the original. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Kinds of one sign that writers and keyboards mix: each kind is compared as its first character. */
const FOLDED_KINDS = [
  '(〔［[【（❲〚',
  ')〕］]】）❳〛',
  '"“”„‟＂「」『』',
  "'‘’‚‛＇",
  '-‐‑‒–−﹣－',
  '~～〜∼',
  '·•・‧∙',
] as const;

const FOLDS: ReadonlyMap<string, string> = new Map(
  FOLDED_KINDS.flatMap((kind) => Array.from(kind, (sign) => [sign, kind.charAt(0)] as const)),
);

/** A run that stays as it is, or one character with the marks that combine with it: what NFKC may compose, and no more. */
const PIECE = /[a-z0-9\u3400-\u4dbf\u4e00-\u9fff、。《》,.:;%/]+(?!\p{M})|\P{M}\p{M}*|\p{M}+/gsu;
/** Characters that show nothing: soft hyphens, zero-width signs, byte order marks, variation selectors. */
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}/gu;
const PLAIN = /^[a-z0-9\u3400-\u4dbf\u4e00-\u9fff、。《》,.:;%/]+$/;

/** Compares one cluster: NFKC, lower case, one sign for each kind of bracket, quote and dash, one kind of space. */
function fold(cluster: string): string {
  const sign = FOLDS.get(cluster);
  if (sign !== undefined) return sign;
  const folded = cluster.normalize('NFKC').replace(INVISIBLE, '').toLowerCase();
  return FOLDS.get(folded) ?? folded.replace(/\s/gu, ' ');
}

/**
 * The one normalisation that the index and a query share: NFKC, lower case, widths, kinds of brackets, quotes and
 * dashes, invisible characters dropped, lone surrogates replaced. White space stays as single spaces: the units
 * (units.ts) leave it out, and thousands separators with it.
 */
export function normalise(original: string): NormalText {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  for (const { 0: piece, index } of original.toWellFormed().matchAll(PIECE)) {
    if (PLAIN.test(piece)) {
      text += piece;
      for (let unit = index; unit < index + piece.length; unit += 1) {
        starts.push(unit);
        ends.push(unit + 1);
      }
      continue;
    }
    const folded = fold(piece);
    if (folded === ' ' && text.endsWith(' ')) continue;
    text += folded;
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts.push(index);
      ends.push(index + piece.length);
    }
  }
  return { text, starts, ends };
}
