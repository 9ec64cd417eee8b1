import { formatDecimal } from '../language/formats.ts';
import { parsePeriod } from '../model/dates.ts';
import type { Locale } from '../model/locale.ts';

/** A tick's number in words; twelve digits keep 0.30000000000000004 from showing, and huge ones take a power of ten. */
export function tickText(value: number, locale: Locale): string {
  if (Math.abs(value) >= 1e12) {
    const [mantissa = '', exponent = '0'] = value.toExponential(1).split('e');
    return `${mantissa.replace('-', '−')}×10^${Number(exponent)}`;
  }
  return formatDecimal(String(Number(value.toPrecision(12))), locale);
}

/** A point of the calendar as a number of years: 2025-07-02 is about 2025.5. Reads digits, so no time zone moves it. */
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

/** Whole years from `first` to `last`, thinned to what has room: every one, or every second, fifth, tenth … */
export function yearTicks(first: number, last: number, most: number): number[] {
  const step =
    [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((candidate) => (last - first) / candidate <= most) ?? 2000;
  const ticks: number[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) ticks.push(year);
  return ticks;
}
