import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { asOldestBrowsersRead } from '../dist/oldest-browsers.ts';
import { routePages } from '../dist/site.ts';
import { useBrowser } from './open.ts';

const open = useBrowser();

/** Members of objects that the site’s scripts could call and that browsers of 2022 lack. */
const LACKING = [
  ['Array.prototype', 'toReversed toSorted toSpliced with'],
  ['String.prototype', 'toWellFormed isWellFormed'],
  ['Element.prototype', 'checkVisibility'],
  ['HTMLElement.prototype', 'popover showPopover hidePopover togglePopover'],
  ['URL', 'parse canParse'],
  ['Object', 'groupBy'],
  ['Map', 'groupBy'],
  ['Promise', 'withResolvers try'],
  ['CSS', 'highlights'],
  ['window', 'Highlight Iterator'],
] as const;

/** A page as a browser of 2022 shows it: style sheets as it reads them, scripts without what it lacks. */
async function openOlder(path: string, settings: { width: number; colorScheme?: 'light' | 'dark' }) {
  const shown = await open('404.html', settings);
  const { page } = shown;
  await page.route('**/*.css', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: asOldestBrowsersRead(await response.text()).css });
  });
  await page.addInitScript((lacking) => {
    for (const [object, names] of lacking) {
      const owner = object.split('.').reduce<unknown>((at, name) => Reflect.get(at as object, name), window);
      for (const name of names.split(' ')) Reflect.deleteProperty(owner as object, name);
    }
  }, LACKING);
  await page.goto(new URL(path, page.url().replace('404.html', '')).href);
  return shown;
}

/** Words that are not seen: covered by something else, or of nearly the colour of what they stand on. */
function unseenWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (colour: string) => {
      const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
        const share = value / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const ground = (element: Element): string => {
      for (let at: Element | null = element; at; at = at.parentElement) {
        const { backgroundColor } = getComputedStyle(at);
        const [, , , alpha = 1] = channels(backgroundColor);
        if (alpha > 0.5) return backgroundColor;
      }
      return 'rgb(255, 255, 255)';
    };
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement: parent, textContent } = walker.currentNode;
      if (!parent || !textContent?.trim() || parent.closest('svg, script, .unseen, .skip-link, option')) continue;
      if (parent.closest('details:not([open]) > :not(summary)')) continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      const [box] = range.getClientRects();
      const { visibility, color } = getComputedStyle(parent);
      if (!box || box.width < 2 || visibility === 'hidden') continue;
      const [light, dark] = [luminance(color), luminance(ground(parent))].sort((one, other) => other - one);
      if (((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05) < 4.5) found.push(`pale: ${textContent.trim().slice(0, 30)}`);
      parent.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      const [first] = range.getClientRects();
      scrollBy({ top: (first?.y ?? 0) - innerHeight / 2, behavior: 'instant' });
      const [seen] = range.getClientRects();
      if (!seen) continue;
      const met = document.elementFromPoint(seen.x + Math.min(seen.width, 20) / 2, seen.y + seen.height / 2);
      if (!met || (!met.contains(parent) && !parent.contains(met) && !met.closest('a, label, summary')))
        found.push(`covered: ${textContent.trim().slice(0, 30)}`);
    }
    return found;
  });
}

describe.each([
  { width: 360, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const)('in a browser of 2022 at $width px, $colorScheme', (settings) => {
  test.each(routePages().filter(({ template }) => template !== 'none'))(
    'all words of $template in $language (/$path) are seen',
    async ({ path }) => {
      await using shown = await openOlder(path, settings);
      const { page } = shown;
      expect(await page.evaluate(() => 'popover' in HTMLElement.prototype)).toBe(false);
      expect(await unseenWords(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(settings.width);
    },
  );
});

describe('in a browser of 2022', () => {
  test('the demonstration line, the search and where one can go stand on every page', async () => {
    await using shown = await openOlder('zh/replies/2025-86/', { width: 1280 });
    const { page } = shown;
    expect(await page.locator('.demonstration').isVisible()).toBe(true);
    expect(await page.locator('.header-search input').isVisible()).toBe(true);
    expect(await page.locator('.site-navigation a').first().isVisible()).toBe(true);
    expect(await page.locator('[popovertarget]:visible').count()).toBe(0);
    const decoration = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).textDecorationLine);
    expect(await decoration('data.figure')).toBe('underline');
  });

  test('the search finds', async () => {
    await using shown = await openOlder(`zh/search/?q=${encodeURIComponent('渠道治理')}`, { width: 1280 });
    await expect.poll(() => shown.page.locator('.search-result').count()).toBeGreaterThan(0);
    expect(shown.complaints.filter((complaint) => complaint.startsWith('error'))).toEqual([]);
  });

  test('a quotation is checked', async () => {
    await using shown = await openOlder('en/verify/', { width: 1280 });
    const { page } = shown;
    await page.fill('textarea', 'Nobody has said these words in any letter.');
    await page.click('form[data-verify] button');
    await page.waitForSelector('form[data-verify] output[data-verdict]');
  });

  test('the text can be made larger', async () => {
    await using shown = await openOlder('zh/replies/2025-86/', { width: 360 });
    const { page } = shown;
    await page.locator('#reading label').nth(2).click();
    expect(await page.locator('html').getAttribute('data-size')).toBe('elders');
  });
});
