import { readFileSync } from 'node:fs';
import path from 'node:path';
import { namedFiles } from '../attachments/reply-files.ts';
import { inLanguages } from '../formats/api/record.ts';
import type { PrintJson } from '../formats/api/reply.ts';
import { filePath } from '../formats/format.ts';
import { formatNamed, PRINT_FORMATS } from '../formats/registry.ts';
import { sha256Of } from '../model/hashes.ts';
import { originalLanguage, type Translated } from '../model/locale.ts';
import type { NamedFile, ReplyFile } from '../model/reply.ts';
import type { Site } from '../model/site.ts';
import { siteUrls } from '../urls.ts';
import { replyFolder } from './files.ts';
import { catalogueReplies, catalogueSite, type ReplySummary } from './index.ts';
import { oncePerBuild, recently } from './once.ts';
import { noteRead, replyKey } from './page-reads.ts';
import type { StaticPath } from './paths.ts';
import { ANY_PRINTED, printedKey, printedName, readPrintedList } from './printed-letters.ts';
import { siteCache, siteRoot } from './root.ts';

const read = recently<readonly ReplyFile[]>();

const bytesOf = (id: string, file: string): Buffer =>
  readFileSync(path.join(siteRoot(), replyFolder(siteRoot(), id), file));

/** The files that are published with a reply, in the order in which its page lists them. */
export function replyFiles({ id, record }: Pick<ReplySummary, 'id' | 'record'>): readonly ReplyFile[] {
  noteRead(replyKey(id));
  return read(id, record, () =>
    namedFiles(record).map((named) => {
      const bytes = bytesOf(id, named.file);
      return { ...named, bytes: bytes.length, sha256: sha256Of(bytes) };
    }),
  );
}

/** What a path of a file is made from. */
interface FileProps {
  readonly id: string;
  readonly named: NamedFile;
}

/** `/<first language>/replies/<id>/files/<name>` for each file that is published with a reply: one address for readers of every language. */
export async function replyFilePaths(): Promise<StaticPath<{ locale: string; id: string; file: string }, FileProps>[]> {
  const { languages } = await catalogueSite();
  return (await catalogueReplies()).flatMap(({ id, record }) =>
    namedFiles(record).map((named) => ({
      params: { locale: originalLanguage(languages), id, file: named.name },
      props: { id, named },
      cacheKey: replyKey(id),
    })),
  );
}

/** The answer that serves a file of a reply. */
export function replyFileResponse({ id, named }: FileProps): Response {
  return new Response(new Uint8Array(bytesOf(id, named.file)), { headers: { 'content-type': named.mediaType } });
}

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
