import { describe, expect, test } from 'vitest';
import { useFontsFromNpm } from '../browser/chinese-font.ts';
import { expectedStops, walk } from '../browser/focus-walk.ts';
import { useBrowser } from '../browser/open.ts';
import { smallTargets } from '../browser/targets.ts';
import { templatePages } from '../dist/site.ts';

const open = useBrowser();
/** What other sites frame, and pages that only lead on, carry no frame of the site's own. */
const pages = templatePages().filter(({ template }) => template !== 'none');

describe.each([320, 768, 1280])('at %i px', (width) => {
  test.each(pages)('Tab comes to everything in $template in $language, and shows where it is', async ({ path }) => {
    await using shown = await open(path, { width, reducedMotion: 'reduce' });
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
