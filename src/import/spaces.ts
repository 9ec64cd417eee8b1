/** Whether a character is white space (ECMAScript's and Unicode's, the ideographic space included). */
export function isWhiteSpace(character: string): boolean {
  return /^\s$/u.test(character);
}

const HAN = '\\p{Script=Han}〇';
const WIDE = `${HAN}\\u3001-\\u301F\\uFF01-\\uFF60\\u2018\\u2019\\u201C\\u201D…—`;

/**
 * White space that scanning puts in: between a digit and Chinese, and between Chinese characters.
 * `2024 年`, `第 31 号 建议`; not `GDP 增长`, and not between digits, where it may tell two numbers apart.
 * A tab is no such space: it stands for a wide gap between the two ends of a line.
 */
const SCAN_SPACE = new RegExp(
  `(?<=[${WIDE}])[^\\S\\n\\t]+(?=[${WIDE}\\d])|(?<=[\\d%％])[^\\S\\n\\t]+(?=[${WIDE}])`,
  'gu',
);

/** A text with the spaces that scanning put in taken out, and the words about each of them. */
export function dropScanSpaces(text: string): { readonly text: string; readonly places: readonly string[] } {
  const places = [...text.matchAll(SCAN_SPACE)].map((match) => {
    const end = match.index + match[0].length;
    return text.slice(Math.max(0, match.index - 4), end + 4).trim();
  });
  return { text: text.replace(SCAN_SPACE, ''), places };
}
