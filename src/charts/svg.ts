import { line } from 'd3';
import type { Element } from 'hast';
import { s } from 'hastscript';
import type { ObservationKind } from '../model/dataset.ts';
import {
  type Anchor,
  type Box,
  type LineRole,
  type MarkPaint,
  type PlacedMark,
  type PlacedText,
  placedTexts,
  round,
  type Scene,
  type SeriesLook,
  type Shape,
  TEXT_SIZE,
  type TextRole,
} from './scene.ts';
import { LINE_HEIGHT } from './text.ts';

/** The colours of charts. In a page they are custom properties of the same names; files resolve them. */
export const TOKENS = ['data-1', 'data-2', 'ink', 'muted', 'line', 'chart-ground', 'vermilion'] as const;
export type Token = (typeof TOKENS)[number];

/** Gives the paint for a token: `var(--data-1)` in pages, `#0a4a47` in files. */
export type Painter = (token: Token) => string;

/** Paints with the page's custom properties, so that themes, forced colours and print need no second drawing. */
export const pagePainter: Painter = (token) => `var(--${token})`;

/** How a scene is painted as SVG. */
export interface SvgOptions {
  /** Unique in the page: patterns are referred to by it. */
  readonly idPrefix: string;
  readonly paint?: Painter;
  /** Draws words as paths instead of text, for pictures that must not depend on fonts. */
  readonly outline?: Outline;
  /** Whether the drawing has a size of its own; where it has none, the style sheet gives it its container's width. */
  readonly sized?: boolean;
  /** Whether marks and values name their observation (`data-of`), so that they light up with the sentence that states it. */
  readonly traced?: boolean;
  /**
   * How words stay legible over lines: by a stroke painted before the letters, which browsers support, or by a copy of
   * the words behind them, for programs that paint strokes over the letters.
   */
  readonly halo?: 'stroke' | 'copy';
}

/** Gives a line of words as a path with its baseline at the origin, and its width. */
type Outline = (text: string, size: number, weight: number) => { readonly d: string; readonly width: number };

const LINES: Readonly<Record<LineRole, { token: Token; width: number; dash?: string }>> = {
  axis: { token: 'muted', width: 1 },
  grid: { token: 'line', width: 1 },
  today: { token: 'vermilion', width: 1.5, dash: '4 3' },
  target: { token: 'data-1', width: 3 },
  span: { token: 'data-1', width: 5 },
  'span-open': { token: 'data-1', width: 5, dash: '5 4' },
  'series-1': { token: 'data-1', width: 2.5 },
  'series-2': { token: 'data-2', width: 2.5, dash: '7 4' },
  'series-3': { token: 'data-1', width: 2, dash: '2 3' },
  'series-4': { token: 'data-2', width: 2, dash: '10 3 2 3' },
};

const TEXTS: Readonly<Record<TextRole, { token: Token; weight?: number }>> = {
  value: { token: 'ink', weight: 600 },
  label: { token: 'ink' },
  note: { token: 'muted' },
  figure: { token: 'ink', weight: 600 },
  title: { token: 'ink', weight: 700 },
};

const HALO_WIDTH = 4;

/** The SVG of a scene. It is hidden from assistive technology, which gets the wrapper's label and the table. */
export function renderScene(scene: Scene, options: SvgOptions): Element {
  const { idPrefix, paint = pagePainter, outline, sized = true, halo = 'stroke' } = options;
  const marks = scene.shapes.filter((shape) => shape.type !== 'text');
  const { width, height } = scene;
  const words = placedTexts(scene).flatMap((text) =>
    outline ? outlinedText(text, paint, outline) : [renderText(text, options)],
  );
  const behind = { stroke: paint('chart-ground'), strokeWidth: HALO_WIDTH, strokeLineJoin: 'round' as const };
  const letters = { fontSize: TEXT_SIZE, fill: paint('ink') };
  return s(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, ...(sized ? { width, height } : {}), ariaHidden: 'true' },
    definitions(marks, idPrefix, paint),
    marks.flatMap((shape) => renderShape(shape, options)),
    words.length === 0
      ? []
      : halo === 'stroke'
        ? [s('g', { ...behind, paintOrder: 'stroke', ...letters }, words)]
        : [
            s(
              'g',
              { ...behind, ...letters, ariaHidden: 'true' },
              placedTexts(scene).map((text) => renderText(text, { idPrefix, paint })),
            ),
            s('g', letters, words),
          ],
  );
}

