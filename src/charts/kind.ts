import type { z } from 'zod';
import type { observationSchema } from '../model/dataset.ts';
import type { Locale } from '../model/locale.ts';
import type { Unit } from '../model/units.ts';
import type { Mark } from './marks.ts';
import type { Frame, MarkPaint, Scene, Shape } from './scene.ts';

/** What a kind of chart is given to place. */
export interface ChartInput {
  /** The values drawn, in the order of their series and periods. */
  readonly marks: readonly Mark[];
  readonly frame: Frame;
  readonly locale: Locale;
  /** Whether values are shares of a hundred, and what stands behind a number on the scale. */
  readonly scale: { readonly share: boolean; readonly suffix: string };
}

/** A made-up dataset that shows a kind of chart on the style page and in tests. Its series are `one` and `two`. */
export interface ChartExample {
  readonly unit: Unit;
  readonly series: readonly ('one' | 'two')[];
  readonly observations: readonly z.input<typeof observationSchema>[];
}

/** A kind of chart. Adding one takes a file in `kinds/` and a line in `registry.ts`. */
export interface ChartKind {
  /** Places a panel's marks: geometry only, in CSS pixels; the height follows from what is placed. */
  place(input: ChartInput): Scene;
  /** The mark in the key, in a box of 26 × 16, where it is not a plain bar. */
  swatch?(paint: MarkPaint): Shape | undefined;
  /** The key tells apart the series too, because several stand in one period. */
  readonly keyBySeries?: boolean;
  /** The key is shown even where all values are plain results. */
  readonly keyAlways?: boolean;
  /** Values share one axis of time, so their periods must be of one kind. */
  readonly onePeriodKind?: boolean;
  /** About how high a panel is in the margin of a reply, in CSS pixels: what notes are spaced by. */
  readonly heightInMargin: number;
  readonly example: ChartExample;
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
