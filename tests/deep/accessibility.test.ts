import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../browser/open.ts';
import { templatePages } from '../dist/site.ts';

const open = useBrowser();
/** 320 px is what 1280 px at 400 % come to. */
const WIDTHS = [320, 768, 1440];
const THEMES = ['light', 'dark'] as const;

const SETTINGS = WIDTHS.flatMap((width) => THEMES.map((colorScheme) => ({ width, colorScheme })));
const pages = templatePages();

describe.each(SETTINGS)('at $width px, $colorScheme', (setting) => {
  test.each(pages)('nothing is found against $template in $language', async ({ path }) => {
    await using shown = await open(path, setting);
    const { violations } = await new AxeBuilder({ page: shown.page }).analyze();
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))).toEqual([]);
    expect(await sideways(shown.page)).toBe(0);
  });
});

/** By how many pixels a page is wider than its window. */
function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