/** The observation that a shape shows, as an attribute. */
const shownBy = ({ of }: { readonly of?: string }, { traced = false }: SvgOptions) =>
  traced && of !== undefined ? { dataOf: of } : {};

/** Where a text's lines begin, sit in the middle or end, and the baseline of each. */
function baselines({ box, size, anchor }: PlacedText): { x: number; y: (index: number) => number } {
  const share = anchor === 'start' ? 0 : anchor === 'middle' ? 0.5 : 1;
  return { x: round(box.x + box.width * share), y: (index) => round(box.y + size * (1 + index * LINE_HEIGHT)) };
}

/** Scripts that are read from right to left. */
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/**
 * Where words stand that are read from right to left: their own direction puts a number or a sign among them at its place, and turns what
 * begins and ends a line about.
 */
const RIGHT_TO_LEFT_ANCHORS: Readonly<Record<Anchor, Anchor>> = { start: 'end', middle: 'middle', end: 'start' };

function renderText(text: PlacedText, options: SvgOptions): Element {
  const { size, lines, role } = text;
  const reversed = lines.some((line) => RIGHT_TO_LEFT.test(line));
  const anchor = reversed ? RIGHT_TO_LEFT_ANCHORS[text.anchor] : text.anchor;
  const { paint = pagePainter } = options;
  const { x, y } = baselines(text);
  const { token, weight } = TEXTS[role];
  return s(
    'text',
    {
      x,
      y: y(0),
      ...shownBy(text, options),
      ...(size === TEXT_SIZE ? {} : { fontSize: round(size) }),
      ...(token === 'ink' ? {} : { fill: paint(token) }),
      ...(weight === undefined ? {} : { fontWeight: weight }),
      ...(anchor === 'start' ? {} : { textAnchor: anchor }),
      ...(reversed ? { direction: 'rtl' } : {}),
    },
    lines.length === 1 ? lines[0] : lines.map((line, index) => s('tspan', { x, y: y(index) }, line)),
  );
}

function outlinedText(text: PlacedText, paint: Painter, outline: Outline): Element[] {
  const { size, anchor, lines, role } = text;
  const { x, y } = baselines(text);
  const { token, weight = 400 } = TEXTS[role];
  const share = anchor === 'start' ? 0 : anchor === 'middle' ? 0.5 : 1;
  return lines.map((line, index) => {
    const { d, width } = outline(line, size, weight);
    return s('path', { d, transform: `translate(${round(x - width * share)} ${y(index)})`, fill: paint(token) });
  });
}

const patternId = (prefix: string, { kind, tone }: MarkPaint) => `${prefix}-${kind}-${tone}`;
const toneToken = ({ tone }: MarkPaint): Token => (tone === 1 ? 'data-1' : 'data-2');

function definitions(shapes: readonly Shape[], prefix: string, paint: Painter): Element[] {
  const patterned = new Map<string, MarkPaint>();
  for (const shape of shapes)
    if (shape.type === 'mark' && isPatterned(shape.paint.kind))
      patterned.set(patternId(prefix, shape.paint), shape.paint);
  if (patterned.size === 0) return [];
  return [
    s(
      'defs',
      {},
      [...patterned].map(([id, own]) => pattern(id, own, paint)),
    ),
  ];
}

const isPatterned = (kind: ObservationKind) => kind === 'plan' || kind === 'derived';

/** Plans are hatched; what the site computed is dotted. */
function pattern(id: string, own: MarkPaint, paint: Painter): Element {
  const fill = paint(toneToken(own));
  return own.kind === 'plan'
    ? s('pattern', { id, width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' }, [
        s('rect', { width: 1.6, height: 6, fill }),
      ])
    : s('pattern', { id, width: 6, height: 6, patternUnits: 'userSpaceOnUse' }, [
        s('circle', { cx: 3, cy: 3, r: 1.4, fill }),
      ]);
}

