import { scaleLinear } from 'd3';
import { chartWords } from '../../language/messages/charts.ts';
import type { ObservationKind } from '../../model/dataset.ts';
import type { Locale } from '../../model/locale.ts';
import { spanOf, yearsOf, yearTicks } from '../axes.ts';
import { type ChartKind, exampleArea } from '../kind.ts';
import { planRows } from '../rows.ts';
import { type Frame, round, type Scene, type Shape } from '../scene.ts';
import { LINE_HEIGHT, placeText, shorten, textWidth } from '../text.ts';

/** One thing on a timeline: a year, a day, a span, or nothing where no date is stated. */
interface TimelineItem {
  readonly id: string;
  readonly label: string;
  /** A period as data, or `undefined`. */
  readonly period: string | undefined;
  /** What is beside its mark: a date or a value in words. */
  readonly text: string;
  readonly kind: ObservationKind;
  /** The day from which time runs towards the item's, such as that of the reply which promises it. */
  readonly from?: string;
  /** Whether its words are muted, as those of what is still to come are. */
  readonly quiet?: boolean;
}

const THICKNESS = 12;
const RADIUS = 8;
/** How much of a span without a stated start is drawn as open. */
const OPENING = 30;
/** The least distance of today's line from words, and the shortest piece of it that is drawn, in CSS pixels. */
const GAP = 3;

/** Items on one scale of years, a row each, with a line for `today` (a calendar day) where one is given. */
export function placeTimeline(items: readonly TimelineItem[], frame: Frame, locale: Locale, today?: string): Scene {
  const words = chartWords[locale];
  const { textSize, width } = frame;
  const lineHeight = textSize * LINE_HEIGHT;
  const spans = items.map((item) => (item.period === undefined ? undefined : spanOf(item.period)));
  const now = today === undefined ? undefined : yearsOf(today, 'start');
  const starts = items.map(({ from }) => (from === undefined ? undefined : yearsOf(from, 'start')));
  const points = [
    ...spans.flatMap((span) => (span ? [span.start ?? span.end, span.end] : [])),
    ...starts.flatMap((start) => start ?? []),
    ...(now === undefined ? [] : [now]),
  ];
  const first = Math.floor(Math.min(...points));
  const last = Math.ceil(Math.max(...points));
  const dated = points.length > 0;
  const head = dated ? lineHeight * (now === undefined ? 1 : 2) + 12 : 0;
  const plan = planRows(
    items.map((item) => ({ item, label: item.label })),
    frame,
    { plotHeight: THICKNESS + 4 + lineHeight, top: head, markHeight: THICKNESS },
  );
  const left = plan.plotLeft + 10;
  const right = width - 10;
  const scale = scaleLinear(dated ? [first, Math.max(last, first + 1)] : [0, 1], [left, right]);
  const shapes: Shape[] = [];
  const years: number[] = [];
  if (dated) {
    const top = head - lineHeight - 8;
    let labelEnd = Number.NEGATIVE_INFINITY;
    for (const year of yearTicks(first, Math.max(last, first + 1) - 1, Math.floor((right - left) / 52))) {
      years.push(round(scale(year)));
      const half = textWidth(String(year), textSize) / 2;
      const centre = Math.min(Math.max(scale(year + 0.5), left + half), width - half);
      if (centre - half < labelEnd + 4) continue;
      shapes.push(placeText('note', [String(year)], textSize, { x: centre, top, anchor: 'middle' }));
      labelEnd = centre + half;
    }
    if (last > first) years.push(round(scale(last)));
    if (now !== undefined) {
      const x = scale(now);
      const half = textWidth(words.today, textSize, 'value') / 2;
      const centre = Math.min(Math.max(x, plan.plotLeft + half), width - half);
      shapes.push(placeText('value', [words.today], textSize, { x: centre, top: 0, anchor: 'middle' }));
    }
  }
  plan.rows.forEach(({ item, label, middle }, index) => {
    shapes.push(label);
    const span = spans[index];
    const y = middle - (THICKNESS + 4 + lineHeight) / 2;
    const role = span && !item.quiet ? 'value' : 'note';
    const text = shorten(item.text, textSize, width - plan.plotLeft, role);
    const size = textWidth(text, textSize, role);
    let wordsEnd = plan.plotLeft + size;
    if (span) {
      const end = scale(span.end);
      const start = scale(span.start ?? first);
      const from = starts[index];
      if (from !== undefined && scale(from) < start) {
        const at = round(y + THICKNESS / 2);
        shapes.push({ type: 'line', role: 'axis', x1: round(scale(from)), y1: at, x2: round(start), y2: at });
        shapes.push({
          type: 'line',
          role: 'axis',
          x1: round(scale(from)),
          y1: at - 4,
          x2: round(scale(from)),
          y2: at + 4,
        });
      }
      const at = round(y + THICKNESS / 2);
      if (end - start < 3)
        shapes.push({
          type: 'diamond',
          of: item.id,
          x: round(end),
          y: at,
          radius: RADIUS,
          hollow: item.kind !== 'actual',
        });
      else shapes.push(...spanLines(item, { from: start, to: end, at, open: span.start === undefined }));
      wordsEnd = Math.min(Math.max(end + RADIUS, plan.plotLeft + size), width);
    }
    shapes.push(placeText(role, [text], textSize, { x: wordsEnd, top: y + THICKNESS + 3, anchor: 'end' }));
  });
  const bottom = plan.bottom;
  const under = years.flatMap((x) => verticalLine('grid', x, head - 6, bottom, shapes));
  const over = now === undefined ? [] : verticalLine('today', round(scale(now)), lineHeight + 1, bottom, shapes);
  return { width, height: round(bottom), shapes: [...under, ...shapes, ...over] };
}

