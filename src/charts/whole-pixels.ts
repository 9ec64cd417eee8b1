import type { Element } from 'hast';
import { visit } from 'unist-util-visit';

/** What places and measures things in a drawing; strokes, dashes and patterns keep their own measures. */
const MEASURES = ['x', 'y', 'width', 'height', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'r', 'fontSize', 'd'] as const;

/**
 * A chart's drawing moved to whole CSS pixels, in place: half a pixel is less than anyone sees in a chart beside a text,
 * and the fractions of four charts cost a reader's page 150 bytes.
 */
export function wholePixels(svg: Element): Element {
  visit(svg, 'element', (node) => {
    if (node.tagName === 'pattern') return 'skip';
    for (const name of MEASURES) {
      const value = node.properties[name];
      if (typeof value === 'number' || typeof value === 'string') node.properties[name] = rounded(String(value));
    }
    return true;
  });
  return svg;
}

const rounded = (value: string) => value.replace(/-?(?<!\d)\d+\.\d+/g, (number) => String(Math.round(Number(number))));
