import { formatPeriod } from '../language/formats.ts';
import { chartWords } from '../language/messages/charts.ts';
import { datasetVariants, numberInVariant } from '../language/unit-variants.ts';
import { formatQualified, qualify } from '../language/units.ts';
import type { Dataset, Observation, TextQuote } from '../model/dataset.ts';
import { GOVERNING_LOCALE, type Locale, original } from '../model/locale.ts';
import { currentObservations } from './marks.ts';

/** An observation as a row of the table beside a chart. */
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
  /** The id of the observation that this one replaces. */
  readonly supersedes: string | undefined;
  /** The id of the observation that replaced this one. */
  readonly supersededBy: string | undefined;
}

/** The table beside a chart. */
export interface TableModel {
  readonly unitHeads: readonly string[];
  readonly rows: readonly TableRow[];
  readonly hasNotes: boolean;
}

/** A dataset as a table: every observation, superseded ones included, in the order of the file, in every unit. */
export function datasetTable(dataset: Dataset, locale: Locale): TableModel {
  const words = chartWords[locale];
  const variants = datasetVariants(dataset, locale);
  const rows = dataset.observations.map((observation): TableRow => {
    const { id, series, period, kind, stated, formula, value, qualifier, note, supersedes } = observation;
    return {
      id,
      series: dataset.series.find((candidate) => candidate.id === series)?.label[locale] ?? series,
      period: formatPeriod(period, locale),
      kind: chartWords[locale].kindNames[kind],
      stated: stated ? asPrinted(observation, stated) : words.computed(formula ?? ''),
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

/** Words before and after a number that say how exactly it is known, as letters print them. */
const BEFORE = /(?:大约|约|近|将近|超过|超|逾|不少于|不低于|不超过|至少|至多|最多|不足|达到?)$/;
const AFTER = /^(?:以上|以下|左右|上下|余)/;
/** A quote longer than this says more than a value. */
const LONGEST_VALUE = 16;

/**
 * A value as its reply prints it, with the words that say how exactly it is known (约9亿元): those of the quote, or those that adjoin it.
 * Where the quote shows none, the qualifier's own word comes before the number.
 */
function asPrinted({ qualifier, quote }: Observation, { number, unit }: NonNullable<Observation['stated']>): string {
  const plain = number + unit;
  if (qualifier === 'exact') return plain;
  const { reply: _, ...words } = quote ?? { reply: '' };
  const { value, locale = GOVERNING_LOCALE } = original<TextQuote>(words) ?? {};
  const { exact = '', prefix = '', suffix = '' } = value ?? {};
  if (exact !== plain && exact.length <= LONGEST_VALUE && exact.endsWith(unit)) return exact;
  const before = BEFORE.exec(prefix)?.[0] ?? '';
  const after = AFTER.exec(suffix)?.[0] ?? '';
  const printed = before + (exact === '' ? plain : exact) + after;
  return printed === plain
    ? qualify(plain, qualifier, locale)
    : printed.length <= LONGEST_VALUE
      ? printed
      : qualify(plain, qualifier, locale);
}

/** A value that is no longer what was first published. */
interface ValueChange {
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