/** A span of time: a thick line, closed at the ends that are stated. Its length is time, never a value. */
function spanLines(
  { id, kind }: TimelineItem,
  { from, to, at, open }: { from: number; to: number; at: number; open: boolean },
): Shape[] {
  const role = kind === 'actual' ? 'span' : 'span-open';
  const opening = open ? Math.min(to, from + OPENING) : from;
  const end = (x: number): Shape => ({
    type: 'line',
    role: 'axis',
    x1: round(x),
    y1: at - 6,
    x2: round(x),
    y2: at + 6,
  });
  const stroke = (x1: number, x2: number, own: 'span' | 'span-open'): Shape => ({
    type: 'line',
    role: own,
    of: id,
    x1: round(x1),
    y1: at,
    x2: round(x2),
    y2: at,
  });
  return [
    ...(opening > from ? [stroke(from, opening, 'span-open')] : [end(from)]),
    ...(to > opening ? [stroke(opening, to, role)] : []),
    end(to),
  ];
}

/** A line from `top` to `bottom`, broken where it would run through words. */
function verticalLine(
  role: 'grid' | 'today',
  x: number,
  top: number,
  bottom: number,
  shapes: readonly Shape[],
): Shape[] {
  const crossed = shapes
    .flatMap((shape) => (shape.type === 'text' ? [shape.box] : []))
    .filter((box) => box.x - GAP < x && x < box.x + box.width + GAP && box.y + box.height > top)
    .sort((one, other) => one.y - other.y);
  const ends = [...crossed.map((box) => box.y), bottom];
  const starts = [top, ...crossed.map((box) => box.y + box.height)];
  return ends.flatMap((end, index): Shape[] => {
    const start = starts[index] ?? end;
    return end - start < GAP ? [] : [{ type: 'line', role, x1: x, y1: round(start), x2: x, y2: round(end) }];
  });
}

export const timeline: ChartKind = {
  swatch: ({ kind }) => ({ type: 'diamond', x: 13, y: 8, radius: 6, hollow: kind !== 'actual' }),
  place: ({ marks, frame, locale }) =>
    placeTimeline(
      marks.map(({ id, label, value, period, text, kind }) => ({
        id,
        label,
        period: value === undefined ? undefined : period,
        text,
        kind,
      })),
      frame,
      locale,
    ),
  example: {
    unit: 'mu',
    series: ['one', 'two'],
    observations: [
      exampleArea('done', 'one', '2001-06-30', '2'),
      exampleArea('due', 'two', '2002-12-31', '3', { kind: 'plan' }),
    ],
  },
};
