import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { inParallel } from '../../build/parallel.ts';
import { commandFailure } from '../../terminal/failures.ts';
import { type FoundChromium, launch } from './chromium.ts';
import type { PrintedDocument } from './document.ts';
import { withoutClock } from './without-clock.ts';

/** A document to print, read when its turn comes, and the absolute address of its page, which its links lead on from. */
export interface PrintJob {
  readonly address: string;
  readonly read: () => PrintedDocument;
}

/** With what and from where documents are printed. */
export interface Printer {
  readonly chromium: FoundChromium;
  /** The built site, for style sheets. */
  readonly folder: string;
  readonly base: string;
  /** How many documents are printed at a time. */
  readonly atOnce: number;
}

/** A browser ends after so many documents, whatever memory it has gathered by then. */
const PER_BROWSER = 200;
/** Milliseconds that a document may take. The longest letter takes under two seconds. */
const LONGEST = 60_000;
/** In the properties of a letter whose record has no day of its own. */
const NO_DAY = '1970-01-01';

/**
 * Prints documents with a browser that runs no script and reaches no network: each as PDF with its own page size, tagged for assistive
 * technology, with an outline from its headings, and no clock in it. `onPrinted` gets each as it is done. Throws a CommandError where one
 * takes too long or the browser fails.
 */
export async function printDocuments(
  jobs: readonly PrintJob[],
  { atOnce, ...printer }: Printer,
  onPrinted: (pdf: Uint8Array, place: number) => void,
): Promise<void> {
  for (let from = 0; from < jobs.length; from += PER_BROWSER) {
    const browser = await launch(printer.chromium);
    try {
      const context = await browser.newContext({ javaScriptEnabled: false, bypassCSP: true, serviceWorkers: 'block' });
      await inParallel(jobs.slice(from, from + PER_BROWSER), atOnce, async (job, place) =>
        onPrinted(await inTime(browser, job, () => printDocument(context, job, printer)), from + place),
      );
    } finally {
      await browser.close();
    }
  }
}

/** What `print` gives, unless that takes too long: then the browser is ended, and what waits for it fails. */
async function inTime(browser: Browser, { address }: PrintJob, print: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const timer = setTimeout(() => void browser.close(), LONGEST);
  try {
    return await print();
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw commandFailure((words) => words.notPrinted(address, why), error);
  } finally {
    clearTimeout(timer);
  }
}

async function printDocument(
  context: BrowserContext,
  { address, read }: PrintJob,
  { folder, base }: Pick<Printer, 'folder' | 'base'>,
): Promise<Uint8Array> {
  const document = read();
  const page = await context.newPage();
  try {
    await page.route('**', (route) => {
      const url = route.request().url();
      if (url === address) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: document.html });
      const path = new URL(url).pathname;
      if (!document.sheets.includes(path)) return route.abort();
      return route.fulfill({
        contentType: 'text/css; charset=utf-8',
        body: readFileSync(join(folder, path.slice(base.length))),
      });
    });
    await page.goto(address, { timeout: LONGEST });
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
    return withoutClock(pdf, document.changed ?? NO_DAY);
  } finally {
    await page.close();
  }
}
