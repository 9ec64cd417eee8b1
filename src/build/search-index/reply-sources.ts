import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readAttachment } from '../../attachments/index.ts';
import { CACHES, type Cache, cacheKey } from '../../cache/index.ts';
import { keptBytes, keptLines, writeLines } from '../../cache/kept.ts';
import { type FileJson, readReplyJson } from '../../formats/api/reply.ts';
import { fileTitle } from '../../language/messages/attachments.ts';
import { sha256Of } from '../../model/hashes.ts';
import { type Languages, type Locale, originalLanguage } from '../../model/locale.ts';
import type { Passage, SearchDocument } from '../../model/search-document.ts';
import { personalMatches } from '../../rules/personal/index.ts';
import { jsonNames, REPLY_FOLDER } from './read.ts';
import { type NamingSite, replyDocuments } from './replies.ts';
import { type DocumentSource, yearOf } from './sources.ts';

/** The language, the year and a digest of each document of a reply. */
type ReplyFacts = readonly (readonly [locale: Locale, year: string, digest: string])[];

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
      sha256Of(JSON.stringify([document, json.attachments])),
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

/** Adds to the documents of a reply what the files that came with it say; `json` is the reply's own. */
type AttachmentWords = (documents: readonly SearchDocument[], json: unknown) => Promise<SearchDocument[]>;

/**
 * Reads the files of a built site's replies: their titles in each language, their words in the governing one. The words of a file
 * are kept in `cache` by what it holds, for a PDF takes a third of a second. A scan says what the reply says, and adds nothing.
 */
function attachmentWords(site: string, languages: Languages, cache: Cache): AttachmentWords {
  const original = originalLanguage(languages);

  async function wordsOf(id: string, { file, url, sha256 }: FileJson): Promise<string[]> {
    const kept = await keptBytes(cache, CACHES.attachments, { sha256, name: file }, async () => {
      const path = join(site, original, 'replies', id, 'files', basename(url));
      const reading = await readAttachment(file, await readFile(path));
      const passages = reading !== undefined && 'passages' in reading ? reading.passages : [];
      return new TextEncoder().encode(JSON.stringify(passages.map(({ text }) => masked(text))));
    });
    return JSON.parse(new TextDecoder().decode(kept));
  }

  return async (documents, json) => {
    const { id, attachments } = readReplyJson(json, languages);
    if (attachments.length === 0) return [...documents];
    const words = new Map<string, Passage[]>();
    for (const file of attachments)
      words.set(
        file.anchor,
        (await wordsOf(id, file)).map((text) => ({ anchor: file.anchor, text })),
      );
    return documents.map((document) => {
      const passages = attachments.flatMap((file): Passage[] => [
        { anchor: file.anchor, text: fileTitle({ role: 'attachment', title: file.title }, document.locale).text },
        ...(document.locale === original ? (words.get(file.anchor) ?? []) : []),
      ]);
      return { ...document, passages: [...document.passages, ...passages] };
    });
  };
}

/** A text without private data: what the bureau lets a file show is not gathered in an index of persons. */
function masked(text: string): string {
  let shown = text;
  for (const { index, written } of personalMatches(text))
    shown = shown.slice(0, index) + '*'.repeat(written.length) + shown.slice(index + written.length);
  return shown;
}
