import { chartWords } from '../../language/messages/charts.ts';
import { isPlanned } from '../../model/dataset.ts';
import type { Locale } from '../../model/locale.ts';
import { tickText } from '../axes.ts';
import { type ChartInput, type ChartKind, exampleValue, reachOf, unitLengthIn } from '../kind.ts';
import { hasValue, type Mark, type ValuedMark } from '../marks.ts';
import { planRows } from '../rows.ts';
import { type Anchor, round, type Scene, type Shape } from '../scene.ts';
import { LINE_HEIGHT, placeText, textWidth, wrap } from '../text.ts';

const TRACK = 16;
const RADIUS = 8;

interface Goal {
  readonly label: string;
  readonly targets: readonly ValuedMark[];
  /** The latest value that a source reports; earlier ones are in the table. */
  readonly result: ValuedMark | undefined;
}

/** What is written under a goal's track, each with the mark that it is about; what is not published is about none. */
function wordsOf({ targets, result }: Goal, locale: Locale): { text: string; mark: ValuedMark | undefined }[] {
  const words = chartWords[locale];
  return [
    ...targets.map((mark) => ({ text: words.targetBy(mark.text, mark.periodLabel), mark })),
    result
      ? { text: words.resultIs(result.text, result.periodLabel), mark: result }
      : { text: words.noResult, mark: undefined },
  ];
}

/** Rows with their labels, and the room that their scale has. */
function plan({ marks, frame, locale, scale: { share } }: ChartInput) {
  const goals = goalsOf(marks);
  const { textSize, width } = frame;
  const items = goals.map((item) => ({ item, label: item.label }));
  const { plotLeft } = planRows(items, frame, { plotHeight: TRACK });
  const linesOf = (goal: Goal) =>
    wordsOf(goal, locale).map(({ text, mark }) => ({
      mark,
      lines: wrap(text, textSize, width - plotLeft, 3, 'value'),
    }));
  const rows = planRows(items, frame, {
    plotHeight: (goal) => TRACK + 6 + linesOf(goal).flatMap(({ lines }) => lines).length * textSize * LINE_HEIGHT,
    markHeight: TRACK,
  });
  const values = goals.flatMap(({ targets, result }) => [...targets, ...(result ? [result] : [])]);
  const { least, most } = reachOf(share ? [...values, { value: 100 }] : values);
  // A diamond at an end of the scale stays in the frame.
  const atLeast = values.some(({ value, kind }) => value === least && kind !== 'actual');
  const left = plotLeft + (atLeast ? RADIUS + 1 : 0);
  return { rows, linesOf, left, reach: { least, most, room: width - RADIUS - 1 - left } };
}

/**
 * Progress towards targets, on a scale from zero (to 100 for shares), one row a series: the target a diamond, what has been reached,
 * where a source says it, a solid bar up to it. Where no result is published what lies before the target is outlined as unknown, in
 * words too.
 */
