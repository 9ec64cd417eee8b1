import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const STYLE_SHEET = fileURLToPath(import.meta.resolve('@fontsource-variable/noto-serif-sc/index.css'));
const FOLDER = '/fonts-of-the-tests/';

/**
 * Gives a page a Chinese font from npm under the names of fonts that its style sheets ask for first, so that a test sees
 * the same glyphs on every machine. The page's context must bypass the content security policy.
 */
export async function useChineseFont(page: Page, families: readonly string[]): Promise<void> {
  await page.route(`**${FOLDER}*`, (route) =>
    route.fulfill({
      body: readFileSync(join(dirname(STYLE_SHEET), 'files', basename(new URL(route.request().url()).pathname))),
      contentType: 'font/woff2',
    }),
  );
  const faces = readFileSync(STYLE_SHEET, 'utf8').replaceAll('./files/', FOLDER);
  const content = families.map((family) => faces.replaceAll("'Noto Serif SC Variable'", `'${family}'`)).join('\n');
  await page.addStyleTag({ content });
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
}
