import Big from 'big.js';
import { formatDay, formatDecimal, formatPeriod } from '../language/formats.ts';
import { chartWords } from '../language/messages/charts.ts';
import { datasetVariants, type UnitVariant, valueInVariant, withUnitWord } from '../language/unit-variants.ts';
import { qualify } from '../language/units.ts';
import {
  type Dataset,
  isPlanned,
  type Observation,
  type ObservationKind,
  type Panel,
  type Qualifier,
} from '../model/dataset.ts';
import { parsePeriod } from '../model/dates.ts';
import { type Locale, languageOf } from '../model/locale.ts';
import { byCodeUnit } from '../model/order.ts';
import { powerOfTen } from './axes.ts';

/** One value ready to be placed: a number for the geometry, words for the reader. */
export interface Mark {
  /** The observation's id. */
  readonly id: string;
  readonly series: string;
  /** The series' label. */
  readonly label: string;
  /** The period as data (`2025`, `../2025-05-06`) and in words. */
  readonly period: string;
  readonly periodLabel: string;
  readonly kind: ObservationKind;
  readonly qualifier: Qualifier;
  /** In the unit shown; `undefined` where the series has no observation. */
  readonly value: number | undefined;
  /** The number alone (`约9`) and with its unit (`约9亿元`). */
  readonly number: string;
  readonly text: string;
  /** 1 or 2: series take turns, so that neighbours differ in lightness. */
  readonly tone: 1 | 2;
  /** The name of the reply that states it; `undefined` for what the site computed. */
  readonly reply: string | undefined;
  /** Whether a later value has replaced this one. */
  readonly superseded: boolean;
}

/** How the values of a dataset are shown: in which language, unit and words. */
export interface MarkOptions {
  readonly locale: Locale;
  /** Id of one of the dataset's unit variants; the first where absent. */
  readonly unit?: string;
  /** Names of replies by their ids; the id where absent. */
  readonly replyNames?: ReadonlyMap<string, string> | undefined;
}

/** The variant of a dataset's unit that `id` names, or the first. */
export function chosenVariant(dataset: Dataset, { locale, unit }: MarkOptions): UnitVariant {
  const variants = datasetVariants(dataset, locale);
  return variants.find((variant) => variant.id === unit) ?? variants[0];
}

/** Observations that no other one supersedes: the current values. */
export function currentObservations(dataset: Dataset): Observation[] {
  const superseded = new Set(dataset.observations.map((observation) => observation.supersedes));
  return dataset.observations.filter((observation) => !superseded.has(observation.id));
}

/** Digits beyond which a number is written with a power of ten in a chart; the table has it whole. */
const MOST_CHARACTERS = 14;

function readable(value: string, qualifier: Qualifier, locale: Locale): string {
  const number = formatDecimal(value, locale);
  const short = number.length <= MOST_CHARACTERS ? number : powerOfTen(Big(value).toExponential(1));
  return short === number || qualifier !== 'exact' ? qualify(short, qualifier, locale) : `≈${short}`;
}

/**
 * A panel's values in the order of its series, then of their periods. A series without any becomes a mark without
 * value. `all` includes superseded ones.
 */
export function panelMarks(
  dataset: Dataset,
  panel: Pick<Panel, 'series'>,
  options: MarkOptions,
  { all = false }: { all?: boolean } = {},
): Mark[] {
  const { locale, replyNames } = options;
  const variant = chosenVariant(dataset, options);
  const inForce = new Set(currentObservations(dataset));
  const current = all ? dataset.observations : [...inForce];
  // A plan and its results are distinguished as plan and result, not as two series.
  const paired = isPaired(panel, current);
  return panel.series.flatMap((id, index): Mark[] => {
    const label = dataset.series.find((series) => series.id === id)?.label[locale] ?? id;
    const tone = paired || index % 2 === 0 ? 1 : 2;
    const own = current
      .filter((observation) => observation.series === id)
      .sort((first, second) => byCodeUnit(first.period, second.period));
    if (own.length === 0)
      return [
        {
          id: `${id}-none`,
          series: id,
          label,
          period: '',
          periodLabel: '',
          kind: 'actual',
          qualifier: 'exact',
          value: undefined,
          number: '',
          text: '',
          tone,
          reply: undefined,
          superseded: false,
        },
      ];
    return own.map((observation) => {
      const { quote } = observation;
      const value = valueInVariant(observation.value, dataset.unit, variant);
      const number = readable(value, observation.qualifier, locale);
      return {
        id: observation.id,
        series: id,
        label,
        period: observation.period,
        periodLabel: periodLabel(observation, locale),
        kind: observation.kind,
        qualifier: observation.qualifier,
        value: Number(value),
        number,
        text: withUnitWord(number, variant, locale),
        tone,
        reply: quote && (replyNames?.get(quote.reply) ?? quote.reply),
        superseded: !inForce.has(observation),
      };
    });
  });
}

/** Whether a panel has two series, of which one is all that was planned and the other all that was reported. */
export function isPaired({ series }: Pick<Panel, 'series'>, observations: readonly Observation[]): boolean {
  const [one = [], other = []] = series.map((id) => observations.filter((each) => each.series === id));
  const isActual = ({ kind }: Observation) => kind === 'actual';
  const pairs = (plans: readonly Observation[], results: readonly Observation[]) =>
    plans.length > 0 && results.length > 0 && plans.every(isPlanned) && results.every(isActual);
  return series.length === 2 && (pairs(one, other) || pairs(other, one));
}

/** A target's day is its deadline; the last day of a year is called its end. */
function periodLabel({ kind, period }: Observation, locale: Locale): string {
  const parsed = parsePeriod(period);
  if (kind !== 'target' || parsed?.kind !== 'day') return formatPeriod(period, locale);
  const words = chartWords[locale];
  const [year = ''] = parsed.day.split('-');
  return parsed.day.endsWith('-12-31')
    ? words.byEndOf(formatPeriod(year, locale))
    : words.by(formatDay(parsed.day, locale));
}

/** Marks that have a value. */
export type ValuedMark = Mark & { readonly value: number };

/** Whether a mark has a value that can be drawn. */
export function hasValue(mark: Mark): mark is ValuedMark {
  return mark.value !== undefined && Number.isFinite(mark.value);
}

/**
 * The label of a row: the series, with its period where the series has several, or the period where there is one
 * series.
 */
export function rowLabel(mark: Mark, marks: readonly Mark[], locale: Locale): string {
  const siblings = marks.filter((other) => other.series === mark.series);
  if (siblings.length < 2) return mark.label;
  const sameSeries = siblings.length === marks.length;
  if (sameSeries) return mark.periodLabel;
  return mark.label + languageOf(locale).punctuation.comma + mark.periodLabel;
}
