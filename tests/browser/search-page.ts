import type { Page } from 'playwright-core';

/** The address of the search page with a query. */
export const address = (locale: 'zh' | 'en', query: string) => `${locale}/search/?${new URLSearchParams({ q: query })}`;

/** Waits until the page says how much it found, and gives the sentence. */
export async function summary(page: Page): Promise<string> {
  await page.waitForFunction(() => {
    const busy = document.querySelector('[data-search-page]')?.hasAttribute('aria-busy');
    return busy === false && (document.querySelector('[data-search-part="summary"]')?.textContent ?? '') !== '';
  });
  return (await page.locator('[data-search-part="summary"]').textContent()) ?? '';
}
