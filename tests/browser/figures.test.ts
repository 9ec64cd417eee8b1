import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from './open.ts';

const open = useBrowser();
const OPEN = '.aside-notes :target';

test.each([
  {
    path: 'zh/replies/2025-86/',
    figure: '3.24万亩',
    shown: '3.24万亩 = 2160公顷',
    row: '/zh/data/repair-area/#plan-2025',
  },
  {
    path: 'en/replies/2025-86/',
    figure: '32,400 mu',
    shown: '32,400 mu = 2,160 ha',
    row: '/en/data/repair-area/#plan-2025',
  },
  {
    path: 'zh/replies/2025-86/',
    figure: '约7亿元',
    shown: '约7亿元 = 约70000万元',
    row: '/zh/data/repair-fund/#invested',
  },
  { path: 'bilingual/replies/2025-86/', figure: '85%', shown: '85%', row: '/zh/data/scheme-targets/#large-2028' },
])('in $path, $figure opens without script to its other units and its row', async ({ path, figure, shown, row }) => {
  await using site = await open(path, { javaScriptEnabled: false });
  const { page, complaints } = site;
  await page.locator('data.figure a', { hasText: figure }).first().click();
  const note = page.locator(OPEN);
  expect(await note.textContent()).toContain(shown);
  expect(await note.locator('a').getAttribute('href')).toBe(row);
  // It stands under the words that it explains, and covers nothing of them.
  const words = page.locator('data.figure', { hasText: figure }).first();
  expect(await gap(words, OPEN)).toBeGreaterThanOrEqual(0);
  expect(complaints).toEqual([]);
});

/** How many pixels below an element another begins, both measured in the same moment. */
function gap(above: Locator, below: string): Promise<number> {
  return above.evaluate(
    (element, selector) =>
      (document.querySelector(selector)?.getBoundingClientRect().top ?? Number.NaN) -
      element.getBoundingClientRect().bottom,
    below,
  );
}

test('a figure opens by keyboard, and the next step is the link in its note', async () => {
  await using site = await open('zh/replies/2025-86/', { javaScriptEnabled: false });
  const { page } = site;
  await page.locator('data.figure a').first().focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.locator('a:focus').getAttribute('href')).toBe('/zh/data/saving-schemes/#focus');
});

test('on a phone every figure is pressed where its words stand, and its note keeps to the screen', async () => {
  await using site = await open('en/replies/2025-86/', { width: 320, javaScriptEnabled: false });
  const { page } = site;
  const figures = page.locator('data.figure');
  expect(await figures.count()).toBe(11);
  for (const figure of await figures.all()) {
    await figure.locator('a').click();
    const box = await page.locator(OPEN).boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
  }
});

const PHRASE = '2025年完成3.24万亩、2026年完成1.26万亩、2027年完成1.05万亩、2028年完成0.45万亩。';

test('a phrase that runs across figures is selected as one text', async () => {
  await using site = await open('zh/replies/2025-86/');
  const selected = await site.page.evaluate(() => {
    const paragraph = document.querySelector('#p13');
    if (paragraph) getSelection()?.selectAllChildren(paragraph);
    return getSelection()?.toString() ?? '';
  });
  expect(selected).toContain(PHRASE);
});

test('a phrase that runs across figures is found in the page', async () => {
  await using site = await open('zh/replies/2025-86/');
  expect(await findsInPage(site.page, PHRASE)).toBe(true);
});

