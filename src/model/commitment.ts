import { z } from 'zod';
import { type Dataset, type Observation, quoteSchema, textQuoteSchema } from './dataset.ts';
import { calendarDaySchema, nextDay } from './dates.ts';
import { type Locale, languageOf, perLanguages } from './locale.ts';
import { byCodeUnit } from './order.ts';
import { localizedSchema, slugSchema, translatedSchema } from './text.ts';

const observationName = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'must be dataset/observation');

/** What a letter, a notice or a dataset can say has become of a commitment. */
export const PROGRESS_STATUSES = ['kept', 'partly', 'under-way', 'changed', 'not-kept'] as const;

/** What was published of a commitment on a day: a status, and the words that say so. */
const progressSchema = perLanguages((languages) =>
  z.strictObject({
    /** The day of what says so. */
    date: calendarDaySchema,
    status: z.enum(PROGRESS_STATUSES),
    /** What says so: a reply or a dataset of this site by its path, such as `/zh/replies/2026-3/`, or a page elsewhere. */
    address: z
      .string()
      .regex(/^(?:\/(?!\/)|https?:\/\/[^\s/])\S*$/, 'must begin with / (a page of this site) or https://'),
    /** What a page elsewhere is called. */
    source: localizedSchema(languages).optional(),
    quote: translatedSchema(languages, textQuoteSchema),
    note: localizedSchema(languages).optional(),
  }),
);

/** Something that a reply says will be done. What the reply does not state is left out. */
export const commitmentSchema = perLanguages((languages) =>
  z.strictObject({
    /** Never reused: the anchor of its row, and of its entry in calendars and feeds. */
    id: slugSchema,
    statement: localizedSchema(languages),
    /** The last day on which it is due, where the reply states a time. */
    due: calendarDaySchema.optional(),
    /** How the reply says it is measured. */
    measure: localizedSchema(languages).optional(),
    /** The planned or targeted value, where a dataset holds it. */
    target: observationName.optional(),
    quote: quoteSchema(languages),
    note: localizedSchema(languages).optional(),
    /** What was published of it since. */
    progress: z.array(progressSchema(languages)).default([]),
  }),
);

/** data/commitments.json */
export const commitmentsSchema = perLanguages((languages) =>
  z.strictObject({
    $schema: z.string().optional(),
    commitments: z.array(commitmentSchema(languages)).min(1),
  }),
);

export type Commitments = z.infer<ReturnType<typeof commitmentsSchema>>;
export type Commitment = z.infer<ReturnType<typeof commitmentSchema>>;
export type Progress = z.infer<ReturnType<typeof progressSchema>>;
export type ProgressStatus = (typeof PROGRESS_STATUSES)[number];

/** What a commitment's status can be, from what is settled to what cannot be judged. */
export const STATUSES = ['result', 'due', 'not-due', 'no-measure', 'no-date'] as const;

/** What the data say of a commitment. `result` is an observation that reports its outcome. */
export type CommitmentStatus =
  | { readonly kind: 'no-date' | 'no-measure' | 'not-due' | 'due' }
  | { readonly kind: 'result'; readonly dataset: Dataset; readonly observation: Observation };

/**
 * The status of a commitment on a day, from data alone: a result is an actual value of the same dataset, series and period as
 * the target; everything else follows from what the reply states. Nothing is guessed.
 */
export function commitmentStatus(
  { due, measure, target }: Pick<Commitment, 'due' | 'measure' | 'target'>,
  datasets: readonly Dataset[],
  today: string,
): CommitmentStatus {
  const result = target === undefined ? undefined : resultOf(target, datasets);
  if (result) return { kind: 'result', ...result };
  if (due === undefined) return { kind: 'no-date' };
  if (measure === undefined) return { kind: 'no-measure' };
  return { kind: today <= due ? 'not-due' : 'due' };
}

/** What a reader asks of commitments first: whether there is a result, and if not, whether it is time for one. */
export const OUTLOOKS = ['result', 'due', 'not-due', 'no-date'] as const;
export type Outlook = (typeof OUTLOOKS)[number];

/**
 * Whether what was published settles a commitment: it was kept or not, or its result is in a dataset. `newest` is what was published last.
 */
export function isSettled(
  status: Pick<CommitmentStatus, 'kind'>,
  newest: Pick<Progress, 'status'> | undefined,
): boolean {
  return newest?.status === 'kept' || newest?.status === 'not-kept' || status.kind === 'result';
}

/** Whether what was published is a result: what settles a commitment, or that it was kept in part as of the day on which it was due or later. */
export function hasResult(
  { due }: Pick<Commitment, 'due'>,
  status: Pick<CommitmentStatus, 'kind'>,
  newest: Pick<Progress, 'status' | 'date'> | undefined,
): boolean {
  return isSettled(status, newest) || (newest?.status === 'partly' && due !== undefined && due <= newest.date);
}

/** The status of a commitment on a day. */
export function outlook({ due }: Pick<Commitment, 'due'>, hasPublished: boolean, today: string): Outlook {
  if (hasPublished) return 'result';
  if (due === undefined) return 'no-date';
  return today <= due ? 'not-due' : 'due';
}

/** The observation that `dataset/observation` names, with its dataset. */
export function namedObservation(
  name: string,
  datasets: readonly Dataset[],
): { dataset: Dataset; observation: Observation } | undefined {
  const [datasetId, observationId] = name.split('/');
  const dataset = datasets.find(({ id }) => id === datasetId);
  const observation = dataset?.observations.find(({ id }) => id === observationId);
  return dataset && observation ? { dataset, observation } : undefined;
}

function resultOf(target: string, datasets: readonly Dataset[]) {
  const named = namedObservation(target, datasets);
  if (!named) return undefined;
  const { dataset, observation: planned } = named;
  const superseded = new Set(dataset.observations.map(({ supersedes }) => supersedes));
  const observation = dataset.observations.find(
    ({ id, kind, series, period }) =>
      kind === 'actual' && series === planned.series && period === planned.period && !superseded.has(id),
  );
  return observation ? { dataset, observation } : undefined;
}

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
