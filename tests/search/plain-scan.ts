import type { SearchDocument } from '../../src/model/search-document.ts';

/*
 * What "contains" means, written a second time and in another way than src/search: by looking through plain text.
 * It shares no code with the search that it judges.
 */

const BRACKETS: readonly (readonly [RegExp, string])[] = [
  [/[〔［[【（❲〚]/gu, '('],
  [/[〕］\]】）❳〛]/gu, ')'],
  [/[“”„‟＂「」『』]/gu, '"'],
  [/[‘’‚‛＇]/gu, "'"],
  [/[‐‑‒–—―−﹣－]/gu, '-'],
  [/[～〜∼]/gu, '~'],
  [/[·•・‧∙]/gu, '·'],
  [/[○◯]/gu, '〇'],
];

/** A text as it is compared: widths, case, brackets; no thousands separators; no spaces but between words or numbers. */
export function plainText(text: string): string {
  // A wide comma lists numbers: it must not become a thousands separator.
  let plain = text
    .replace(/(?<=\d)，(?=\d)/gu, '，\u0000')
    .normalize('NFKC')
    .toLowerCase();
  for (const [kind, sign] of BRACKETS) plain = plain.replace(kind, sign);
  plain = plain.replace(/(?<!\d)\d{1,3}(?:,\d{3})+(?!\d)/gu, (number) => number.replaceAll(',', ''));
  return plain
    .replaceAll('\u0000', '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/(?<![a-z]) | (?![a-z])/gu, (space, at: number, all: string) =>
      /[\d.,]/.test(all[at - 1] ?? '') && /[\d.,]/.test(all[at + 1] ?? '') ? space : '',
    );
}

/** Whether a cut between two characters would fall inside a number or a Latin word. */
function cuts(text: string, at: number): boolean {
  const [before, after] = [text[at - 1] ?? '', text[at] ?? ''];
  if (/[a-z]/.test(before) && /[a-z]/.test(after)) return true;
  if (/\d/.test(before) && /\d/.test(after)) return true;
  if (before === '.' && /\d/.test(after)) return /\d/.test(text[at - 2] ?? '');
  if (after === '.' && /\d/.test(before)) return /\d/.test(text[at + 1] ?? '');
  return false;
}

/** Whether a text contains a query, both plain: contiguous, and not from or to the inside of a number or a word. */
export function contains(text: string, query: string): boolean {
  for (let at = text.indexOf(query); at >= 0; at = text.indexOf(query, at + 1))
    if (!cuts(text, at) && !cuts(text, at + query.length)) return true;
  return false;
}

/**
 * Whether a piece of a text can be asked for: it says something, has no straight quotes (those are the query's own), and
 * does not begin with the rest of a number or of a list of numbers that was cut through: whether a space after its comma counts
 * is told by the number before it.
 */
export function isAskable(piece: string): boolean {
  return /[\p{L}\p{N}]/u.test(piece) && !piece.includes('"') && !/^[.,] ?\d/.test(piece);
}

/** The plain texts of a document. */
export function plainTexts({ title, number, passages }: SearchDocument): string[] {
  return [title, ...(number === undefined ? [] : [number]), ...passages.map(({ text }) => text)].map(plainText);
}
