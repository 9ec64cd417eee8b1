import { scaleLinear } from 'd3';
import { chartWords } from '../../language/messages/charts.ts';
import { tickText } from '../axes.ts';
import { type ChartInput, type ChartKind, exampleValue } from '../kind.ts';
import { hasValue, type Mark, type ValuedMark } from '../marks.ts';
import { planRows } from '../rows.ts';
import { type Anchor, round, type Scene, type Shape } from '../scene.ts';
import { LINE_HEIGHT, placeText, shorten, textWidth, wrap } from '../text.ts';

const TRACK = 12;
const RADIUS = 8;

interface Goal {
  readonly label: string;
  readonly targets: readonly ValuedMark[];
  /** The latest value that a source reports; earlier ones stand in the table. */
  readonly result: ValuedMark | undefined;
}

/**
 * Targets on a scale from zero (to 100 for shares), one row a series: the target a diamond, what has been reached, where a source
 * says it, a solid bar up to it. Where no result is published the track stays empty, and a line under the chart says so.
 */
function placeTargets({ marks, frame, locale, scale: { share, suffix } }: ChartInput): Scene {
  const words = chartWords[locale];
  const { textSize, width } = frame;
  const lineHeight = textSize * LINE_HEIGHT;
  const goals = goalsOf(marks);
  const values = goals.flatMap(({ targets, result }) =>
    [...targets, ...(result ? [result] : [])].map((mark) => mark.value),
  );
  const least = Math.min(0, ...values);
  const highest = Math.max(share ? 100 : 0, ...values);
  const most = highest === least ? least + 1 : highest;

  const plotHeight =
    TRACK + 6 + Math.max(1, ...goals.map((goal) => goal.targets.length + (goal.result ? 1 : 0))) * lineHeight;
  const plan = planRows(
    goals.map((item) => ({ item, label: item.label })),
    frame,
    { plotHeight, markHeight: TRACK },
  );
  // A diamond at an end of the scale stays in the frame.
  const atLeast = goals.some(({ targets }) => targets.some((mark) => mark.value === least));
  const left = plan.plotLeft + (atLeast ? RADIUS + 1 : 0);
  const right = width - RADIUS - 1;
  const scale = scaleLinear([least, most], [left, right]);
  /** Words about the middle of what they name, or along the plot's end where they would leave it. */
  const beside = (at: number, text: string): { x: number; anchor: Anchor } => {
    const half = textWidth(text, textSize, 'value') / 2;
    if (at + half > width) return { x: width, anchor: 'end' };
    return at - half < plan.plotLeft ? { x: plan.plotLeft, anchor: 'start' } : { x: at, anchor: 'middle' };
  };
  const shapes: Shape[] = [];
  plan.rows.forEach(({ item, label, middle }) => {
    shapes.push(label);
    const y = middle - plotHeight / 2;
    shapes.push({ type: 'track', box: { x: round(left), y: round(y), width: round(right - left), height: TRACK } });
    if (item.result)
      shapes.push({
        type: 'mark',
        id: item.result.id,
        paint: { kind: item.result.kind, tone: 1 },
        box: {
          x: round(Math.min(scale(0), scale(item.result.value))),
          y: round(y),
          width: round(Math.abs(scale(item.result.value) - scale(0))),
          height: TRACK,
        },
      });
    for (const mark of item.targets) {
      const x = round(scale(mark.value));
      shapes.push({ type: 'diamond', x, y: round(y + TRACK / 2), radius: RADIUS, hollow: true });
    }
    let top = y + TRACK + 6;
    for (const mark of [...item.targets, ...(item.result ? [item.result] : [])]) {
      const text = shorten(
        mark === item.result
          ? words.periodValue(mark.periodLabel, mark.text)
          : words.targetBy(mark.text, mark.periodLabel),
        textSize,
        width - plan.plotLeft,
        'value',
      );
      shapes.push(placeText('value', [text], textSize, { ...beside(scale(mark.value), text), top }));
      top += lineHeight;
    }
  });
  if (plan.rows.length === 0) return { width, height: 0, shapes };
  const axisTop = plan.bottom + 8;
  const ends = [least, (least + most) / 2, most].map((value) => ({
    value,
    text: `${tickText(value, locale)}${suffix}`,
  }));
  const [leastWidth = 0, middleWidth = 0, mostWidth = 0] = ends.map(({ text }) => textWidth(text, textSize));
  const half = (right - left) / 2 - middleWidth / 2 - 6;
  const middleFits = leastWidth <= half && mostWidth <= half;
  const bothFit = leastWidth + mostWidth + 6 <= right - left;
  ends.forEach(({ value, text }, index) => {
    if ((index === 1 && !middleFits) || (index === 2 && !bothFit)) return;
    const anchor = (['start', 'middle', 'end'] as const)[index] ?? 'end';
    const x = index === 0 ? left : index === 1 ? scale(value) : right;
    shapes.push(placeText('note', [text], textSize, { x, top: axisTop, anchor }));
  });
  let height = axisTop + lineHeight;
  if (goals.some((goal) => goal.result === undefined)) {
    const note = placeText('note', wrap(words.noResult, textSize, width, 6), textSize, { x: 0, top: height + 6 });
    shapes.push(note);
    height += 6 + note.box.height;
  }
  return { width, height: round(height), shapes };
}

/** Marks by series: what is aimed at (targets and plans), and what is (the last actual or computed value). */
function goalsOf(marks: readonly Mark[]): Goal[] {
  return [...new Set(marks.map((mark) => mark.series))].map((series) => {
    const own = marks.filter((mark) => mark.series === series);
    const valued = own.filter(hasValue);
    return {
      label: own[0]?.label ?? series,
      targets: valued.filter((mark) => mark.kind === 'target' || mark.kind === 'plan'),
      result: valued.findLast((mark) => mark.kind === 'actual' || mark.kind === 'derived'),
    };
  });
}

export const targets: ChartKind = {
  place: placeTargets,
  swatch: ({ kind }) =>
    kind === 'target' || kind === 'plan' ? { type: 'diamond', x: 13, y: 8, radius: 6, hollow: true } : undefined,
  keyAlways: true,
  heightInMargin: 230,
  example: {
    unit: 'percent',
    series: ['one', 'two'],
    observations: [
      exampleValue('goal', 'one', '2005-12-31', ['90', 'percent', '%'], { kind: 'target' }),
      exampleValue('other-goal', 'two', '2005-12-31', ['60', 'percent', '%'], { kind: 'target' }),
    ],
  },
};
