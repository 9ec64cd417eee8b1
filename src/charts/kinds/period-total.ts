import { scaleLinear } from 'd3';
import { formatMoment } from '../../language/formats.ts';
import { chartWords } from '../../language/messages/charts.ts';
import { parsePeriod } from '../../model/dates.ts';
import type { Locale } from '../../model/locale.ts';
import { spanOf } from '../axes.ts';
import { type ChartInput, type ChartKind, exampleArea } from '../kind.ts';
import { hasValue, type Mark } from '../marks.ts';
import { type Frame, type PlacedText, round, type Scene, type Shape } from '../scene.ts';
import { LINE_HEIGHT, placeText, textWidth, wrap } from '../text.ts';

const FIGURE_SIZE = 34;
const THICKNESS = 10;
const OPEN_END = 40;

/**
 * Totals over a span: the figure large, and under it the span that it covers on one scale of time. The mark's length is time, never the
 * value. Where the source states no start, the mark's left end is left open and says so.
 */
function placePeriodTotals({ marks, frame, locale }: ChartInput): Scene {
  const words = chartWords[locale];
  const { textSize, width } = frame;
  const lineHeight = textSize * LINE_HEIGHT;
  const spans = marks.map((mark) => spanOf(mark.period));
  const stated = spans.flatMap((span) => (span ? [span.end, ...(span.start === undefined ? [] : [span.start])] : []));
  const [first, last] = [Math.min(...stated), Math.max(...stated)];
  const scale = scaleLinear(first < last ? [first, last] : [last - 1, last], [OPEN_END, width]);

  const shapes: Shape[] = [];
  let y = 0;
  marks.forEach((mark, index) => {
    const span = spans[index];
    if (index > 0) y += 26;
    if (marks.length > 1 || !hasValue(mark)) {
      const label = placeText('label', wrap(mark.label, textSize, width, 2), textSize, { x: 0, top: y });
      shapes.push(label);
      y += label.box.height + 2;
    }
    if (!hasValue(mark) || !span) {
      shapes.push(placeText('note', [words.noFigure], textSize, { x: 0, top: y }));
      y += lineHeight;
      return;
    }
    const size = Math.min(FIGURE_SIZE, (FIGURE_SIZE * width) / textWidth(mark.text, FIGURE_SIZE, 'figure'));
    shapes.push(placeText('figure', [mark.text], size, { x: 0, top: y }));
    y += size * LINE_HEIGHT + 8;

    const open = span.start === undefined;
    const left = span.start === undefined ? 0 : Math.min(scale(span.start), scale(span.end) - 2);
    const right = scale(span.end);
    shapes.push({
      type: 'mark',
      id: mark.id,
      paint: { kind: mark.kind, tone: 1 },
      openStart: open,
      box: { x: round(left), y: round(y), width: round(right - left), height: THICKNESS },
    });
    y += THICKNESS;
    for (const at of open ? [right] : [left, right]) {
      const tick = round(Math.min(Math.max(at, 0.5), width - 0.5));
      shapes.push({ type: 'line', role: 'axis', x1: tick, y1: round(y - THICKNESS), x2: tick, y2: round(y + 6) });
    }
    y += 8;
    const labels = placeEnds(endLabels(mark, locale), { left, right, top: y, frame });
    shapes.push(...labels);
    y = Math.max(...labels.map(({ box }) => box.y + box.height));
  });
  return { width, height: round(y), shapes };
}

interface EndPlan {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly frame: Frame;
}

/** The words under a span: at its two ends where they have room there, one under the other where not. */
function placeEnds({ start, end }: EndLabels, { left, right, top, frame }: EndPlan): PlacedText[] {
  const { textSize, width } = frame;
  const endWidth = textWidth(end, textSize);
  if (start === undefined) {
    // A year or a day: one label, about the middle of its mark.
    const x = Math.min(Math.max((left + right) / 2, endWidth / 2), width - endWidth / 2);
    return [placeText('label', [end], textSize, { x, top, anchor: 'middle' })];
  }
  const endAt = Math.max(right, endWidth);
  const { words } = start;
  const role = start.stated ? 'label' : 'note';
  const startWidth = textWidth(words, textSize, role);
  const startAt = Math.max(0, Math.min(left, endAt - endWidth - 12 - startWidth));
  const ends = placeText('label', [end], textSize, { x: endAt, top, anchor: 'end' });
  if (startAt + startWidth + 12 <= endAt - endWidth)
    return [placeText(role, [words], textSize, { x: startAt, top }), ends];
  const below = top + textSize * LINE_HEIGHT + 2;
  return [ends, placeText(role, wrap(words, textSize, width, 2, role), textSize, { x: 0, top: below })];
}

interface EndLabels {
  /** `undefined` for a year or a day, which has no two ends to name; `stated` is whether the source says it. */
  readonly start: { readonly words: string; readonly stated: boolean } | undefined;
  readonly end: string;
}

/** What stands under a span's ends. */
function endLabels(mark: Mark, locale: Locale): EndLabels {
  const parsed = parsePeriod(mark.period);
  if (parsed?.kind !== 'interval') return { start: undefined, end: mark.periodLabel };
  const start =
    parsed.start === undefined
      ? { words: chartWords[locale].startNotStated, stated: false }
      : { words: formatMoment(parsed.start, locale), stated: true };
  return { start, end: formatMoment(parsed.end, locale) };
}

export const periodTotal: ChartKind = {
  place: placePeriodTotals,
  heightInMargin: 130,
  example: {
    unit: 'mu',
    series: ['one'],
    observations: [exampleArea('total', 'one', '../2002-12-31', '6', { qualifier: 'approx' })],
  },
};
