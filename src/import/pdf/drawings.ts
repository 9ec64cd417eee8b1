import type { PDFPageProxy } from 'pdfjs-dist';
import type { Rule } from './grid.ts';

/** The numbers by which pdf.js names what a page does. */
export type Operators = Readonly<Record<string, number>>;

/** How pdf.js writes the steps of a path: each a number, and the coordinates after it. */
const STEPS = { move: 0, line: 1, curve: 2, quadratic: 3, close: 4 } as const;
const COORDINATES: Readonly<Record<number, number>> = {
  [STEPS.move]: 2,
  [STEPS.line]: 2,
  [STEPS.curve]: 6,
  [STEPS.quadratic]: 4,
  [STEPS.close]: 0,
};

/** A line may be this thick, in points; a filled shape that is thicker is an area. */
const THICKEST = 2.5;
/** Shorter lines are marks and no borders. */
const SHORTEST = 6;

type Matrix = readonly [number, number, number, number, number, number];
type Point = readonly [x: number, y: number];
const PLAIN: Matrix = [1, 0, 0, 1, 0, 0];

const combined = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + c * h,
  b * g + d * h,
  a * i + c * j,
  b * i + d * j,
  a * k + c * l + e,
  b * k + d * l + f,
];
const applied = ([a, b, c, d, e, f]: Matrix, x: number, y: number): Point => [a * x + c * y + e, b * x + d * y + f];

const isMatrix = (value: unknown): value is Matrix =>
  (Array.isArray(value) || ArrayBuffer.isView(value)) && Array.from(value as ArrayLike<unknown>).length === 6;

/** A picture that a page draws: its edges in points from the lower left corner. */
export interface DrawnPicture {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** What a page draws besides its words. */
export interface Drawings {
  /** Straight lines across and down: borders of tables, as strokes or as thin filled shapes. */
  readonly rules: readonly Rule[];
  readonly pictures: readonly DrawnPicture[];
}

/** A picture that is smaller than this, in points, is a line or a dot. */
const SMALLEST_PICTURE = 12;

/** What a page draws: its straight lines and its pictures. */
export async function drawingsOf(page: PDFPageProxy, operators: Operators): Promise<Drawings> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const is = (code: number, ...names: readonly string[]) => names.some((name) => operators[name] === code);
  const rules: Rule[] = [];
  const pictures: DrawnPicture[] = [];
  const saved: Matrix[] = [];
  let matrix = PLAIN;
  for (const [index, code] of fnArray.entries()) {
    const parameters: readonly unknown[] = argsArray[index] ?? [];
    if (is(code, 'save')) saved.push(matrix);
    else if (is(code, 'restore')) matrix = saved.pop() ?? PLAIN;
    else if (is(code, 'transform') && isMatrix(parameters)) matrix = combined(matrix, parameters);
    else if (is(code, 'paintFormXObjectBegin')) {
      saved.push(matrix);
      if (isMatrix(parameters[0])) matrix = combined(matrix, parameters[0]);
    } else if (is(code, 'paintFormXObjectEnd')) matrix = saved.pop() ?? PLAIN;
    else if (is(code, 'paintImageXObject', 'paintInlineImageXObject', 'paintImageMaskXObject'))
      pictures.push(...pictureIn(matrix));
    else if (is(code, 'constructPath')) {
      const [paint, [steps] = [undefined]] = parameters as readonly [number, (readonly [unknown])?];
      if (!(steps instanceof Float32Array)) continue;
      const strokes = is(
        paint,
        'stroke',
        'closeStroke',
        'fillStroke',
        'eoFillStroke',
        'closeFillStroke',
        'closeEOFillStroke',
      );
      const fills = is(paint, 'fill', 'eoFill');
      if (strokes || fills) rules.push(...pathRules(steps, matrix, strokes));
    }
  }
  return { rules, pictures };
}

/** A picture, which fills a square of one by one that the matrix moves and stretches. */
function pictureIn(matrix: Matrix): DrawnPicture[] {
  const corners = [applied(matrix, 0, 0), applied(matrix, 1, 0), applied(matrix, 0, 1), applied(matrix, 1, 1)];
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return right - left < SMALLEST_PICTURE || top - bottom < SMALLEST_PICTURE ? [] : [{ left, right, bottom, top }];
}

/** The straight lines of a path: its own where it is stroked, the length of each thin shape where it is filled. */
function pathRules(steps: Float32Array, matrix: Matrix, strokes: boolean): Rule[] {
  const shapes: Point[][] = [];
  for (let at = 0; at < steps.length; ) {
    const step = steps[at] ?? STEPS.close;
    const count = COORDINATES[step];
    if (count === undefined) return [];
    const shape = shapes.at(-1);
    if (step === STEPS.close) {
      const [first] = shape ?? [];
      if (first) shape?.push(first);
    } else {
      const point = applied(matrix, steps[at + count - 1] ?? 0, steps[at + count] ?? 0);
      if (step === STEPS.move || shape === undefined) shapes.push([point]);
      else shape.push(point);
    }
    at += count + 1;
  }
  return shapes.flatMap((points) =>
    strokes ? points.slice(1).flatMap((to, index) => ruleBetween(points[index] ?? to, to)) : thinRule(points),
  );
}

function ruleBetween([x0, y0]: Point, [x1, y1]: Point): Rule[] {
  if (Math.abs(y0 - y1) < 1 && Math.abs(x0 - x1) >= SHORTEST)
    return [{ direction: 'across', at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) }];
  if (Math.abs(x0 - x1) < 1 && Math.abs(y0 - y1) >= SHORTEST)
    return [{ direction: 'down', at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) }];
  return [];
}

function thinRule(points: readonly Point[]): Rule[] {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (top - bottom <= THICKEST) return ruleBetween([left, (top + bottom) / 2], [right, (top + bottom) / 2]);
  return right - left <= THICKEST ? ruleBetween([(left + right) / 2, bottom], [(left + right) / 2, top]) : [];
}
