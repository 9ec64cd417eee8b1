import { readdirSync } from 'node:fs';
import { expect, inject, test } from 'vitest';
import { useBrowser } from './open.ts';

const open = useBrowser();
const IDS = readdirSync(`${inject('dist')}/embed/zh`);

/** Widths that the page names a height for: a phone's in the code, a column's in the words. */
const heightsOf = (code: string, lead: string) => [
  { width: 320, height: Number(/height="(\d+)"/.exec(code)?.[1]) },
  { width: 640, height: Number(lead.match(/\d+/g)?.at(-1)) },
];

test.each(['zh', 'en'])(
  '%s: each embedded figure fits the heights that its dataset’s page gives, and they hold little else',
  async (locale) => {
    for (const id of IDS) {
      await using page = await open(`${locale}/data/${id}/`);
      const code = (await page.page.locator('.embed-code code').textContent()) ?? '';
      expect(code).toContain(`/embed/${locale}/${id}/`);
      const lead = await page.page.locator('.take-away p').first().textContent();
      for (const { width, height } of heightsOf(code, lead ?? '')) {
        await using framed = await open(`embed/${locale}/${id}/`, { width, javaScriptEnabled: false });
        const needed = await framed.page
          .locator('main')
          .evaluate((main) => Math.ceil(main.getBoundingClientRect().bottom));
        expect(needed, `${locale} ${id} ${width}`).toBeLessThanOrEqual(height);
        expect(needed, `${locale} ${id} ${width}`).toBeGreaterThan(height * 0.7);
        expect(await framed.page.locator('script').count()).toBe(0);
        expect(framed.complaints).toEqual([]);
      }
    }
  },
);

test('an embedded figure follows the reader’s light or dark', async () => {
  const ground = async (colorScheme: 'light' | 'dark') => {
    await using framed = await open('embed/zh/saving-schemes/', { colorScheme });
    return await framed.page.locator('.data-figure').evaluate((figure) => getComputedStyle(figure).backgroundColor);
  };
  expect(await ground('light')).not.toBe(await ground('dark'));
});
