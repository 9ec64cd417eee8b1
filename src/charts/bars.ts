import { extent, scaleLinear } from 'd3';
import { chartWords } from '../i18n/charts.ts';
import type { Locale } from '../model/locale.ts';
import { hasValue, type Mark, rowLabel } from './marks.ts';
import { planRows } from './rows.ts';
import { type Frame, round, type Scene, type Shape } from './scene.ts';
import { LINE_HEIGHT, placeText, textWidth } from './text.ts';

const THICKNESS = 24;
const SPACE = 7;

/**
 * Horizontal bars from one zero line, one row a value, each with its value at its end. Negative bars go left.
 * Values that stand in no stated relation to each other are drawn so: side by side, never stacked.
 */
export function placeBars(marks: readonly Mark[], frame: Frame, locale: Locale): Scene {
  const words = chartWords[locale];
  const { textSize, width } = frame;
  const plan = planRows(
    marks.map((item) => ({ item, label: rowLabel(item, marks, locale) })),
    frame,
    { plotHeight: THICKNESS },
  );
  const valued = marks.filter(hasValue);
  const widest = Math.max(0, ...marks.map((mark) => textWidth(mark.text || words.noFigure, textSize)));
  const [least = 0, most = 0] = extent([0, ...valued.map((mark) => mark.value)]);
  const roomLeft = least < 0 ? widest + SPACE : 0;
  const scale = scaleLinear(
    [least, most === least ? least + 1 : most],
    [plan.plotLeft + roomLeft, Math.max(plan.plotLeft + roomLeft, width - widest - SPACE)],
  );
  const zero = scale(0);
  const shapes: Shape[] = [];
  for (const { item, label, middle } of plan.rows) {
    shapes.push(label);
    const top = middle - (textSize * LINE_HEIGHT) / 2;
    if (!hasValue(item)) {
      shapes.push(placeText('note', [words.noFigure], textSize, { x: zero + SPACE, top }));
      continue;
    }
    const end = scale(item.value);
    shapes.push({
      type: 'mark',
      id: item.id,
      paint: { kind: item.kind, tone: 1 },
      box: {
        x: round(Math.min(zero, end)),
        y: round(middle - THICKNESS / 2),
        width: round(Math.abs(end - zero)),
        height: THICKNESS,
      },
    });
    const negative = item.value < 0;
    shapes.push(
      placeText('value', [item.text], textSize, {
        x: negative ? end - SPACE : end + SPACE,
        top,
        anchor: negative ? 'end' : 'start',
      }),
    );
  }
  if (frame.layout === 'wide' || least < 0)
    shapes.push({ type: 'line', role: 'axis', x1: round(zero), y1: 0, x2: round(zero), y2: round(plan.bottom) });
  return { width, height: round(plan.bottom), shapes };
}
