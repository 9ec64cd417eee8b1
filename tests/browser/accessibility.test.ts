import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, test } from 'vitest';
import { templatePages } from '../dist/site.ts';
import { useBrowser } from './open.ts';

const open = useBrowser();
const WIDTHS = [360, 1280];

describe.each(WIDTHS)('at %i px', (width) => {
  test.each(templatePages())('$template in $language (/$path) has nothing serious against it', async ({ path }) => {
    await using shown = await open(path, { width });
    const { violations } = await new AxeBuilder({ page: shown.page }).analyze();
    const serious = violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
    expect(serious).toEqual([]);
    expect(await shown.page.evaluate(() => document.documentElement.scrollWidth), 'scrolls sideways').toBe(width);
  });
});
