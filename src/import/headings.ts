const CHINESE_NUMERAL = '[一二三四五六七八九十百]+';

/** The numbering of official documents by level (GB/T 9704-2012, 7.3.3): 一、（一）1.（1） */
const LEVELS: readonly RegExp[] = [
  new RegExp(`^${CHINESE_NUMERAL}、`, 'u'),
  new RegExp(`^[（(]${CHINESE_NUMERAL}[）)]`, 'u'),
  /^\d{1,2}(?:[.．](?!\d)|、)/u,
  /^[（(]\d{1,2}[）)]/u,
];

/** Longest line that is still taken for a heading and not for a paragraph that begins with a number. */
const LONGEST_HEADING = 45;

/** The level (1 to 4) of the number that a line begins with, or `undefined`. */
export function numberLevel(text: string): number | undefined {
  const index = LEVELS.findIndex((level) => level.test(text));
  return index === -1 ? undefined : index + 1;
}

/** Whether a numbered line is a heading: short, and no sentence (（一）加强领导。我局… is a paragraph). */
export function isNumberedHeading(text: string): boolean {
  return numberLevel(text) !== undefined && text.length <= LONGEST_HEADING && !/[。；：，、！？…;:,!?]$|。/u.test(text);
}

/** Whether a paragraph ends as a sentence, a clause of a list or an introduction does. */
export function endsSentence(text: string): boolean {
  return /[。！？；：…!?;:][”’』」）】》)]*$/u.test(text);
}
