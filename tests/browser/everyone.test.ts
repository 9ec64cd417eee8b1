import { describe, expect, test } from 'vitest';
import { useBrowser } from './open.ts';

const open = useBrowser();
const REPLY = { zh: 'zh/replies/2025-86/', en: 'en/replies/2025-86/' };

describe('what a screen reader is told', () => {
  test.each([
    ['zh', 'searchbox', '检索答复与数据'],
    ['zh', 'button', '检索'],
    ['zh', 'button', '阅读设置'],
    ['zh', 'navigation', '主导航'],
    ['zh', 'navigation', '目录'],
    ['zh', 'link', '五项基本条件'],
    ['zh', 'link', '76处'],
    ['zh', 'heading', '关于市九届人大三次会议第62号建议的答复'],
    ['en', 'searchbox', 'Search replies and data'],
    ['en', 'button', 'Reading settings'],
    ['en', 'navigation', 'Main navigation'],
    ['en', 'link', 'five requirements'],
    ['en', 'link', '中文'],
  ] as const)('%s: %s “%s”', async (locale, role, name) => {
    await using shown = await open(REPLY[locale]);
    expect(await shown.page.getByRole(role, { name, exact: true }).count()).toBeGreaterThan(0);
  });
});

describe('without script', () => {
  test.each(Object.values(REPLY))('on a phone the menu and the search of %s open', async (path) => {
    await using shown = await open(path, { width: 320, javaScriptEnabled: false });
    const { page } = shown;
    for (const panel of ['site-navigation', 'header-search']) {
      await page.locator(`[popovertarget="${panel}"]`).click();
      expect(await page.locator(`#${panel}`).isVisible()).toBe(true);
      await page.keyboard.press('Escape');
      expect(await page.locator(`#${panel}`).isVisible()).toBe(false);
    }
    expect(await page.locator('.scripted:visible').count()).toBe(0);
  });

  test('on a phone the two languages stand under each other, and a switch leaves one', async () => {
    await using shown = await open('bilingual/replies/2025-86/', { width: 320, javaScriptEnabled: false });
    const { page } = shown;
    const row = page.locator('.parallel-row', { has: page.locator('#p2') });
    const [chinese, english] = [row.locator('.half-original'), row.locator('.half-other')];
    expect([await chinese.isVisible(), await english.isVisible()]).toEqual([true, true]);
    const [above, below] = [await chinese.boundingBox(), await english.boundingBox()];
    expect(below?.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0));
    await page.locator('.halves label', { hasText: 'EN' }).click();
    expect([await chinese.isVisible(), await english.isVisible()]).toEqual([false, true]);
    await page.locator('.halves label', { hasText: '中' }).click();
    expect([await chinese.isVisible(), await english.isVisible()]).toEqual([true, false]);
  });
});

describe('where colours are the reader’s own', () => {
  test('what is chosen, where one is and what belongs together is seen without ours', async () => {
    await using shown = await open(REPLY.zh, { forcedColors: 'active' });
    const { page } = shown;
    const style = (selector: string, property: string, pseudo?: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element, [name = '', of]) => getComputedStyle(element, of).getPropertyValue(name), [
          property,
          pseudo ?? '',
        ] as const);
    expect(await style('.letterhead-issuer', 'border-top-width', '::after')).toBe('4px');
    expect(await style('data.figure', 'text-decoration-line')).toBe('underline');
    expect(await style('.versions [aria-current]', 'border-top-style')).toBe('solid');
    expect(await style('.site-navigation [aria-current]', 'border-bottom-width')).toBe('3px');
    await page.locator('[popovertarget="reading"]').click();
    const chosen = page.locator('.reading label:has(:checked)').first();
    expect(await chosen.evaluate((label) => getComputedStyle(label).outlineStyle)).toBe('solid');
  });
});

