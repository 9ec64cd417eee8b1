import { expect, test } from 'vitest';
import { useBrowser } from './open.ts';

const open = useBrowser();
const VERDICT = 'form[data-verify] output';

test.each([
  ['zh/verify/', '全市28处灌区已纳入国、\n省级节水灌区名录', 'exact', '第6段'],
  ['zh/verify/', '全市29处灌区已纳入国、省级节水灌区名录，33处已上报', 'altered', '第6段'],
  ['en/verify/', '28 schemes in the city have been included in the national', 'exact', 'paragraph 6'],
  ['en/verify/', 'Nothing of this kind has ever been said by anyone here', 'none', 'Not found'],
])('%s says of “%s” that it is %s', async (path, quotation, verdict, shown) => {
  await using site = await open(path);
  const { page, complaints } = site;
  await page.fill('textarea', quotation);
  await page.click('form[data-verify] button');
  await page.waitForSelector(`${VERDICT}[data-verdict="${verdict}"]`);
  expect(await page.textContent(VERDICT)).toContain(shown);
  expect(complaints).toEqual([]);
});

test('a quotation that was checked is in no request', async () => {
  await using site = await open('zh/verify/');
  const { page } = site;
  const requests: string[] = [];
  page.on('request', (request) => requests.push(decodeURIComponent(request.url()) + (request.postData() ?? '')));
  await page.fill('textarea', '全市28处灌区');
  await page.click('form[data-verify] button');
  await page.waitForSelector(`${VERDICT}[data-verdict]`);
  expect(requests.length).toBeGreaterThan(0);
  expect(requests.filter((request) => request.includes('28处'))).toEqual([]);
  expect(
    requests.filter(
      (request) =>
        !/\/verify\/(?:parts\/)?[\w.-]+\.json$|\/verify-worker[\w.-]*\.js$|\/icon\.[\w-]+\.png$/.test(request),
    ),
  ).toEqual([]);
});

test('a downloaded file is known by its content, and an altered one is not', async () => {
  await using site = await open('en/verify/');
  const { page } = site;
  const output = page.locator('form[data-verify-file] output');
  const text = await page.evaluate(async () => (await fetch('/zh/replies/2025-86/index.txt')).text());
  const check = async (name: string, content: string) => {
    await page.setInputFiles('input[type=file]', { name, mimeType: 'text/plain', buffer: Buffer.from(content) });
    await page.click('form[data-verify-file] button');
  };
  await check('letter.txt', text);
  await expect.poll(() => output.textContent()).toContain('publishes this file now, with the same content');
  await check('letter.txt', `${text}!`);
  await expect.poll(() => output.textContent()).toContain('publishes no such file now');
});

test('a citation can be copied with script, and is text without', async () => {
  await using scripted = await open('zh/replies/2025-86/cite/');
  await scripted.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const [first] = await scripted.page.locator('.citations button').all();
  await first?.click();
  const copied = await scripted.page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await scripted.page.locator('[data-copy]').first().textContent());
  await using plain = await open('zh/replies/2025-86/cite/', { javaScriptEnabled: false });
  expect(await plain.page.locator('.citations button:visible').count()).toBe(0);
  expect(await plain.page.locator('[data-copy]').first().textContent()).toContain('[EB/OL]');
});
