import type { FindingLanguage } from '../errors.ts';
import { type Encoding, encodingNamed } from '../import/decode.ts';
import { importWords } from '../language/messages/importing.ts';
import { usageError } from '../terminal/failures.ts';

/** How `--encoding` and `--merged-cells` ask for letters to be read. Throws a CommandError where one is none of its values. */
export function readingFlags(
  {
    encoding,
    mergedCells = 'spread',
  }: { readonly encoding?: string | undefined; readonly mergedCells?: string | undefined },
  language: FindingLanguage,
): { readonly encoding: Encoding | undefined; readonly mergedCells: 'spread' | 'refuse' } {
  const words = importWords[language];
  const named = encoding === undefined ? undefined : encodingNamed(encoding);
  if (encoding !== undefined && named === undefined) throw usageError(() => words.badEncoding(encoding));
  if (mergedCells !== 'spread' && mergedCells !== 'refuse') throw usageError(() => words.badMergedCells(mergedCells));
  return { encoding: named === 'utf8' ? undefined : named, mergedCells };
}