describe('where colours are the reader’s own, dark or light', () => {
  // What a site marks in a sentence has another ground there: with our own it would be black on black.
  test.each([
    ['zh/data/saving-schemes/', '.source-sentence mark'],
    ['en/data/saving-schemes/', '.source-sentence mark'],
    ['zh/replies/2025-86/', 'data.figure a'],
    ['zh/replies/2025-86/', 'dfn a'],
    ['zh/', '.promise strong'],
    ['zh/', '.promise a'],
    ['zh/', '.chip'],
    ['zh/commitments/', '.status-tally dd'],
    ['zh/replies/', '.chip'],
    ['zh/search/?q=%E6%B8%A0%E9%81%93', '.search-result mark'],
    ['zh/', '.search-form button'],
    ['zh/data/saving-schemes/', '.chart-layout text'],
    ['zh/data/repair-area/', '.unit-switch label:has(:checked)'],
  ])('on %s the words of %s are seen', async (path, selector) => {
    for (const colorScheme of ['dark', 'light'] as const) {
      await using shown = await open(path, { width: 1280, forcedColors: 'active', colorScheme });
      const { page } = shown;
      await page.locator(selector).first().waitFor({ state: 'attached' });
      // In one call: a search page may put its results in the place of earlier ones.
      const pairs = await page.evaluate((own) => {
        return Array.from(document.querySelectorAll(own), (element) => {
          const { color, fill } = getComputedStyle(element);
          let at: Element | null = element;
          while (at && /rgba\(.*, 0\)|transparent/.test(getComputedStyle(at).backgroundColor)) at = at.parentElement;
          const words = element instanceof SVGElement ? fill : color;
          return [words, getComputedStyle(at ?? document.documentElement).backgroundColor] as const;
        });
      }, selector);
      expect(pairs.length).toBeGreaterThan(0);
      expect(pairs.filter(([words, ground]) => words === ground)).toEqual([]);
    }
  });

  test('the page that one is on is told from the others in the navigation', async () => {
    await using shown = await open('zh/data/', { width: 1280, forcedColors: 'active' });
    const edges = await shown.page
      .locator('.site-navigation a')
      .evaluateAll((links) => links.map((link) => getComputedStyle(link).borderBottomColor));
    const current = await shown.page
      .locator('.site-navigation [aria-current]')
      .evaluate((link) => getComputedStyle(link).borderBottomColor);
    expect(edges.filter((edge) => edge === current)).toHaveLength(1);
  });
});

test.each([
  ['bilingual/replies/2025-86/', '.halves'],
  ['zh/replies/', '.list-view'],
])('with the reader’s own colours, what is chosen on %s is framed', async (path, choices) => {
  await using shown = await open(path, { width: 1280, forcedColors: 'active' });
  const chosen = shown.page.locator(`${choices} label:has(:checked)`);
  expect(await chosen.evaluate((label) => getComputedStyle(label).outlineStyle)).toBe('solid');
});

describe('the reader’s settings', () => {
  test('are there before the page is drawn, and stay', async () => {
    await using shown = await open(REPLY.en);
    const { page } = shown;
    await page.locator('[popovertarget="reading"]').click();
    await page.locator('#reading label', { hasText: 'Largest' }).click();
    await page.locator('#reading label', { hasText: 'Dark' }).click();
    // As soon as the document has a body, before any deferred script: no flash of another look.
    await page.addInitScript(() => {
      new MutationObserver((_changes, observer) => {
        if (!document.body) return;
        observer.disconnect();
        const { size, theme } = document.documentElement.dataset;
        Object.assign(window, { firstLook: [size, theme, document.readyState] });
      }).observe(document, { childList: true, subtree: true });
    });
    await page.reload();
    expect(await page.evaluate(() => (window as unknown as { firstLook: string[] }).firstLook)).toEqual([
      'elders',
      'dark',
      'loading',
    ]);
    expect(
      await page
        .locator('#reading input:checked')
        .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value)),
    ).toEqual(['elders', '', 'dark']);
  });

  // Another program of the same host, an extension or a former version may have put anything there.
  test.each([
    'null',
    '5',
    '"elders"',
    '[]',
    '{"size":null}',
    '{"size":{"a":1}}',
    '{"__proto__":{"size":"x"}}',
    '{',
    '',
  ])('are as before where %s was kept, and can be chosen', async (kept) => {
    await using shown = await open(REPLY.en);
    const { page } = shown;
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.evaluate((text) => localStorage.setItem('reading', text), kept);
    await page.reload();
    await page.locator('[popovertarget="reading"]').click();
    await page.locator('#reading label', { hasText: 'Largest' }).click();
    expect(await page.evaluate(() => ({ ...document.documentElement.dataset }))).toMatchObject({ size: 'elders' });
    await page.reload();
    expect(await page.evaluate(() => document.documentElement.dataset['size'])).toBe('elders');
    expect(errors).toEqual([]);
  });

  test.each(['zh', 'en'] as const)('%s: no word of a reply is under 18 pt in the elders’ mode', async (locale) => {
    await using shown = await open(REPLY[locale]);
    await shown.page.evaluate(() => localStorage.setItem('reading', JSON.stringify({ size: 'elders' })));
    await shown.page.reload();
    const small = await shown.page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      while (walker.nextNode()) {
        const { parentElement: parent, textContent } = walker.currentNode;
        if (!parent || !textContent?.trim() || parent.closest('svg, script') || !parent.checkVisibility()) continue;
        // 18 pt are 24 CSS pixels.
        if (Number.parseFloat(getComputedStyle(parent).fontSize) < 23.9)
          found.push(`${parent.className} ${textContent.slice(0, 30)}`);
      }
      return found;
    });
    expect(small).toEqual([]);
  });
});

test('the contents mark the part that the reader has come to', async () => {
  await using shown = await open(REPLY.zh, { width: 1440 });
  const { page } = shown;
  const marked = () => page.locator('.contents [aria-current]').allTextContents();
  expect(await marked()).toEqual([]);
  await page.locator('#s2').evaluate((heading) => heading.scrollIntoView());
  await expect.poll(marked).toEqual(['二、渠道治理工作']);
});
