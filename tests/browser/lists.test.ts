import { readFileSync } from 'node:fs';
import { expect, inject, test } from 'vitest';
import { useBrowser } from './open.ts';

const open = useBrowser();
const LIST = 'zh/replies/';
const entries = '.reply-list > li:visible';

test('conditions are lists of their own without script', async () => {
  await using shown = await open(LIST, { javaScriptEnabled: false });
  const { page, complaints } = shown;
  const link = page.locator('[data-facet="outcome:b"]');
  const count = Number(await link.locator('.count').textContent());
  expect(count).toBeGreaterThan(0);
  await link.click();
  await page.waitForURL('**/zh/replies/by/outcome/b/');
  expect(await page.locator(entries).count()).toBe(count);
  expect(await page.locator('.narrowed').count()).toBe(0);
  expect(complaints).toEqual([]);
});

test('with script conditions narrow the list together, at once and in the address', async () => {
  await using shown = await open(LIST);
  const { page, complaints } = shown;
  const all = await page.locator(entries).count();
  await page.locator('[data-facet="year:2025"]').click();
  await page.locator('[data-facet^="kind:suggestion"]').click();
  await expect.poll(() => new URL(page.url()).search).toBe('?year=2025&kind=suggestion');
  const found = await page.locator(entries).count();
  expect(found).toBeGreaterThan(0);
  expect(found).toBeLessThan(all);
  expect(await page.locator('.narrowed [role="status"]').textContent()).toContain(String(found));
  for (const is of await page
    .locator(entries)
    .evaluateAll((list) => list.map((one) => one.getAttribute('data-is') ?? '')))
    expect(is.split(' ')).toEqual(expect.arrayContaining(['year:2025', 'kind:suggestion']));
  // The counts say what each further condition would leave.
  const b = page.locator('[data-facet="outcome:b"]');
  const left = Number(await b.locator('.count').textContent());
  await b.click();
  await expect.poll(() => page.locator(entries).count()).toBe(left);
  await page.reload();
  await expect.poll(() => page.locator(entries).count()).toBe(left);
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-list-file="csv"]').click()]);
  const lines = readFileSync(await download.path(), 'utf8')
    .trim()
    .split('\n');
  expect(lines).toHaveLength(left + 1);
  await page.locator('.narrowed a').click();
  await page.waitForURL(`**/${LIST}`);
  expect(await page.locator(entries).count()).toBe(all);
  expect(complaints).toEqual([]);
});

test('a list is a table on a wide screen without script, and a file', async () => {
  await using shown = await open(LIST, { javaScriptEnabled: false });
  const { page } = shown;
  const lefts = () =>
    page.locator('.reply-list-title').evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().x)));
  const heights = () =>
    page
      .locator(entries)
      .first()
      .evaluate((one) => one.getBoundingClientRect().height);
  const asList = await heights();
  const names = page.locator('.list-columns').first();
  expect(await names.isVisible()).toBe(false);
  await page.locator('.list-view label', { hasText: '表格' }).click();
  expect(new Set(await lefts()).size).toBe(1);
  expect(await names.locator('span').allTextContents()).toEqual(['成文日期', '发文字号', '事由', '办理结果']);
  expect(await names.locator('span:nth-child(3)').evaluate((one) => Math.round(one.getBoundingClientRect().x))).toBe(
    (await lefts())[0],
  );
  expect(await heights()).toBeLessThan(asList);
  const href = (await page.locator('[data-list-file="csv"]').getAttribute('href')) ?? '';
  const csv = readFileSync(`${inject('dist')}${href}`, 'utf8');
  expect(csv.charCodeAt(0)).toBe(0xfeff);
  expect(csv.split('\n')[0]).toContain('事由,标题,发文字号');
  expect(csv.trim().split('\n')).toHaveLength((await page.locator('.reply-list > li').count()) + 1);
});

test('who asked leads from the reply to all that was asked under that name, and to its feed', async () => {
  await using shown = await open('zh/replies/2025-86/');
  const { page, complaints } = shown;
  await page.locator('.record a', { hasText: '何甲代表' }).first().click();
  await page.waitForURL('**/zh/askers/hejiadaibiao-*/');
  expect(await page.locator('h1').textContent()).toBe('何甲代表');
  expect(await page.locator('.asker-table tbody tr').count()).toBe(2);
  expect(await page.locator('.asker-promises li').count()).toBeGreaterThan(0);
  const feed = await page.request.get(new URL('feed.xml', page.url()).href);
  expect((await feed.text()).match(/<entry>/g)).toHaveLength(2);
  // On one sheet.
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  expect(complaints).toEqual([]);
});

test('the account says by year and body what the records state, and no more', async () => {
  await using shown = await open('zh/accounts/');
  const { page } = shown;
  const rows = await page.locator('.account-table tbody tr').count();
  expect(await page.locator('.account-words li').count()).toBe(rows);
  expect(await page.locator('.account-table tbody tr').last().locator('td').last().textContent()).toBe('');
  // Every document that is answered stands in one bar: that of its outcome, or of those without one.
  const drawn = await page.locator('.chart-layout:visible svg text').allTextContents();
  const counted = drawn.filter((text) => /^\d{1,3}$/.test(text)).reduce((sum, text) => sum + Number(text), 0);
  const answered = await page.locator('.account-words li').allTextContents();
  expect(counted).toBe(answered.reduce((sum, text) => sum + Number(/(\d+)件/.exec(text)?.[1]), 0));
  const xlsx = await page.request.get(new URL('accounts.xlsx', page.url()).href);
  expect((await xlsx.body()).subarray(0, 2).toString()).toBe('PK');
});

test('on paper a list is its entries, and nothing that narrows it', async () => {
  await using shown = await open(LIST, { javaScriptEnabled: false });
  await shown.page.emulateMedia({ media: 'print' });
  expect(await shown.page.locator('.list-tools:visible, .list-ways:visible').count()).toBe(0);
  expect(await shown.page.locator(entries).count()).toBeGreaterThan(5);
});
