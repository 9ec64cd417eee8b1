import type { CommitmentStatus, Progress } from '../../model/commitment.ts';
import type { Locale } from '../../model/locale.ts';
import { formatQualified } from '../units.ts';
import { commitmentWords } from './commitments.ts';

/** The result of a commitment in words, where one is published. */
export function resultText(status: CommitmentStatus, locale: Locale): string | undefined {
  if (status.kind !== 'result') return undefined;
  const { value, unit, qualifier } = status.observation;
  return commitmentWords[locale].resultIs(formatQualified(value, unit, qualifier, locale, status.dataset.counter));
}

/** What is said of a commitment: what was published last, else what follows from its own words. `progress` is newest first. */
export function statusText(
  { status, progress }: { readonly status: CommitmentStatus; readonly progress: readonly Pick<Progress, 'status'>[] },
  locale: Locale,
): string {
  const words = commitmentWords[locale];
  const [newest] = progress;
  return newest === undefined
    ? (resultText(status, locale) ?? words.statuses[status.kind])
    : words.progress[newest.status];
}
