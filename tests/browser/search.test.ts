import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from './open.ts';
import { address, summary } from './search-page.ts';

const open = useBrowser();
const REPLY = '/zh/replies/2025-86/';

/** The addresses of exact results, without what they mark. */
async function exact(page: Page): Promise<string[]> {
  await summary(page);
  const links = page.locator('[data-search-part="results"] > .search-list > .search-result h3 a');
  const found = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  return found.map((href) => href.replace(/\?[^#]*/, ''));
}

describe('what a reader types finds the reply', () => {
  test.each([
    ['zh', '渗漏渠段治理工作明显加快', REPLY],
    ['zh', '〔2025〕86号', REPLY],
    ['zh', '[2025] 86', REPLY],
    ['zh', '2025-86', REPLY],
    ['zh', '86号', REPLY],
    ['zh', '3.24万亩', REPLY],
    ['zh', '水样本', REPLY],
    ['zh', '0000-1234567', REPLY],
    ['zh', '基本满意', '/zh/replies/2025-9-4-s42/'],
    ['zh', '正在解决或列入计划', '/zh/replies/2024-7/'],
    ['zh', '虚构市水务局、虚构市农业农村局', '/zh/replies/2025-9-4-s42/'],
    ['en', '19 May 2025', '/en/replies/2025-9-4-s42/'],
    ['zh', '不晚于2028年12月31日', '/zh/commitments/'],
    ['zh', '2025年至2028年分年列出的面积', '/zh/commitments/'],
    ['zh', '已公布结果：3.31万亩', '/zh/commitments/'],
    ['en', 'water-saving scheme', '/en/replies/2025-86/'],
    ['en', '32,400 mu', '/en/replies/2025-86/'],
    ['en', '节水灌区', REPLY],
    ['zh', 'water-saving scheme', '/en/replies/2025-86/'],
  ] as const)('%s: %s', async (locale, query, expected) => {
    await using shown = await open(address(locale, query));
    const paths = (await exact(shown.page)).map((href) => href.replace(/#.*/, ''));
    expect(paths).toContain(expected);
    expect(shown.complaints).toEqual([]);
  });
});

test('a reply is headed by what it is about, its own title below', async () => {
  await using shown = await open(address('zh', '市九届人大三次会议第62号'));
  await summary(shown.page);
  const result = shown.page.locator('.search-result').filter({ has: shown.page.locator(`h3 a[href^="${REPLY}"]`) });
  expect(await result.locator('h3').allTextContents()).toEqual(['关于发展节水灌区推动农业生产可持续发展']);
  expect(await result.locator('.search-title').allTextContents()).toEqual(['关于市九届人大三次会议第62号建议的答复']);
});

test('a result opens at its paragraph, with the words marked and a clean address', async () => {
  await using shown = await open(address('zh', '3.24万亩'));
  const { page } = shown;
  await summary(page);
  await page.locator(`.search-result h3 a[href^="${REPLY}"]`).click();
  await page.waitForURL(`**${REPLY}#p*`);
  const marked = page.locator(':target mark');
  expect((await marked.allTextContents()).join('')).toBe('3.24万亩');
  await expect.poll(() => new URL(page.url()).search).toBe('');
});

test.each([
  ['zh', '本文逐项核对', '/zh/reports/'],
  ['zh', '这三个数不能相加', '/zh/reports/'],
  ['zh', '起始时间原文未写明', '/zh/data/'],
  ['zh', '答复未把累计数分到各年', '/zh/data/'],
  ['zh', '市人大九届三次会议第62号', REPLY],
  ['en', '"by the date of the reply"', '/en/reports/'],
  ['en', '"does not divide the cumulative figure"', '/en/data/'],
] as const)('%s: %s is marked on the page where it was found, in sight', async (locale, query, start) => {
  await using shown = await open(address(locale, query));
  const { page } = shown;
  await summary(page);
  await page.locator(`.search-passages a[href^="${start}"]`).first().click();
  await page.waitForURL(`**${start}**`);
  // A dataset's page marks figures of its own in the sentences that it quotes.
  const marks = 'main mark:not(.source-sentence mark)';
  await page.waitForFunction((selector) => {
    const { top = -1, bottom = 0 } = document.querySelector(selector)?.getBoundingClientRect() ?? {};
    return top >= 0 && bottom <= innerHeight;
  }, marks);
  const marked = (await page.locator(marks).allTextContents()).join('').toLowerCase();
  expect(marked).toBe(query.replaceAll('"', '').toLowerCase());
  await expect.poll(() => new URL(page.url()).search).toBe('');
});

test('what was found in a folded record is unfolded on a phone, and marked', async () => {
  const query = '市人大九届三次会议第62号';
  await using shown = await open(`${REPLY.slice(1)}?mark=${query}#disclosure`, { width: 360 });
  const marked = shown.page.locator('.record mark');
  await marked.first().waitFor({ state: 'visible' });
  expect((await marked.allTextContents()).join('')).toBe(query);
});

test.each([
  ['渗漏渠段', REPLY],
  ['渗漏渠段', '/zh/data/repair-area/'],
  ['节水灌区', '/zh/reports/schemes-and-canals/'],
] as const)('excerpts for %s are the own text of %s, with what was looked for marked in them', async (query, path) => {
  await using shown = await open(address('zh', query));
  const { page } = shown;
  await summary(page);
  const result = page
    .locator('.search-result')
    .filter({ has: page.locator(`h3 a[href^="${path}"]`) })
    .first();
  const passages = await result.locator('.search-passages a').evaluateAll((links) =>
    links.map((link) => ({
      anchor: (link.getAttribute('href') ?? '').replace(/.*#/, ''),
      text: Array.from(link.childNodes, (node) =>
        node instanceof Element && node.matches('.search-cut') ? '' : node.textContent,
      ).join(''),
      marks: Array.from(link.querySelectorAll('mark'), (mark) => mark.textContent),
    })),
  );
  expect(passages.length).toBeGreaterThan(1);
  await using opened = await open(path.slice(1));
  const main = await opened.page.locator('main').evaluate((all) => (all.textContent ?? '').replace(/\s+/gu, ' '));
  for (const { anchor, text, marks } of passages) {
    const element = opened.page.locator(`[id="${anchor}"]`);
    if (/^p\d+$/.test(anchor)) expect(await element.textContent()).toContain(text);
    else expect(main).toContain(text);
    expect(new Set(marks)).toEqual(new Set([query]));
  }
});

test('words that are nowhere together come only under a heading that says so', async () => {
  await using shown = await open(address('zh', '节水金矿'));
  expect(await summary(shown.page)).toBe('没有文件含有“节水金矿”');
  expect(await shown.page.locator('.search-partial').allTextContents()).toEqual([
    expect.stringContaining('节水、金矿'),
  ]);
});

test('a query that is nowhere at all shows other ways to find things', async () => {
  await using shown = await open(address('en', 'zzzzqqq'));
  expect(await summary(shown.page)).toBe('No document contains “zzzzqqq”');
  expect(await shown.page.locator('.search-ways').isVisible()).toBe(true);
});

test('the glossary offers the other language, and says why', async () => {
  await using shown = await open(address('en', 'water-saving scheme'));
  await summary(shown.page);
  const section = shown.page.locator('.search-other-language').first();
  expect(await section.locator('.search-why').textContent()).toContain('节水灌区');
  expect(await section.locator(`a[href^="${REPLY}"]`).count()).toBeGreaterThan(0);
});

test('results appear as one types; the address and the back button follow', async () => {
  await using shown = await open('zh/search/');
  const { page } = shown;
  const box = page.locator('[data-search-part="input"]');
  await box.fill('节水灌区');
  expect(await summary(page)).toContain('节水灌区');
  await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('节水灌区');
  await box.press('Enter');
  await box.fill('渗漏渠段');
  await page.waitForFunction(() =>
    document.querySelector('[data-search-part="summary"]')?.textContent?.includes('渗漏渠段'),
  );
  await page.goBack();
  await page.waitForFunction(() =>
    document.querySelector('[data-search-part="summary"]')?.textContent?.includes('节水灌区'),
  );
  expect(await box.inputValue()).toBe('节水灌区');
});

test('whoever comes back from a result finds the list as long as it was, where it was left', async () => {
  await using shown = await open(address('zh', '虚构'), { width: 390 });
  const { page } = shown;
  await summary(page);
  await page.locator('[data-search-part="more"]').click();
  await page.waitForFunction(() => document.querySelectorAll('.search-result').length > 10);
  const count = await page.locator('.search-result').count();
  const result = page.locator('.search-result h3 a').nth(14);
  await result.scrollIntoViewIfNeeded();
  const top = await page.evaluate(() => scrollY);
  await result.click();
  await page.waitForURL((url) => !url.pathname.endsWith('/search/'));
  await page.goBack();
  await summary(page);
  await page.waitForFunction((before) => scrollY === before, top);
  expect(top).toBeGreaterThan(1_000);
  expect(await page.locator('.search-result').count()).toBe(count);
});

test('a date written differently everywhere is not said to be nowhere', async () => {
  await using shown = await open(address('zh', '2025/5/6'));
  expect(await summary(shown.page)).toMatch(/^\d+ 篇文件以另一种写法含有“2025\/5\/6”$/);
});

test('filters narrow, stand in the address, and are there again when it is opened', async () => {
  await using shown = await open(address('zh', '节水灌区'));
  const { page } = shown;
  await summary(page);
  const all = await exact(page);
  await page.locator('input[name="kind"][value="reply"]').check();
  await page.waitForURL('**kind=reply**');
  await page.waitForFunction(
    (count) => document.querySelectorAll('[data-search-part="results"] > .search-list > li').length < count,
    all.length,
  );
  await using again = await open(page.url().slice(new URL('/', page.url()).href.length));
  expect(await exact(again.page)).toEqual(await exact(page));
  expect(await again.page.locator('input[name="kind"][value="reply"]').isChecked()).toBe(true);
});

test('several facets at once and the order by date stand in the address', async () => {
  await using shown = await open(address('zh', '节水灌区'));
  const { page } = shown;
  await summary(page);
  await page.locator('input[name="kind"][value="reply"]').check();
  await page.locator('input[name="kind"][value="dataset"]').check();
  await page.locator('input[name="sort"][value="date"]').check();
  await page.waitForURL('**sort=date**');
  const days = async () => {
    await summary(page);
    const times = page.locator('[data-search-part="results"] > .search-list > li > .search-facts time');
    return times.evaluateAll((all) => all.map((time) => time.getAttribute('datetime') ?? ''));
  };
  const newest = await days();
  expect(newest.length).toBeGreaterThan(1);
  expect(newest).toEqual(newest.toSorted().reverse());
  await page.locator('input[name="year"][value="2025"]').check();
  await page.waitForURL('**year=2025**');
  const chosen = new URL(page.url()).searchParams;
  expect([chosen.getAll('kind').sort(), chosen.getAll('year'), chosen.get('sort')]).toEqual([
    ['dataset', 'reply'],
    ['2025'],
    'date',
  ]);
  await using again = await open(page.url().slice(new URL('/', page.url()).href.length));
  expect(await exact(again.page)).toEqual(await exact(page));
  expect(
    await again.page
      .locator('.search-filters input:checked')
      .evaluateAll((all) => all.map((box) => box.matches('[name=sort]'))),
  ).toEqual([true, false, false, false]);
});

test('filters that are opened on a phone leave what was found in sight', async () => {
  await using shown = await open(address('zh', '虚构'), { width: 360 });
  const { page } = shown;
  await page.setViewportSize({ width: 360, height: 640 });
  await summary(page);
  await page.locator('[data-search-part="details"] > summary').click();
  const first = page.locator('.search-result').first();
  await expect.poll(() => first.evaluate((result) => result.getBoundingClientRect().top)).toBeLessThan(640 * 0.75);
  // All of them are there to be reached.
  const last = page.locator('.search-facets input').last();
  await last.focus();
  const beyondPanel = () =>
    last.evaluate((input) => {
      const panel = input.closest('.search-facets > div');
      if (panel === null) throw new Error('The filter stands outside the panel.');
      return input.getBoundingClientRect().bottom - panel.getBoundingClientRect().bottom;
    });
  await expect.poll(beyondPanel).toBeLessThanOrEqual(0);
});

test('results are narrowed to a bureau, whatever it was called when it signed, and its feed is there', async () => {
  await using shown = await open(address('zh', '市人大'));
  const { page } = shown;
  await summary(page);
  const bureau = page.locator('input[name="bureau"][value="farming"]');
  expect(await page.locator('label', { has: bureau }).textContent()).toContain('虚构市农业农村局');
  await bureau.check();
  await page.waitForURL('**bureau=farming**');
  await page.locator('.search-feed[href="/zh/bureaus/farming/feed.xml"]').waitFor({ state: 'attached' });
  expect((await page.request.get(new URL('/zh/bureaus/farming/feed.xml', page.url()).href)).status()).toBe(200);
});

test('values of topic, year and kind have feeds, which are there', async () => {
  await using shown = await open(address('zh', '节水灌区'));
  const { page } = shown;
  await summary(page);
  const feeds = await page
    .locator('.search-feed')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(feeds).toEqual(
    expect.arrayContaining(
      ['', 'kinds/dataset/', 'kinds/report/', 'years/2025/', 'topics/saving-schemes/'].map(
        (scope) => `/zh/${scope}feed.xml`,
      ),
    ),
  );
  for (const feed of feeds) expect((await page.request.get(new URL(feed, page.url()).href)).status()).toBe(200);
});

test('the reply that says a phrase comes before datasets that repeat it', async () => {
  await using shown = await open(address('zh', '渗漏渠段'));
  expect((await exact(shown.page))[0]).toMatch(/^\/zh\/replies\/2025-86\//);
});

test('counts are announced by a live region that stays', async () => {
  await using shown = await open('zh/search/');
  const { page } = shown;
  const region = page.locator('[role="status"][data-search-part="summary"]');
  expect(await region.textContent()).toBe('');
  const before = await region.elementHandle();
  await page.locator('[data-search-part="input"]').fill('节水灌区');
  expect(await summary(page)).toMatch(/^\d+ 篇文件含有“节水灌区”$/);
  expect(await region.evaluate((now, earlier) => now === earlier, before)).toBe(true);
});

test('the keyboard is enough: / to the box, down to the results, Escape back and clear', async () => {
  await using shown = await open(address('zh', '节水灌区'));
  const { page } = shown;
  await summary(page);
  await page.keyboard.press('/');
  await page.keyboard.press('ArrowDown');
  expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-search-result'))).toBe(true);
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-search-part'))).toBe('input');
  await page.keyboard.press('Escape');
  expect(await page.locator('[data-search-part="input"]').inputValue()).toBe('');
});

test('on other pages too, / goes to the search box, unless it is turned off', async () => {
  await using shown = await open(REPLY.slice(1));
  const { page } = shown;
  const focused = () => page.evaluate(() => document.activeElement?.hasAttribute('data-search-box'));
  await page.keyboard.press('/');
  expect(await focused()).toBe(true);
  // The choice stands under the search page's results.
  await page.goto(new URL(address('zh', '节水灌区'), new URL('/', page.url())).href);
  await summary(page);
  await page.locator('.search-slash input').uncheck();
  await page.goto(new URL(REPLY, page.url()).href);
  await page.keyboard.press('/');
  expect(await focused()).toBe(false);
});

test('a query of more than 200 characters is cut, with a note', async () => {
  await using shown = await open(address('zh', `渗漏渠段${'，'.repeat(200)}节水灌区`));
  await summary(shown.page);
  expect(await shown.page.locator('.search-note').allTextContents()).toContain('检索词太长，只用了前 200 个字符。');
});

describe('odd queries are inert', () => {
  test.each([
    '<img src=x onerror="document.title=1">',
    '.*+?^$(){}|[]\\',
    'mine '.repeat(10_000),
    '\ud800节水灌区',
    '%E4%',
  ])('%#', async (query) => {
    await using shown = await open('zh/search/');
    const { page, complaints } = shown;
    await page.locator('[data-search-part="input"]').fill(query);
    await summary(page);
    expect(await page.locator('[data-search-page] img').count()).toBe(0);
    expect(await page.title()).not.toBe('1');
    expect(complaints).toEqual([]);
  });
});

test('without script the page says so and offers years, topics and numbers', async () => {
  await using shown = await open('zh/search/', { javaScriptEnabled: false });
  const { page } = shown;
  expect(await page.locator('noscript, .search-note').first().isVisible()).toBe(true);
  expect(await page.locator('.search-ways a[href="/zh/replies/2025-86/"]').count()).toBeGreaterThan(0);
  expect(await page.locator('.search-ways a[href*="#year-2025"]').count()).toBe(1);
});

// At 400 % a window of 1,280 by 1,024 pixels is 320 by 256 (WCAG 2.2, 1.4.10).
test('at 400 % nothing has to be scrolled sideways, and no control is cut off', async () => {
  await using shown = await open(address('zh', '节水灌区'), { width: 320 });
  const { page } = shown;
  await page.setViewportSize({ width: 320, height: 256 });
  await summary(page);
  await page.locator('[data-search-part="details"] summary').click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  const outside = await page
    .locator('.search-page :is(a, button, input, label, summary)')
    .evaluateAll((all) =>
      all.filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > 320).map((one) => one.outerHTML),
    );
  expect(outside).toEqual([]);
});

test('the page is as wide as the window at 320 px', async () => {
  await using shown = await open(address('en', 'water-saving scheme'), { width: 320 });
  await summary(shown.page);
  expect(await shown.page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});
