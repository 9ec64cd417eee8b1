import { inLanguages } from '../formats/api/record.ts';
import type { PrintJson } from '../formats/api/reply.ts';
import { filePath } from '../formats/format.ts';
import { formatNamed, PRINT_FORMATS } from '../formats/registry.ts';
import type { Translated } from '../model/locale.ts';
import type { Site } from '../model/site.ts';
import { siteUrls } from '../urls.ts';
import type { ReplySummary } from './index.ts';
import { oncePerBuild } from './once.ts';
import { noteRead } from './page-reads.ts';
import { ANY_PRINTED, printedKey, printedName, readPrintedList } from './printed-letters.ts';
import { siteCache } from './root.ts';

const printedList = oncePerBuild(async () => readPrintedList(siteCache()));
const format = formatNamed(PRINT_FORMATS, 'pdf');

/** Whether a release printed any letter of the site that is built; never where a build is no release. */
export async function isAnyPrinted({ pdf }: Pick<Site, 'pdf'>): Promise<boolean> {
  noteRead(ANY_PRINTED);
  return pdf === true && Object.keys(await printedList()).length > 0;
}

/** A reply as PDF, in each of its languages; undefined where none is printed. */
export async function replyPrints(reply: ReplySummary, site: Site): Promise<Translated<PrintJson> | undefined> {
  const { id } = reply;
  noteRead(printedKey(id));
  if (site.pdf !== true) return undefined;
  const list = await printedList();
  const urls = siteUrls(site);
  const printed = inLanguages(reply, site, (locale): PrintJson | undefined => {
    const own = list[printedName(id, locale)];
    if (own === undefined) return undefined;
    const { bytes, sha256 } = own;
    return { url: urls.asset(filePath(format, { locale, id })), mediaType: format.mediaType, bytes, sha256 };
  });
  const isWhole = Object.values(printed).every((own) => own !== undefined);
  return isWhole ? (printed as Translated<PrintJson>) : undefined;
}
