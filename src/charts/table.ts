import { formatPeriod } from '../language/formats.ts';
import { chartWords, KIND_NAMES } from '../language/messages/charts.ts';
import { numberInVariant, unitVariants } from '../language/unit-variants.ts';
import { phraseIn } from '../language/words.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Locale } from '../model/locale.ts';

export interface TableRow {
  /** The observation's id: the row's anchor. */
  readonly id: string;
  readonly series: string;
  readonly period: string;
  readonly kind: string;
  /** As printed in the source: number and unit, or the formula of a computed value. */
  readonly stated: string;
  /** One number for each unit column. */
  readonly values: readonly string[];
  readonly note: string | undefined;
  /** The id of the observation that this one takes the place of. */
  readonly supersedes: string | undefined;
  /** The id of the observation that took this one's place. */
  readonly supersededBy: string | undefined;
}

export interface TableModel {
  readonly unitHeads: readonly string[];
  readonly rows: readonly TableRow[];
  readonly hasNotes: boolean;
}

/** A dataset as a table: every observation, superseded ones included, in the order of the file, in every unit. */
export function datasetTable(dataset: Dataset, locale: Locale): TableModel {
  const words = chartWords[locale];
  const variants = unitVariants(dataset.unit, locale, dataset.counter);
  const rows = dataset.observations.map((observation): TableRow => {
    const { id, series, period, kind, stated, formula, value, qualifier, note, supersedes } = observation;
    return {
      id,
      series: dataset.series.find((candidate) => candidate.id === series)?.label[locale] ?? series,
      period: formatPeriod(period, locale),
      kind: phraseIn(KIND_NAMES[kind], locale),
      stated: stated ? stated.number + stated.unit : words.computed(formula ?? ''),
      values: variants.map((variant) => numberInVariant(value, dataset.unit, qualifier, variant, locale)),
      note: note?.[locale],
      supersedes,
      supersededBy: dataset.observations.find((candidate) => candidate.supersedes === id)?.id,
    };
  });
  return {
    unitHeads: variants.map((variant) => variant.word),
    rows,
    hasNotes: rows.some((row) => row.note !== undefined),
  };
}
