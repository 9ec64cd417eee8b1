import type { ObservationKind } from '../model/dataset.ts';

/** A rectangle in CSS pixels, origin at the top left. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a filled mark shows: it decides solid, hatched, dotted or outlined before it decides colour. */
export type MarkPaint = { readonly kind: ObservationKind; readonly tone: 1 | 2 };

/**
 * The looks of series that share a plot: dash, marker and colour differ, so that they are distinct in one colour too.
 */
export const SERIES_LOOKS = [1, 2, 3, 4] as const;
export type SeriesLook = (typeof SERIES_LOOKS)[number];

/** What a stroke is for. */
export type LineRole = 'axis' | 'grid' | 'today' | 'target' | 'span' | 'span-open' | `series-${SeriesLook}`;

/** What a text is for: values are strong, notes are muted. */
export type TextRole = 'value' | 'label' | 'note' | 'figure' | 'title';

export type Anchor = 'start' | 'middle' | 'end';

/** The observation that a shape shows, by its id: what lights up with the sentence that states it. */
interface Shown {
  readonly of?: string;
}

/** Words placed in a box that holds all their lines. The box is what the overlap tests look at. */
export interface PlacedText extends Shown {
  readonly type: 'text';
  readonly role: TextRole;
  readonly lines: readonly string[];
  readonly size: number;
  readonly anchor: Anchor;
  readonly box: Box;
}

/** A box whose one side is as long as a value, from the zero line; `along` says which. */
export interface PlacedMark extends Shown {
  readonly type: 'mark';
  readonly paint: MarkPaint;
  readonly along: 'x' | 'y';
  readonly box: Box;
}

export type Shape =
  | PlacedText
  | PlacedMark
  | (Shown & {
      readonly type: 'dot';
      readonly paint: MarkPaint;
      readonly x: number;
      readonly y: number;
      readonly radius: number;
      readonly hollow: boolean;
      /** Round where absent. */
      readonly look?: SeriesLook;
    })
  | (Shown & {
      readonly type: 'diamond';
      readonly x: number;
      readonly y: number;
      readonly radius: number;
      readonly hollow: boolean;
    })
  | { readonly type: 'ground'; readonly box: Box }
  /** What is not known: between nothing and a target, where no result is published. */
  | { readonly type: 'unknown'; readonly box: Box }
  | (Shown & {
      readonly type: 'line';
      readonly role: LineRole;
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
    })
  | { readonly type: 'path'; readonly role: LineRole; readonly points: readonly (readonly [number, number])[] };

/** A laid-out chart, in CSS pixels, before anything is painted. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

/** The size of words in a chart, in CSS pixels at the default font size, with which it scales. */
export const TEXT_SIZE = 15;
/** The least size that words in a chart are ever shown at, and the most, in the same unit. */
export const LEAST_TEXT = 14;
export const MOST_TEXT = 17;

/** The frame that a chart is laid out in, in CSS pixels at the default font size. */
export interface Frame {
  readonly width: number;
  /** Size of words in the chart. */
  readonly textSize: number;
}

/** The layouts that a figure holds, from the narrowest. Its container chooses the widest that leaves words `LEAST_TEXT` high. */
export const LAYOUTS = ['slim', 'narrow', 'middle', 'wide'] as const;
export type Layout = (typeof LAYOUTS)[number];

/** `slim` is for a phone whose font size is a third larger than usual, or double. */
export const FRAMES: Readonly<Record<Layout, Frame>> = {
  slim: { width: 196, textSize: TEXT_SIZE },
  narrow: { width: 252, textSize: TEXT_SIZE },
  middle: { width: 424, textSize: TEXT_SIZE },
  wide: { width: 540, textSize: TEXT_SIZE },
};

const LETTER = 16;
const inRem = (pixels: number) => Math.round((pixels / LETTER) * 1000) / 1000;

/**
 * The container width from which a layout shows, and the largest width it is drawn at, both in rem. Style sheets repeat
 * them.
 */
export function layoutWidths(layout: Layout): { readonly from: number; readonly most: number } {
  const { width, textSize } = FRAMES[layout];
  return {
    from: layout === LAYOUTS[0] ? 0 : inRem((width * LEAST_TEXT) / textSize),
    most: inRem((width * MOST_TEXT) / textSize),
  };
}

/** The layout that shows in a container of a width in CSS pixels, and the factor that it is drawn at, at the usual size of letters. */
export function layoutIn(container: number): { readonly layout: Layout; readonly scale: number } {
  const layout = LAYOUTS.findLast((one) => layoutWidths(one).from * LETTER <= container) ?? LAYOUTS[0];
  return { layout, scale: Math.min(container, layoutWidths(layout).most * LETTER) / FRAMES[layout].width };
}

/** Whether labels have room beside what they name: some 34 characters across. */
export const isWide = ({ width, textSize }: Frame): boolean => width >= 34 * textSize;

/** Two places are enough for a screen, and keep the output the same on every machine. */
export function round(value: number): number {
  const rounded = Math.round(value * 100) / 100;
  return rounded === 0 ? 0 : rounded;
}

/** Whether two boxes share any area; touching edges do not count. */
export function overlaps(first: Box, second: Box): boolean {
  return (
    first.x < second.x + second.width &&
    second.x < first.x + first.width &&
    first.y < second.y + second.height &&
    second.y < first.y + first.height
  );
}

/** The texts of a scene. */
export function placedTexts(scene: Scene): PlacedText[] {
  return scene.shapes.filter((shape) => shape.type === 'text');
}

/** The shapes of a scene, moved. */
export function moved(shapes: readonly Shape[], dx: number, dy: number): Shape[] {
  const box = (own: Box): Box => ({ ...own, x: round(own.x + dx), y: round(own.y + dy) });
  const move = (shape: Shape): Shape => {
    switch (shape.type) {
      case 'text':
      case 'mark':
      case 'unknown':
      case 'ground':
        return { ...shape, box: box(shape.box) };
      case 'dot':
      case 'diamond':
        return { ...shape, x: round(shape.x + dx), y: round(shape.y + dy) };
      case 'line':
        return {
          ...shape,
          x1: round(shape.x1 + dx),
          y1: round(shape.y1 + dy),
          x2: round(shape.x2 + dx),
          y2: round(shape.y2 + dy),
        };
      case 'path':
        return { ...shape, points: shape.points.map(([x, y]) => [round(x + dx), round(y + dy)] as const) };
    }
  };
  return shapes.map(move);
}
