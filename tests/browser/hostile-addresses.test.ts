import { expect, inject, test } from 'vitest';
import { builtPages, readBuilt } from '../dist/site.ts';
import { useBrowser } from './open.ts';

const open = useBrowser();

/** A page for each set of scripts that pages load, and a reply, where they find most to do. */
const PAGES = [
  'en/replies/2025-86/',
  ...new Map(
    builtPages()
      .map(({ file, path }) => [scriptsOf(file), path] as const)
      .filter(([scripts]) => scripts !== ''),
  ).values(),
];

function scriptsOf(file: string): string {
  return [...readBuilt(file).matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, address]) => address).join(' ');
}

const MARKUP = encodeURIComponent('"><img src=x onerror="window.broken=1"><script>window.broken=1</script>');
/** What may come after an address. A script may show it as text; it may not run it, ask another host for it, or fail. */
const ENDINGS = [
  `?q=${MARKUP}&topic=${MARKUP}&__proto__=1&constructor=1`,
  `?q=%22%22%22%5B%5B&year=__proto__&sort=constructor&page=-1e999`,
  `?%ff%fe=%zz&q=%`,
  `#${MARKUP}`,
  '#%',
  `?mark=${MARKUP}&mark=2025#%`,
];

test('the pages that read their address are among them', () => {
  expect(PAGES).toEqual(
    expect.arrayContaining([expect.stringMatching(/^..\/search\/$/), expect.stringMatching(/^..\/verify\/$/)]),
  );
});

test.each(PAGES)('nothing after the address of %s runs, fails or leaves the site', async (path) => {
  await using shown = await open(path);
  const { page, complaints } = shown;
  const failures: Record<string, readonly string[]> = {};
  for (const ending of ENDINGS) {
    complaints.splice(0);
    // From a blank page: otherwise only a fragment would change, and no script begin again.
    await page.goto('about:blank');
    await page.goto(inject('address') + path + ending, { waitUntil: 'networkidle' });
    const broken = await page.evaluate(() => 'broken' in window || document.querySelector('img[src="x"]') !== null);
    const own = complaints.filter((each) => !each.includes('about:blank'));
    if (broken || own.length > 0) failures[ending.slice(0, 60)] = [...own, ...(broken ? ['ran'] : [])];
  }
  expect(failures).toEqual({});
});
