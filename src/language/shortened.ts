/** Search engines show no more than about this of a page's description: in characters. */
const LONGEST = 160;
/** A cut further back than this from the limit would lose more than it keeps whole. */
const FARTHEST_BACK = 40;

/**
 * A description of at most 160 characters. A longer one ends in “…”, cut after a whole word or sign where there is one near:
 * English at a space, Chinese, which has none, after a mark of punctuation, else between two characters.
 */
export function shortened(text: string): string {
  const characters = [...text];
  if (characters.length <= LONGEST) return text;
  const kept = characters.slice(0, LONGEST - 1).join('');
  const [end] = [...kept.matchAll(/ |[，、；：。！？）》”](?=.)/gu)]
    .slice(-1)
    .map(({ index, 0: sign }) => index + sign.length);
  const cut = end !== undefined && end > kept.length - FARTHEST_BACK ? kept.slice(0, end) : kept;
  return `${cut.replace(/(?<![\s，、；：,;:])[\s，、；：,;:]+$/u, '')}…`;
}
