import { MARKS } from '../../marks.ts';

const HAN = '甲';

/** What is said over and over: each sign alone, before a character of Chinese, after one, on either side, and at the start of a line. */
export const PIECES: readonly string[] = [
  ...new Set(MARKS.flatMap((sign) => [sign, `${HAN}${sign}`, `${sign}${HAN}${sign}`, `${sign}\n`])),
];

/** Pairs of signs beside a character. */
export const PAIRS: readonly string[] = MARKS.flatMap((one) => MARKS.map((other) => `${one}${HAN}${other}`));

/** A text of some characters that says a piece over and over, on one line or on lines of nine hundred. */
export function repeated(piece: string, length: number, isOneLine: boolean): string {
  const text = piece.repeat(Math.ceil(length / piece.length));
  if (isOneLine) return `${HAN}${text.replaceAll('\n', ' ')}${HAN}`;
  const line = piece.repeat(Math.max(1, Math.floor(900 / piece.length)));
  return `${line}\n`.repeat(Math.ceil(length / line.length));
}
