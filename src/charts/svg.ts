import { line } from 'd3';
import type { Element } from 'hast';
import { s } from 'hastscript';
import type { ObservationKind } from '../model/dataset.ts';
import {
  type Box,
  type LineRole,
  type MarkPaint,
  type PlacedText,
  placedTexts,
  round,
  type Scene,
  type Shape,
  TEXT_SIZE,
  type TextRole,
} from './scene.ts';
import { LINE_HEIGHT } from './text.ts';

/** The colours that charts know. In a page they are custom properties of the same names; files resolve them. */
export const TOKENS = ['data-1', 'data-2', 'ink', 'muted', 'line', 'chart-ground', 'vermilion'] as const;
export type Token = (typeof TOKENS)[number];

/** Gives the paint for a token: `var(--data-1)` in pages, `#0a4a47` in files. */
export type Painter = (token: Token) => string;

/** Paints with the page's custom properties, so that themes, forced colours and print need no second drawing. */
export const pagePainter: Painter = (token) => `var(--${token})`;

export interface SvgOptions {
  /** Unique in the page: patterns are referred to by it. */
  readonly idPrefix: string;
  readonly paint?: Painter;
  /** Draws words as paths instead of text, for pictures that must not depend on fonts. */
  readonly outline?: Outline;
  /** Whether the drawing has a size of its own; where it has none, the style sheet gives it its container's width. */
  readonly sized?: boolean;
}

/** Gives a line of words as a path with its baseline at the origin, and its width. */
export type Outline = (text: string, size: number, weight: number) => { readonly d: string; readonly width: number };

const LINES: Readonly<Record<LineRole, { token: Token; width: number; dash?: string }>> = {
  axis: { token: 'muted', width: 1 },
  grid: { token: 'line', width: 1 },
  today: { token: 'vermilion', width: 1.5, dash: '4 3' },
  'series-1': { token: 'data-1', width: 2.5 },
  'series-2': { token: 'data-2', width: 2.5, dash: '7 4' },
};

const TEXTS: Readonly<Record<TextRole, { token: Token; weight?: number }>> = {
  value: { token: 'ink', weight: 600 },
  label: { token: 'ink' },
  note: { token: 'muted' },
  figure: { token: 'ink', weight: 600 },
  title: { token: 'ink', weight: 700 },
};

/** The SVG of a scene. It is hidden from assistive technology: the wrapper's label and the table speak for it. */
export function renderScene(
  scene: Scene,
  { idPrefix, paint = pagePainter, outline, sized = true }: SvgOptions,
): Element {
  const marks = scene.shapes.filter((shape) => shape.type !== 'text');
  const { width, height } = scene;
  return s(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, ...(sized ? { width, height } : {}), ariaHidden: 'true' },
    definitions(marks, idPrefix, paint),
    marks.flatMap((shape) => renderShape(shape, idPrefix, paint)),
    s(
      'g',
      {
        stroke: paint('chart-ground'),
        strokeWidth: 4,
        strokeLineJoin: 'round',
        paintOrder: 'stroke',
        fontSize: TEXT_SIZE,
        fill: paint('ink'),
      },
      placedTexts(scene).flatMap((text) => (outline ? outlinedText(text, paint, outline) : [renderText(text, paint)])),
    ),
  );
}

/** Where a text's lines begin, sit in the middle or end, and the baseline of each. */
function baselines({ box, size, anchor }: PlacedText): { x: number; y: (index: number) => number } {
  const share = anchor === 'start' ? 0 : anchor === 'middle' ? 0.5 : 1;
  return { x: round(box.x + box.width * share), y: (index) => round(box.y + size * (1 + index * LINE_HEIGHT)) };
}

function renderText(text: PlacedText, paint: Painter): Element {
  const { size, anchor, lines, role } = text;
  const { x, y } = baselines(text);
  const { token, weight } = TEXTS[role];
  return s(
    'text',
    {
      x,
      y: y(0),
      ...(size === TEXT_SIZE ? {} : { fontSize: round(size) }),
      ...(token === 'ink' ? {} : { fill: paint(token) }),
      ...(weight === undefined ? {} : { fontWeight: weight }),
      ...(anchor === 'start' ? {} : { textAnchor: anchor }),
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

function renderShape(shape: Shape, prefix: string, paint: Painter): Element[] {
  switch (shape.type) {
    case 'mark':
      return renderMark(shape.box, shape.paint, shape.openStart === true, prefix, paint);
    case 'dot':
      return [
        s('circle', {
          cx: shape.x,
          cy: shape.y,
          r: shape.radius,
          fill: paint(shape.hollow ? 'chart-ground' : toneToken(shape.paint)),
          stroke: paint(toneToken(shape.paint)),
          strokeWidth: 1.5,
        }),
      ];
    case 'diamond': {
      const { x, y, radius } = shape;
      return [
        s('path', {
          d: `M${round(x)} ${round(y - radius)}l${radius} ${radius}l${-radius} ${radius}l${-radius} ${-radius}z`,
          fill: paint(shape.hollow ? 'chart-ground' : 'data-1'),
          stroke: paint('data-1'),
          strokeWidth: 2,
        }),
      ];
    }
    case 'ground':
      return [s('rect', { ...placed(shape.box), fill: paint('chart-ground') })];
    case 'track':
      return [s('rect', { ...placed(shape.box), fill: paint('line') })];
    case 'line': {
      const { token, width, dash } = LINES[shape.role];
      return [
        s('line', {
          x1: shape.x1,
          y1: shape.y1,
          x2: shape.x2,
          y2: shape.y2,
          stroke: paint(token),
          strokeWidth: width,
          ...(dash === undefined ? {} : { strokeDashArray: dash }),
        }),
      ];
    }
    case 'path': {
      const { token, width, dash } = LINES[shape.role];
      return [
        s('path', {
          d: line()(shape.points.map(([x, y]) => [x, y])),
          fill: 'none',
          stroke: paint(token),
          strokeWidth: width,
          strokeLineJoin: 'round',
          ...(dash === undefined ? {} : { strokeDashArray: dash }),
        }),
      ];
    }
    case 'text':
      return [];
  }
}

const placed = ({ x, y, width, height }: Box) => ({ x, y, width, height });

/** Pieces that an open start breaks into, from the mark's left end: offset and width. */
const OPEN_PIECES = [
  [1, 3],
  [8, 6],
  [18, 9],
] as const;
const OPEN_WIDTH = 31;

function renderMark(box: Box, own: MarkPaint, openStart: boolean, prefix: string, paint: Painter): Element[] {
  const colour = paint(toneToken(own));
  const look = (part: Box): Element => {
    if (own.kind === 'actual') return s('rect', { ...placed(part), fill: colour });
    const inset = Math.min(0.75, part.width / 2, part.height / 2);
    return s('rect', {
      x: round(part.x + inset),
      y: round(part.y + inset),
      width: round(part.width - 2 * inset),
      height: round(part.height - 2 * inset),
      fill: isPatterned(own.kind) ? `url(#${patternId(prefix, own)})` : 'none',
      stroke: colour,
      strokeWidth: 1.5,
      ...(own.kind === 'target' ? { strokeDashArray: '4 3' } : {}),
    });
  };
  if (!openStart || box.width < OPEN_WIDTH * 1.5) return [look(box)];
  return [
    ...OPEN_PIECES.map(([offset, width]) => look({ ...box, x: round(box.x + offset), width })),
    look({ ...box, x: round(box.x + OPEN_WIDTH), width: round(box.width - OPEN_WIDTH) }),
  ];
}
