/** A stretch of a text, and whether it is Chinese. */
export interface Run {
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
