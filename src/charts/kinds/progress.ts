import { chartWords } from '../../language/messages/charts.ts';
import { isPlanned } from '../../model/dataset.ts';
import { type ChartInput, type ChartKind, exampleValue, reachOf, unitLengthIn } from '../kind.ts';
import { hasValue, type ValuedMark } from '../marks.ts';
import { planRows } from '../rows.ts';
import { round, type Scene, type Shape } from '../scene.ts';
import { LINE_HEIGHT, placeText, wrap } from '../text.ts';

const THICKNESS = 14;
const GAP = 8;
/** Half of the room that a target's line takes at the scale's end. */
const EDGE = 3;

/** One bar of a series, with the words above it; what is not published has no value. */
interface Bar {
  readonly lines: readonly string[];
  readonly mark: ValuedMark | undefined;
}

/** Each series with its results in the order of their periods, then what it is to reach. */
function plan({ marks, frame, locale, scale: { share } }: ChartInput) {
  const words = chartWords[locale];
  const { textSize, width } = frame;
  const series = [...new Set(marks.map((mark) => mark.series))].map((id) => {
    const own = marks.filter((mark) => mark.series === id);
    const valued = own.filter(hasValue);
    const results = valued.filter((mark) => !isPlanned(mark));
    return { label: own[0]?.label ?? id, results, goals: valued.filter(isPlanned) };
  });
  const items = series.map((item) => ({ item, label: item.label }));
  const { plotLeft } = planRows(items, frame, { plotHeight: THICKNESS });
  const wrapped = (text: string) => wrap(text, textSize, width - plotLeft, 3, 'value');
  const barsOf = ({ results, goals }: (typeof series)[number]): Bar[] => [
    ...(results.length === 0 ? [{ lines: wrapped(words.noResult), mark: undefined }] : []),
    ...results.map((mark) => ({ lines: wrapped(words.periodValue(mark.periodLabel, mark.text)), mark })),
    ...goals.map((mark) => ({ lines: wrapped(words.targetBy(mark.text, mark.periodLabel)), mark })),
  ];
  const heightOf = ({ lines }: Bar) => lines.length * textSize * LINE_HEIGHT + 2 + THICKNESS + GAP;
  const rows = planRows(items, frame, {
    plotHeight: (item) => barsOf(item).reduce((sum, bar) => sum + heightOf(bar), -GAP),
    markHeight: textSize * LINE_HEIGHT,
  });
  const values = marks.filter(hasValue);
  const { least, most } = reachOf(share ? [...values, { value: 100 }] : values);
  const left = plotLeft + EDGE;
  return { rows, barsOf, heightOf, left, reach: { least, most, room: width - EDGE - left } };
}

/**
 * How results came nearer to a target: a bar for each, in the order of time, each with its day and number, and the target as a line
 * across them all. A series whose result no reply has stated says so.
 */
function placeProgress(input: ChartInput): Scene {
  const { frame, scale } = input;
  const { textSize, width } = frame;
  const lineHeight = textSize * LINE_HEIGHT;
  const { rows, barsOf, heightOf, left, reach } = plan(input);
  const unit = unitLengthIn(scale, reach);
  const zero = left - reach.least * unit;
  const shapes: Shape[] = [];
  for (const { item, label, top } of rows.rows) {
    shapes.push(label);
    let y = top;
    for (const bar of barsOf(item)) {
      const { lines, mark } = bar;
      shapes.push(placeText(mark ? 'value' : 'note', lines, textSize, { x: rows.plotLeft, top: y, of: mark?.id }));
      const barTop = y + lines.length * lineHeight + 2;
      const box = ({ value }: ValuedMark) => ({
        x: round(Math.min(zero, zero + value * unit)),
        y: round(barTop),
        width: round(Math.abs(value) * unit),
        height: THICKNESS,
      });
      const [goal] = item.goals;
      if (mark)
        shapes.push({ type: 'mark', of: mark.id, along: 'x', paint: { kind: mark.kind, tone: 1 }, box: box(mark) });
      else if (goal) shapes.push({ type: 'unknown', box: box(goal) });
      const upright = (role: 'axis' | 'target', x: number, of?: string): Shape => ({
        ...{ type: 'line', role, x1: round(x), y1: round(barTop - 2), x2: round(x), y2: round(barTop + THICKNESS + 2) },
        ...(of === undefined ? {} : { of }),
      });
      shapes.push(
        upright('axis', zero),
        ...item.goals.map(({ id, value }) => upright('target', zero + value * unit, id)),
      );
      y += heightOf(bar);
    }
  }
  return { width, height: round(rows.rows.length === 0 ? 0 : rows.bottom + 2), shapes };
}

export const progress: ChartKind = {
  place: placeProgress,
  reach: (input) => plan(input).reach,
  keyAlways: true,
  example: {
    unit: 'percent',
    series: ['one'],
    observations: [
      exampleValue('first', 'one', '2003-12-31', ['40', 'percent', '%']),
      exampleValue('second', 'one', '2004-12-31', ['62', 'percent', '%']),
      exampleValue('goal', 'one', '2005-12-31', ['90', 'percent', '%'], { kind: 'target' }),
    ],
  },
};
