import { join } from 'node:path';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { PALETTES, palettePainter } from '../../src/charts/palette.ts';
import { renderScene } from '../../src/charts/svg.ts';
import { placeText } from '../../src/charts/text.ts';
import { EXAMPLES } from './examples.ts';

/** Each kind of chart as it is drawn: open the file to look at it before a new one is accepted. */
describe.each(Object.entries(EXAMPLES))('%s', (name, scene) => {
  const svg = toHtml(renderScene(scene, { idPrefix: name, paint: palettePainter(PALETTES.light) }), { space: 'svg' });

  test('is drawn as it was accepted', async () => {
    const pretty = svg.replaceAll('><', '>\n<');
    await expect(`${pretty}\n`).toMatchFileSnapshot(join(import.meta.dirname, 'snapshots', `${name}.svg`));
  });

  test('holds numbers only, and no style of its own', () => expect(svg).not.toMatch(/NaN|Infinity|undefined|style=/));
});

test.each([
  ['start', 'end'],
  ['middle', 'middle'],
  ['end', 'start'],
] as const)(
  'words from right to left that are placed by their %s keep their place and their order',
  (anchor, turned) => {
    const placed = (words: string) => placeText('label', [words], 14, { x: 100, top: 0, anchor });
    const drawn = (words: string) =>
      toHtml(renderScene({ width: 200, height: 20, shapes: [placed(words)] }, { idPrefix: 'x' }), { space: 'svg' });
    expect(drawn('نىشان 90%')).toContain('direction="rtl"');
    expect(drawn('نىشان 90%').includes(`text-anchor="${turned}"`)).toBe(turned !== 'start');
    expect(drawn('90%')).not.toContain('direction');
    expect(drawn('目标90%').includes(`text-anchor="${anchor}"`)).toBe(anchor !== 'start');
  },
);
