import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const FOLDER = '/fonts-of-the-tests/';
const SERIF = { name: 'Noto Serif SC Variable', sheet: '@fontsource-variable/noto-serif-sc/index.css' };
const SANS = { name: 'Noto Sans SC Variable', sheet: '@fontsource-variable/noto-sans-sc/index.css' };
const LATIN_SERIF = { name: 'Source Serif 4 Variable', sheet: '@fontsource-variable/source-serif-4/index.css' };
const LATIN_SANS = { name: 'Noto Sans Variable', sheet: '@fontsource-variable/noto-sans/index.css' };
const FONTS = [SERIF, SANS, LATIN_SERIF, LATIN_SANS];

/**
 * Gives a page a Chinese font from npm under the names of fonts that its style sheets ask for first, so that a test sees
 * the same glyphs on every machine. The page's context must bypass the content security policy.
 */
export async function useChineseFont(page: Page, families: readonly string[]): Promise<void> {
  await addFont(page, SERIF, families);
}

/** Shows a page in the fonts from npm, serif and sans, Chinese and Latin, so that its picture is the same everywhere. */
export async function useFontsFromNpm(page: Page): Promise<void> {
  await addFont(page, SERIF, ['Official Latin', 'Source Han Serif SC', 'Songti SC']);
  await addFont(page, SANS, ['PingFang SC']);
  await addFont(page, LATIN_SERIF, ['Charter', 'Times New Roman']);
  await addFont(page, LATIN_SANS, ['Segoe UI']);
}

async function addFont(page: Page, { name, sheet }: typeof SERIF, families: readonly string[]): Promise<void> {
  const styleSheet = fileURLToPath(import.meta.resolve(sheet));
  await page.route(`**${FOLDER}*`, (route) => {
    const file = basename(new URL(route.request().url()).pathname);
    const own = FONTS.find(({ sheet }) => file.startsWith(`${basename(dirname(sheet))}-`));
    if (!own) return route.abort();
    const folder = join(dirname(fileURLToPath(import.meta.resolve(own.sheet))), 'files');
    return route.fulfill({ body: readFileSync(join(folder, file)), contentType: 'font/woff2' });
  });
  const faces = readFileSync(styleSheet, 'utf8').replaceAll('./files/', FOLDER);
  await page.addStyleTag({
    content: families.map((family) => faces.replaceAll(`'${name}'`, `'${family}'`)).join('\n'),
  });
  await page.evaluate(async () => {
    // Only what is laid out asks for its fonts.
    document.body.getBoundingClientRect();
    await document.fonts.ready;
  });
}
