import { describe, expect, test } from 'vitest';
import { useBrowser } from './open.ts';

const open = useBrowser();

/*
 * What the site says of words opens below their paragraph and never over it, wherever in the window the words stand. Panels of the header
 * open below what opens them.
 */
describe.each([360, 1280])('at %i px', (width) => {
  test.each([
    ['zh/replies/2025-86/', 'data.figure a'],
    ['zh/replies/2025-86/', 'dfn a'],
    ['en/replies/2025-86/', 'dfn a'],
    ['en/replies/2025-86/', 'data.figure a'],
    ['bilingual/replies/2025-86/', 'data.figure a'],
  ])('on %s what explains %s never covers it', async (path, selector) => {
    await using shown = await open(path, { width });
    const { page } = shown;
    const words = page.locator(selector);
    const count = await words.count();
    expect(count).toBeGreaterThan(2);
    for (const index of [0, Math.floor(count / 2), count - 1]) {
      for (const block of ['start', 'end'] as const) {
        const link = words.nth(index);
        await link.evaluate((element, at) => element.scrollIntoView({ block: at, behavior: 'instant' }), block);
        await link.click();
        const note = page.locator(`[id="${(await link.getAttribute('href'))?.slice(1)}"]`);
        expect(await note.isVisible()).toBe(true);
        const [own, others] = [await note.boundingBox(), await link.evaluate(rectangles)];
        expect(others.filter((rectangle) => own && overlap(rectangle, own))).toEqual([]);
        // The words can still be seen where they stand, with nothing over them.
        await link.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
        const met = await link.evaluate((element) => {
          const [box] = element.getClientRects();
          return box !== undefined && element.contains(document.elementFromPoint(box.x + 3, box.y + box.height / 2));
        });
        expect(met).toBe(true);
      }
    }
  });

  test('panels of the header open below what opens them, within the window', async () => {
    await using shown = await open('zh/replies/2025-86/', { width });
    const { page } = shown;
    for (const button of await page.locator('[popovertarget]:visible').all()) {
      const panel = page.locator(`#${await button.getAttribute('popovertarget')}`);
      await button.click();
      const [over, under] = [await panel.boundingBox(), await button.boundingBox()];
      if (!over || !under) throw new Error('nothing opened');
      expect(overlap(over, under)).toBe(false);
      expect(over.x).toBeGreaterThanOrEqual(0);
      expect(over.x + over.width).toBeLessThanOrEqual(width);
      await page.keyboard.press('Escape');
    }
  });
});

/* Charts stand in the margin beside the lines that state their values, and a short letter has fewer lines than its charts are high. */
describe.each([1280, 1920])('beside a letter at %i px', (width) => {
  test.each(['zh/replies/2024-7/', 'en/replies/2024-7/', 'zh/replies/2025-86/', 'en/replies/2025-86/'])(
    'charts pull no lines of %s apart',
    async (path) => {
      await using shown = await open(path, { width });
      const gaps = await shown.page.locator('.sheet > .passage').evaluateAll((passages) =>
        passages.map((passage) => {
          const ends = [...passage.children].map((part) => part.getBoundingClientRect().bottom);
          return passage.getBoundingClientRect().bottom - Math.max(...ends.filter((end) => end > 0));
        }),
      );
      expect(gaps.length).toBeGreaterThan(5);
      expect(gaps.filter((gap) => gap > 60)).toEqual([]);
    },
  );
});

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const overlap = (one: Rectangle, other: Rectangle): boolean =>
  one.x + 1 < other.x + other.width &&
  other.x + 1 < one.x + one.width &&
  one.y + 1 < other.y + other.height &&
  other.y + 1 < one.y + one.height;

/** The boxes of an element's lines, in the page. */
const rectangles = (element: Element): Rectangle[] =>
  [...element.getClientRects()].map(({ x, y, width, height }) => ({ x, y, width, height }));
