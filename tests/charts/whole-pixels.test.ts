import { toHtml } from 'hast-util-to-html';
import { s } from 'hastscript';
import { expect, test } from 'vitest';
import { wholePixels } from '../../src/charts/whole-pixels.ts';

test.each([
  [s('rect', { x: 6.84, y: 22.25, width: 57.89, height: 188.5 }), '<rect x="7" y="22" width="58" height="189"></rect>'],
  [s('path', { d: 'M261.9 25.5l8 8' }), '<path d="M262 26l8 8"></path>'],
  [s('text', { x: 0, y: 34.5, fontSize: 23.42 }, '4.47'), '<text x="0" y="35" font-size="23">4.47</text>'],
  // What is drawn, and how thick, stays: only where it stands is rounded.
  [s('line', { x1: 0.4, strokeWidth: 1.5 }), '<line x1="0" stroke-width="1.5"></line>'],
  [s('pattern', { width: 7 }, s('rect', { width: 2.4 })), '<pattern width="7"><rect width="2.4"></rect></pattern>'],
])('%# is moved to whole pixels', (shape, whole) => {
  expect(toHtml(wholePixels(s('svg', shape)), { space: 'svg' })).toBe(`<svg>${whole}</svg>`);
});
