import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useFontsFromNpm } from '../browser/chinese-font.ts';
import { expectedStops, walk } from '../browser/focus-walk.ts';
import { useBrowser } from '../browser/open.ts';
import { smallTargets } from '../browser/targets.ts';
import { routePages } from '../dist/site.ts';

const open = useBrowser();
/** What other sites frame, and pages that only lead on, carry no frame of the site's own. */
const pages = routePages().filter(({ template }) => template !== 'none');

describe.each([320, 768, 1280])('at %i px', (width) => {
  test.each(pages)('Tab comes to everything in $template in $language, and shows where it is', async ({ path }) => {
    await using shown = await open(path, { width });
    const stops = await walk(shown.page);
    expect(stops.filter(({ outlined }) => !outlined)).toEqual([]);
    expect(stops.filter(({ inSight }) => !inSight)).toEqual([]);
    expect(stops.length).toBe(await expectedStops(shown.page));
  });

  test.each(pages)('targets of $template in $language are 44 px, 60 px in the elders’ mode', async ({ path }) => {
    // Words are as wide as their letters: without a Chinese font they would be narrower than anywhere.
    await using shown = await open(path, { width, bypassCSP: true });
    await useFontsFromNpm(shown.page);
    expect(await smallTargets(shown.page, 44)).toEqual([]);
    await shown.page.evaluate(() => localStorage.setItem('reading', JSON.stringify({ size: 'elders' })));
    await shown.page.reload();
    await useFontsFromNpm(shown.page);
    expect(await smallTargets(shown.page, 60)).toEqual([]);
  });
});

describe('whoever reads', () => {
  // The style page's samples of type are of both languages.
  test.each(pages.filter(({ language, template }) => language === 'en' && template !== 'style'))(
    'every Chinese word of $template (/$path) is marked as Chinese',
    async ({ path }) => {
      await using shown = await open(path);
      expect(await unmarkedChinese(shown.page)).toEqual([]);
    },
  );

  // The search says that it needs one, the quotation check too; the others only lack what copies and what sets.
  test.each(pages.filter(({ template }) => !['search', 'verify'].includes(template)))(
    '$template in $language (/$path) says what it says with it',
    async ({ path }) => {
      const words = async (javaScriptEnabled: boolean) => {
        await using shown = await open(path, { javaScriptEnabled });
        // What only a script can do is offered with one only.
        await shown.page.evaluate(() => {
          for (const scripted of document.querySelectorAll('.scripted')) scripted.remove();
        });
        // biome-ignore lint/performance/useDomNodeTextContent: what is shown counts, not what is there
        return (await shown.page.locator('main').innerText()).replace(/\s+/g, ' ');
      };
      const [without, withScript] = [await words(false), await words(true)];
      expect(without.length).toBeGreaterThan(40);
      expect(withScript).toBe(without);
    },
  );

  test.each(pages.filter(({ language }) => language !== 'en'))(
    'nothing moves in $template (/$path)',
    async ({ path }) => {
      await using shown = await open(path);
      const moving = await shown.page.evaluate(() =>
        Array.from(document.querySelectorAll('*')).flatMap((element) => {
          const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
          const still = /^0s(, 0s)*$/.test(transitionDuration) && animationName === 'none' && scrollBehavior === 'auto';
          return still ? [] : [element.outerHTML.slice(0, 80)];
        }),
      );
      expect(moving).toEqual([]);
    },
  );
});

/** Chinese words of a page that stand in no element marked as Chinese. */
function unmarkedChinese(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode()) {
      const { parentElement: parent, textContent = '' } = walker.currentNode;
      if (!parent || parent.closest('script, style, pre, code, svg') || !/\p{Script=Han}/u.test(textContent ?? ''))
        continue;
      if (!parent.closest('[lang]')?.getAttribute('lang')?.startsWith('zh')) found.push(textContent?.trim() ?? '');
    }
    return found;
  });
}
