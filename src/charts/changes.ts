import { formatPeriod } from '../language/formats.ts';
import { formatQualified } from '../language/units.ts';
import type { Dataset, Observation } from '../model/dataset.ts';
import type { Locale } from '../model/locale.ts';
import { currentObservations } from './marks.ts';

/** A value that is no longer what was first published. */
export interface ValueChange {
  readonly label: string;
  readonly first: string;
  readonly now: string;
}

/** The values of the first version that have been altered or superseded since, in the first version's order. */
export function datasetChanges(first: Dataset, now: Dataset, locale: Locale): ValueChange[] {
  const current = currentObservations(now);
  const successor = (id: string): Observation | undefined => {
    const next = now.observations.find((candidate) => candidate.supersedes === id);
    return next ? successor(next.id) : current.find((candidate) => candidate.id === id);
  };
  const written = (own: Observation, dataset: Dataset) =>
    formatQualified(own.value, own.unit, own.qualifier, locale, dataset.counter);
  return first.observations.flatMap((former) => {
    const own = successor(former.id);
    if (!own) return [];
    const [before, after] = [written(former, first), written(own, now)];
    if (before === after) return [];
    const series = now.series.find(({ id }) => id === former.series)?.label[locale] ?? former.series;
    return [{ label: `${series} (${formatPeriod(former.period, locale)})`, first: before, now: after }];
  });
}
