import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CACHES, type Cache, cacheKey } from '../../cache/index.ts';
import { keptLines, writeLines } from '../../cache/lines.ts';
import type { Locale } from '../../model/locale.ts';
import type { SearchDocument } from '../../model/search-document.ts';
import { attachmentWords } from './attachments.ts';
import { jsonNames, REPLY_FOLDER } from './read.ts';
import { type NamingSite, replyDocuments } from './replies.ts';
import { type DocumentSource, yearOf } from './sources.ts';

/** The language, the year and a digest of each document of a reply. */
type ReplyFacts = readonly (readonly [locale: Locale, year: string, digest: string])[];

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/**
 * The sources of a built site's replies. Every JSON file is read, but only those that are new are parsed; the texts of a
 * source are parsed when an index of it has to be made. `naming` is as for `replyDocuments`.
 */
export async function replySources(site: string, cache: Cache, naming: NamingSite): Promise<DocumentSource[]> {
  const jsonOf = (bytes: Buffer) => JSON.parse(bytes.toString('utf8'));
  /** A change of one language's words leaves the other language's index as it is. */
  const factsOf = (bytes: Buffer): ReplyFacts => {
    const json = jsonOf(bytes);
    return replyDocuments(json, naming).map((document) => [
      document.locale,
      yearOf(document),
      sha256(JSON.stringify([document, json.attachments])),
    ]);
  };
  const withAttachments = attachmentWords(site, naming.languages, cache);
  const folder = join(site, REPLY_FOLDER);
  const named = JSON.stringify([naming.issuer, naming.bureaus, naming.languages]);
  const known = new Map<string, string>(Array.from(keptLines(cache, CACHES.replies), ({ key, text }) => [key, text]));
  const used = new Map<string, string>();
  const groups = new Map<string, { locale: Locale; year: string; replies: { file: string; digest: string }[] }>();
  for (const file of await jsonNames(folder)) {
    const bytes = await readFile(join(folder, file));
    const key = cacheKey(cache, CACHES.replies, { naming: named, json: bytes });
    const kept = known.get(key);
    const documents: ReplyFacts = kept === undefined ? factsOf(bytes) : JSON.parse(kept);
    used.set(key, kept ?? JSON.stringify(documents));
    for (const [locale, year, digest] of documents) {
      const group = groups.get(`${locale} ${year}`) ?? { locale, year, replies: [] };
      groups.set(`${locale} ${year}`, group);
      group.replies.push({ file, digest });
    }
  }
  writeLines(
    cache,
    CACHES.replies,
    Array.from(used, ([key, text]) => ({ key, text })),
  );

  return Array.from(groups.values(), ({ locale, year, replies }) => ({
    locale,
    year,
    key: [named, ...replies.map(({ digest }) => digest)].join(' '),
    count: replies.length,
    documents: async () => {
      const all: SearchDocument[] = [];
      for (const { file } of replies) {
        const json = jsonOf(await readFile(join(folder, file)));
        all.push(...(await withAttachments(replyDocuments(json, naming), json)));
      }
      return all.filter((document) => document.locale === locale);
    },
  }));
}
