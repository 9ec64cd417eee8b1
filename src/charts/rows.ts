import { type Frame, isWide, type PlacedText } from './scene.ts';
import { LINE_HEIGHT, placeText, textWidth, wrap } from './text.ts';

/** A labelled row: its label, and the room for its plot. */
interface Row<Item> {
  readonly item: Item;
  readonly label: PlacedText;
  /** The plot's upper edge, and the middle of its height. */
  readonly top: number;
  readonly middle: number;
  /** The row's lower edge. */
  readonly bottom: number;
}

interface RowPlan<Item> {
  readonly rows: readonly Row<Item>[];
  /** Left edge of the plot: beside the labels on a wide layout, under them on a narrow one. */
  readonly plotLeft: number;
  readonly bottom: number;
}

const GAP = 14;
const LABEL_SHARE = 0.42;

interface RowMeasures<Item> {
  /** One for every row, or one for each. */
  readonly plotHeight: number | ((item: Item) => number);
  readonly top?: number;
  /** Height of the mark at the plot's top, where words are under it: labels beside the plot are level with the mark. */
  readonly markHeight?: number;
}

/**
 * Stacks labelled rows. Wide: labels in a column of their own, at most 42 % of the width, the plot beside them.
 * Narrow: each label above its plot, over the full width. Labels wrap to five lines at most.
 */
export function planRows<Item>(
  items: readonly { readonly item: Item; readonly label: string }[],
  frame: Frame,
  { plotHeight: height, top = 0, markHeight }: RowMeasures<Item>,
): RowPlan<Item> {
  const { textSize, width } = frame;
  const column = Math.min(
    width * LABEL_SHARE,
    Math.max(0, ...items.map(({ label }) => textWidth(label, textSize) + 1)),
  );
  const stacked = !isWide(frame);
  const rows: Row<Item>[] = [];
  let y = top;
  for (const { item, label } of items) {
    const plotHeight = typeof height === 'number' ? height : height(item);
    const lines = wrap(label, textSize, stacked ? width : column, 5);
    const labelHeight = lines.length * textSize * LINE_HEIGHT;
    if (stacked) {
      const plotTop = y + labelHeight + 3;
      rows.push({
        item,
        label: placeText('label', lines, textSize, { x: 0, top: y }),
        top: plotTop,
        middle: plotTop + plotHeight / 2,
        bottom: plotTop + plotHeight,
      });
      y = plotTop + plotHeight + GAP;
    } else {
      const lineHeight = textSize * LINE_HEIGHT;
      // A label's first line and a mark are level; of the two, the higher begins at the row's top.
      const level = markHeight === undefined ? undefined : Math.max(lineHeight, markHeight) / 2;
      const labelTop = level === undefined ? 0 : level - lineHeight / 2;
      const plotTop = level === undefined ? 0 : level - (markHeight ?? 0) / 2;
      const rowHeight = Math.max(labelTop + labelHeight, plotTop + plotHeight);
      const middle = level === undefined ? y + rowHeight / 2 : y + plotTop + plotHeight / 2;
      rows.push({
        item,
        label: placeText('label', lines, textSize, {
          x: 0,
          top: level === undefined ? y + (rowHeight - labelHeight) / 2 : y + labelTop,
        }),
        top: middle - plotHeight / 2,
        middle,
        bottom: y + rowHeight,
      });
      y += rowHeight + GAP;
    }
  }
  return { rows, plotLeft: stacked ? 0 : column + 16, bottom: rows.length === 0 ? top : y - GAP };
}
