import { chartWords } from '../../language/messages/charts.ts';
import { languageOf } from '../../model/locale.ts';
import { type ChartInput, type ChartKind, exampleArea, reachOf, unitLengthIn } from '../kind.ts';
import { hasValue, type Mark, type ValuedMark } from '../marks.ts';
import { planRows } from '../rows.ts';
import { round, type Scene, type Shape } from '../scene.ts';
import { LINE_HEIGHT, placeText, wrap } from '../text.ts';

const RADIUS = 6;
const DOT_ROW = 18;
const GAP = 6;

/** The statements of one period, the one in force last. */
interface Stated {
  readonly label: string;
  readonly marks: readonly Mark[];
}

/** Each series and period with what was stated of it, in the order of the dataset, which is that of the replies. */
function statedOf(marks: readonly Mark[], locale: ChartInput['locale']): Stated[] {
  const several = new Set(marks.map(({ series }) => series)).size > 1;
  const groups = new Map<string, Mark[]>();
  for (const mark of marks) {
    const key = `${mark.series}\n${mark.period}\n${mark.kind}`;
    groups.set(key, [...(groups.get(key) ?? []), mark]);
  }
  const { comma } = languageOf(locale).punctuation;
  return [...groups.values()].map((own) => {
    const [first] = own;
    const label = first?.label ?? '';
    const when = first?.periodLabel ?? '';
    return {
      label: when === '' ? label : several ? label + comma + when : when,
      marks: own.toSorted((one, other) => Number(other.superseded) - Number(one.superseded)),
    };
  });
}

function plan({ marks, frame, locale }: ChartInput) {
  const { textSize, width } = frame;
  const words = chartWords[locale];
  const items = statedOf(marks, locale).map((item) => ({ item, label: item.label }));
  const linesOf = (mark: Mark, room: number) => {
    if (!hasValue(mark)) return [words.noFigure];
    const value = mark.superseded ? words.withdrawn(mark.text) : mark.text;
    return wrap(mark.reply === undefined ? value : words.statedIn(value, mark.reply), textSize, room, 3, 'value');
  };
  const { plotLeft } = planRows(items, frame, { plotHeight: DOT_ROW });
  const room = width - plotLeft;
  const heightOf = (mark: Mark) => DOT_ROW + linesOf(mark, room).length * textSize * LINE_HEIGHT + GAP;
  const rows = planRows(items, frame, {
    plotHeight: (item) => item.marks.reduce((sum, mark) => sum + heightOf(mark), -GAP),
    markHeight: DOT_ROW,
  });
  const left = plotLeft + RADIUS + 1;
  return { rows, room, linesOf, left, reach: { ...reachOf(marks.filter(hasValue)), room: width - RADIUS - 1 - left } };
}

/**
 * One indicator as successive replies stated it: a dot for each statement, at the end of a line as long as its value,
 * with the reply that states it. A value that a later reply replaced stays, hollow, with a line to the one in force.
 */
function placeRevisions(input: ChartInput): Scene {
  const { frame, scale } = input;
  const { textSize, width } = frame;
  const { rows, room, linesOf, left, reach } = plan(input);
  const unit = unitLengthIn(scale, reach);
  const zero = left - reach.least * unit;
  const shapes: Shape[] = [];
  for (const { item, label, top } of rows.rows) {
    shapes.push(label);
    let y = top;
    let before: { x: number; y: number } | undefined;
    for (const mark of item.marks) {
      const at = round(y + DOT_ROW / 2);
      if (hasValue(mark)) {
        const x = round(zero + mark.value * unit);
        shapes.push({ type: 'line', role: 'axis', of: mark.id, x1: round(zero), y1: at, x2: x, y2: at });
        if (before) shapes.push({ type: 'line', role: 'grid', x1: before.x, y1: before.y, x2: x, y2: at });
        shapes.push(dot(mark, x, at));
        before = { x, y: at };
      }
      y += DOT_ROW;
      const lines = linesOf(mark, room);
      const role = mark.superseded || !hasValue(mark) ? 'note' : 'value';
      shapes.push(
        placeText(role, lines, textSize, { x: rows.plotLeft, top: y, of: hasValue(mark) ? mark.id : undefined }),
      );
      y += lines.length * textSize * LINE_HEIGHT + GAP;
    }
    shapes.push({
      type: 'line',
      role: 'axis',
      x1: round(zero),
      y1: round(top),
      x2: round(zero),
      y2: round(top + DOT_ROW),
    });
  }
  return { width, height: round(rows.bottom), shapes };
}

const dot = (mark: ValuedMark, x: number, y: number): Shape => ({
  type: 'dot',
  of: mark.id,
  paint: { kind: mark.kind, tone: 1 },
  x,
  y,
  radius: RADIUS,
  hollow: mark.superseded || mark.kind !== 'actual',
});

export const revisions: ChartKind = {
  place: placeRevisions,
  reach: (input) => plan(input).reach,
  showsSuperseded: true,
  swatch: (paint) => ({ type: 'dot', paint, x: 13, y: 8, radius: RADIUS, hollow: paint.kind !== 'actual' }),
  example: {
    unit: 'mu',
    series: ['one'],
    observations: [
      exampleArea('first', 'one', '2001', '3'),
      exampleArea('corrected', 'one', '2001', '4', { supersedes: 'first' }),
      exampleArea('next', 'one', '2002', '5'),
    ],
  },
};
