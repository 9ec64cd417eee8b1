import type { Alignment, Step } from './align.ts';

/** A run of characters that both texts have, that only the source has, or that only the quotation has. */
export interface DifferencePart {
  readonly kind: 'same' | 'source' | 'quotation';
  readonly text: string;
}

/** A text as written, in pieces that each begin with one of the characters that are compared. */
export type Written = (compared: number) => string;

/** What a run of changes shows: the words of the source that it stands for, then those of the quotation. */
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
