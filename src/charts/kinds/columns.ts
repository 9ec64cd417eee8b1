import { scaleBand } from 'd3';
import { chartWords } from '../../language/messages/charts.ts';
import { isPlanned } from '../../model/dataset.ts';
import { parsePeriod } from '../../model/dates.ts';
import { type Locale, languageOf } from '../../model/locale.ts';
import { placeTicks, placeUnit, tickRoom, valueTicks } from '../axes.ts';
import { type ChartInput, type ChartKind, exampleArea, reachOf, unitLengthIn } from '../kind.ts';
import { hasValue, type Mark, type ValuedMark } from '../marks.ts';
import { type Frame, isWide, round, type Scene, type Shape } from '../scene.ts';
import { placeMultiples } from '../small-multiples.ts';
import { LINE_HEIGHT, placeText, textWidth, wrap } from '../text.ts';

const plotHeight = (frame: Frame) => (isWide(frame) ? 230 : 180);
/** The largest width of a column, however few there are. */
const MOST_WIDE = 84;
/** How much of a plan's width the result inside it takes. */
const INNER = 0.56;
/** Years without a value keep their place as long as the axis is no longer than this. */
const MOST_YEARS = 40;
/** Where a period has more series than this, each gets its own plot. */
const MOST_SLOTS = 2;

/** A period under a column: years alone stay short. */
function columnLabel(mark: Mark, locale: Locale): string {
  const parsed = parsePeriod(mark.period);
  return parsed?.kind === 'year' ? languageOf(locale).dates.year(Number(parsed.year)) : mark.periodLabel || mark.label;
}

/**
 * What shares a column in each period: a plan and what came of it. They are of one series, or of the only planned series of the
 * chart and its only reported one. What this site computed has a column of its own.
 */
function slotsOf(marks: readonly Mark[]): (mark: Mark) => string {
  const planned = new Set(marks.filter(isPlanned).map(({ series }) => series));
  const reported = new Set(marks.filter(({ kind }) => kind === 'actual').map(({ series }) => series));
  const paired = planned.size === 1 && reported.size === 1;
  return ({ kind, series }) => (kind === 'derived' ? `${series}/derived` : paired ? '' : series);
}

/** The periods of an axis: of years, those between too, so that a gap shows. */
function axisPeriods(marks: readonly Mark[]): string[] {
  const periods = [...new Set(marks.map(({ period }) => period))].sort();
  const years = periods.map(Number);
  const [first = 0, last = 0] = [years[0], years.at(-1)];
  if (!periods.every((period) => parsePeriod(period)?.kind === 'year') || last - first >= MOST_YEARS) return periods;
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index).padStart(4, '0'));
}

/** How wide a column is where `slots` of them share a band, and the distance to the next one. */
function groupOf(slots: readonly string[], bandwidth: number): { column: number; step: number } {
  const inner = scaleBand(slots, [0, bandwidth]).paddingInner(slots.length > 1 ? 0.06 : 0);
  const column = Math.min(MOST_WIDE, inner.bandwidth());
  return { column, step: column + inner.step() - inner.bandwidth() };
}

/** What one column holds in a period: outlines and ticks of what was planned, and what was reported inside them. */
interface Column {
  readonly period: string;
  readonly slot: string;
  readonly marks: readonly ValuedMark[];
}

function columnsOf(marks: readonly ValuedMark[], slotOf: (mark: Mark) => string): Column[] {
  const found = new Map<string, ValuedMark[]>();
  for (const mark of marks) {
    const key = `${mark.period}\n${slotOf(mark)}`;
    found.set(key, [...(found.get(key) ?? []), mark]);
  }
  return [...found].map(([key, own]) => {
    const [period = '', slot = ''] = key.split('\n');
    return { period, slot, marks: own };
  });
}

/**
 * Columns over periods, from one zero line. A plan is an outline, its result is filled inside it, and a target is a
 * tick across; two series are side by side, and more get a plot each. Each column bears its numbers where all have
 * room; where not, a scale with ticks takes their place.
 */
