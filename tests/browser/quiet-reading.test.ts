import { describe, expect, test } from 'vitest';
import { useBrowser } from './open.ts';

const open = useBrowser();

/** Letters of the made-up bureau: one with figures and terms, one with tables and lists in English, a joint one, one in both languages. */
const LETTERS = [
  'zh/replies/2025-86/',
  'en/replies/2024-7/',
  'zh/replies/2025-9-4-s42/',
  'bilingual/replies/2024-7/',
] as const;

describe.each(LETTERS)('in the accessibility tree %s', (path) => {
  test('reads as its sentences, each passage followed by one box of notes and links', async () => {
    await using shown = await open(path);
    const tree = await shown.page.locator('article').ariaSnapshot();
    await expect(tree).toMatchFileSnapshot(`aria/${path.replaceAll('/', '-').slice(0, -1)}.txt`);
  });

  test('names headings by their text alone, and has no button in a sentence', async () => {
    await using shown = await open(path);
    const { page } = shown;
    expect(await page.locator('.official-text button').count()).toBe(0);
    expect(await page.locator('.official-text :is(h2, h3, h4) a').count()).toBe(0);
    expect(await page.locator('.official-text a:not(data a, dfn a, time a, .noted a)').count()).toBe(0);
    for (const link of await page.locator('.official-text a').all())
      expect(await link.getAttribute('aria-label')).toBeNull();
  });

  test('has one stop a passage for all its links, which opens by keyboard', async () => {
    await using shown = await open(path);
    const { page } = shown;
    expect(await page.locator('.asides a:visible, .asides button:visible').count()).toBe(0);
    const box = page.locator('.asides').first();
    await box.locator('summary').press('Enter');
    expect(await box.locator('a:visible').count()).toBeGreaterThan(0);
  });
});

test('the row of tools is in words, 44 px high, and copies the address', async () => {
  await using shown = await open('zh/replies/2025-86/', { width: 360 });
  const { page, complaints } = shown;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const row = page.locator('.reply-tools');
  expect((await row.boundingBox())?.height).toBeLessThan(60);
  await row.locator('button', { hasText: '复制链接' }).click();
  await expect.poll(() => row.textContent()).toContain('已复制');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('https://dafu.example/zh/replies/2025-86/');
  await row.locator('button', { hasText: '长者' }).click();
  expect(await page.locator('html').getAttribute('data-size')).toBe('elders');
  await row.locator('button', { hasText: '长者' }).click();
  expect(await page.locator('html').getAttribute('data-size')).toBe('');
  expect(complaints).toEqual([]);
});

test('the record is folded above the letter on a phone, and stands open in the margin of a wide page', async () => {
  await using shown = await open('zh/replies/2025-86/', { width: 360, javaScriptEnabled: false });
  const { page } = shown;
  const facts = page.locator('.record dl');
  expect(await facts.isVisible()).toBe(false);
  const [record, title] = [await page.locator('.record').boundingBox(), await page.locator('h1').boundingBox()];
  expect(record?.y).toBeLessThan(title?.y ?? 0);
  await page.setViewportSize({ width: 1200, height: 800 });
  expect(await facts.isVisible()).toBe(true);
  // From 1,200 px on the contents are a rail beside the letter.
  const [rail, sheet] = [await page.locator('.contents ol').boundingBox(), await page.locator('.sheet').boundingBox()];
  expect((rail?.x ?? 0) + (rail?.width ?? 0)).toBeLessThanOrEqual(sheet?.x ?? 0);
});
