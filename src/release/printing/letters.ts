import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runApart } from '../../build/child-process/index.ts';
import { momentOf, type ProduceOptions, requestedSite, type SiteRequest } from '../../build/produce.ts';
import { renderingFolder } from '../../build/rendering/astro-folder.ts';
import { digestOfParts } from '../../cache/index.ts';
import { fileOfPath } from '../../model/addresses.ts';
import { sha256Of } from '../../model/hashes.ts';
import { type Locale, languageOf } from '../../model/locale.ts';
import type { Site } from '../../model/site.ts';
import { readReply } from '../../reading/files.ts';
import {
  PRINTED_FOLDER,
  PRINTED_LIST,
  type PrintedList,
  printedDigests,
  printedFile,
  printedName,
  readPrintedList,
} from '../../reading/printed-letters.ts';
import { publicReplyIds } from '../../reading/publication.ts';
import { digestPlainFile, listFilesBelow, replaceFile } from '../../system/files.ts';
import { packageFolder, SOURCE_FOLDER } from '../../system/program.ts';
import { commandFailure } from '../../terminal/failures.ts';
import { siteUrls } from '../../urls.ts';
import { type FoundChromium, findChromium, packagedChromium, versionOf } from './chromium.ts';
import { printFonts } from './fonts.ts';
import { type PrintedDocument, printDocuments, printedDocument } from './printer.ts';

/** A browser that prints letters in the fonts from npm, and what tells its PDFs from those of another. */
export interface Press {
  readonly chromium: FoundChromium;
  readonly version: string;
}

/** The scripts that the fonts from npm have; letters in others are printed in fonts of the machine. */
const SCRIPTS: ReadonlySet<string> = new Set(['Han', 'Latin']);

/**
 * The press of a site; undefined where site.yaml asks for no PDFs. `folder` is its own, for what the browser has to find there. Throws a
 * CommandError with a sentence that says how to get what is missing.
 */
export async function pressOf(site: Site, folder: string): Promise<Press | undefined> {
  if (site.pdf !== true) return undefined;
  // A browser takes its fonts from a given fontconfig file on Linux only.
  if (process.platform !== 'linux') throw commandFailure((words) => words.noPrintingHere);
  const others = site.languages.some((locale) => !SCRIPTS.has(languageOf(locale).script));
  const fonts = printFonts(join(folder, 'fonts'), others);
  try {
    // The browser from npm is the same on every machine; one that is named explicitly is intended.
    const chromium = process.env.CHROMIUM_PATH
      ? await findChromium()
      : ((await packagedChromium()) ?? (await findChromium()));
    if (fonts === undefined || packageFolder('playwright-core') === undefined)
      throw new Error('a package is not installed');
    const environment = { ...chromium.environment, ...fonts.environment };
    const own = listFilesBelow(join(SOURCE_FOLDER, 'release/printing'));
    return {
      chromium: { ...chromium, environment },
      version: digestOfParts([
        fonts.version,
        versionOf(chromium),
        ...own.map((file) => readFileSync(join(SOURCE_FOLDER, 'release/printing', file))),
      ]),
    };
  } catch (error) {
    throw commandFailure((words) => words.noPrinting, error);
  }
}

/** What prints the letters of a release. */
interface PrintRequest extends SiteRequest {
  readonly press: Press;
}

/** A letter whose page was rendered. */
interface Letter {
  readonly id: string;
  readonly locale: Locale;
  /** What is printed of it: read from its page each time, since those of ten thousand letters would fill the memory. */
  readonly read: () => PrintedDocument;
  /** Digest of all that its PDF is made from. */
  readonly key: string;
  /** Digest of its whole page, and of what prints it. */
  readonly page: string;
}

/**
 * Prints every public letter in each of its languages that is not printed yet just as it is now, into the cache, and gives the list of all.
 * The letters' pages are rendered for that by themselves: the pages of the site name the PDFs and their sizes. `onPrinted` is told how many
 * of how many are done. Throws what rendering throws, or a CommandError where the browser fails.
 */
