import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from './open.ts';
import { address, summary } from './search-page.ts';

const open = useBrowser();

test('nothing is loaded before the reader shows that he wants to search', async () => {
  await using shown = await open('zh/search/');
  const { page } = shown;
  const asked: string[] = [];
  page.on('request', (request) => {
    if (/\/pagefind\//.test(request.url())) asked.push(request.url());
  });
  await page.waitForLoadState('networkidle');
  expect(asked).toEqual([]);
  const list = page.waitForRequest('**/pagefind/*/index.json');
  await page.locator('[data-search-part="input"]').focus();
  await list;
});

describe('files that cannot be loaded', () => {
  test('are asked for once more before anybody is told', async () => {
    await using shown = await open('zh/search/');
    const { page } = shown;
    let failures = 0;
    await page.context().route('**/pagefind/*/index.json', async (route) => {
      failures += 1;
      if (failures === 1) await route.abort();
      else await route.continue();
    });
    await page.locator('[data-search-part="input"]').fill('节水灌区');
    expect(await summary(page)).toContain('节水灌区');
  });

  test('lead to a sentence with a button, and the query stays', async () => {
    await using shown = await open('zh/search/');
    const { page } = shown;
    await page.context().route('**/*.pf_index', (route) => route.abort());
    await page.locator('[data-search-part="input"]').fill('节水灌区');
    await page.locator('[data-search-part="failure"]').waitFor();
    expect(await page.locator('[data-search-part="input"]').inputValue()).toBe('节水灌区');
    await page.context().unroute('**/*.pf_index');
    await page.locator('[data-search-part="retry"]').click();
    expect(await summary(page)).toContain('节水灌区');
  });
});

describe('a file that is cut short, or is another than was asked for, lets nobody read that nothing was found', () => {
  const FILES: Readonly<Record<string, string>> = {
    'a chunk': '**/*.pf_index',
    'a filter': '**/*.pf_filter',
    'the table of chunks': '**/*.pf_meta',
    'the WebAssembly': '**/wasm.*',
    'the worker': '**/pagefind-worker.js',
  };

  test.each(
    Object.entries(FILES).flatMap(([name, files]) => [
      [name, files, 'half of it'] as const,
      [name, files, 'a page of a portal'] as const,
    ]),
  )('%s, %s: %s', async (_name, files, instead) => {
    await using shown = await open('zh/search/');
    const { page } = shown;
    await page.context().route(files, async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      const sent =
        instead === 'half of it' ? body.subarray(0, body.length / 2) : Buffer.from('<!doctype html><p>portal');
      await route.fulfill({ headers: { 'content-type': response.headers()['content-type'] ?? '' }, body: sent });
    });
    await page.goto(`${shown.page.url()}?${new URLSearchParams({ q: '节水灌区', kind: 'reply' })}`);
    await page.locator('[data-search-part="failure"]').waitFor();
    expect(await page.locator('[data-search-part="failure-text"]').textContent()).toContain('没有下载成功');
    expect(await page.locator('[data-search-part="retry"]').isVisible()).toBe(true);
    expect(await page.locator('[data-search-part="summary"]').textContent()).toBe('');
  });
});

describe('what Pagefind runs in', () => {
  /** The addresses that the page itself loaded, and not a worker of it. */
  const loadedByPage = (page: Page) =>
    page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name.replace(/.*\/pagefind\//, '')));

  test('is a worker for each language, which alone may compile WebAssembly', async () => {
    await using shown = await open(address('zh', '〔2025〕12号'));
    const { page, complaints } = shown;
    await summary(page);
    expect(
      page
        .workers()
        .map((worker) => worker.url().replace(/.*\/pagefind\/[^/]+\//, ''))
        .sort(),
    ).toEqual(['en/pagefind-worker.js', 'zh/pagefind-worker.js']);
    // Chunks were loaded by workers: where one fails, Pagefind would go on in the page.
    expect((await loadedByPage(page)).filter((name) => /\.pf_(?:index|meta|fragment)$/.test(name))).toEqual([]);
    const policies = await Promise.all(
      [page.url(), ...page.workers().map((worker) => worker.url())].map(
        async (url) => (await page.request.get(url)).headers()['content-security-policy'] ?? '',
      ),
    );
    expect(policies.map((policy) => policy.includes('wasm-unsafe-eval'))).toEqual([false, true, true]);
    const compiled = await page.evaluate(() =>
      WebAssembly.compile(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])).then(
        () => 'compiled',
        () => 'refused',
      ),
    );
    expect(compiled).toBe('refused');
    complaints.length = 0;
  });

  test('says itself that it is a worker', async () => {
    await using shown = await open(address('zh', '节水灌区'));
    const { page } = shown;
    await summary(page);
    const script = page.workers().map((worker) => worker.url().replace('-worker.js', '.js'))[0] ?? '';
    // As text: the bundler of the tests would take the import for its own.
    const environment = await page.evaluate(
      `import(${JSON.stringify(script)}).then(({ createInstance }) => createInstance({}).search('x', { verbose: true }))
        .then((found) => found.search_environment)`,
    );
    expect(environment).toBe('webworker');
  });

  test.each([['a browser without WebAssembly', () => Reflect.deleteProperty(globalThis, 'WebAssembly')]])(
    'leads to a sentence and the lists in %s',
    async (_, prepare) => {
      await using shown = await open('zh/search/');
      const { page } = shown;
      await page.addInitScript(prepare);
      await page.goto(new URL(address('zh', '节水灌区'), new URL('/', page.url())).href);
      await page.locator('[data-search-part="failure"]').waitFor();
      expect(await page.locator('[data-search-part="failure-text"]').textContent()).toContain('WebAssembly');
      expect(await page.locator('[data-search-part="retry"]').isVisible()).toBe(false);
      expect(await page.locator('.search-ways').isVisible()).toBe(true);
    },
  );

  test('leads to a sentence and the lists where a worker may not compile it', async () => {
    await using shown = await open('zh/search/');
    const { page } = shown;
    await page.context().route('**/pagefind-worker.js', async (route) => {
      const response = await route.fetch();
      const policy = response.headers()['content-security-policy']?.replace(" 'wasm-unsafe-eval'", '') ?? '';
      await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
    });
    await page.locator('[data-search-part="input"]').fill('节水灌区');
    await page.locator('[data-search-part="failure"]').waitFor();
    expect(await page.locator('[data-search-part="failure-text"]').textContent()).toContain('WebAssembly');
    expect(await page.locator('.search-ways').isVisible()).toBe(true);
  });
});

test.each([
  ['zh', '节水灌区'],
  ['en', 'irrigation'],
] as const)(
  'English finds word forms, and Chinese what is written, whichever was opened first: %s',
  async (first, opening) => {
    await using shown = await open(address(first, opening));
    const { page } = shown;
    expect(await summary(page)).toMatch(/^[1-9]/);
    for (const text of ['irrigate', 'irrigating', '节水灌区', 'irrigation']) {
      await page.locator('[data-search-part="input"]').fill(text);
      await page.waitForFunction(
        (wanted) => document.querySelector('[data-search-part="summary"]')?.textContent?.includes(wanted) === true,
        text,
      );
      expect(await summary(page), text).toMatch(/^[1-9]/);
    }
  },
);
