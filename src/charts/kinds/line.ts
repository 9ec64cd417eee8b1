import { extent, scaleLinear } from 'd3';
import { languageOf } from '../../model/locale.ts';
import { spanOf, tickText, yearTicks } from '../axes.ts';
import { type ChartInput, type ChartKind, exampleArea } from '../kind.ts';
import { hasValue, type ValuedMark } from '../marks.ts';
import { type PlacedText, round, type Scene, type Shape } from '../scene.ts';
import { LINE_HEIGHT, placeText, shorten, textWidth } from '../text.ts';

const PLOT_HEIGHT = { narrow: 200, wide: 260 } as const;

interface Point {
  readonly mark: ValuedMark;
  /** In years. */
  readonly at: number;
}

/**
 * Series over time. A point stands at the end of its period; plans, targets and approximate values are hollow. A line breaks where years are missing
 * rather than bridging what nobody measured, and between plans and results. Series are named at their last point, or above the plot where names have no room there.
 */
function placeLines({ marks, frame, locale }: ChartInput): Scene {
  const { textSize, width, layout } = frame;
  const lineHeight = textSize * LINE_HEIGHT;
  const series = [...new Set(marks.map((mark) => mark.series))].map((id, index) => ({
    id,
    role: index % 2 === 0 ? ('series-1' as const) : ('series-2' as const),
    label: marks.find((mark) => mark.series === id)?.label ?? id,
    points: marks
      .filter((mark) => mark.series === id)
      .filter(hasValue)
      .flatMap(pointOf),
  }));
  const points = series.flatMap((own) => own.points);
  const shapes: Shape[] = [];

  let top = 0;
  if (series.length > 1)
    for (const own of series) {
      shapes.push({
        type: 'line',
        role: own.role,
        x1: 0,
        y1: round(top + lineHeight / 2),
        x2: 26,
        y2: round(top + lineHeight / 2),
      });
      shapes.push(placeText('label', [shorten(own.label, textSize, width - 34)], textSize, { x: 34, top }));
      top += lineHeight + 2;
    }
  top += lineHeight + 4;
  const bottom = top + PLOT_HEIGHT[layout];
  const [least = 0, most = 1] = extent([0, ...points.map(({ mark }) => mark.value)]);
  const y = scaleLinear([least, most === least ? least + 1 : most], [bottom, top]).nice(4);
  const ticks = y.ticks(4).map((value) => ({ value, text: tickText(value, locale) }));
  const left = Math.max(0, ...ticks.map(({ text }) => textWidth(text, textSize))) + 10;
  const right = width - 12;
  const [first = 2000, last = 2001] = extent(points, ({ at }) => at);
  const x = scaleLinear(first === last ? [first - 1, last + 1] : [first, last], [left + 8, right]);

  for (const { value, text } of ticks) {
    const at = round(y(value));
    shapes.push({ type: 'line', role: value === 0 ? 'axis' : 'grid', x1: round(left), y1: at, x2: width, y2: at });
    shapes.push(placeText('note', [text], textSize, { x: left - 8, top: at - lineHeight / 2, anchor: 'end' }));
  }
  for (const own of series) {
    for (const run of kindsOf(own.points).flatMap(unbroken)) {
      if (run.length < 2) continue;
      const points = run.map(({ mark, at }) => [round(x(at)), round(y(mark.value))] as const);
      shapes.push({ type: 'path', role: own.role, points });
    }
    for (const { mark, at } of own.points)
      shapes.push({
        type: 'dot',
        paint: { kind: mark.kind, tone: own.role === 'series-1' ? 1 : 2 },
        x: round(x(at)),
        y: round(y(mark.value)),
        radius: 4.5,
        hollow: mark.kind !== 'actual' || mark.qualifier !== 'exact',
      });
  }
  shapes.push(
    ...endValues(
      series.map((own) => own.points),
      { x, y, left, width, textSize, top: top - lineHeight - 2 },
    ),
  );
  const years = yearTicks(
    Math.ceil(first),
    Math.floor(last),
    Math.max(1, Math.floor((right - left) / (languageOf(locale).script === 'Han' ? 68 : 56))),
  );
  let labelEnd = Number.NEGATIVE_INFINITY;
  for (const year of years) {
    const text = languageOf(locale).dates.year(year - 1);
    const half = textWidth(text, textSize) / 2;
    const centre = Math.min(Math.max(x(year), half), width - half);
    if (centre - half < labelEnd + 4) continue;
    shapes.push(
      placeText('label', [text], textSize, { x: centre, top: bottom + 6 + lineHeight / 2, anchor: 'middle' }),
    );
    labelEnd = centre + half;
  }
  return { width, height: round(bottom + 6 + lineHeight * 1.5), shapes };
}

function pointOf(mark: ValuedMark): Point[] {
  const span = spanOf(mark.period);
  return span ? [{ mark, at: span.end }] : [];
}

/** Points by what they are: a line never leads from what was measured to what is planned. */
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
  readonly left: number;
  readonly width: number;
  readonly textSize: number;
  readonly top: number;
}

/** The last value of each series, above its point; left out where it would touch one that already stands. */
function endValues(series: readonly (readonly Point[])[], { x, y, left, width, textSize, top }: EndPlan): PlacedText[] {
  const lineHeight = textSize * LINE_HEIGHT;
  const placed: PlacedText[] = [];
  for (const points of series) {
    const last = points.at(-1);
    if (!last) continue;
    const own = textWidth(last.mark.number, textSize, 'value');
    const end = Math.min(Math.max(x(last.at) + 6, left + own), width);
    if (end - own < left) continue;
    const text = placeText('value', [last.mark.number], textSize, {
      x: end,
      top: Math.max(top, y(last.mark.value) - lineHeight - 6),
      anchor: 'end',
    });
    const near = (other: PlacedText) =>
      Math.abs(other.box.y - text.box.y) < lineHeight &&
      other.box.x < text.box.x + text.box.width &&
      text.box.x < other.box.x + other.box.width;
    if (!placed.some(near)) placed.push(text);
  }
  return placed;
}

export const line: ChartKind = {
  place: placeLines,
  swatch: (paint) => ({ type: 'dot', paint, x: 13, y: 8, radius: 4.5, hollow: paint.kind !== 'actual' }),
  onePeriodKind: true,
  heightInMargin: 260,
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
