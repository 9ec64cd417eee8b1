import { extent, scaleLinear } from 'd3';
import { languageOf } from '../../model/locale.ts';
import { placeTicks, placeUnit, spanOf, tickRoom, valueTicks, yearTicks } from '../axes.ts';
import { type ChartInput, type ChartKind, exampleArea, reachOf, unitLengthIn } from '../kind.ts';
import { hasValue, type Mark, type ValuedMark } from '../marks.ts';
import {
  type Frame,
  isWide,
  type PlacedText,
  round,
  type Scene,
  SERIES_LOOKS,
  type SeriesLook,
  type Shape,
} from '../scene.ts';
import { placeMultiples } from '../small-multiples.ts';
import { LINE_HEIGHT, placeText, shorten, textWidth, wrap } from '../text.ts';

const plotHeight = (frame: Frame) => (isWide(frame) ? 260 : 180);
/** The most lines in one plot; with more, each gets its own. `wide` has room to name each line at its end. */
const MOST_LINES = { wide: 4, narrow: 2 } as const;
/** Share of a wide plot that the lines' names may take at its right. */
const NAMES = 0.3;

interface Point {
  readonly mark: ValuedMark;
  /** In years. */
  readonly at: number;
}

interface Line {
  readonly id: string;
  readonly look: SeriesLook;
  readonly label: string;
  readonly points: readonly Point[];
}

/**
 * Series over time. A point is at the end of its period; plans, targets and approximate values are hollow. A line breaks where years are
 * missing rather than bridging what nobody measured, and between plans and results. Series differ in colour, dash and marker, and are named
 * at their last point, or above the plot where names have no room there; more than can be told apart are in plots of their own.
 */
function placeLines(input: ChartInput): Scene {
  const { marks, frame } = input;
  const count = new Set(marks.map(({ series }) => series)).size;
  if (count > (isWide(frame) ? MOST_LINES.wide : MOST_LINES.narrow))
    return placeMultiples(
      input,
      ({ series }) => series,
      (own) => placePlot(own, { named: false }),
    );
  return placePlot(input);
}

function placePlot({ marks, siblings, frame, locale, scale }: ChartInput, { named = true } = {}): Scene {
  const { textSize, width } = frame;
  const lineHeight = textSize * LINE_HEIGHT;
  const lines = linesOf(marks);
  const points = lines.flatMap((own) => own.points);
  const everywhere = linesOf(siblings).flatMap((own) => own.points);
  const shapes: Shape[] = [];
  let top = 0;
  if (named) {
    const unit = placeUnit(scale.word, locale, frame);
    shapes.push(unit);
    top = unit.box.height + 4;
  }
  const beside = lines.length > 1 && isWide(frame);
  if (lines.length > 1 && !beside)
    for (const own of lines) {
      const at = round(top + lineHeight / 2);
      shapes.push({ type: 'line', role: `series-${own.look}`, x1: 0, y1: at, x2: 30, y2: at });
      shapes.push(markerOf(own.look, 15, at));
      shapes.push(placeText('label', [shorten(own.label, textSize, width - 38)], textSize, { x: 38, top }));
      top += lineHeight + 2;
    }
  top += lineHeight + 8;
  const { least, most } = reachOf(points.map(({ mark }) => mark));
  const unit = unitLengthIn(scale, { least, most, room: plotHeight(frame) });
  const zero = top + most * unit;
  const bottom = zero - least * unit;
  const y = (value: number) => zero - value * unit;
  const tickValues = valueTicks({ least, most }, unit, textSize);
  const allTicks = valueTicks(reachOf(everywhere.map(({ mark }) => mark)), unit, textSize);
  const left = 10 + tickRoom([...tickValues, ...allTicks], locale, textSize);
  const namesWidth = beside
    ? 24 + Math.min(width * NAMES, Math.max(...lines.map((own) => textWidth(endName(own), textSize))))
    : 0;
  const right = width - 12 - namesWidth;
  const [first = 2000, last = 2001] = extent(everywhere, ({ at }) => at);
  const x = scaleLinear(first === last ? [first - 1, last + 1] : [first, last], [left + 8, right]);

  shapes.push(...placeTicks(tickValues, { left, right: right + 8, at: y, locale, textSize }));
  for (const own of lines) {
    for (const run of kindsOf(own.points).flatMap(unbroken)) {
      if (run.length < 2) continue;
      const path = run.map(({ mark, at }) => [round(x(at)), round(y(mark.value))] as const);
      shapes.push({ type: 'path', role: `series-${own.look}`, points: path });
    }
    for (const { mark, at } of own.points) shapes.push(markerOf(own.look, x(at), y(mark.value), mark));
  }
  // Beside the plot a series' name and its last value are one label; elsewhere the value is above its point.
  const ends = { x, y, width: right + 8, textSize, top: top - lineHeight - 6 };
  if (beside) shapes.push(...endNames(lines, { ...ends, width, right, bottom }));
  else shapes.push(...endValues(lines, { ...ends, left }));
  const years = yearTicks(
    Math.ceil(first),
    Math.floor(last),
    Math.max(1, Math.floor((right - left) / (languageOf(locale).script === 'Han' ? 68 : 56))),
  );
  const labelTop = bottom + 6 + lineHeight / 2;
  let labelEnd = Number.NEGATIVE_INFINITY;
  for (const year of years) {
    const text = languageOf(locale).dates.year(year - 1);
    const half = textWidth(text, textSize) / 2;
    const centre = Math.min(Math.max(x(year), half), (beside ? right + 20 : width) - half);
    if (centre - half < labelEnd + 4) continue;
    shapes.push(placeText('label', [text], textSize, { x: centre, top: labelTop, anchor: 'middle' }));
    labelEnd = centre + half;
  }
  const height = Math.max(
    labelTop + lineHeight,
    ...shapes.map((shape) => (shape.type === 'text' ? shape.box.y + shape.box.height : 0)),
  );
  return { width, height: round(height), shapes };
}

