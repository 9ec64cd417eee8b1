import type { Place } from '../errors.ts';
import { placer } from '../model/source-file.ts';

/** A file with its text, which is read only when a place in it is asked for. */
export interface SourceText {
  readonly path: string;
  readonly text: () => string;
}

/** Where words are in a file, searched from a line on; the beginning of that line where they are not found verbatim. */
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

/** A character as authors and engineers both find it: `“—” (U+2014)`; only its number where it does not show. */
export function nameCharacter(character: string): string {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character) ? `“${character}” (${code})` : code;
}
