import type { ObservationKind } from '../model/dataset.ts';

/** A rectangle in CSS pixels, origin at the top left. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a filled mark stands for: it decides solid, hatched, dotted or outlined before it decides colour. */
export type MarkPaint = { readonly kind: ObservationKind; readonly tone: 1 | 2 };

/** What a stroke is for. */
export type LineRole = 'axis' | 'grid' | 'today' | 'series-1' | 'series-2';

/** What a text is for: values are strong, notes are muted. */
export type TextRole = 'value' | 'label' | 'note' | 'figure' | 'title';

export type Anchor = 'start' | 'middle' | 'end';

/** Words placed in a box that holds all their lines. The box is what the overlap tests look at. */
export interface PlacedText {
  readonly type: 'text';
  readonly role: TextRole;
  readonly lines: readonly string[];
  readonly size: number;
  readonly anchor: Anchor;
  readonly box: Box;
}

export type Shape =
  | PlacedText
  | {
      readonly type: 'mark';
      readonly paint: MarkPaint;
      readonly box: Box;
      readonly id?: string;
      readonly openStart?: boolean;
    }
  | {
      readonly type: 'dot';
      readonly paint: MarkPaint;
      readonly x: number;
      readonly y: number;
      readonly radius: number;
      readonly hollow: boolean;
    }
  | {
      readonly type: 'diamond';
      readonly x: number;
      readonly y: number;
      readonly radius: number;
      readonly hollow: boolean;
    }
  | { readonly type: 'track'; readonly box: Box }
  | { readonly type: 'ground'; readonly box: Box }
  | {
      readonly type: 'line';
      readonly role: LineRole;
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
    }
  | { readonly type: 'path'; readonly role: LineRole; readonly points: readonly (readonly [number, number])[] };

/** A chart whose every part has its place, in CSS pixels. Nothing is painted yet. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

/** The two layouts that a figure holds, chosen by the width of its container. */
export const LAYOUTS = ['narrow', 'wide'] as const;
export type Layout = (typeof LAYOUTS)[number];

/** The size of ordinary words in a chart. */
export const TEXT_SIZE = 15;

/** What a chart is laid out in. */
export interface Frame {
  readonly layout: Layout;
  readonly width: number;
  /** Size of ordinary words in the chart. */
  readonly textSize: number;
}

/**
 * Text keeps 12 CSS pixels or more as long as the container is at least `width * 12 / textSize` wide:
 * 240 px for the narrow layout, 544 px for the wide one, where the container query changes over.
 */
export const FRAMES: Readonly<Record<Layout, Frame>> = {
  narrow: { layout: 'narrow', width: 300, textSize: TEXT_SIZE },
  wide: { layout: 'wide', width: 680, textSize: TEXT_SIZE },
};

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
      case 'track':
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
