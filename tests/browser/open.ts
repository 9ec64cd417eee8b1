import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { type FoundChromium, launch } from '../../src/release/printing/chromium.ts';
import { TEST_DAY } from '../start-site.ts';

/** What went wrong while a page was shown: violations of the policy, errors, failed or foreign requests. */
export type Complaints = string[];

/**
 * How many times slower pages run: `DAFU_TEST_SLOWER=12 npx vitest run --project site tests/browser` shows which test reads a page before
 * that has done what it is asked, as a busy machine does now and then.
 */
const SLOWER = Number(process.env['DAFU_TEST_SLOWER'] ?? '1');

/** Starts one browser for a test file, and ends it. Gives a function that opens pages of the site, with their complaints. */
export function useBrowser(find: () => FoundChromium | Promise<FoundChromium> = () => inject('chromium')) {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch(await find());
  });
  afterAll(() => browser.close());

  return async function open(
    path: string,
    {
      width = 1280,
      javaScriptEnabled = true,
      // Else the page scrolls smoothly, and what is measured moves under the test.
      reducedMotion = 'reduce',
      address = inject('address'),
      ...others
    }: Pick<
      BrowserContextOptions,
      'javaScriptEnabled' | 'locale' | 'timezoneId' | 'colorScheme' | 'forcedColors' | 'reducedMotion' | 'bypassCSP'
    > & {
      width?: number;
      /** The address of a site that a test serves itself, ending in `/`. */
      address?: string;
    } = {},
  ): Promise<{ page: Page; complaints: Complaints } & AsyncDisposable> {
    const context = await browser.newContext({
      viewport: { width, height: 800 },
      javaScriptEnabled,
      reducedMotion,
      ...others,
    });
    const page = await context.newPage();
    const complaints = watch(page, address);
    if (SLOWER > 1) await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    // Pages tell how many days are left on the day on which they are read.
    await page.clock.setFixedTime(`${TEST_DAY}T12:00:00+08:00`);
    await page.goto(address + path);
    return { page, complaints, [Symbol.asyncDispose]: () => context.close() };
  };
}

function watch(page: Page, address: string): Complaints {
  const complaints: Complaints = [];
  const { host } = new URL(address);
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => {
    // Going on to the next page cuts short what the last one was still loading: an icon, nothing that failed.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.url()}`);
  });
  page.on('request', (request) => {
    if (new URL(request.url()).host !== host) complaints.push(`foreign: ${request.url()}`);
  });
  return complaints;
}
