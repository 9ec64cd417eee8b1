import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { noteMade, refuseOthersFiles } from '../../build/output/output-folder.ts';
import { readReply, readSite, replyIds } from '../../reading/files.ts';
import { commandFailure, usageError } from '../../terminal/failures.ts';
import { siteUrls } from '../../urls.ts';
import { siteHandler } from '../serving/handler.ts';
import { findChromium, launch } from './chromium.ts';

/** What `dafu pdf` is asked for. Without ids, every reply is printed. */
export interface PdfRequest {
  readonly root: string;
  readonly out: string;
  /** Where the PDFs go: absolute. */
  readonly to: string;
  readonly ids: readonly string[];
}

/**
 * Prints replies of a built site, in each of their languages, as `<id>.<locale>.pdf`: tagged, with title, language and
 * bookmarks. Gives the files written. Throws a CommandError where a reply is unknown or no browser starts.
 */
export async function writePdfs({ root, out, to, ids }: PdfRequest): Promise<string[]> {
  if (!existsSync(out)) throw usageError((words) => words.notBuilt(out));
  const site = readSite(root);
  const known = replyIds(root);
  for (const id of ids) if (!known.includes(id)) throw usageError((words) => words.noReply(id));
  const urls = siteUrls(site);
  const sheets = (ids.length > 0 ? ids : known).flatMap((id) => {
    const { language, translations } = readReply(root, id);
    const languages = site.languages.filter((locale) => locale === language || translations[locale] !== undefined);
    return languages.map((locale) => ({ path: urls.reply(locale, id), name: `${id}.${locale}.pdf` }));
  });
  const names = sheets.map(({ name }) => name);
  refuseOthersFiles(to, 'pdf', names);
  mkdirSync(to, { recursive: true });
  noteMade(to, 'pdf', names);
  const server = createServer(siteHandler(out, site.base));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const browser = await startBrowser();
  try {
    for (const { path, name } of sheets)
      writeFileSync(join(to, name), await printPage(browser, `http://127.0.0.1:${port}${path}`));
  } finally {
    await browser.close();
    server.close();
  }
  return names.map((name) => join(to, name));
}

async function startBrowser(): Promise<Browser> {
  try {
    return await launch(await findChromium());
  } catch (error) {
    throw commandFailure((words) => words.noBrowser, error);
  }
}

/** A page on paper: its own page size, tagged for assistive technology, with an outline from its headings. */
async function printPage(browser: Browser, address: string): Promise<Uint8Array> {
  const page = await browser.newPage();
  try {
    await page.goto(address);
    return await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
  } finally {
    await page.close();
  }
}
