import { type Commitment, commitmentStatus, isSettled, type Progress } from './commitment.ts';
import type { Dataset } from './dataset.ts';
import { nextDay } from './dates.ts';
import type { Locale } from './locale.ts';
import { languageOf } from './locale.ts';
import { byCodeUnit } from './order.ts';

/** What was published of a commitment, newest first; of one day, what is written last comes first. */
export function newestProgress({ progress }: Pick<Commitment, 'progress'>): Progress[] {
  return progress
    .map((entry, index) => ({ entry, index }))
    .sort((one, other) => byCodeUnit(other.entry.date, one.entry.date) || other.index - one.index)
    .map(({ entry }) => entry);
}

/** What the address of a progress entry leads to, if it is on this site and of a kind that can be quoted. */
export type ProgressTarget =
  | { readonly kind: 'reply'; readonly id: string }
  | { readonly kind: 'dataset'; readonly id: string; readonly observation: string | undefined }
  | { readonly kind: 'elsewhere' };

/** Where an address leads; undefined for pages of this site that are neither replies nor datasets. A path may have the site's base or not. */
export function progressTarget(address: string, base: string): ProgressTarget | undefined {
  if (!address.startsWith('/')) return { kind: 'elsewhere' };
  const path = address.startsWith(base) ? address.slice(base.length) : address.slice(1);
  const [, folder, id = '', anchor] =
    /^[a-z]+\/(replies|data)\/([a-z0-9-]+)\/(?:#([^:]+)(?::~:.*)?)?$/.exec(path) ?? [];
  if (folder === 'replies') return { kind: 'reply', id };
  return folder === 'data' ? { kind: 'dataset', id, observation: anchor } : undefined;
}

/** What a dataset says in a language: what a progress entry may quote of it. */
export function datasetWords(dataset: Partial<Dataset>, locale: Locale): string[] {
  const { title, headline, notes = [], series = [], changelog = [], observations = [] } = dataset;
  return [
    ...[title, headline, ...notes].flatMap((words) => words?.[locale] ?? []),
    ...series.map(({ label }) => label[locale]),
    ...changelog.map(({ note }) => note[locale]),
    ...observations.flatMap(({ note, stated, quote }) => [
      ...(note === undefined ? [] : [note[locale]]),
      ...(stated === undefined || languageOf(locale).script !== 'Han' ? [] : [stated.number + stated.unit]),
      ...(quote?.[locale] === undefined ? [] : [quote[locale].exact]),
    ]),
  ];
}

/** Days before a commitment is due on which staff are told. */
const SOON = 30;

/** Commitments that need looking after on a day, each list in the order of the file. */
export interface DueCommitments {
  /** Due today or within `SOON` days, and not settled. */
  readonly soon: readonly Commitment[];
  /** Due before today without anything that settles them. */
  readonly overdue: readonly Commitment[];
  /** Nothing published of them for a year, and not settled. */
  readonly silent: readonly { readonly commitment: Commitment; readonly since: string }[];
}

/**
 * What falls due and what was silent. `promised` gives the day of the reply that states a commitment, where that is known.
 */
export function dueCommitments(
  commitments: readonly Commitment[],
  datasets: readonly Dataset[],
  promised: (commitment: Commitment) => string | undefined,
  today: string,
): DueCommitments {
  const open = commitments.filter(
    (commitment) => !isSettled(commitmentStatus(commitment, datasets, today), newestProgress(commitment)[0]),
  );
  const last = dayAfter(today, SOON);
  return {
    soon: open.filter(({ due }) => due !== undefined && today <= due && due <= last),
    overdue: open.filter(({ due }) => due !== undefined && due < today),
    silent: open.flatMap((commitment) => {
      const since = newestProgress(commitment)[0]?.date ?? promised(commitment);
      return since !== undefined && aYearAfter(since) <= today ? [{ commitment, since }] : [];
    }),
  };
}

/** The same day a year later; 29 February counts as 1 March. */
function aYearAfter(day: string): string {
  const later = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
  return later.endsWith('-02-29') ? later.replace('-02-29', '-03-01') : later;
}

function dayAfter(day: string, days: number): string {
  let later = day;
  for (let left = days; left > 0; left -= 1) later = nextDay(later);
  return later;
}