function placeColumns(input: ChartInput): Scene {
  const slotOf = slotsOf(input.siblings);
  const slots = [...new Set(input.siblings.filter(hasValue).map(slotOf))];
  if (slots.length > MOST_SLOTS)
    return placeMultiples(input, slotOf, (own) => placePlot(own, slotOf, slots, { named: false }));
  return placePlot(input, slotOf, slots);
}

function placePlot(
  { marks, siblings, frame, locale, scale }: ChartInput,
  slotOf: (mark: Mark) => string,
  allSlots: readonly string[],
  { named = true } = {},
): Scene {
  const { textSize, width } = frame;
  const valued = marks.filter(hasValue);
  const others = siblings.filter(hasValue);
  const lineHeight = textSize * LINE_HEIGHT;
  const periods = axisPeriods(others);
  const slots = allSlots.length > MOST_SLOTS ? allSlots.slice(0, 1) : allSlots;
  const { least, most } = reachOf(valued);
  const unit = unitLengthIn(scale, { least, most, room: plotHeight(frame) });

  const band = (left: number) => scaleBand(periods, [left, width]).paddingInner(0.22).paddingOuter(0.08);
  const inPeriod = (columns: readonly Column[], period: string) => columns.filter((column) => column.period === period);
  const columns = columnsOf(valued, slotOf);
  const everywhere = columnsOf(others, slotOf);
  const group = groupOf(slots, band(0).bandwidth());
  const roomOf = ({ period }: Mark) =>
    slots.length > 1 && inPeriod(everywhere, period).length > 1 ? group.step : band(0).step() * 0.94;
  const direct = others.every((mark) => textWidth(mark.number, textSize, 'value') <= roomOf(mark));
  // Over a result the number of what was planned says so, where that has room in every column.
  const planned = (mark: ValuedMark) => chartWords[locale].kindBefore[mark.kind] + mark.number;
  const doubled = everywhere
    .filter((column) => column.marks.length > 1)
    .flatMap((column) => column.marks.filter(isPlanned));
  const worded = doubled.every((mark) => textWidth(planned(mark), textSize) <= roomOf(mark));
  const numberOf = (mark: ValuedMark) =>
    worded && doubled.some(({ id }) => id === mark.id) ? planned(mark) : mark.number;
  const tickValues = direct ? [] : valueTicks({ least, most }, unit, textSize);
  const allTicks = direct ? [] : valueTicks(reachOf(others), unit, textSize);
  const left = direct ? 0 : 8 + tickRoom([...tickValues, ...allTicks], locale, textSize);

  const shapes: Shape[] = [];
  const unitText = placeUnit(scale.word, locale, frame);
  const numbersAt = (sign: 1 | -1) =>
    direct
      ? Math.max(
          0,
          ...columns.map((column) => column.marks.filter(({ value }) => (value < 0 ? -1 : 1) === sign).length),
        )
      : 0;
  const top = (named ? unitText.box.height + 4 : 0) + (direct ? numbersAt(1) * lineHeight + 2 : lineHeight / 2);
  const zero = top + most * unit;
  const bottom = zero - least * unit + numbersAt(-1) * (lineHeight + 2);
  const x = band(left);
  const { column: columnWidth, step } = groupOf(slots, x.bandwidth());

  if (named) shapes.push(unitText);
  const plot = { left, right: width, at: (value: number) => zero - value * unit, locale, textSize };
  shapes.push(...placeTicks(tickValues, plot, { axis: false }));
  for (const { period, slot, marks: own } of columns) {
    const beside = slots.filter((one) => inPeriod(columns, period).some((column) => column.slot === one));
    const count = Math.max(1, beside.length);
    const from = (x(period) ?? 0) + (x.bandwidth() - (count - 1) * step - columnWidth) / 2;
    const x1 = from + Math.max(0, beside.indexOf(slot)) * step;
    shapes.push(...columnShapes(own, { x1, width: columnWidth, zero, unit }));
    if (direct) shapes.push(...numbersOf(own, { middle: x1 + columnWidth / 2, zero, unit, textSize, numberOf }));
  }
  shapes.push({ type: 'line', role: 'axis', x1: round(left), y1: round(zero), x2: width, y2: round(zero) });
  // Half of the lowest tick's number hangs below the plot.
  const labelTop = bottom + 4 + (direct ? 0 : lineHeight / 2);
  const { shapes: labels, height } = periodLabels(others, periods, { x, top: labelTop, frame, locale });
  return { width, height: round(labelTop + height), shapes: [...shapes, ...labels] };
}

