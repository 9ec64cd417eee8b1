import { extent, scaleBand, scaleLinear } from 'd3';
import { parsePeriod } from '../../model/dates.ts';
import { type Locale, languageOf } from '../../model/locale.ts';
import { tickText } from '../axes.ts';
import { type ChartInput, type ChartKind, exampleArea } from '../kind.ts';
import { hasValue, type Mark } from '../marks.ts';
import { type Frame, round, type Scene, type Shape } from '../scene.ts';
import { LINE_HEIGHT, placeText, textWidth, wrap } from '../text.ts';

const PLOT_HEIGHT = { narrow: 190, wide: 230 } as const;
/** Columns are no wider than this, however few they are. */
const MOST_WIDE = 84;

/** A period under a column: years alone stay short. */
function columnLabel(mark: Mark, locale: Locale): string {
  const parsed = parsePeriod(mark.period);
  return parsed?.kind === 'year' ? languageOf(locale).dates.year(Number(parsed.year)) : mark.periodLabel || mark.label;
}

/** What has a column of its own in each period. */
const slotOf = ({ series, kind }: Mark) => `${series}/${kind}`;

/** How wide a column is where `slots` of them share a band, and how far the next one stands from it. */
function groupOf(slots: readonly string[], bandwidth: number): { column: number; step: number } {
  const inner = scaleBand(slots, [0, bandwidth]).paddingInner(slots.length > 1 ? 0.06 : 0);
  const column = Math.min(MOST_WIDE, inner.bandwidth());
  return { column, step: column + inner.step() - inner.bandwidth() };
}

/**
 * Columns over periods, from one zero line. Values of one period (a plan and its outcome, two series) stand side by side in it.
 * Each column bears its number where all of them have room; where not, a scale with ticks takes their place.
 */
function placeColumns({ marks, frame, locale }: ChartInput): Scene {
  const { textSize, width, layout } = frame;
  const valued = marks.filter(hasValue);
  const periods = [...new Set(valued.map((mark) => mark.period))].sort();
  const slots = [...new Set(valued.map(slotOf))];
  const lineHeight = textSize * LINE_HEIGHT;
  const [least = 0, most = 0] = extent([0, ...valued.map((mark) => mark.value)]);

  const band = (left: number) => scaleBand(periods, [left, width]).paddingInner(0.22).paddingOuter(0.08);
  const group = groupOf(slots, band(0).bandwidth());
  /** Only the columns that a period has stand in it. */
  const present = new Map(
    periods.map((period) => [period, [...new Set(valued.filter((mark) => mark.period === period).map(slotOf))]]),
  );
  const room = ({ period }: Mark) => ((present.get(period) ?? []).length > 1 ? group.step : band(0).step() * 0.94);
  const direct = valued.every((mark) => textWidth(mark.number, textSize, 'value') <= room(mark));
  const ticks = scaleLinear([least, most === least ? least + 1 : most], [0, 1]).nice(4);
  const tickTexts = direct ? [] : ticks.ticks(4).map((value) => ({ value, text: tickText(value, locale) }));
  const left = direct ? 0 : Math.max(0, ...tickTexts.map(({ text }) => textWidth(text, textSize))) + 8;

  const top = lineHeight + 2;
  const bottom = top + PLOT_HEIGHT[layout];
  const domain: [number, number] = direct
    ? [least, most === least ? least + 1 : most]
    : [ticks.domain()[0] ?? 0, ticks.domain()[1] ?? 1];
  const y = scaleLinear(domain, [least < 0 && direct ? bottom - lineHeight - 4 : bottom, top]);
  const x = band(left);
  const { column, step } = groupOf(slots, x.bandwidth());
  const zero = y(0);
  const shapes: Shape[] = [];

  for (const { value, text } of tickTexts) {
    const at = round(y(value));
    shapes.push({ type: 'line', role: 'grid', x1: round(left), y1: at, x2: width, y2: at });
    shapes.push(placeText('note', [text], textSize, { x: left - 8, top: at - lineHeight / 2, anchor: 'end' }));
  }
  for (const mark of valued) {
    const own = present.get(mark.period) ?? [];
    const first = (x(mark.period) ?? 0) + (x.bandwidth() - (own.length - 1) * step - column) / 2;
    const x1 = first + own.indexOf(slotOf(mark)) * step;
    const end = y(mark.value);
    shapes.push({
      type: 'mark',
      id: mark.id,
      paint: { kind: mark.kind, tone: mark.tone },
      box: {
        x: round(x1),
        y: round(Math.min(end, zero)),
        width: round(column),
        height: round(Math.abs(end - zero)),
      },
    });
    if (direct)
      shapes.push(
        placeText('value', [mark.number], textSize, {
          x: x1 + column / 2,
          top: mark.value < 0 ? end + 2 : end - lineHeight - 2,
          anchor: 'middle',
        }),
      );
  }
  shapes.push({ type: 'line', role: 'axis', x1: round(left), y1: round(zero), x2: width, y2: round(zero) });
  // Half of the lowest tick's number hangs below the plot.
  const labelTop = bottom + 4 + (direct ? 0 : lineHeight / 2);
  const { shapes: labels, height } = periodLabels(marks, periods, { x, top: labelTop, frame, locale });
  return { width, height: round(labelTop + height), shapes: [...shapes, ...labels] };
}

interface LabelPlan {
  readonly x: (period: string) => number | undefined;
  readonly top: number;
  readonly frame: Frame;
  readonly locale: Locale;
}

/** Labels under the columns, wrapped to two lines; every second, third … is left out where they would touch. */
function periodLabels(
  marks: readonly Mark[],
  periods: readonly string[],
  { x, top, frame, locale }: LabelPlan & { x: { bandwidth(): number; step(): number } },
): { shapes: Shape[]; height: number } {
  const { textSize, width } = frame;
  const texts = periods.map((period) => {
    const mark = marks.find((candidate) => candidate.period === period);
    return mark ? columnLabel(mark, locale) : period;
  });
  const step = x.step();
  const longest = Math.max(0, ...texts.map((text) => textWidth(text, textSize)));
  const every = longest <= step - 4 || step >= 60 ? 1 : Math.ceil((Math.min(longest, 90) + 4) / step);
  const room = step * every * 0.9;
  const shapes = texts.flatMap((text, index) => {
    if (index % every !== 0) return [];
    const lines = wrap(text, textSize, room, 2);
    const widest = Math.max(...lines.map((line) => textWidth(line, textSize)));
    const centre = (x(periods[index] ?? '') ?? 0) + x.bandwidth() / 2;
    const kept = Math.min(Math.max(centre, widest / 2), width - widest / 2);
    return every > 1 && Math.abs(kept - centre) > 1 && index > 0
      ? []
      : [placeText('label', lines, textSize, { x: kept, top, anchor: 'middle' })];
  });
  return { shapes, height: Math.max(0, ...shapes.map((shape) => shape.box.height)) };
}

export const columns: ChartKind = {
  place: placeColumns,
  keyBySeries: true,
  onePeriodKind: true,
  heightInMargin: 250,
  example: {
    unit: 'mu',
    series: ['one'],
    observations: [
      exampleArea('first', 'one', '2000', '2'),
      exampleArea('second', 'one', '2001', '4', { kind: 'plan' }),
      exampleArea('third', 'one', '2002', '5', { kind: 'target' }),
    ],
  },
};
