import { expect, test } from 'vitest';
import { useBrowser } from './open.ts';

const open = useBrowser();
const REPLY = 'zh/replies/2025-86/';

test('a reader gets from the cover to the newest reply and on to the one before it, and from a figure to its dataset and back', async () => {
  await using shown = await open('');
  const { page, complaints } = shown;
  await page.locator('section[lang="zh-Hans"] a[href$="/zh/replies/2026-3/"]').first().click();
  await page.waitForURL('**/zh/replies/2026-3/');
  await page.locator('.reply-thread a[href$="/zh/replies/2025-86/"]').first().click();
  await page.waitForURL(`**/${REPLY}`);
  expect(await page.locator('h1').textContent()).toBe('关于市九届人大三次会议第62号建议的答复');
  await page.locator('data.figure', { hasText: '76处' }).click();
  await page.locator('.aside-notes :target a').click();
  await page.waitForURL('**/zh/data/saving-schemes/#focus');
  expect(await page.locator('#focus').count()).toBe(1);
  await page.locator('a[href*="/zh/replies/2025-86/#p"]').first().click();
  await page.waitForURL(`**/${REPLY}#p*`);
  expect(complaints).toEqual([]);
});

test('the language switch leads to the same page in the other language and back', async () => {
  await using shown = await open(REPLY);
  const { page } = shown;
  await page.locator('.language-switch').click();
  await page.waitForURL('**/en/replies/2025-86/');
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await page.locator('.language-switch').click();
  await page.waitForURL(`**/${REPLY}`);
});

test('the reply reads without script', async () => {
  await using shown = await open(REPLY, { javaScriptEnabled: false });
  const text = (await shown.page.locator('.official-text').allTextContents()).join('\n');
  expect(text).toContain('尊敬的何甲代表：');
  expect(text).toContain('3.24万亩');
});

test('a page that is not there says so in both languages, and leads on', async () => {
  await using shown = await open('zh/nothing-here/');
  expect(await shown.page.locator('h1').textContent()).toContain('没有找到这个页面');
  expect(await shown.page.locator('section[lang="en"]').textContent()).toContain('This page was not found');
  expect(shown.complaints.filter((complaint) => !complaint.includes('404'))).toEqual([]);
});
