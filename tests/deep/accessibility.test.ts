import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../browser/open.ts';
import { routePages } from '../dist/site.ts';

const open = useBrowser();
/** 320 px is what 1280 px at 400 % come to. */
const WIDTHS = [320, 360, 768, 1280, 1440];
const THEMES = ['light', 'dark'] as const;

const SETTINGS = WIDTHS.flatMap((width) => THEMES.map((colorScheme) => ({ width, colorScheme })));
const pages = routePages();

describe.each(SETTINGS)('at $width px, $colorScheme', (setting) => {
  test.each(pages)('nothing is found against $template in $language (/$path)', async ({ path }) => {
    await using shown = await open(path, setting);
    const { violations } = await new AxeBuilder({ page: shown.page }).analyze();
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))).toEqual([]);
    expect(await sideways(shown.page)).toBe(0);
  });
});

/** What makes words larger: the browser's own setting, twice the usual 16 px, and the site's. */
describe.each([
  { name: '200 % text', browser: 32, elders: false, width: 320, javaScriptEnabled: true },
  { name: '200 % text and no script', browser: 32, elders: false, width: 320, javaScriptEnabled: false },
  { name: 'the elders’ mode', browser: 16, elders: true, width: 320, javaScriptEnabled: true },
  { name: 'the elders’ mode and 200 % text', browser: 32, elders: true, width: 360, javaScriptEnabled: true },
])('with $name at $width px', ({ browser, elders, ...settings }) => {
  test.each(pages)('$template in $language (/$path) does not scroll sideways', async ({ path, template }) => {
    await using shown = await open(path, settings);
    const { page } = shown;
    const session = await page.context().newCDPSession(page);
    await session.send('Page.setFontSizes', { fontSizes: { standard: browser, fixed: browser } });
    if (elders) await page.evaluate(() => localStorage.setItem('reading', JSON.stringify({ size: 'elders' })));
    await page.reload();
    const letters = await page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
    // What other sites frame carries no settings of the site's own.
    expect(letters).toBeCloseTo(browser * (elders && template !== 'none' ? 1.3334 : 1), 1);
    expect(await sideways(page)).toBe(0);
  });
});

/** By how many pixels a page is wider than its window. */
function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
