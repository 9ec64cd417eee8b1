import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { templatePages } from '../dist/site.ts';
import { useBrowser } from './open.ts';

const open = useBrowser();

/** Every template is seen narrow and light in one language, wide and dark in the other. The long tests see each in every setting. */
const settingOf = (language: string) =>
  language === 'en' ? ({ width: 1440, colorScheme: 'dark' } as const) : ({ width: 320, colorScheme: 'light' } as const);

test.each(templatePages())('nothing is found against $template in $language (/$path)', async ({ path, language }) => {
  const setting = settingOf(language);
  await using shown = await open(path, setting);
  const { violations } = await new AxeBuilder({ page: shown.page }).analyze();
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
  expect(found).toEqual([]);
  expect(await widthOf(shown.page), 'scrolls sideways').toBe(setting.width);
});

describe('with the largest text that the settings give', () => {
  // What other sites frame, and pages that only lead on, carry no settings.
  test.each(templatePages().filter(({ template }) => template !== 'none'))(
    '$template in $language keeps to the width of a phone and of a desk',
    async ({ path }) => {
      await using shown = await open(path, { width: 320 });
      const { page } = shown;
      await page.evaluate(() => localStorage.setItem('reading', JSON.stringify({ size: 'elders' })));
      await page.reload();
      expect(await page.locator('html').getAttribute('data-size')).toBe('elders');
      expect(await widthOf(page)).toBe(320);
      await page.setViewportSize({ width: 1440, height: 800 });
      expect(await widthOf(page)).toBe(1440);
    },
  );
});

/** How wide a page is, in pixels: as its window, unless it scrolls sideways. */
function widthOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth);
}
