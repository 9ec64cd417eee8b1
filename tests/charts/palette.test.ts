import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PALETTES } from '../../src/charts/palette.ts';
import { contrast, VISIONS } from './colours.ts';

const css = readFileSync(resolve(import.meta.dirname, '../../src/site/styles/tokens.css'), 'utf8');
const pageToken = (name: string) => new RegExp(`--${name}:\\s*light-dark\\((#\\w{6}),\\s*(#\\w{6})\\)`).exec(css);

test('a browser without light-dark() has every colour of the page by day', () => {
  const pairs = [...css.matchAll(/--([\w-]+):\s*light-dark\((#\w+), #\w+\)/g)];
  expect(pairs.length).toBeGreaterThan(10);
  const before = css.slice(0, css.indexOf('@supports'));
  expect(before).not.toContain('light-dark(');
  for (const [, name, light] of pairs) expect(before).toContain(`--${name}: ${light};`);
});

test('the arithmetic knows black from white', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  // Red is dark to a protanope.
  expect(contrast('#ff0000', '#000000', 'protanopia')).toBeLessThan(contrast('#ff0000', '#000000'));
});

describe.each(['light', 'dark'] as const)('the %s palette', (theme) => {
  const palette = PALETTES[theme];

  test.each(VISIONS)('keeps data colours 3:1 from each other and from the grounds, to %s vision', (vision) => {
    const sheet = pageToken('sheet')?.[theme === 'light' ? 1 : 2] ?? '';
    for (const ground of [palette['chart-ground'], sheet]) {
      expect(contrast(palette['data-1'], ground, vision)).toBeGreaterThanOrEqual(3);
      expect(contrast(palette['data-2'], ground, vision)).toBeGreaterThanOrEqual(3);
    }
    expect(contrast(palette['data-1'], palette['data-2'], vision)).toBeGreaterThanOrEqual(3);
  });

  test.each(VISIONS)('draws axes and today’s line 3:1 or more from the ground, to %s vision', (vision) => {
    for (const token of ['muted', 'vermilion'] as const)
      expect(contrast(palette[token], palette['chart-ground'], vision)).toBeGreaterThanOrEqual(3);
  });

  test('writes words at 4.5:1 or more', () => {
    for (const token of ['ink', 'muted'] as const)
      expect(contrast(palette[token], palette['chart-ground'])).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['data-1', 'data-2', 'ink', 'muted', 'line', 'vermilion'] as const)(
    'is what the pages show: %s',
    (token) => {
      expect(pageToken(token)?.[theme === 'light' ? 1 : 2]).toBe(palette[token]);
    },
  );
});
