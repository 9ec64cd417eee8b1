import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import type { Browser, BrowserContext } from 'playwright-core';
import { inParallel } from '../../build/parallel.ts';
import { commandFailure } from '../../terminal/failures.ts';
import { type FoundChromium, launch } from './chromium.ts';

/** A document to print, read when its turn comes, and the absolute address of its page, which its links lead on from. */
interface PrintJob {
  readonly address: string;
  readonly read: () => PrintedDocument;
}

/** With what and from where documents are printed. */
interface Printer {
  readonly chromium: FoundChromium;
  /** The built site, for style sheets. */
  readonly folder: string;
  readonly base: string;
  /** How many documents are printed at a time. */
  readonly atOnce: number;
}

/** After how many documents a browser is ended, whatever memory it has gathered by then. */
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

/** The part of a letter's page that is printed, as a document. */
export interface PrintedDocument {
  readonly html: string;
  /** The addresses of its style sheets, as the page has them. */
  readonly sheets: readonly string[];
  /** `YYYY-MM-DD`: when the letter last changed by its record; undefined where the page does not say. */
  readonly changed: string | undefined;
}

/** What is not on paper, as print.css has it. It is left out, so that no letter is printed again for what changed around it. */
const NOT_PRINTED = [
  'head > :not(title, meta[charset], link[rel="stylesheet"])',
  'body > :not(main)',
  '.reply-layout > :not(.sheet, .print-demonstration)',
  '.sheet > :not(.letterhead, .passage, .signature, .attachments, .print-line, .print-code)',
  '.attachments [download]',
  '.asides',
  '.passage > .notice',
  '.blank',
].join(',');

const CHANGED = 'meta[property="article:modified_time"]';

/** Cuts a letter's page down to what is printed of it. Throws where the page holds no letter. */
export function printedDocument(page: string): PrintedDocument {
  const { document } = parseHTML(page);
  const sheet = document.querySelector('.reply-layout > .sheet');
  if (sheet === null) throw new Error('the page holds no letter');
  const changed = document.querySelector(CHANGED)?.getAttribute('content') ?? undefined;
  for (const element of document.querySelectorAll(NOT_PRINTED)) element.remove();
  // Attributes for the page's scripts only.
  for (const name of ['data-citation', 'data-copied']) sheet.removeAttribute(name);
  // A synthesised bold or italic is not embedded in a PDF as a font.
  document.head.insertAdjacentHTML('beforeend', '<style>.sheet *{font-synthesis:none}</style>');
  const links = [...document.querySelectorAll('link[rel="stylesheet"]')];
  return {
    html: document.toString(),
    sheets: links.map((link) => link.getAttribute('href') ?? ''),
    changed,
  };
}

/** A date as a browser writes it into a PDF's properties. */
const DATE = /\/(CreationDate|ModDate) \(D:\d{14}[+-]\d\d'\d\d'\)/g;
/** The properties are in the first object; no letter's words reach there. */
const HEAD_BYTES = 4096;

/**
 * The same PDF with a day in place of the moment at which it was made, of the same length, so that every offset in the
 * file stays valid. `day` is `YYYY-MM-DD`, in Beijing. Throws where the browser wrote no such date: then its PDFs are
 * not the same bytes from the same letter.
 */
export function withoutClock(pdf: Uint8Array, day: string): Uint8Array {
  const head = Buffer.from(pdf.subarray(0, HEAD_BYTES)).toString('latin1');
  let found = 0;
  const dated = head.replace(DATE, (_, name: string) => {
    found += 1;
    return `/${name} (D:${day.replaceAll('-', '')}000000+08'00')`;
  });
  if (found !== 2 || dated.length !== head.length)
    throw new Error('the PDF does not say where others do when it was made');
  const fixed = Buffer.from(pdf);
  fixed.write(dated, 0, 'latin1');
  return fixed;
}
