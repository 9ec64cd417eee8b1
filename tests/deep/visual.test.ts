import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { packagedChromium } from '../../src/release/printing/chromium.ts';
import { useFontsFromNpm } from '../browser/chinese-font.ts';
import { useBrowser } from '../browser/open.ts';
import { templatesOf } from '../dist/built-pages.ts';
import { builtPages } from '../dist/site.ts';

/** The accepted pictures of the made-up bureau, taken in the browser from npm; `npm run test:visual -- --update` takes them again. */
const PICTURES = join(import.meta.dirname, 'pictures');
const UPDATE = process.env['DAFU_UPDATE_PICTURES'] === '1';
/** The share of a picture's pixels that may differ: edges of letters, which browsers smooth in their own ways. */
const TOLERANCE = 0.002;
/** Where taller pages are cut; the style page is shown whole. */
const TALLEST = 1200;
const WHOLE = 10_000;

/** Each template narrow and light in one language, wide and dark in the other: every picture is one to look at. */
const SETTINGS = [
  { language: 'zh-Hans', width: 320, colorScheme: 'light' },
  { language: 'en', width: 1280, colorScheme: 'dark' },
] as const;

/** The pages that show most of their template; of any other template the first page is taken. */
const FULLEST = /^(?:bilingual|en|zh)\/(?:replies\/2025-86|topics\/canal-repair|data\/repair-area)\/(?:cite\/)?$/;
/** A letter with a list, a table, points raised and a correction, besides the longest one. */
const SHORT_LETTER = { 'zh-Hans': 'zh/replies/2024-7/', en: 'en/replies/2024-7/' } as const;

const open = useBrowser(async () => {
  // Another browser draws letters and edges otherwise: every picture would differ.
  const browser = await packagedChromium();
  if (!browser) throw new Error('The browser from npm does not start: pictures are compared in no other.');
  return browser;
});

describe.each(SETTINGS)('$language at $width px, $colorScheme', ({ language, ...setting }) => {
  const all = builtPages();
  const pages = [
    ...templatesOf([...all.filter(({ path }) => FULLEST.test(path)), ...all]),
    { template: 'letter', path: SHORT_LETTER[language], language },
  ].filter((page) => page.language === language);
  test.each(pages)('$template looks as it was accepted', async ({ path, template }) => {
    await using shown = await open(path, { ...setting, bypassCSP: true });
    await useFontsFromNpm(shown.page);
    const taken = PNG.sync.read(await picture(shown.page, setting.width, template === 'style' ? WHOLE : TALLEST));
    const name = `${template}.${language}.${setting.width}.${setting.colorScheme}.png`;
    expect(differing(taken, name)).toBeLessThanOrEqual(TOLERANCE);
  });
});

/** States of components that a page alone does not show: what is pointed at, where the keyboard is, what was opened. */
const STATES = [
  { name: 'button-hover', selector: '.style-row .button', act: 'hover' },
  { name: 'button-focus', selector: '.style-row .button', act: 'focus' },
  { name: 'link-hover', selector: '.type-sample + p a, .breadcrumbs a', act: 'hover' },
  { name: 'link-focus', selector: '.breadcrumbs a', act: 'focus' },
  { name: 'search-focus', selector: '#search-style', act: 'focus' },
  { name: 'figure-focus', selector: 'data.figure a', act: 'focus' },
  { name: 'figure-open', selector: 'data.figure a', act: 'press' },
  { name: 'paragraph-chosen', selector: '.asides summary', act: 'press' },
  { name: 'settings-open', selector: '[popovertarget="reading"]', act: 'press' },
] as const;

describe.each(['light', 'dark'] as const)('in a state of its own, %s', (colorScheme) => {
  test.each(STATES)('$name looks as it was accepted', async ({ name, selector, act }) => {
    await using shown = await open('style/', { width: 768, colorScheme, bypassCSP: true });
    const { page } = shown;
    await useFontsFromNpm(page);
    const element = page.locator(selector).first();
    await element.scrollIntoViewIfNeeded();
    if (act === 'hover') await element.hover();
    // As the keyboard does it: only then is the focus shown.
    else await element.evaluate((one) => (one as HTMLElement).focus({ focusVisible: true } as FocusOptions));
    if (act === 'press') await page.keyboard.press('Enter');
    const taken = PNG.sync.read(await page.screenshot({ animations: 'disabled' }));
    expect(differing(taken, `state.${name}.${colorScheme}.png`)).toBeLessThanOrEqual(TOLERANCE);
  });
});

async function picture(page: Page, width: number, tallest: number): Promise<Buffer> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  return page.screenshot({
    fullPage: true,
    animations: 'disabled',
    clip: { x: 0, y: 0, width, height: Math.min(height, tallest) },
  });
}

/** The share of pixels in which a picture differs from the accepted one; all of them where their sizes do. */
function differing(taken: PNG, name: string): number {
  const file = join(PICTURES, name);
  if (UPDATE) {
    mkdirSync(PICTURES, { recursive: true });
    writeFileSync(file, PNG.sync.write(taken, { colorType: 2, deflateLevel: 9 }));
    return 0;
  }
  if (!existsSync(file)) throw new Error(`${name} was never accepted: npm run test:visual -- --update`);
  const accepted = PNG.sync.read(readFileSync(file));
  if (accepted.width !== taken.width || accepted.height !== taken.height) return 1;
  return (
    pixelmatch(accepted.data, taken.data, undefined, taken.width, taken.height, { threshold: 0.15 }) /
    (taken.width * taken.height)
  );
}
