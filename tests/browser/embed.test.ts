import { expect, test } from 'vitest';
import { useBrowser } from './open.ts';

const open = useBrowser();
const IDS = ['green-mine-targets', 'green-mines', 'remediation-area', 'remediation-fund'];

test.each(['zh', 'en'])(
  '%s: each embedded figure fits the height that its dataset’s page gives, without script',
  async (locale) => {
    for (const id of IDS) {
      await using page = await open(`${locale}/data/${id}/`);
      const code = await page.page.locator('.embed-code code').textContent();
      const height = Number(/height="(\d+)"/.exec(code ?? '')?.[1]);
      expect(code).toContain(`/embed/${locale}/${id}/`);
      await using framed = await open(`embed/${locale}/${id}/`, { width: 320, javaScriptEnabled: false });
      const needed = await framed.page
        .locator('main')
        .evaluate((main) => Math.ceil(main.getBoundingClientRect().bottom));
      expect(needed, `${locale} ${id}`).toBeLessThanOrEqual(height);
      expect(await framed.page.locator('script').count()).toBe(0);
      expect(framed.complaints).toEqual([]);
    }
  },
);

test('an embedded figure follows the reader’s light or dark', async () => {
  const ground = async (colorScheme: 'light' | 'dark') => {
    await using framed = await open('embed/zh/green-mines/', { colorScheme });
    return await framed.page.locator('.data-figure').evaluate((figure) => getComputedStyle(figure).backgroundColor);
  };
  expect(await ground('light')).not.toBe(await ground('dark'));
});
