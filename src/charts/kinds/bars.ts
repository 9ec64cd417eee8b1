import { extent, scaleLinear } from 'd3';
import { chartWords } from '../../language/messages/charts.ts';
import { type ChartInput, type ChartKind, exampleArea } from '../kind.ts';
import { hasValue, type Mark, rowLabel } from '../marks.ts';
import { planRows } from '../rows.ts';
import { round, type Scene, type Shape } from '../scene.ts';
import { LINE_HEIGHT, placeText, shorten, textWidth } from '../text.ts';

const THICKNESS = 24;
const SPACE = 7;
/** Share of the frame that values may take beside their bars on one side. */
const MOST_FOR_VALUES = 0.25;

/**
 * Horizontal bars from one zero line, one row a value, each with its value at its end, or under it where values are too long for that.
 * Negative bars go left. Values that stand in no stated relation to each other are drawn so: side by side, never stacked.
 */
export function placeBars({ marks, frame, locale }: Pick<ChartInput, 'marks' | 'frame' | 'locale'>): Scene {
  const words = chartWords[locale];
  const { textSize, width } = frame;
  const lineHeight = textSize * LINE_HEIGHT;
  const valued = marks.filter(hasValue);
  const textOf = (mark: Mark) => (hasValue(mark) ? mark.text : words.noFigure);
  const widest = Math.max(0, ...marks.map((mark) => textWidth(textOf(mark), textSize, 'value')));
  const below = widest > width * MOST_FOR_VALUES;
  const plotHeight = below ? THICKNESS + lineHeight + 2 : THICKNESS;
  const plan = planRows(
    marks.map((item) => ({ item, label: rowLabel(item, marks, locale) })),
    frame,
    { plotHeight },
  );
  const [least = 0, most = 0] = extent([0, ...valued.map((mark) => mark.value)]);
  const room = below ? 0 : widest + SPACE;
  const scale = scaleLinear(
    [least, most === least ? least + 1 : most],
    [plan.plotLeft + (least < 0 ? room : 0), width - room],
  );
  const zero = scale(0);
  const shapes: Shape[] = [];
  for (const { item, label, middle } of plan.rows) {
    shapes.push(label);
    const barTop = middle - plotHeight / 2;
    const end = hasValue(item) ? scale(item.value) : zero;
    if (hasValue(item))
      shapes.push({
        type: 'mark',
        id: item.id,
        paint: { kind: item.kind, tone: 1 },
        box: {
          x: round(Math.min(zero, end)),
          y: round(barTop),
          width: round(Math.abs(end - zero)),
          height: THICKNESS,
        },
      });
    const negative = !below && end < zero;
    shapes.push(
      placeText(
        hasValue(item) ? 'value' : 'note',
        [shorten(textOf(item), textSize, width - plan.plotLeft, 'value')],
        textSize,
        {
          x: below ? plan.plotLeft : negative ? end - SPACE : end + SPACE,
          top: below ? barTop + THICKNESS + 2 : barTop + (THICKNESS - lineHeight) / 2,
          anchor: negative ? 'end' : 'start',
        },
      ),
    );
  }
  if (frame.layout === 'wide' || least < 0)
    shapes.push({ type: 'line', role: 'axis', x1: round(zero), y1: 0, x2: round(zero), y2: round(plan.bottom) });
  return { width, height: round(plan.bottom), shapes };
}

export const bars: ChartKind = {
  place: placeBars,
  heightInMargin: 190,
  example: {
    unit: 'mu',
    series: ['one', 'two'],
    observations: [
      exampleArea('one', 'one', '2000', '3'),
      exampleArea('two', 'two', '2000', '5', { qualifier: 'approx' }),
    ],
  },
};
