import { describe, expect, test } from 'vitest';
import { TEST_DAY } from '../start-site.ts';
import { useBrowser } from './open.ts';

const open = useBrowser();

const numbers = (texts: readonly string[]) => texts.map(Number);

describe.each([
  ['zh/', '2026年11月23日', '2027年1月5日'],
  ['en/', '23 November 2026', '5 January 2027'],
])('%s', (path, built, later) => {
  test('counts every commitment once, and each cell leads to those that it counts', async () => {
    await using shown = await open(path, { javaScriptEnabled: false });
    const { page, complaints } = shown;
    const counts = numbers(await page.locator('.promise strong').allTextContents());
    expect(counts).toHaveLength(4);
    const links = await page.locator('.promise a').evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).hash));
    expect(await page.locator('.status-day').textContent()).toContain(built);
    await page.goto(new URL('commitments/', page.url()).href);
    const listed = await Promise.all(links.map((link) => page.locator(`${link} li`).count()));
    expect(listed).toEqual(counts);
    expect(complaints).toEqual([]);
  });

  test('tells on the day it is read what has fallen due since it was built', async () => {
    await using shown = await open(path, { javaScriptEnabled: false });
    const [result = 0, due = 0, notDue = 0, undated] = numbers(
      await shown.page.locator('.promise strong').allTextContents(),
    );
    const first = await shown.page.locator('.promise-next:visible').textContent();
    const ends = await shown.page
      .locator('[data-dues]')
      .evaluate((strip) => (strip as HTMLElement).dataset['dues']?.split(' ') ?? []);
    const fallen = ends.filter((day) => day >= TEST_DAY && day < '2027-01-05').length;
    expect(fallen).toBeGreaterThan(0);
    await using read = await open('404.html');
    await read.page.clock.setFixedTime('2027-01-05T01:00:00+08:00');
    await read.page.goto(new URL(path, shown.page.url().replace(path, '')).href);
    await expect.poll(() => read.page.locator('.status-day').textContent()).toContain(later);
    expect(numbers(await read.page.locator('.promise strong').allTextContents())).toEqual([
      result,
      due + fallen,
      notDue - fallen,
      undated,
    ]);
    expect(await read.page.locator('.promise-next:visible').count()).toBeLessThanOrEqual(1);
    expect(await read.page.locator('.promise-next:visible').allTextContents()).not.toContain(first);
  });

  test('stays as it was built where a clock is behind', async () => {
    await using read = await open('404.html');
    await read.page.clock.setFixedTime('2020-01-05T01:00:00+08:00');
    await read.page.goto(new URL(path, read.page.url().replace('404.html', '')).href);
    expect(await read.page.locator('.status-day').textContent()).toContain(built);
  });
});

test('the list of commitments moves what has fallen due', async () => {
  await using read = await open('404.html');
  await read.page.clock.setFixedTime('2027-01-05T01:00:00+08:00');
  await read.page.goto(read.page.url().replace('404.html', 'zh/commitments/'));
  const due = await read.page.locator('#status-due li').count();
  const said = read.page.locator('.commitments-table [data-when-due]', { hasText: '已到期' });
  expect(due).toBeGreaterThan(1);
  expect(await said.count()).toBeGreaterThan(0);
  expect(await read.page.locator('.commitments-asof').textContent()).toContain('2027年1月5日');
});

test('replies are headed by what they are about', async () => {
  await using shown = await open('zh/');
  expect(await shown.page.locator('.latest h3').first().textContent()).toBe('关于发展节水灌区推动农业生产可持续发展');
  expect(await shown.page.locator('.latest li').count()).toBe(6);
  expect(await shown.page.locator('[role="search"]').count()).toBe(1);
});

test('the cover has one header, a door for each language, each number once, and no navigation in one language', async () => {
  await using shown = await open('');
  const { page } = shown;
  expect(await page.locator('h1').count()).toBe(1);
  expect(await page.locator('.door').evaluateAll((doors) => doors.map((door) => door.getAttribute('lang')))).toEqual([
    'zh-Hans',
    'en',
  ]);
  expect(await page.locator('nav, [role="search"]').count()).toBe(0);
  expect(await page.locator('.promise strong').count()).toBe(4);
  expect(await page.locator('.demonstration').count()).toBe(2);
});
