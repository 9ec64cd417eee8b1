import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { namedFiles } from '../attachments/reply-files.ts';
import { originalLanguage } from '../model/locale.ts';
import type { NamedFile, ReplyFile } from '../model/reply-file.ts';
import { replyFolder } from './files.ts';
import { catalogueReplies, catalogueSite, type ReplySummary } from './index.ts';
import { recently } from './once.ts';
import { noteRead, replyKey } from './page-reads.ts';
import type { StaticPath } from './paths.ts';
import { siteRoot } from './root.ts';

const read = recently<readonly ReplyFile[]>();

const bytesOf = (id: string, file: string): Buffer =>
  readFileSync(path.join(siteRoot(), replyFolder(siteRoot(), id), file));

/** The files that are published with a reply, in the order in which its page lists them. */
export function replyFiles({ id, record }: Pick<ReplySummary, 'id' | 'record'>): readonly ReplyFile[] {
  noteRead(replyKey(id));
  return read(id, record, () =>
    namedFiles(record).map((named) => {
      const bytes = bytesOf(id, named.file);
      return { ...named, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
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