describe.each(['zh', 'en'])('%s: each link to a source sentence', (locale) => {
  async function sourceLinks() {
    await using site = await open(`${locale}/data/repair-area/`);
    const links = await site.page
      .locator('.source-sentence figcaption a')
      .evaluateAll((anchors) =>
        anchors.flatMap((anchor) => (anchor instanceof HTMLAnchorElement ? [new URL(anchor.href)] : [])).map(String),
      );
    expect(links.length).toBeGreaterThan(1);
    return links.map((link) => {
      const [, path = '', block = '', words = ''] = /\/\/[^/]+\/([^#]*)#(p\d+)(:~:text=.+)$/.exec(link) ?? [];
      return { path, block, words };
    });
  }

  test('names its paragraph, and words that begin and end one stretch of it', async () => {
    for (const { path, block, words } of await sourceLinks()) {
      await using site = await open(`${path}#${block}${words}`);
      expect(await site.page.locator(':target').getAttribute('id')).toBe(block);
      const text = (await site.page.locator(`#${block}`).textContent()) ?? '';
      const [first = '', last = ''] = words.slice(':~:text='.length).split(',').map(decodeURIComponent);
      expect(text.split(first), words).toHaveLength(2);
      expect(text.slice(text.indexOf(first)), words).toContain(last);
    }
  });

  test('lands on it by its words', async () => {
    for (const { path, words } of await sourceLinks()) {
      // Without the paragraph's id, only the words can bring the reader there; the browser lets them in a fresh page alone.
      await using site = await open(`${path}#${words}`);
      await expect.poll(() => site.page.evaluate(() => scrollY)).toBeGreaterThan(200);
    }
  });
});

/** Whether the browser's own search finds words in a page. Browsers have it, the standard does not. */
function findsInPage(page: Page, words: string): Promise<boolean> {
  return page.evaluate((sought) => (window as unknown as { find(words: string): boolean }).find(sought), words);
}

test.each([
  ['zh', '万亩', '公顷', '2160'],
  ['en', 'mu', 'ha', '2,160'],
])('%s: the unit switches without script in charts, sentence and subtitle', async (locale, first, other, converted) => {
  await using site = await open(`${locale}/data/repair-area/`, { javaScriptEnabled: false });
  const { page, complaints } = site;
  const shown = async () => {
    const words = await page
      .locator('.data-subtitle p, .chart-sentence, .chart-layout text')
      .filter({ visible: true })
      .allTextContents();
    return words.join(' ');
  };
  const unit = () => page.locator('.data-subtitle p > .chart-variant').filter({ visible: true }).allTextContents();
  expect(await shown()).not.toContain(converted);
  await page.locator('.unit-switch label', { hasText: other }).click();
  expect(await shown()).toContain(converted);
  expect(await unit()).toEqual([expect.stringContaining(other)]);
  await page.keyboard.press('ArrowLeft');
  expect(await unit()).toEqual([expect.stringContaining(first)]);
  expect(complaints).toEqual([]);
});

test('a unit that is chosen is in the address, which opens in it, and holds for every figure of a page', async () => {
  await using site = await open('zh/data/repair-area/');
  await site.page.locator('.unit-switch label', { hasText: '公顷' }).click();
  await site.page.waitForURL('**/?unit=ha');
  await using again = await open('zh/replies/2025-86/?unit=ha');
  await expect
    .poll(() => again.page.locator('.margin-note .chart-layout text').filter({ visible: true }).allTextContents())
    .toContain('2160');
  expect(again.complaints).toEqual([]);
});

test('a mark and the words that state it light each other, by pointer and by keyboard', async () => {
  await using site = await open('zh/replies/2025-86/');
  const { page } = site;
  const mark = page
    .locator('[data-set="repair-area"] .chart-layout rect[data-of="plan-2026"]')
    .filter({ visible: true })
    .first();
  const words = page.locator('#p13 :is(a, data)', { hasText: /^1\.26万亩/ }).first();
  await words.hover();
  expect(await mark.getAttribute('class')).toBe('lit');
  await page.mouse.move(0, 0);
  expect(await mark.getAttribute('class')).toBe('');
  await words.evaluate((element) =>
    (element.querySelector<HTMLElement>('a, button') ?? (element as HTMLElement)).focus(),
  );
  expect(await mark.getAttribute('class')).toBe('lit');
  await mark.hover();
  expect(await words.getAttribute('class')).toContain('lit');
});

test.each([768, 1280])('the figure that leads a report fills its width at %i px', async (width) => {
  await using shown = await open('zh/reports/schemes-and-canals/', { width });
  const edges = (selector: string) =>
    shown.page.locator(selector).evaluateAll((all) =>
      all.map((one) => {
        const { left, right, top } = one.getBoundingClientRect();
        return { left, right, top };
      }),
    );
  const [figure] = await edges('.data-figure.broad');
  const [first, second] = await edges('.broad .chart-cell');
  expect(second?.top).toBe(first?.top);
  expect(second?.left).toBeGreaterThan(first?.right ?? Number.NaN);
  expect((figure?.right ?? 0) - (second?.right ?? 0)).toBeLessThan(30);
});
