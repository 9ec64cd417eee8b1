import { extent, scaleLinear } from 'd3';
import { formatMoment } from '../../language/formats.ts';
import { parsePeriod } from '../../model/dates.ts';
import { placeTicks, placeUnit, spanOf, tickRoom, valueTicks } from '../axes.ts';
import { type ChartInput, type ChartKind, exampleArea, reachOf, unitLengthIn } from '../kind.ts';
import { hasValue, type ValuedMark } from '../marks.ts';
import { type Frame, isWide, overlaps, type PlacedText, round, type Scene, type Shape } from '../scene.ts';
import { placeMultiples } from '../small-multiples.ts';
import { LINE_HEIGHT, placeText, textWidth } from '../text.ts';

const plotHeight = (frame: Frame) => (isWide(frame) ? 220 : 170);
const RADIUS = 4.5;

interface Step {
  readonly mark: ValuedMark;
  /** In years. */
  readonly at: number;
}

/** The values of a series by the day up to which they count. */
function stepsOf(marks: ChartInput['marks']): Step[] {
  return marks
    .filter(hasValue)
    .flatMap((mark) => {
      const span = spanOf(mark.period);
      return span ? [{ mark, at: span.end }] : [];
    })
    .sort((one, other) => one.at - other.at);
}

/**
 * A growing total as it was reported: it keeps the last stated value until the day of the next statement. Planned
 * values are hollow and unconnected. Each of several series gets its own plot.
 */
function placeSteps(input: ChartInput): Scene {
  if (new Set(input.marks.map(({ series }) => series)).size > 1)
    return placeMultiples(
      input,
      ({ series }) => series,
      (own) => placePlot(own, { named: false }),
    );
  return placePlot(input);
}

function placePlot({ marks, siblings, frame, locale, scale }: ChartInput, { named = true } = {}): Scene {
  const { textSize, width } = frame;
  const lineHeight = textSize * LINE_HEIGHT;
  const steps = stepsOf(marks);
  const everywhere = stepsOf(siblings);
  const shapes: Shape[] = [];
  let top = lineHeight + RADIUS + 4;
  if (named) {
    const unit = placeUnit(scale.word, locale, frame);
    shapes.push(unit);
    top += unit.box.height + 4;
  }
  const reach = reachOf(steps.map(({ mark }) => mark));
  const unit = unitLengthIn(scale, { ...reach, room: plotHeight(frame) });
  const zero = top + reach.most * unit;
  const bottom = zero - reach.least * unit;
  const y = (value: number) => round(zero - value * unit);
  const ticks = valueTicks(reach, unit, textSize);
  const allTicks = valueTicks(reachOf(everywhere.map(({ mark }) => mark)), unit, textSize);
  const left = 10 + tickRoom([...ticks, ...allTicks], locale, textSize);
  const [first = 2000, last = 2001] = extent(everywhere, ({ at }) => at);
  const x = scaleLinear(first === last ? [first - 1, last + 1] : [first, last], [
    left + RADIUS + 2,
    width - RADIUS - 2,
  ]);
  shapes.push(...placeTicks(ticks, { left, right: width, at: y, locale, textSize }));
  const reported = steps.filter(({ mark }) => mark.kind === 'actual');
  if (reported.length > 1)
    shapes.push({
      type: 'path',
      role: 'series-1',
      points: reported.flatMap(({ mark, at }, index) => {
        const before = reported[index - 1];
        const here = [round(x(at)), y(mark.value)] as const;
        return before ? [[round(x(at)), y(before.mark.value)] as const, here] : [here];
      }),
    });
  const words: PlacedText[] = [];
  /** Puts words where they have room; the last statement comes first, since it is what is asked for. */
  const say = (text: PlacedText) => {
    if (!words.some((other) => overlaps(other.box, text.box))) words.push(text);
  };
  for (const { mark, at } of steps.toReversed()) {
    const centre = round(x(at));
    shapes.push({
      type: 'dot',
      of: mark.id,
      paint: { kind: mark.kind, tone: 1 },
      x: centre,
      y: y(mark.value),
      radius: RADIUS,
      hollow: mark.kind !== 'actual' || mark.qualifier !== 'exact',
    });
    const place = (text: string, role: 'value' | 'label', wordsTop: number) => {
      const half = textWidth(text, textSize, role) / 2;
      const from = role === 'value' ? left : 0;
      const middle = Math.min(Math.max(centre, from + half), width - half);
      if (middle - half >= from - 0.01)
        say(placeText(role, [text], textSize, { x: middle, top: wordsTop, anchor: 'middle', of: mark.id }));
    };
    place(mark.number, 'value', y(mark.value) - RADIUS - 3 - lineHeight);
    place(endInWords(mark.period, locale), 'label', bottom + lineHeight / 2 + 4);
  }
  shapes.push(...words);
  return { width, height: round(bottom + lineHeight * 1.5 + 4), shapes };
}

/** The day or year up to which a value counts. */
function endInWords(period: string, locale: ChartInput['locale']): string {
  const parsed = parsePeriod(period);
  const end =
    parsed === undefined
      ? period
      : parsed.kind === 'interval'
        ? parsed.end
        : parsed.kind === 'day'
          ? parsed.day
          : parsed.year;
  return formatMoment(end, locale);
}

export const steps: ChartKind = {
  place: placeSteps,
  reach: ({ marks, frame }) => ({ ...reachOf(marks.filter(hasValue)), room: plotHeight(frame) }),
  swatch: (paint) => ({ type: 'dot', paint, x: 13, y: 8, radius: RADIUS, hollow: paint.kind !== 'actual' }),
  onePeriodKind: true,
  example: {
    unit: 'mu',
    series: ['one'],
    observations: [
      exampleArea('first', 'one', '../2000-12-31', '2'),
      exampleArea('second', 'one', '../2001-06-30', '3'),
      exampleArea('third', 'one', '../2002-12-31', '6', { qualifier: 'approx' }),
    ],
  },
};
