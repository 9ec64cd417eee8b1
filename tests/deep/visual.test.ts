import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { useFontsFromNpm } from '../browser/chinese-font.ts';
import { useBrowser } from '../browser/open.ts';
import { templatePages } from '../dist/site.ts';

/** The accepted pictures; `npm run test:visual -- --update` takes them anew. */
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

const open = useBrowser();

describe.each(SETTINGS)('$language at $width px, $colorScheme', ({ language, ...setting }) => {
  const pages = templatePages().filter((page) => page.language === language);
  test.each(pages)('$template looks as it was accepted', async ({ path, template }) => {
    await using shown = await open(path, { ...setting, bypassCSP: true, reducedMotion: 'reduce' });
    await useFontsFromNpm(shown.page);
    const taken = PNG.sync.read(await picture(shown.page, setting.width, template === 'style' ? WHOLE : TALLEST));
    const name = `${template}.${language}.${setting.width}.${setting.colorScheme}.png`;
    expect(differing(taken, name)).toBeLessThanOrEqual(TOLERANCE);
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
