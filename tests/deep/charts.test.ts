import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, launch } from '../../src/release/printing/chromium.ts';
import { SAMPLE, temporaryRoot } from '../faults/root.ts';
import { type ServedSite, startSite } from '../start-site.ts';

/**
 * A made-up bureau whose dataset has changed: a second reply corrects a figure and reports the outcome of a plan. Its
 * figure has a panel of every kind of chart; each is seen in a browser at four widths, in light, dark, forced colours and
 * print.
 */
const CHANGING = join(import.meta.dirname, 'fixtures/changing');
const PROJECT = resolve(import.meta.dirname, '../..');
const WIDTHS = [320, 390, 768, 1280] as const;
const MODES = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'forced colours': { forcedColors: 'active' },
  print: { media: 'print' },
} as const;

const site = temporaryRoot(SAMPLE, CHANGING);
let browser: Browser;
let served: ServedSite;

beforeAll(async () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['src/cli/main.ts', 'build', '--root', site.root, '--today', '2025-06-01', '--lang', 'en'],
    { cwd: PROJECT, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`The made-up site could not be built:\n${stdout}${stderr}`);
  served = await startSite(['--root', site.root]);
  browser = await launch(await findChromium());
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
  site[Symbol.dispose]();
});

const built = (file: string) => readFileSync(join(site.root, 'dist', file), 'utf8');

describe('a dataset that has changed', () => {
  test.each([
    ['zh', '300盏', '310盏'],
    ['en', '300 lamps', '310 lamps'],
  ])('says what was first published and what stands now (%s)', (locale, first, now) => {
    const changes = /<section class="dataset-changes".*?<\/section>/s.exec(
      built(`${locale}/data/lamps/index.html`),
    )?.[0];
    expect(changes).toContain(first);
    expect(changes).toContain(now);
    expect(changes).toContain('v1.0.0.json');
  });

  test('keeps each version at its address', () => {
    const values = (version: string) =>
      JSON.parse(built(`data/lamps/v${version}.json`)).observations.map((one: { id: string }) => one.id);
    expect(values('1.0.0')).toEqual(['replaced-2023', 'plan-2024', 'plan-2025']);
    expect(values('1.1.0')).toContain('replaced-2023-corrected');
  });

  test('sets the outcome beside its plan, in the table too', () => {
    const page = built('en/data/lamps/index.html');
    const row = (id: string) => new RegExp(`<tr id="${id}".*?</tr>`, 's').exec(page)?.[0] ?? '';
    expect(row('plan-2024')).toContain('400');
    expect(row('replaced-2024')).toContain('390');
    expect(row('replaced-2023')).toContain('superseded');
    expect(row('replaced-2023-corrected')).not.toContain('superseded');
    const columns = /<div class="chart-panel">.*?<\/svg>/s.exec(page)?.[0] ?? '';
    for (const drawn of ['400', '390', '310', '200']) expect(columns).toMatch(new RegExp(`>${drawn}\\b`));
    expect(columns).not.toMatch(/>300\b/);
  });
});

describe('a commitment whose outcome a later reply reports', () => {
  const rowOf = (locale: string, id: string) =>
    new RegExp(`<tr id="${id}".*?</tr>`, 's').exec(built(`${locale}/commitments/index.html`))?.[0] ?? '';

  test.each([
    ['zh', '已公布结果：390盏', '未到期'],
    ['en', 'Result published: 390 lamps', 'Not yet due'],
  ])('shows its value and the reply, the other is not yet due (%s)', (locale, result, other) => {
    expect(rowOf(locale, 'lamps-2024')).toContain(result);
    expect(rowOf(locale, 'lamps-2024')).toMatch(
      new RegExp(`<a href="/${locale}/data/lamps/#replaced-2024">(?:(?!</a>).)*〔2025〕3号`),
    );
    expect(rowOf(locale, 'lamps-2025')).toContain(other);
  });

  test('is news in the feed on the day of that reply, and stays in the calendar', () => {
    const entry = /<entry>(?:(?!<\/entry>).)*lamps-2024.*?<\/entry>/s.exec(built('en/commitments/feed.xml'))?.[0];
    expect(entry).toContain('Result published · Replace 400 street lamps in 2024');
    expect(entry).toContain('2025-03-10');
    expect(built('en/commitments/calendar.ics')).toContain('DTSTART;VALUE=DATE:20241231');
  });
});

/** Pairs of words of one drawing that lie on each other, and words smaller than 12 px, as the browser has set them. */
function faultsOfCharts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.data-figure .chart-layout svg')].flatMap((svg) => {
      const texts = [...svg.querySelectorAll('text')].map((text) => ({
        words: text.textContent ?? '',
        box: text.getBoundingClientRect(),
        size:
          (Number.parseFloat(getComputedStyle(text).fontSize) * svg.getBoundingClientRect().width) /
          Number(svg.getAttribute('viewBox')?.split(' ')[2]),
      }));
      if (svg.getBoundingClientRect().width === 0) return [];
      return texts.flatMap(({ words, box, size }, index) => [
        ...(size < 11.99 ? [`${words} is ${size} px`] : []),
        ...texts
          .slice(index + 1)
          .filter(
            ({ box: other }) =>
              box.left < other.right - 1 &&
              other.left < box.right - 1 &&
              // A line's box is higher than its letters by a fifth at each end.
              box.top + box.height / 5 < other.bottom - other.height / 5 &&
              other.top + other.height / 5 < box.bottom - box.height / 5,
          )
          .map((other) => `${words} × ${other.words}`),
      ]);
    }),
  );
}

describe.each(Object.entries(MODES))('every kind of chart in %s', (mode, setting) => {
  const pages = ['zh/data/lamps/', 'en/data/lamps/', 'embed/zh/lamps/', 'embed/en/lamps/'];
  test.each(WIDTHS.flatMap((width) => pages.map((path) => ({ width, path }))))(
    'at $width px stands clear in $path',
    async ({ width, path }) => {
      const { media, ...others }: { media?: 'print' } = { ...setting } as { media?: 'print' };
      const context = await browser.newContext({ viewport: { width, height: 800 }, ...others });
      try {
        const page = await context.newPage();
        await page.goto(served.address + path);
        if (media) await page.emulateMedia({ media });
        expect(await page.locator('.chart-layout svg:visible').count()).toBe(7);
        expect(await faultsOfCharts(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), mode).toBe(width);
        const axe = new AxeBuilder({ page });
        // Forced colours are the reader's own, and axe takes the page's colour for the text and the reader's for the ground.
        if (mode === 'forced colours') axe.disableRules('color-contrast');
        const { violations } = await axe.analyze();
        expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))).toEqual(
          [],
        );
      } finally {
        await context.close();
      }
    },
  );
});
