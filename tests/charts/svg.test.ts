import { join } from 'node:path';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { PALETTES, palettePainter } from '../../src/charts/palette.ts';
import { renderScene } from '../../src/charts/svg.ts';
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
