import { chartWords } from '../../language/messages/charts.ts';
import { type ChartInput, type ChartKind, exampleArea, reachOf, unitLengthIn, type ValueReach } from '../kind.ts';
import { hasValue, type Mark, rowLabel } from '../marks.ts';
import { planRows } from '../rows.ts';
import { isWide, round, type Scene, type Shape } from '../scene.ts';
import { LINE_HEIGHT, placeText, shorten, textWidth } from '../text.ts';

const THICKNESS = 24;
const SPACE = 7;
/** Share of the frame that values may take beside their bars on one side. */
const MOST_FOR_VALUES = 0.25;

/** Rows with their labels, and the room that bars have in them: values are at the ends of bars, or under them where they are too long. */
function plan({ marks, frame, locale }: ChartInput) {
  const { textSize, width } = frame;
  const words = chartWords[locale];
  const textOf = (mark: Mark) => (hasValue(mark) ? mark.text : words.noFigure);
  const widest = Math.max(0, ...marks.map((mark) => textWidth(textOf(mark), textSize, 'value')));
  const below = widest > width * MOST_FOR_VALUES;
  const plotHeight = below ? THICKNESS + textSize * LINE_HEIGHT + 2 : THICKNESS;
  const rows = planRows(
    marks.map((item) => ({ item, label: rowLabel(item, marks, locale) })),
    frame,
    { plotHeight },
  );
  const { least, most } = reachOf(marks.filter(hasValue));
  const beside = below ? 0 : widest + SPACE;
  const left = rows.plotLeft + (least < 0 ? beside : 0);
  return { rows, textOf, below, plotHeight, left, reach: { least, most, room: width - beside - left } };
}

/** The range of values of a panel of bars. */
export function reachOfBars(input: ChartInput): ValueReach {
  return plan(input).reach;
}

/**
 * Horizontal bars from one zero line, one row a value, each with its value at its end, or under it where values are too
 * long for that. Negative bars go left. For values without a stated relation to each other: side by side, never
 * stacked.
 */
export function placeBars(input: ChartInput): Scene {
  const { frame, scale } = input;
  const { textSize, width } = frame;
  const lineHeight = textSize * LINE_HEIGHT;
  const { rows, textOf, below, plotHeight, left, reach } = plan(input);
  const unit = unitLengthIn(scale, reach);
  const zero = left - reach.least * unit;
  const shapes: Shape[] = [];
  for (const { item, label, middle } of rows.rows) {
    shapes.push(label);
    const barTop = middle - plotHeight / 2;
    const end = hasValue(item) ? zero + item.value * unit : zero;
    if (hasValue(item))
      shapes.push({
        type: 'mark',
        of: item.id,
        along: 'x',
        paint: { kind: item.kind, tone: 1 },
        box: { x: round(Math.min(zero, end)), y: round(barTop), width: round(Math.abs(end - zero)), height: THICKNESS },
      });
    const negative = !below && end < zero;
    shapes.push(
      placeText(
        hasValue(item) ? 'value' : 'note',
        [shorten(textOf(item), textSize, width - rows.plotLeft, 'value')],
        textSize,
        {
          x: below ? rows.plotLeft : negative ? end - SPACE : end + SPACE,
          top: below ? barTop + THICKNESS + 2 : barTop + (THICKNESS - lineHeight) / 2,
          anchor: negative ? 'end' : 'start',
          of: hasValue(item) ? item.id : undefined,
        },
      ),
    );
  }
  // Where labels are above their bars, a line down the whole chart would run through them.
  const axes: { from: number; to: number }[] = isWide(frame)
    ? [{ from: 0, to: rows.bottom }]
    : reach.least < 0
      ? rows.rows.map(({ top }) => ({ from: top - 2, to: top + THICKNESS + 2 }))
      : [];
  for (const { from, to } of axes)
    shapes.push({ type: 'line', role: 'axis', x1: round(zero), y1: round(from), x2: round(zero), y2: round(to) });
  return { width, height: round(rows.bottom), shapes };
}

export const bars: ChartKind = {
  place: placeBars,
  reach: reachOfBars,
  example: {
    unit: 'mu',
    series: ['one', 'two'],
    observations: [
      exampleArea('one', 'one', '2000', '3'),
      exampleArea('two', 'two', '2000', '5', { qualifier: 'approx' }),
    ],
  },
};
