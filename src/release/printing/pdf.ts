import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { noteMade, refuseOthersFiles } from '../../build/output/output-folder.ts';
import { openCache } from '../../build/output/state.ts';
import { fileOfPath } from '../../model/addresses.ts';
import { readReply, readSite, replyIds } from '../../reading/files.ts';
import { commandFailure, usageError } from '../../terminal/failures.ts';
import { siteUrls } from '../../urls.ts';
import { type FoundChromium, findChromium } from './chromium.ts';
import { printFonts } from './fonts.ts';
import { printDocuments, printedDocument } from './printer.ts';

/** What `dafu pdf` is asked for. Without ids, every reply is printed. */
interface PdfRequest {
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
    return languages.flatMap((locale) => {
      const path = urls.reply(locale, id);
      const page = join(out, fileOfPath(path.slice(site.base.length)));
      // A letter that is held back has no page.
      if (!existsSync(page)) return [];
      const read = () => printedDocument(readFileSync(page, 'utf8'));
      return [{ read, address: urls.absolute(path), name: `${id}.${locale}.pdf` }];
    });
  });
  const names = sheets.map(({ name }) => name);
  refuseOthersFiles(to, 'pdf', names);
  mkdirSync(to, { recursive: true });
  noteMade(to, 'pdf', names);
  const printer = { chromium: await browserFor(root), folder: out, base: site.base, atOnce: 1 };
  await printDocuments(sheets, printer, (pdf, place) => writeFileSync(join(to, names[place] ?? ''), pdf));
  return names.map((name) => join(to, name));
}

/** A browser, which prints in the fonts from npm where they are installed, else in those of the machine. */
async function browserFor(root: string): Promise<FoundChromium> {
  try {
    const found = await findChromium();
    const fonts =
      process.platform === 'linux' ? printFonts(join(openCache(root).folder, 'printing', 'fonts'), true) : undefined;
    return { ...found, environment: { ...found.environment, ...fonts?.environment } };
  } catch (error) {
    throw commandFailure((words) => words.noBrowser, error);
  }
}
