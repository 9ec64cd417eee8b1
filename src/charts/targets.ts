import { scaleLinear } from 'd3';
import { chartWords } from '../i18n/charts.ts';
import type { Locale } from '../model/locale.ts';
import { hasValue, type Mark, type ValuedMark } from './marks.ts';
import { planRows } from './rows.ts';
import { type Frame, round, type Scene, type Shape } from './scene.ts';
import { LINE_HEIGHT, placeText, shorten, textWidth, wrap } from './text.ts';
import { tickText } from './ticks.ts';

const TRACK = 12;

interface Goal {
  readonly label: string;
  readonly targets: readonly ValuedMark[];
  readonly results: readonly ValuedMark[];
}

/**
 * Targets on a scale from zero (to 100 for shares), one row a series: the target a diamond, what has been reached, where a source
 * says it, a solid bar up to it. Where no result is published the track stays empty, and a line under the chart says so.
 */
export function placeTargets(
  marks: readonly Mark[],
  frame: Frame,
  locale: Locale,
  { share, suffix }: { share: boolean; suffix: string },
): Scene {
  const words = chartWords[locale];
  const { textSize, width } = frame;
  const lineHeight = textSize * LINE_HEIGHT;
  const goals = goalsOf(marks);
  const values = goals.flatMap(({ targets, results }) => [...targets, ...results].map((mark) => mark.value));
  const least = Math.min(0, ...values);
  const most = Math.max(share ? 100 : 0, ...values);

  const plotHeight =
    TRACK + 10 + Math.max(1, ...goals.map((goal) => goal.targets.length + goal.results.length)) * lineHeight;
  const plan = planRows(
    goals.map((item) => ({ item, label: item.label })),
    frame,
    { plotHeight },
  );
  const left = plan.plotLeft;
  const right = width - 9;
  const scale = scaleLinear([least, most === least ? least + 1 : most], [left, right]);
  const shapes: Shape[] = [];
  plan.rows.forEach(({ item, label, middle }) => {
    shapes.push(label);
    const y = middle - plotHeight / 2 + 5;
    shapes.push({ type: 'track', box: { x: round(left), y: round(y), width: round(right - left), height: TRACK } });
    for (const mark of item.results.slice(-1))
      shapes.push({
        type: 'mark',
        id: mark.id,
        paint: { kind: mark.kind, tone: 1 },
        box: {
          x: round(Math.min(scale(0), scale(mark.value))),
          y: round(y),
          width: round(Math.abs(scale(mark.value) - scale(0))),
          height: TRACK,
        },
      });
    for (const mark of item.targets) {
      const x = round(scale(mark.value));
      shapes.push({ type: 'line', role: 'target', x1: x, y1: round(y - 5), x2: x, y2: round(y + TRACK + 7) });
      shapes.push({ type: 'diamond', x, y: round(y + TRACK / 2), radius: 8, hollow: true });
    }
    let top = y + TRACK + 6;
    for (const mark of [...item.targets, ...item.results]) {
      const isTarget = item.targets.includes(mark);
      const text = shorten(isTarget ? words.targetBy(mark.text, mark.periodLabel) : mark.text, textSize, width - left);
      const half = textWidth(text, textSize) / 2;
      const x = Math.max(left + half, Math.min(scale(mark.value), width - half));
      shapes.push(placeText('value', [text], textSize, { x, top, anchor: 'middle' }));
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
  const middleFits = leastWidth <= half && mostWidth - 9 <= half;
  const bothFit = leastWidth + mostWidth + 6 <= width - left;
  ends.forEach(({ value, text }, index) => {
    if ((index === 1 && !middleFits) || (index === 2 && !bothFit)) return;
    const anchor = (['start', 'middle', 'end'] as const)[index] ?? 'end';
    const x = index === 0 ? left : index === 1 ? scale(value) : width;
    shapes.push(placeText('note', [text], textSize, { x, top: axisTop, anchor }));
  });
  let height = axisTop + lineHeight;
  if (goals.some((goal) => goal.results.length === 0)) {
    const note = placeText('note', wrap(words.noResult, textSize, width, 6), textSize, { x: 0, top: height + 6 });
    shapes.push(note);
    height += 6 + note.box.height;
  }
  return { width, height: round(height), shapes };
}

/** Marks by series: what is aimed at (targets and plans), and what is (actual and computed values). */
function goalsOf(marks: readonly Mark[]): Goal[] {
  return [...new Set(marks.map((mark) => mark.series))].map((series) => {
    const own = marks.filter((mark) => mark.series === series);
    const valued = own.filter(hasValue);
    return {
      label: own[0]?.label ?? series,
      targets: valued.filter((mark) => mark.kind === 'target' || mark.kind === 'plan'),
      results: valued.filter((mark) => mark.kind === 'actual' || mark.kind === 'derived'),
    };
  });
}
