import { scaleLinear } from 'd3';
import { chartWords } from '../i18n/charts.ts';
import type { Locale } from '../model/locale.ts';
import { hasValue, type Mark, type ValuedMark } from './marks.ts';
import { planRows } from './rows.ts';
import { type Frame, round, type Scene, type Shape } from './scene.ts';
import { LINE_HEIGHT, placeText, textWidth } from './text.ts';
import { tickText } from './ticks.ts';

const TRACK = 12;

interface Goal {
  readonly label: string;
  readonly targets: readonly ValuedMark[];
  readonly results: readonly ValuedMark[];
}

/**
 * Targets on a scale from zero (to 100 for shares), one row a series: the target a diamond, what has been reached, where a source
 * says it, a solid bar up to it. Nothing is drawn where no result is published, and the row says so.
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

  const noteTexts = goals.map(({ targets, results }) => [
    ...targets.map((mark) => words.target(mark.text)),
    ...(results.length === 0 ? [words.noResult] : results.map((mark) => mark.text)),
  ]);
  const lines = Math.max(1, ...noteTexts.map((texts) => texts.length));
  const plotHeight = TRACK + 10 + lines * lineHeight;
  const plan = planRows(
    goals.map((item) => ({ item, label: item.label })),
    frame,
    { plotHeight },
  );
  const left = plan.plotLeft + 9;
  const right = width - 9;
  const scale = scaleLinear([least, most === least ? least + 1 : most], [left, right]);
  const shapes: Shape[] = [];
  plan.rows.forEach(({ item, label, middle }, index) => {
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
    for (const [at, text] of (noteTexts[index] ?? []).entries()) {
      const mark = item.targets[at];
      const half = textWidth(text, textSize) / 2;
      const x = mark ? Math.max(plan.plotLeft + half, Math.min(scale(mark.value), width - half)) : plan.plotLeft;
      shapes.push(placeText(mark ? 'value' : 'note', [text], textSize, { x, top, anchor: mark ? 'middle' : 'start' }));
      top += lineHeight;
    }
  });
  if (plan.rows.length === 0) return { width, height: 0, shapes };
  const axisTop = plan.bottom + 8;
  const ends = [least, most].map((value) => ({ value, text: `${tickText(value, locale)}${suffix}` }));
  ends.forEach(({ text }, index) => {
    const x = index === 0 ? plan.plotLeft : width;
    shapes.push(placeText('note', [text], textSize, { x, top: axisTop, anchor: index === 0 ? 'start' : 'end' }));
  });
  return { width, height: round(axisTop + lineHeight), shapes };
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
