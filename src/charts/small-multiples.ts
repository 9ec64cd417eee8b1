import { placeUnit } from './axes.ts';
import type { ChartInput } from './kind.ts';
import type { Mark } from './marks.ts';
import { isWide, moved, round, type Scene, type Shape } from './scene.ts';
import { LINE_HEIGHT, placeText, wrap } from './text.ts';

const BETWEEN = { columns: 28, rows: 18 } as const;

/**
 * A plot for each group of marks, beside and under each other, each named by its series, all on one scale and one axis. The plots of
 * a row end at one height.
 */
export function placeMultiples(
  input: ChartInput,
  groupOf: (mark: Mark) => string,
  place: (input: ChartInput) => Scene,
): Scene {
  const { marks, frame, locale, scale } = input;
  const { textSize, width } = frame;
  const groups = [...new Set(marks.map(groupOf))].map((group) =>
    marks.filter((mark) => groupOf(mark) === group).map((mark): Mark => ({ ...mark, tone: 1 })),
  );
  const across = isWide(frame) ? Math.min(groups.length, 2) : 1;
  const own = { ...frame, width: round((width - (across - 1) * BETWEEN.columns) / across) };
  const unit = placeUnit(scale.word, locale, frame);
  const shapes: Shape[] = [unit];
  let y = unit.box.height + BETWEEN.rows / 2;
  for (let first = 0; first < groups.length; first += across) {
    const row = groups.slice(first, first + across).map((group) => {
      const names = [...new Set(group.map(({ label }) => label))].join(' / ');
      return {
        title: wrap(names, textSize, own.width, 3, 'value'),
        scene: place({ ...input, marks: group, frame: own }),
      };
    });
    const titleHeight = Math.max(...row.map(({ title }) => title.length)) * textSize * LINE_HEIGHT + 2;
    const height = Math.max(...row.map(({ scene }) => scene.height));
    for (const [index, { title, scene }] of row.entries()) {
      const x = index * (own.width + BETWEEN.columns);
      shapes.push(placeText('value', title, textSize, { x, top: y }));
      shapes.push(...moved(scene.shapes, x, y + titleHeight + height - scene.height));
    }
    y += titleHeight + height + BETWEEN.rows;
  }
  return { width, height: round(Math.max(0, y - BETWEEN.rows)), shapes };
}
