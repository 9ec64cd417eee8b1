import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readAttachment } from '../../attachments/index.ts';
import { keptBytes } from '../../cache/bytes.ts';
import { CACHES, type Cache } from '../../cache/index.ts';
import { apiReplySchema, type FileJson } from '../../formats/api/reply.ts';
import { fileTitle } from '../../language/messages/attachments.ts';
import { type Languages, originalLanguage } from '../../model/locale.ts';
import type { Passage, SearchDocument } from '../../model/search-document.ts';
import { personalMatches } from '../../rules/personal/index.ts';

/** Adds to the documents of a reply what the files that came with it say; `json` is the reply's own. */
export type AttachmentWords = (documents: readonly SearchDocument[], json: unknown) => Promise<SearchDocument[]>;

/**
 * Reads the files of a built site's replies: their titles in each language, their words in the governing one. The words of a file
 * are kept in `cache` by what it holds, for a PDF takes a third of a second. A scan says what the reply says, and adds nothing.
 */
export function attachmentWords(site: string, languages: Languages, cache: Cache): AttachmentWords {
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
    const { id, attachments } = apiReplySchema(languages).parse(json);
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
