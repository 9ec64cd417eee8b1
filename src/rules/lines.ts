import type { Place } from '../errors.ts';

/** Gives the place in a file of an offset (UTF-16 units) into its text. The lines are counted once, when first asked for. */
export function placer(text: string, file: string): (offset: number) => Place {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= lineStarts(text);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { file, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

/** A file with its text, which is read only when a place in it is asked for. */
export interface SourceText {
  readonly path: string;
  readonly text: () => string;
}

/** Where words stand in a file, looked for from a line on; the beginning of that line where they are not found as they stand. */
export function wordPlacer({ path, text }: SourceText, line: number): (words: string) => Place {
  return (words) => {
    if (words === '') return { file: path, line, column: 1 };
    const source = text();
    let from = 0;
    for (let passed = 1; passed < line; passed += 1) from = source.indexOf('\n', from) + 1;
    const at = source.indexOf(words, from);
    return at === -1 ? { file: path, line, column: 1 } : placer(source, path)(at);
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** A character as authors and engineers both find it: `“—” (U+2014)`; only its number where it does not show. */
export function nameCharacter(character: string): string {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character) ? `“${character}” (${code})` : code;
}
