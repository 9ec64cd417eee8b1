import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, launch } from '../../src/release/printing/chromium.ts';
import { copyOfBureau, startDafu } from '../dafu.ts';

const root = copyOfBureau();
const ZH = join(root, 'content/replies/2025-86/zh.mdx');
const whole = readFileSync(ZH, 'utf8');
let said = '';
let address = '';
let page: Page;
let stop = async () => {};

/** Writes a file as editors do: beside it, then over it. */
function save(file: string, text: string): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

const panel = () => page.locator('dafu-findings details');

beforeAll(async () => {
  // Under a test runner Astro's development server watches nothing.
  const environment = { NODE_ENV: '', VITEST: '', VITEST_MODE: '', MODE: '', DEV: '', PROD: '' };
  const parameters = ['dev', '--root', root, '--port', '0', '--lang', 'zh', '--today', '2026-11-23'];
  const { child, outcome } = startDafu(parameters, { environment });
  address = await new Promise((give, fail) => {
    const hear = (part: Buffer) => {
      said += part.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (found !== undefined) give(found);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => fail(new Error(said)));
  });
  const browser = await launch(await findChromium());
  page = await browser.newPage();
  page.setDefaultTimeout(20_000);
  stop = async () => {
    await browser.close();
    child.kill();
    await outcome;
    rmSync(root, { recursive: true });
  };
});
afterAll(() => stop());

describe('dafu dev', () => {
  it('shows a page without findings as it is', async () => {
    await page.goto(`${address}/zh/replies/2025-86/`);
    await page.locator('dafu-findings').waitFor({ state: 'attached' });
    expect(await panel().count()).toBe(0);
  });

  it('shows a finding on the open page and in the terminal as soon as the file is saved', async () => {
    save(ZH, whole.replace('topics:', 'topcis:'));
    await panel().getByText('不认识的字段“topcis”').waitFor();
    expect(said).toContain('content/replies/2025-86/zh.mdx');
    expect(said).toContain('不认识的字段“topcis”');
  });

  it('takes it away when the file is fixed', async () => {
    save(ZH, whole);
    await panel().waitFor({ state: 'detached' });
    await expect.poll(async () => (await page.goto(`${address}/zh/replies/2025-86/`))?.status()).toBe(200);
  });

  it('shows findings in the place of a page that cannot be made, and the page when they are fixed', async () => {
    save(ZH, whole.replaceAll('3.24万亩', '3.42万亩'));
    await panel().getByText('答复中找不到引文“3.24万亩”').waitFor();
    save(ZH, whole);
    await panel().waitFor({ state: 'detached' });
    await page.getByRole('heading', { level: 1 }).waitFor();
  });

  it('shows what is wrong in a page that is compiled', async () => {
    const about = join(root, 'content/pages/about/zh.mdx');
    const text = readFileSync(about, 'utf8');
    await expect
      .poll(() =>
        page.goto(`${address}/zh/about/`).then(
          () => true,
          () => false,
        ),
      )
      .toBe(true);
    save(about, `${text}\n{globalThis.dafuCanary = 1}\n`);
    await panel().getByText('会被当作程序代码').waitFor();
    save(about, text);
    await panel().waitFor({ state: 'detached' });
    await page.getByRole('heading', { level: 1 }).waitFor();
    // Astro reports a failed page after 200 ms: by then the corrected one may be open.
    await page.waitForTimeout(400);
    expect(await page.locator('vite-error-overlay').count()).toBe(0);
  });
});