export async function printLetters(
  request: PrintRequest,
  { reuse, cache }: Pick<ProduceOptions, 'reuse' | 'cache'>,
  onPrinted: (done: number, total: number) => void,
): Promise<PrintedList> {
  const { press, root, address, today, verbose, jobs } = request;
  const site = requestedSite(request);
  const pages = join(cache.folder, 'letters');
  const printed = join(cache.folder, PRINTED_FOLDER);
  rmSync(pages, { recursive: true, force: true });
  mkdirSync(printed, { recursive: true });
  const toRender = {
    root,
    address,
    today,
    moment: momentOf(request),
    verbose,
    folder: pages,
    cache,
    reuse,
    jobs,
  };
  await runApart('renderLetters', toRender, { folder: renderingFolder(cache.folder) });
  try {
    const list = wholeOf(readPrintedList(cache.folder), printed);
    const letters = lettersOf(request, site, { pages, list });
    const open = letters.filter(({ key, id, locale }) => list[printedName(id, locale)]?.key !== key);
    const urls = siteUrls(site);
    const now = new Map(Object.entries(list));
    let done = 0;
    await printDocuments(
      open.map(({ id, locale, read }) => ({ read, address: urls.absolute(urls.reply(locale, id)) })),
      { chromium: press.chromium, folder: pages, base: site.base, atOnce: Math.min(jobs, MOST_AT_ONCE) },
      (pdf, place) => {
        const letter = open[place];
        if (letter === undefined) return;
        const { id, locale, key, page } = letter;
        const file = join(printed, printedFile(key));
        writeFileSync(`${file}.next`, pdf);
        renameSync(`${file}.next`, file);
        now.set(printedName(id, locale), { key, page, bytes: pdf.length, sha256: sha256Of(pdf) });
        done += 1;
        onPrinted(done, open.length);
      },
    );
    return keepOnly(letters, now, printed);
  } finally {
    rmSync(pages, { recursive: true, force: true });
  }
}

/** Each takes a renderer of some 100 MB. */
const MOST_AT_ONCE = 4;

/** The letters of a list whose files are as they were printed: what was damaged since is printed again. */
function wholeOf(list: PrintedList, folder: string): PrintedList {
  return Object.fromEntries(
    Object.entries(list).filter(([, { key, sha256: expected }]) => {
      const digest = digestPlainFile(join(folder, printedFile(key)));
      return typeof digest !== 'string' && digest.sha256 === expected;
    }),
  );
}

/**
 * The public letters of a site by their rendered pages, in each language that they are in. Only pages that changed since the list was made are
 * taken apart.
 */
function lettersOf(
  { root, press, ...request }: PrintRequest,
  site: Site,
  { pages, list }: { readonly pages: string; readonly list: PrintedList },
): Letter[] {
  const urls = siteUrls(site);
  const sheets = new Map<string, string>();
  const sheetDigest = (href: string): string => {
    const held = sheets.get(href) ?? sha256Of(readFileSync(join(pages, href.slice(site.base.length))));
    sheets.set(href, held);
    return held;
  };
  return publicReplyIds(root, momentOf(request)).flatMap((id) => {
    const { language, translations } = readReply(root, id);
    const languages = site.languages.filter((locale) => locale === language || translations[locale] !== undefined);
    return languages.map((locale): Letter => {
      const path = urls.reply(locale, id);
      const file = join(pages, fileOfPath(path.slice(site.base.length)));
      const read = () => printedDocument(readFileSync(file, 'utf8'));
      const by = [press.version, urls.absolute(path)];
      // Style sheets are named by what they hold.
      const page = digestOfParts([...by, readFileSync(file)]);
      const before = list[printedName(id, locale)];
      const keyNow = () => {
        const { html, changed, sheets: own } = read();
        return digestOfParts([...by, html, changed ?? '', ...own.map(sheetDigest)]);
      };
      return { id, locale, read, page, key: before?.page === page ? before.key : keyNow() };
    });
  });
}

/** Keeps in the cache what is printed of some letters, and nothing else; gives the list of it. */
function keepOnly(
  letters: readonly Letter[],
  printed: ReadonlyMap<string, PrintedList[string]>,
  folder: string,
): PrintedList {
  const list = Object.fromEntries(
    letters.flatMap(({ id, locale, page }) => {
      const name = printedName(id, locale);
      const own = printed.get(name);
      return own === undefined ? [] : [[name, { ...own, page }]];
    }),
  );
  replaceFile(join(folder, PRINTED_LIST), `${JSON.stringify(list)}\n`);
  const wanted = new Set([PRINTED_LIST, ...Object.values(list).map(({ key }) => printedFile(key))]);
  for (const name of readdirSync(folder)) if (!wanted.has(name)) rmSync(join(folder, name), { recursive: true });
  return list;
}

/** The digests by which pages that name printed letters are made again when these change. */
export const withPrinted = (reuse: ProduceOptions['reuse'], list: PrintedList): ProduceOptions['reuse'] => ({
  ...reuse,
  digests: { ...reuse.digests, named: new Map([...reuse.digests.named, ...printedDigests(list)]) },
});
