import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, test } from 'vitest';
import { templatePages } from '../dist/site.ts';
import { useBrowser } from './open.ts';

const open = useBrowser();

/** Every template is seen narrow and wide, light and dark. */
const SETTINGS = [
  { width: 320, colorScheme: 'light' },
  { width: 1440, colorScheme: 'dark' },
] as const;

describe.each(SETTINGS)('at $width px, $colorScheme', (setting) => {
  test.each(templatePages())('nothing is found against $template in $language (/$path)', async ({ path }) => {
    await using shown = await open(path, setting);
    const { violations } = await new AxeBuilder({ page: shown.page }).analyze();
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
    expect(found).toEqual([]);
    expect(await shown.page.evaluate(() => document.documentElement.scrollWidth), 'scrolls sideways').toBe(
      setting.width,
    );
  });
});

describe('with the largest text that the settings give', () => {
  // What other sites frame, and pages that only lead on, carry no settings.
  test.each(templatePages().filter(({ template }) => template !== 'none'))(
    '$template in $language keeps to the width of a phone and of a desk',
    async ({ path }) => {
      for (const width of [320, 1440]) {
        await using shown = await open(path, { width });
        await shown.page.evaluate(() => localStorage.setItem('reading', JSON.stringify({ size: 'elders' })));
        await shown.page.reload();
        expect(await shown.page.locator('html').getAttribute('data-size')).toBe('elders');
        expect(await shown.page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      }
    },
  );
});
