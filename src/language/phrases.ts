/** A stretch of a text, and whether it is Chinese. */
interface Run {
  readonly text: string;
  readonly chinese: boolean;
}

/** Han characters with the digits, spaces, brackets and marks between and before them: `[2024] 12号` is one. */
const CHINESE =
  /(?:[[〔]\d{4}[\]〕] ?)?(?:(?<!\d)\d+)?\p{Script=Han}(?:[\p{Script=Han}\d（）〔〕、，。／ ]*[\p{Script=Han}）])?/gu;

/** The stretches of an English text that are Chinese, and those between them; joined they are the text. */
export function chineseRuns(text: string): readonly Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (const match of text.matchAll(CHINESE)) {
    if (match.index > from) runs.push({ text: text.slice(from, match.index), chinese: false });
    runs.push({ text: match[0], chinese: true });
    from = match.index + match[0].length;
  }
  if (from < text.length) runs.push({ text: text.slice(from), chinese: false });
  return runs;
}

/** Closes what comes before it, or opens what comes after it. */
const CLOSING = /^[\p{Pe}\p{Pf}，。、：；！？%]/u;
const OPENING = /[\p{Ps}\p{Pi}第]$/u;
const NUMBER = /\d$/;
/** A number of something, which its noun follows: 五次会议, 一份答复. */
const COUNTED = /^\p{P}?[一二三四五六七八九十百千万两几]+\p{Script=Han}$/u;
const CONJUNCTION = /^[与和及或]$/;
/** Shared: loading its dictionary takes far longer than using it. */
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
      (phrase !== undefined && [...phrase.join('')].length === 1) ||
      (/^[\dA-Za-z]/.test(word) && /\p{Script=Han}$/u.test(before)) ||
      NUMBER.test(before) ||
      COUNTED.test(phrase?.join('') ?? '') ||
      (single && !OPENING.test(word) && !CLOSING.test(before.at(-1) ?? ''));
    if (joins && phrase !== undefined) phrase.push(word);
    else found.push([word]);
  }
  return found.map((phrase) => phrase.join(''));
}

/** About as many characters of a page's description as search engines show. */
const LONGEST = 160;
/** How far before the limit a description may be cut to end at a word or mark, in characters. */
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
