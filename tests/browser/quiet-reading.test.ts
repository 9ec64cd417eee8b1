import { describe, expect, test } from 'vitest';
import { useBrowser } from './open.ts';

const open = useBrowser();

/** Three letters of the made-up bureau: one with figures and terms, one with tables and lists in English, a joint one. */
const LETTERS = ['zh/replies/2025-86/', 'en/replies/2024-7/', 'zh/replies/2025-9-4-s42/'] as const;

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

/** Signs that begin no line (GB/T 15834), and numbers with what they count that no line ends within. */
const NEVER_FIRST = /^[、，。；：！？）》〉】”’]/;
const KEPT = /\d(?:\.\d+)?[十百千万亿]{0,2}[年月日号件个项条处座家户人名次亩元吨米里]|\d+月\d+日/g;

describe.each(['screen', 'print'] as const)('on %s', (media) => {
  test.each([360, 768, 1280])('at %i px no line breaks where it must not', async (width) => {
    for (const path of ['zh/replies/2025-86/', 'zh/replies/2024-7/', 'zh/replies/2025-9-4-s42/']) {
      await using shown = await open(path, { width });
      await shown.page.emulateMedia({ media });
      const lines = await shown.page.evaluate(() =>
        [...document.querySelectorAll('.official-text > p, .official-text li')].map((block) => {
          const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
          const own: string[] = [''];
          let bottom = Number.NaN;
          while (walker.nextNode()) {
            const { currentNode: node } = walker;
            for (let at = 0; at < (node.textContent?.length ?? 0); at += 1) {
              const range = document.createRange();
              range.setStart(node, at);
              range.setEnd(node, at + 1);
              const [box] = range.getClientRects();
              if (box === undefined) continue;
              // The next line begins below the middle of this one.
              if (box.top > bottom) own.push('');
              bottom = box.top + box.height / 2;
              own[own.length - 1] += node.textContent?.[at] ?? '';
            }
          }
          return own;
        }),
      );
      expect(
        lines.flat().filter((line) => NEVER_FIRST.test(line)),
        path,
      ).toEqual([]);
      for (const own of lines) {
        const whole = own.join('');
        const ends = own.map((_, index) => own.slice(0, index + 1).join('').length).slice(0, -1);
        const broken = [...whole.matchAll(KEPT)].filter(({ 0: words, index }) =>
          ends.some((end) => end > index && end < index + words.length),
        );
        expect(
          broken.map(([words]) => words),
          path,
        ).toEqual([]);
      }
    }
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
