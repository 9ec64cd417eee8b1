import type { z } from 'zod';
import type { observationSchema } from '../model/dataset.ts';
import type { Locale } from '../model/locale.ts';
import type { Unit } from '../model/units.ts';
import type { Mark } from './marks.ts';
import type { Frame, MarkPaint, Scene, Shape } from './scene.ts';

/** How a figure's values are shown: all of its panels share it. */
interface ValueScale {
  /** Whether values are shares of a hundred. */
  readonly share: boolean;
  /** The suffix of a number on the scale. */
  readonly suffix: string;
  /** The unit's word; empty where things are counted that have no counter. */
  readonly word: string;
  /** The length of one unit in CSS pixels; `undefined` until it is determined. */
  readonly unitLength: number | undefined;
}

/** What a kind of chart is given to place. */
export interface ChartInput {
  /** The values drawn, in the order of their series and periods. */
  readonly marks: readonly Mark[];
  /** The values of all panels of the same kind in the figure, these included: what shares one axis of time. */
  readonly siblings: readonly Mark[];
  readonly frame: Frame;
  readonly locale: Locale;
  readonly scale: ValueScale;
}

/** The range of a panel's values, zero included, and how many CSS pixels it has for them. */
export interface ValueReach {
  readonly least: number;
  readonly most: number;
  readonly room: number;
}

/** A made-up dataset that shows a kind of chart on the style page and in tests. Its series are `one` and `two`. */
interface ChartExample {
  readonly unit: Unit;
  readonly series: readonly ('one' | 'two')[];
  readonly observations: readonly z.input<ReturnType<typeof observationSchema>>[];
}

/** A kind of chart. Adding one takes a file in `kinds/` and a line in `registry.ts`. */
export interface ChartKind {
  /** Places a panel's marks: geometry only, in CSS pixels; the height follows from what is placed. */
  place(input: ChartInput): Scene;
  /**
   * Where lengths show values: the range they need. All such panels of a figure get one `unitLength`, so that lengths
   * compare across its kinds of chart.
   */
  reach?(input: ChartInput): ValueReach;
  /** The mark in the key, in a box of 26 × 16, where it is not a plain bar. */
  swatch?(paint: MarkPaint): Shape | undefined;
  /** The key names the series too, because one period holds several. */
  readonly keyBySeries?: boolean;
  /** The key is shown even where all values are plain results. */
  readonly keyAlways?: boolean;
  /** Its own words say what each mark is, so that it needs no key. */
  readonly keyNever?: boolean;
  /** Values share one axis of time, so their periods must be of one kind. */
  readonly onePeriodKind?: boolean;
  /** What was planned and what came of it are in one drawing, even where a dataset gives each a panel of its own. */
  readonly joinsPlans?: boolean;
  /** Values that others have superseded are drawn too. */
  readonly showsSuperseded?: boolean;
  readonly example: ChartExample;
}

/** The length of one unit in CSS pixels: the figure's, or else what the panel alone has room for. */
export function unitLengthIn({ unitLength }: ValueScale, { least, most, room }: ValueReach): number {
  return unitLength ?? room / (most > least ? most - least : 1);
}

/** The length of one unit in CSS pixels where several plots share a scale; `undefined` where none has values. */
export function sharedUnitLength(reaches: readonly ValueReach[]): number | undefined {
  const lengths = reaches.flatMap(({ least, most, room }) => (most > least ? [room / (most - least)] : []));
  return lengths.length === 0 ? undefined : Math.min(...lengths);
}

/** The range of values, zero included. */
export function reachOf(values: readonly { readonly value: number }[]): { least: number; most: number } {
  let least = 0;
  let most = 0;
  for (const { value } of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return { least, most };
}

/** An example's observation in ten thousand mu (万亩), as it would be printed. */
export function exampleArea(
  id: string,
  series: 'one' | 'two',
  period: string,
  tens: string,
  others: Partial<ChartExample['observations'][number]> = {},
): ChartExample['observations'][number] {
  return {
    id,
    series,
    period,
    kind: 'actual',
    stated: { number: tens, unit: '万亩' },
    value: `${tens}0000`,
    unit: 'mu',
    ...others,
  };
}

/** An example's observation in another unit, printed with that unit's word. */
export function exampleValue(
  id: string,
  series: 'one' | 'two',
  period: string,
  [value, unit, word]: readonly [value: string, unit: Unit, word: string],
  others: Partial<ChartExample['observations'][number]> = {},
): ChartExample['observations'][number] {
  return { id, series, period, kind: 'actual', stated: { number: value, unit: word }, value, unit, ...others };
}
