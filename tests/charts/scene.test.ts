import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FRAMES, LAYOUTS, LEAST_TEXT, layoutIn, layoutWidths, MOST_TEXT, TEXT_SIZE } from '../../src/charts/scene.ts';

const CSS = readFileSync(resolve(import.meta.dirname, '../../src/site/components/charts/figure.css'), 'utf8');
const cqi = (layout: (typeof LAYOUTS)[number]) => {
  const { width, textSize } = FRAMES[layout];
  return `${Math.round((textSize / width) * 100_000) / 1000}cqi`;
};

test('words are from 14 to 17 pixels in every container from that of an embedded figure on', () => {
  for (let container = 240; container <= 1300; container += 1) {
    const { scale } = layoutIn(container);
    expect(scale * TEXT_SIZE, `${container}`).toBeGreaterThanOrEqual(LEAST_TEXT - 0.01);
    expect(scale * TEXT_SIZE, `${container}`).toBeLessThanOrEqual(MOST_TEXT + 0.01);
  }
});

describe.each(LAYOUTS)('the style sheet shows %s', (layout) => {
  const { most } = layoutWidths(layout);

  test('no wider than its words allow', () =>
    expect(CSS).toMatch(new RegExp(`\\.chart-${layout} svg \\{\\s+max-inline-size: ${most}rem;`)));

  test('with the words under it as large as those in it', () =>
    expect(CSS).toContain(`min(${cqi(layout)}, 1.0625rem)`));
});

test('the slim layout gives way where the narrow one’s words have room', () => {
  expect(CSS).toContain(`@container (max-width: ${layoutWidths('narrow').from - 0.001}rem)`);
});

test.each(['middle', 'wide'] as const)('the %s layout shows from the width on that its words need', (layout) => {
  expect(CSS).toContain(`@container (min-width: ${layoutWidths(layout).from}rem)`);
});