/** Outlines first, then what is filled inside them, then ticks across. */
function columnShapes(
  marks: readonly ValuedMark[],
  { x1, width, zero, unit }: { x1: number; width: number; zero: number; unit: number },
): Shape[] {
  const nested = marks.length > 1;
  const box = (mark: ValuedMark, share: number): Shape => {
    const end = zero - mark.value * unit;
    return {
      type: 'mark',
      of: mark.id,
      along: 'y',
      paint: { kind: mark.kind, tone: mark.tone },
      box: {
        x: round(x1 + (width * (1 - share)) / 2),
        y: round(Math.min(end, zero)),
        width: round(width * share),
        height: round(Math.abs(end - zero)),
      },
    };
  };
  const tick = (mark: ValuedMark): Shape => {
    const at = round(zero - mark.value * unit);
    return { type: 'line', role: 'target', of: mark.id, x1: round(x1 - 3), y1: at, x2: round(x1 + width + 3), y2: at };
  };
  const targets = marks.filter(({ kind }) => nested && kind === 'target');
  const outlines = marks.filter((mark) => isPlanned(mark) && !targets.includes(mark));
  const filled = marks.filter((mark) => !isPlanned(mark));
  return [
    ...outlines.map((mark) => box(mark, 1)),
    ...filled.map((mark) => box(mark, outlines.length > 0 ? INNER : 1)),
    ...targets.map(tick),
  ];
}

interface NumberPlan {
  readonly middle: number;
  readonly zero: number;
  readonly unit: number;
  readonly textSize: number;
  readonly numberOf: (mark: ValuedMark) => string;
}

/** A column's numbers, away from the zero line: that of the result next to it and strong, those of what was planned beyond. */
function numbersOf(marks: readonly ValuedMark[], { middle, zero, unit, textSize, numberOf }: NumberPlan): Shape[] {
  const lineHeight = textSize * LINE_HEIGHT;
  return ([1, -1] as const).flatMap((sign) => {
    const own = marks
      .filter(({ value }) => (value < 0 ? -1 : 1) === sign)
      .sort((one, other) => Number(isPlanned(one)) - Number(isPlanned(other)));
    const farthest = Math.max(0, ...own.map(({ value }) => Math.abs(value))) * unit;
    return own.map((mark, index) =>
      placeText(isPlanned(mark) ? 'label' : 'value', [numberOf(mark)], textSize, {
        x: middle,
        top: sign === 1 ? zero - farthest - 2 - (index + 1) * lineHeight : zero + farthest + 2 + index * lineHeight,
        anchor: 'middle',
        of: mark.id,
      }),
    );
  });
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
    return mark ? columnLabel(mark, locale) : languageOf(locale).dates.year(Number(period));
  });
  const step = x.step();
  const longest = Math.max(0, ...texts.map((text) => textWidth(text, textSize)));
  const every = longest <= step - 4 || step >= 60 ? 1 : Math.ceil((Math.min(longest, 90) + 4) / step);
  // Never cut: part of a year says nothing.
  const room = Math.max(step * every * 0.9, Math.min(longest, step * every - 4));
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

/** Columns over periods; see `placeColumns`. */
export const columns: ChartKind = {
  place: placeColumns,
  keyBySeries: true,
  onePeriodKind: true,
  joinsPlans: true,
  reach: ({ marks, frame }) => ({ ...reachOf(marks.filter(hasValue)), room: plotHeight(frame) }),
  example: {
    unit: 'mu',
    series: ['one'],
    observations: [
      exampleArea('first', 'one', '2000', '2'),
      exampleArea('first-plan', 'one', '2000', '3', { kind: 'plan' }),
      exampleArea('second', 'one', '2001', '4', { kind: 'plan' }),
      exampleArea('third', 'one', '2002', '5', { kind: 'target' }),
    ],
  },
};