function renderShape(shape: Shape, options: SvgOptions): Element[] {
  const { paint = pagePainter } = options;
  switch (shape.type) {
    case 'mark':
      return [renderMark(shape, options)];
    case 'dot': {
      const look = {
        ...shownBy(shape, options),
        fill: paint(shape.hollow ? 'chart-ground' : toneToken(shape.paint)),
        stroke: paint(toneToken(shape.paint)),
        strokeWidth: 1.5,
      };
      const outline = markerOutline(shape);
      return [
        outline === undefined
          ? s('circle', { cx: shape.x, cy: shape.y, r: shape.radius, ...look })
          : s('path', { d: outline, ...look }),
      ];
    }
    case 'diamond':
      return [
        s('path', {
          d: diamondOutline(shape.x, shape.y, shape.radius),
          ...shownBy(shape, options),
          fill: paint(shape.hollow ? 'chart-ground' : 'data-1'),
          stroke: paint('data-1'),
          strokeWidth: 2,
        }),
      ];
    case 'ground':
      return [s('rect', { ...placed(shape.box), fill: paint('chart-ground') })];
    case 'unknown':
      return [s('rect', { ...inset(shape.box, 0.5), fill: 'none', stroke: paint('muted'), strokeDashArray: '2 4' })];
    case 'line':
      return [
        s('line', {
          x1: shape.x1,
          y1: shape.y1,
          x2: shape.x2,
          y2: shape.y2,
          ...shownBy(shape, options),
          ...stroke(shape.role, paint),
        }),
      ];
    case 'path':
      return [
        s('path', {
          d: line()(shape.points.map(([x, y]) => [x, y])),
          fill: 'none',
          ...stroke(shape.role, paint),
          strokeLineJoin: 'round',
        }),
      ];
    case 'text':
      return [];
  }
}

function stroke(role: LineRole, paint: Painter) {
  const { token, width, dash } = LINES[role];
  return { stroke: paint(token), strokeWidth: width, ...(dash === undefined ? {} : { strokeDashArray: dash }) };
}

const diamondOutline = (x: number, y: number, radius: number) =>
  `M${round(x)} ${round(y - radius)}l${radius} ${radius}l${-radius} ${radius}l${-radius} ${-radius}z`;

/** The outline of a marker that is not round. */
function markerOutline({ x, y, radius, look }: { x: number; y: number; radius: number; look?: SeriesLook }) {
  switch (look) {
    case 2:
      return `M${round(x - radius)} ${round(y - radius)}h${2 * radius}v${2 * radius}h${-2 * radius}z`;
    case 3:
      return `M${round(x)} ${round(y - radius * 1.2)}l${round(radius * 1.2)} ${round(radius * 2)}h${round(-radius * 2.4)}z`;
    case 4:
      return diamondOutline(x, y, round(radius * 1.3));
    default:
      return undefined;
  }
}

const placed = ({ x, y, width, height }: Box) => ({ x, y, width, height });

/** A box whose stroke, half of which is outside it, stays within `box`. */
function inset({ x, y, width, height }: Box, by: number) {
  const own = Math.min(by, width / 2, height / 2);
  return { x: round(x + own), y: round(y + own), width: round(width - 2 * own), height: round(height - 2 * own) };
}

function renderMark(mark: PlacedMark, options: SvgOptions): Element {
  const { paint = pagePainter, idPrefix } = options;
  const { box, paint: own } = mark;
  const colour = paint(toneToken(own));
  if (own.kind === 'actual') return s('rect', { ...placed(box), ...shownBy(mark, options), fill: colour });
  return s('rect', {
    ...inset(box, 0.75),
    ...shownBy(mark, options),
    fill: isPatterned(own.kind) ? `url(#${patternId(idPrefix, own)})` : 'none',
    stroke: colour,
    strokeWidth: 1.5,
    ...(own.kind === 'target' ? { strokeDashArray: '4 3' } : {}),
  });
}
