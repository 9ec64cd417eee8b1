import { ticks } from 'd3';
import { formatDecimal } from '../language/formats.ts';
import { chartWords } from '../language/messages/charts.ts';
import { parsePeriod } from '../model/dates.ts';
import type { Locale } from '../model/locale.ts';
import { type Frame, type PlacedText, round, type Shape } from './scene.ts';
import { LINE_HEIGHT, placeText, shorten, textWidth } from './text.ts';

/**
 * A tick's number as text: rounded to twelve digits, so that 0.30000000000000004 never shows; huge ones as a power of
 * ten.
 */
export function tickText(value: number, locale: Locale): string {
  if (Math.abs(value) >= 1e12) return powerOfTen(value.toExponential(1));
  return formatDecimal(String(Number(value.toPrecision(12))), locale);
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Turns the output of `toExponential` into what readers expect: `7.0e+39` becomes 7.0×10³⁹. */
export function powerOfTen(exponential: string): string {
  const [mantissa = '', exponent = '0'] = exponential.split('e');
  const raised = [...String(Number(exponent))].map((digit) => (digit === '-' ? '⁻' : RAISED[Number(digit)]));
  return `${mantissa.replace('-', '−')}×10${raised.join('')}`;
}

/**
 * A calendar date as a number of years: 2025-07-02 is about 2025.5. Parses the digits, so no time zone can shift it.
 */
export function yearsOf(point: string, edge: 'start' | 'end'): number {
  const [year = 0, month, day] = point.split('-').map(Number);
  if (month === undefined || day === undefined) return edge === 'start' ? year : year + 1;
  return year + (month - 1) / 12 + (day - (edge === 'start' ? 1 : 0)) / 12 / 31;
}

/** The span of a period in years; `start` is missing where the source does not state it, and a day is a point. */
export function spanOf(period: string): { start: number | undefined; end: number } | undefined {
  const parsed = parsePeriod(period);
  if (!parsed) return undefined;
  switch (parsed.kind) {
    case 'year':
      return { start: yearsOf(parsed.year, 'start'), end: yearsOf(parsed.year, 'end') };
    case 'day':
      return { start: yearsOf(parsed.day, 'end'), end: yearsOf(parsed.day, 'end') };
    case 'interval':
      return {
        start: parsed.start === undefined ? undefined : yearsOf(parsed.start, 'start'),
        end: yearsOf(parsed.end, 'end'),
      };
  }
}

/**
 * Round values between `least` and `most`, zero always among them, spaced so that their labels do not overlap.
 * `unitLength` is the length of one unit in pixels.
 */
export function valueTicks(
  { least, most }: { readonly least: number; readonly most: number },
  unitLength: number,
  textSize: number,
): number[] {
  const apart = textSize * LINE_HEIGHT * 1.1;
  const count = Math.max(1, Math.min(4, Math.floor(((most - least) * unitLength) / apart / 1.5)));
  const kept = [0];
  const outermostFirst = ticks(least, most, count).sort((one, other) => Math.abs(other) - Math.abs(one));
  for (const value of outermostFirst)
    if (kept.every((other) => Math.abs(value - other) * unitLength >= apart)) kept.push(value);
  return kept.sort((one, other) => one - other);
}

/** The width that tick labels take beside a plot, in pixels. */
export function tickRoom(values: readonly number[], locale: Locale, textSize: number): number {
  return Math.max(0, ...values.map((value) => textWidth(tickText(value, locale), textSize)));
}

/** A plot whose values have ticks: its edges in pixels, and the position of a value. */
interface TickedPlot {
  readonly left: number;
  readonly right: number;
  readonly at: (value: number) => number;
  readonly locale: Locale;
  readonly textSize: number;
}

/** A line across a plot for each tick, with its number at the left. The line at zero is the axis, unless that is drawn over the plot. */
export function placeTicks(
  values: readonly number[],
  { left, right, at, locale, textSize }: TickedPlot,
  { axis = true } = {},
): Shape[] {
  return values.flatMap((value): Shape[] => {
    const y = round(at(value));
    const role = axis && value === 0 ? 'axis' : 'grid';
    return [
      { type: 'line', role, x1: round(left), y1: y, x2: round(right), y2: y },
      placeText('note', [tickText(value, locale)], textSize, {
        x: left - 8,
        top: y - (textSize * LINE_HEIGHT) / 2,
        anchor: 'end',
      }),
    ];
  });
}

/** Whole years from `first` to `last`, at most `most` of them: every one, or every second, fifth, tenth … */
export function yearTicks(first: number, last: number, most: number): number[] {
  const step =
    [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((candidate) => (last - first) / candidate <= most) ?? 2000;
  const ticks: number[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) ticks.push(year);
  return ticks;
}

/** The line at a chart's top that names its unit, or says that things are counted. */
export function placeUnit(word: string, locale: Locale, { textSize, width }: Frame): PlacedText {
  const words = chartWords[locale];
  const line = words.unit(word === '' ? words.number : word);
  return placeText('note', [shorten(line, textSize, width, 'note')], textSize, { x: 0, top: 0 });
}
