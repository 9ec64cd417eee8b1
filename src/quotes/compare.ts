import type { Alignment, Step } from './align.ts';
import { BOUNDARY } from './corpus.ts';

/** A run of characters that both texts have, that only the source has, or that only the quotation has. */
export interface DifferencePart {
  readonly kind: 'same' | 'source' | 'quotation';
  readonly text: string;
}

/** A text as written, in pieces that each begin with one of the characters that are compared. */
export type Written = (compared: number) => string;

/**
 * An alignment of texts folded to words, so that it changes whole words: a word of the source that the quotation has otherwise is shown with
 * the word in its place, never the letters that they happen to share. It is widened to the words that it begins and ends in.
 */
export function alignedByWords(
  { start, end, distance, steps }: Alignment,
  quotation: string,
  source: string,
): Alignment {
  const from = wordStart(source, start);
  const to = end === 0 || source[end - 1] === DIVIDER ? end : wordEnd(source, end);
  const widened: Step[] = [
    ...Array.from({ length: start - from }, (): Step => 'source'),
    ...steps,
    ...Array.from({ length: to - end }, (): Step => 'source'),
  ];
  let inSource = from;
  let inQuotation = 0;
  const whole = widened.map((step): Step => {
    const kept = step !== 'same' || isSameWord(source, inSource, quotation, inQuotation);
    if (step !== 'quotation') inSource += 1;
    if (step !== 'source') inQuotation += 1;
    return kept ? step : 'other';
  });
  return { start: from, end: to, distance, steps: whole };
}

/** Divides words in a text that is folded to them. */
export const DIVIDER = ' ';

function wordStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && text[start - 1] !== DIVIDER && text[start - 1] !== BOUNDARY) start -= 1;
  return start;
}

function wordEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && text[end] !== DIVIDER) end += 1;
  return end;
}

/** Whether two places are the same place of one word, or both between words. */
function isSameWord(source: string, inSource: number, quotation: string, inQuotation: number): boolean {
  if (source[inSource] === DIVIDER) return true;
  const [own, quoted] = [wordStart(source, inSource), wordStart(quotation, inQuotation)];
  if (inSource - own !== inQuotation - quoted) return false;
  return source.slice(own, wordEnd(source, inSource)) === quotation.slice(quoted, wordEnd(quotation, inQuotation));
}

/** The parts of a run of changes: the words of the source, then those of the quotation. */
function changed(source: string, quotation: string): DifferencePart[] {
  return [
    ...(source === '' ? [] : [{ kind: 'source' as const, text: source }]),
    ...(quotation === '' ? [] : [{ kind: 'quotation' as const, text: quotation }]),
  ];
}

/**
 * The differences of a quotation from the words of the source that it is aligned with, as both are written; what is the
 * same is shown as the source has it. `source` and `quotation` give the nth compared character and what follows it that
 * is not compared, such as white space.
 */
export function differences({ start, steps }: Alignment, source: Written, quotation: Written): DifferencePart[] {
  const parts: DifferencePart[] = [];
  const run: Record<'same' | 'source' | 'quotation', string> = { same: '', source: '', quotation: '' };
  const close = (kind: Step) => {
    if (kind !== 'same' && run.same !== '') {
      parts.push({ kind: 'same', text: run.same });
      run.same = '';
    } else if (kind === 'same') {
      parts.push(...changed(run.source, run.quotation));
      run.source = '';
      run.quotation = '';
    }
  };
  let inSource = start;
  let inQuotation = 0;
  for (const step of steps) {
    close(step);
    if (step === 'same') run.same += source(inSource);
    if (step === 'source' || step === 'other') run.source += source(inSource);
    if (step === 'quotation' || step === 'other') run.quotation += quotation(inQuotation);
    if (step !== 'quotation') inSource += 1;
    if (step !== 'source') inQuotation += 1;
  }
  if (run.same !== '') parts.push({ kind: 'same', text: run.same });
  return [...parts, ...changed(run.source, run.quotation)];
}
