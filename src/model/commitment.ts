import { z } from 'zod';
import { type Dataset, type Observation, quoteSchema, textQuoteSchema } from './dataset.ts';
import { calendarDaySchema } from './dates.ts';
import { perLanguages } from './locale.ts';
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

/** Whether what was published settles a commitment: it was kept or not, or its result stands in a dataset. `newest` is what was published last. */
export function isSettled(
  status: Pick<CommitmentStatus, 'kind'>,
  newest: Pick<Progress, 'status'> | undefined,
): boolean {
  return newest?.status === 'kept' || newest?.status === 'not-kept' || status.kind === 'result';
}

/** Where a commitment stands on a day. */
export function outlook({ due }: Pick<Commitment, 'due'>, settled: boolean, today: string): Outlook {
  if (settled) return 'result';
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
