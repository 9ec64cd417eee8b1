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
    const listed = await Promise.all(links.map((link) => page.locator(`${link} tr[id]`).count()));
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
  await using built = await open('zh/commitments/', { javaScriptEnabled: false });
  const before = await built.page.locator('#status-due tr[id]').count();
  await using read = await open('404.html');
  await read.page.clock.setFixedTime('2027-01-05T01:00:00+08:00');
  await read.page.goto(read.page.url().replace('404.html', 'zh/commitments/'));
  const due = await read.page.locator('#status-due tr[id]').count();
  const said = read.page.locator('.commitments-table [data-when-due]', { hasText: '已到期' });
  expect(due).toBeGreaterThan(before);
  expect(await said.count()).toBeGreaterThan(0);
  expect(await read.page.locator('.commitments-asof').textContent()).toContain('2027年1月5日');
});

/** A page as it is read at an instant, by a machine somewhere in the world. */
async function readAt(path: string, instant: string, timezoneId: string) {
  const read = await open('404.html', { timezoneId });
  await read.page.clock.setFixedTime(instant);
  await read.page.goto(new URL(path, read.page.url().replace('404.html', '')).href);
  return read;
}

describe('the day on which a page is read', () => {
  test.each([
    ['2026-12-31T15:59:59Z', 'America/Los_Angeles', '2026年12月31日', '还有0天'],
    ['2026-12-31T15:59:59Z', 'Pacific/Kiritimati', '2026年12月31日', '还有0天'],
    ['2026-12-31T16:00:00Z', 'America/Los_Angeles', '2027年1月1日', undefined],
    ['2026-12-31T16:00:00Z', 'Asia/Shanghai', '2027年1月1日', undefined],
  ])('is that of Beijing: at %s on a machine in %s it is %s', async (instant, zone, day, left) => {
    await using read = await readAt('zh/', instant, zone);
    expect(await read.page.locator('.status-day').textContent()).toContain(day);
    const next = await read.page.locator('.promise-next:visible').textContent();
    if (left) expect(next).toContain(left);
    else expect(next).not.toContain('2026年12月31日');
  });

  test.each([
    ['zh/commitments/', '项'],
    ['en/commitments/', ''],
  ])('holds for every count of %s', async (path, counted) => {
    const counts = async (read: Awaited<ReturnType<typeof readAt>>) => {
      const { page } = read;
      const tally = async (kind: string) =>
        Number(await page.locator(`.status-tally [data-outlook="${kind}"]`).textContent());
      return {
        due: await tally('due'),
        notDue: await tally('not-due'),
        listed: await page.locator('#status-due tr[id]').count(),
        waiting: await page.locator('#status-not-due tr[id]').count(),
        none: await page.locator('.none-yet:visible').count(),
        empty: await page.locator('.commitments-table tbody:not(:has(> tr[id]))').count(),
        // biome-ignore lint/performance/useDomNodeTextContent: only the words that hold are shown
        headline: await page.locator('#dated').innerText(),
      };
    };
    await using built = await open(path, { javaScriptEnabled: false });
    const before = await counts(built);
    await using later = await readAt(path, '2035-01-01T00:00:00+08:00', 'Asia/Shanghai');
    const after = await counts(later);
    expect(before.notDue).toBeGreaterThan(0);
    expect(after.notDue).toBe(0);
    expect(after.due).toBe(before.due + before.notDue);
    expect(after.waiting).toBe(0);
    expect(after.listed).toBe(before.listed + before.waiting);
    for (const { none, empty } of [before, after]) expect(none).toBe(empty);
    expect(after.headline).not.toBe(before.headline);
    const dues = await later.page.locator('#dated').getAttribute('data-dues');
    expect(after.headline).toContain(`${dues?.split(' ').length}${counted}`);
    expect(await later.page.locator('[data-left]:visible').count()).toBe(0);
  });

  test('is told in the words of each language where a page is in both, without script too', async () => {
    await using built = await open('', { javaScriptEnabled: false });
    expect(await built.page.locator('.status-day').textContent()).toBe(
      '状态截至2026年11月23日 Status as of 23 November 2026',
    );
    await using read = await readAt('', '2027-01-05T12:00:00+08:00', 'Europe/Paris');
    expect(await read.page.locator('.status-day').textContent()).toBe(
      '状态截至2027年1月5日 Status as of 5 January 2027',
    );
  });
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