function placeTargets(input: ChartInput): Scene {
  const { frame, scale } = input;
  const { textSize, width } = frame;
  const lineHeight = textSize * LINE_HEIGHT;
  const { rows, linesOf, left, reach } = plan(input);
  const unit = unitLengthIn(scale, reach);
  const at = (value: number) => left + (value - reach.least) * unit;
  const zero = at(0);
  const right = at(reach.most);
  /** Words about the middle of what they name, or along the plot's end where they would leave it. */
  const beside = (x: number, lines: readonly string[]): { x: number; anchor: Anchor } => {
    const half = Math.max(...lines.map((line) => textWidth(line, textSize, 'value'))) / 2;
    if (x + half > width) return { x: width, anchor: 'end' };
    return x - half < rows.plotLeft ? { x: rows.plotLeft, anchor: 'start' } : { x, anchor: 'middle' };
  };
  const shapes: Shape[] = [];
  for (const { item, label, top: y } of rows.rows) {
    shapes.push(label);
    const { targets, result } = item;
    const row = (value: number) => ({
      x: round(Math.min(zero, at(value))),
      y: round(y),
      width: round(Math.abs(at(value) - zero)),
      height: TRACK,
    });
    shapes.push({
      type: 'line',
      role: 'grid',
      x1: round(left),
      y1: round(y + TRACK),
      x2: round(right),
      y2: round(y + TRACK),
    });
    if (result)
      shapes.push({
        type: 'mark',
        of: result.id,
        along: 'x',
        paint: { kind: result.kind, tone: 1 },
        box: row(result.value),
      });
    else {
      const farthest = targets.toSorted((one, other) => Math.abs(other.value) - Math.abs(one.value))[0];
      if (farthest) shapes.push({ type: 'unknown', box: row(farthest.value) });
    }
    shapes.push({
      type: 'line',
      role: 'axis',
      x1: round(zero),
      y1: round(y - 3),
      x2: round(zero),
      y2: round(y + TRACK + 3),
    });
    for (const mark of targets) {
      const x = round(at(mark.value));
      shapes.push({ type: 'diamond', of: mark.id, x, y: round(y + TRACK / 2), radius: RADIUS, hollow: true });
    }
    let top = y + TRACK + 6;
    for (const { mark, lines } of linesOf(item)) {
      const place = mark ? beside(at(mark.value), lines) : { x: rows.plotLeft };
      shapes.push(placeText(mark ? 'value' : 'note', lines, textSize, { ...place, top, of: mark?.id }));
      top += lines.length * lineHeight;
    }
  }
  if (rows.rows.length === 0) return { width, height: 0, shapes };
  const axisTop = rows.bottom + 8;
  shapes.push(...scaleEnds(input, { ...reach, at, left, right, top: axisTop }));
  return { width, height: round(axisTop + lineHeight), shapes };
}

/** The numbers at the ends and the middle of the scale, as far as they have room. */
function scaleEnds(
  { frame: { textSize }, locale, scale: { suffix } }: ChartInput,
  {
    least,
    most,
    at,
    left,
    right,
    top,
  }: { least: number; most: number; at: (value: number) => number; left: number; right: number; top: number },
): Shape[] {
  const ends = [least, (least + most) / 2, most].map((value) => ({ value, text: tickText(value, locale) + suffix }));
  const [leastWidth = 0, middleWidth = 0, mostWidth = 0] = ends.map(({ text }) => textWidth(text, textSize));
  const half = (right - left) / 2 - middleWidth / 2 - 6;
  const middleFits = leastWidth <= half && mostWidth <= half;
  const bothFit = leastWidth + mostWidth + 6 <= right - left;
  return ends.flatMap(({ value, text }, index): Shape[] => {
    if ((index === 1 && !middleFits) || (index === 2 && !bothFit)) return [];
    const anchor = (['start', 'middle', 'end'] as const)[index] ?? 'end';
    return [
      placeText('note', [text], textSize, { x: index === 0 ? left : index === 1 ? at(value) : right, top, anchor }),
    ];
  });
}

/** Marks by series: what is aimed at (targets and plans), and what is (the last actual or computed value). */
function goalsOf(marks: readonly Mark[]): Goal[] {
  return [...new Set(marks.map((mark) => mark.series))].map((series) => {
    const own = marks.filter((mark) => mark.series === series);
    const valued = own.filter(hasValue);
    return {
      label: own[0]?.label ?? series,
      targets: valued.filter(isPlanned),
      result: valued.findLast((mark) => mark.kind === 'actual' || mark.kind === 'derived'),
    };
  });
}

export const targets: ChartKind = {
  place: placeTargets,
  swatch: (paint) => (isPlanned(paint) ? { type: 'diamond', x: 13, y: 8, radius: 6, hollow: true } : undefined),
  reach: (input) => plan(input).reach,
  keyAlways: true,
  example: {
    unit: 'percent',
    series: ['one', 'two'],
    observations: [
      exampleValue('goal', 'one', '2005-12-31', ['90', 'percent', '%'], { kind: 'target' }),
      exampleValue('other-goal', 'two', '2005-12-31', ['60', 'percent', '%'], { kind: 'target' }),
    ],
  },
};
