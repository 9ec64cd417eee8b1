import { chartWords } from '../../language/messages/charts.ts';
import { type ChartInput, type ChartKind, exampleValue } from '../kind.ts';
import { hasValue, type Mark, type ValuedMark } from '../marks.ts';
import { isWide, round, type Scene, type Shape } from '../scene.ts';
import { LINE_HEIGHT, placeText, wrap } from '../text.ts';
import { placeBars, reachOfBars } from './bars.ts';

const MOST_DOTS = 200;

/** How many things a dot shows, so that a grid has at most 200 dots: 1, 10, 100 … */
function thingsPerDot(whole: number): number {
  let each = 1;
  while (whole / each > MOST_DOTS) each *= 10;
  return each;
}

/**
 * One dot a thing. Two series are a part and the whole that the source states (24 of 68); one series is a whole alone. Values that
 * cannot be counted in dots (fractions, negatives, a part larger than its whole, several periods) are drawn as bars.
 */
function placeDotGrid(input: ChartInput): Scene {
  const { marks, siblings, frame, locale } = input;
  const valued = marks.filter(hasValue);
  const [first, second] = valued;
  const whole = second ?? first;
  const part = second ? first : undefined;
  if (!whole || !isDotted(marks)) return placeBars(input);

  const { textSize, width } = frame;
  const words = chartWords[locale];
  // A dot is the same number in all grids of a figure.
  const each = thingsPerDot(Math.max(whole.value, ...siblings.filter(hasValue).map(({ value }) => value)));
  const dots = Math.round(whole.value / each);
  const filled = Math.round((part ?? whole).value / each);
  const columns = Math.min(dots, isWide(frame) ? 25 : 12);
  const step = Math.min(22, width / Math.max(1, columns));
  const radius = round(step * 0.36);
  const shapes: Shape[] = [];
  let y = 0;
  const say = (role: 'value' | 'note', text: string, of?: string) => {
    const placed = placeText(role, wrap(text, textSize, width, 3, role), textSize, { x: 0, top: y, of });
    shapes.push(placed);
    y += placed.box.height + 2;
  };
  for (const mark of part ? [part, whole] : [whole])
    say(mark === whole && part ? 'note' : 'value', `${mark.label} ${mark.text}`, mark.id);
  y += 8;
  for (let index = 0; index < dots; index += 1) {
    shapes.push({
      type: 'dot',
      paint: { kind: (part ?? whole).kind, tone: 1 },
      x: round((index % columns) * step + step / 2),
      y: round(y + Math.floor(index / columns) * step + step / 2),
      radius,
      hollow: index >= filled,
    });
  }
  y += Math.ceil(dots / columns) * step;
  if (each > 1) {
    y += 4;
    say('note', words.dotStandsFor(String(each)));
  }
  return { width, height: round(Math.max(y, textSize * LINE_HEIGHT)), shapes };
}

/** Whether marks are one whole, or a part and its whole, that can be counted in dots. */
function isDotted(marks: readonly Mark[]): boolean {
  const valued = marks.filter(hasValue);
  const [first, second, ...others] = valued;
  const whole = second ?? first;
  if (whole === undefined || others.length > 0 || valued.length !== marks.length) return false;
  return countable(whole, second ? first : undefined);
}

function countable(whole: ValuedMark, part: ValuedMark | undefined): boolean {
  const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0;
  if (!isCount(whole.value)) return false;
  return part === undefined || (isCount(part.value) && part.value <= whole.value);
}

export const dotGrid: ChartKind = {
  place: placeDotGrid,
  reach: (input) => (isDotted(input.marks) ? { least: 0, most: 0, room: 0 } : reachOfBars(input)),
  example: {
    unit: 'count',
    series: ['one', 'two'],
    observations: [
      exampleValue('some', 'one', '2000', ['24', 'count', '个']),
      exampleValue('others', 'two', '2000', ['36', 'count', '个']),
    ],
  },
};
