import { readFile } from 'node:fs/promises';
import { csvParseRows } from 'd3';
import { expect, test } from 'vitest';
import { useBrowser } from './open.ts';
import { address, summary } from './search-page.ts';

const open = useBrowser();

test('an amount shows the figure, in whatever unit it is asked for', async () => {
  for (const query of ['3.24万亩', '32,400 mu', '2160 ha', '三万二千四百亩', '2,160 hectares']) {
    await using shown = await open(address('zh', query));
    await summary(shown.page);
    expect(await shown.page.locator('.search-figures .search-value').allTextContents()).toEqual(['3.24万亩']);
  }
});

test('all results are saved as CSV, not only those that are shown', async () => {
  await using shown = await open(address('en', 'water'));
  const { page } = shown;
  const count = Number(/^\d+/.exec(await summary(page))?.[0]);
  expect(count).toBeGreaterThan(10);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('[data-search-part="download"]').click(),
  ]);
  const csv = await readFile(await download.path(), 'utf8');
  expect(download.suggestedFilename()).toBe('Search results.csv');
  expect(csvParseRows(csv)).toHaveLength(count + 1);
  expect(shown.complaints).toEqual([]);
});
