/** Closes what stands before it, or opens what comes after it. */
const CLOSING = /^[\p{Pe}\p{Pf}，。、：；！？%]/u;
const OPENING = /[\p{Ps}\p{Pi}第]$/u;
const NUMBER = /\d$/;
const CONJUNCTION = /^[与和及或]$/;
/** Opening its dictionary takes far longer than using it. */
const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * The phrases of a Chinese title, between which its lines may end; joined they are the title. Words are those of the
 * Unicode segmenter's dictionary (`Intl.Segmenter`); a single character, a mark or a unit is kept with its word.
 */
export function phrases(title: string): readonly string[] {
  const words = Array.from(SEGMENTER.segment(title), ({ segment }) => segment);
  const found: string[][] = [];
  for (const word of words) {
    const phrase = found.at(-1);
    const before = phrase?.at(-1) ?? '';
    const single = [...word].length === 1 && !CONJUNCTION.test(word) && !/\d/.test(word);
    const joins =
      CLOSING.test(word) ||
      OPENING.test(before) ||
      (phrase?.length === 1 && CONJUNCTION.test(before)) ||
      NUMBER.test(before) ||
      (single && !OPENING.test(word) && !CLOSING.test(before.at(-1) ?? ''));
    if (joins && phrase !== undefined) phrase.push(word);
    else found.push([word]);
  }
  return found.map((phrase) => phrase.join(''));
}