/** The marks of each series, and how it looks. */
function linesOf(marks: readonly Mark[]): Line[] {
  return [...new Set(marks.map(({ series }) => series))].map((id, index) => {
    const own = marks.filter(({ series }) => series === id);
    return {
      id,
      look: SERIES_LOOKS[index % SERIES_LOOKS.length] ?? 1,
      label: own[0]?.label ?? id,
      points: own.filter(hasValue).flatMap(pointOf),
    };
  });
}

/** The marker of a series at a place; hollow for what is not simply reported. */
function markerOf(look: SeriesLook, x: number, y: number, mark?: ValuedMark): Shape {
  return {
    type: 'dot',
    paint: { kind: mark?.kind ?? 'actual', tone: look % 2 === 1 ? 1 : 2 },
    x: round(x),
    y: round(y),
    radius: 4.5,
    hollow: mark !== undefined && (mark.kind !== 'actual' || mark.qualifier !== 'exact'),
    ...(look === 1 ? {} : { look }),
    ...(mark ? { of: mark.id } : {}),
  };
}

function pointOf(mark: ValuedMark): Point[] {
  const span = spanOf(mark.period);
  return span ? [{ mark, at: span.end }] : [];
}

/** Points grouped by kind: a line never leads from a measured value to a planned one. */
function kindsOf(points: readonly Point[]): Point[][] {
  return [...new Set(points.map(({ mark }) => mark.kind))].map((kind) =>
    points.filter(({ mark }) => mark.kind === kind),
  );
}

/** Runs of points no more than a year apart. */
function unbroken(points: readonly Point[]): Point[][] {
  const runs: Point[][] = [];
  for (const point of points) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run && before && point.at - before.at <= 1.01) run.push(point);
    else runs.push([point]);
  }
  return runs;
}

interface EndPlan {
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
  readonly width: number;
  readonly textSize: number;
  readonly top: number;
}

/** The last value of each series, above its point; left out where it would touch one already placed. */
function endValues(
  lines: readonly Line[],
  { x, y, left, width, textSize, top }: EndPlan & { readonly left: number },
): PlacedText[] {
  const lineHeight = textSize * LINE_HEIGHT;
  const placed: PlacedText[] = [];
  for (const { points } of lines) {
    const last = points.at(-1);
    if (!last) continue;
    const own = textWidth(last.mark.number, textSize, 'value');
    const end = Math.min(Math.max(x(last.at) + 6, left + own), width);
    if (end - own < left) continue;
    const text = placeText('value', [last.mark.number], textSize, {
      x: end,
      top: Math.max(top, y(last.mark.value) - lineHeight - 6),
      anchor: 'end',
      of: last.mark.id,
    });
    const near = (other: PlacedText) =>
      Math.abs(other.box.y - text.box.y) < lineHeight &&
      other.box.x < text.box.x + text.box.width &&
      text.box.x < other.box.x + other.box.width;
    if (!placed.some(near)) placed.push(text);
  }
  return placed;
}

const endName = ({ label, points }: Line): string => {
  const last = points.at(-1);
  return last ? `${label} ${last.mark.number}` : label;
};

/** Each series' name at the right of its last point, moved down as far as the one above it needs, a thin line leading to it. */
function endNames(
  lines: readonly Line[],
  { x, y, right, width, textSize, bottom }: EndPlan & { readonly right: number; readonly bottom: number },
): Shape[] {
  const left = right + 24;
  const ends = lines
    .map((own) => ({ own, last: own.points.at(-1) }))
    .sort((one, other) => (other.last?.mark.value ?? 0) - (one.last?.mark.value ?? 0));
  let free = 0;
  return ends.flatMap(({ own, last }): Shape[] => {
    const lines = wrap(endName(own), textSize, width - left, 3);
    const at = last ? y(last.mark.value) : bottom;
    const text = placeText('label', lines, textSize, {
      x: left,
      top: Math.max(free, at - (textSize * LINE_HEIGHT) / 2),
    });
    free = text.box.y + text.box.height + 2;
    if (!last) return [text];
    const to = round(text.box.y + (textSize * LINE_HEIGHT) / 2);
    return [
      { type: 'line', role: 'axis', x1: round(x(last.at) + 8), y1: round(at), x2: round(left - 4), y2: to },
      text,
    ];
  });
}

export const line: ChartKind = {
  place: placeLines,
  swatch: (paint) => ({ type: 'dot', paint, x: 13, y: 8, radius: 4.5, hollow: paint.kind !== 'actual' }),
  onePeriodKind: true,
  joinsPlans: true,
  reach: ({ marks, frame }) => ({ ...reachOf(marks.filter(hasValue)), room: plotHeight(frame) }),
  example: {
    unit: 'mu',
    series: ['one'],
    observations: [
      exampleArea('first', 'one', '2000', '2'),
      exampleArea('second', 'one', '2001', '4'),
      exampleArea('third', 'one', '2002', '3'),
    ],
  },
};
