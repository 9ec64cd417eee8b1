import { readdirSync } from 'node:fs';
import { expect, inject, test } from 'vitest';
import { useBrowser } from './open.ts';

const open = useBrowser();
const IDS = readdirSync(`${inject('dist')}/embed/zh`);

const WIDTHS = [280, 300, 320, 360, 400, 440, 480, 540, 560, 640, 720, 800, 900, 1000];

test.each(['zh', 'en'])(
  '%s: each embedded figure fits the height in its code at every width, in whichever unit, and each width’s own holds little else',
  async (locale) => {
    for (const id of IDS) {
      await using page = await open(`${locale}/data/${id}/`);
      const code = (await page.page.locator('.embed-code code').textContent()) ?? '';
      expect(code).toContain(`/embed/${locale}/${id}/`);
      const greatest = Number(/height="(\d+)"/.exec(code)?.[1]);
      const heights = new Map(
        await page.page
          .locator('.embed-heights tbody tr')
          .evaluateAll((rows) =>
            rows.map((row) => [...row.children].map(({ textContent }) => Number(textContent)) as [number, number]),
          ),
      );
      await using framed = await open(`embed/${locale}/${id}/`, { javaScriptEnabled: false });
      const units = framed.page.locator('.unit-switch label');
      for (const width of WIDTHS) {
        await framed.page.setViewportSize({ width, height: 600 });
        for (let unit = 0; unit < Math.max(1, await units.count()); unit += 1) {
          if ((await units.count()) > 0) await units.nth(unit).click();
          const needed = await framed.page
            .locator('body')
            .evaluate((body) => Math.ceil(body.getBoundingClientRect().height));
          expect(needed, `${locale} ${id} ${width}`).toBeLessThanOrEqual(greatest);
          const own = heights.get(width);
          if (own === undefined) continue;
          expect(needed, `${locale} ${id} ${width}`).toBeLessThanOrEqual(own);
          expect(needed, `${locale} ${id} ${width}`).toBeGreaterThan(own * 0.7);
        }
      }
      expect(framed.complaints).toEqual([]);
    }
  },
);

test('with the script that a site may add, a frame becomes as high as its figure', async () => {
  await using page = await open('zh/data/repair-area/', { bypassCSP: true });
  await page.page.evaluate(async () => {
    document.body.innerHTML = '<iframe src="/embed/zh/repair-area/" width="300" height="2000"></iframe>';
    const frame = document.querySelector('iframe');
    await new Promise((loaded) => frame?.addEventListener('load', loaded));
    await new Promise((loaded) => {
      const script = document.createElement('script');
      script.src = '/embed/resize.js';
      script.addEventListener('load', loaded);
      document.body.append(script);
    });
  });
  await page.page.waitForFunction(() => {
    const frame = document.querySelector('iframe');
    const height = frame?.contentDocument?.body.getBoundingClientRect().height ?? 0;
    return height > 0 && frame?.style.height === `${Math.ceil(height)}px`;
  });
});

test('an embedded figure follows the reader’s light or dark', async () => {
  const ground = async (colorScheme: 'light' | 'dark') => {
    await using framed = await open('embed/zh/saving-schemes/', { colorScheme });
    return await framed.page.locator('.data-figure').evaluate((figure) => getComputedStyle(figure).backgroundColor);
  };
  expect(await ground('light')).not.toBe(await ground('dark'));
});
