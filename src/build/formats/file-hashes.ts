import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Site } from '../../model/site.ts';
import type { QuoteManifest } from '../../quotes/bundle.ts';
import { fileIndex, shardDigits } from '../../quotes/file-index.ts';
import { filesBelow } from '../../system/files-below.ts';
import type { OutputMemory } from '../reuse/output-memory.ts';
import { putSiteFile } from './replies.ts';

/** What readers download and may want to check: pages, texts, data and originals. */
const CHECKED = /\.(?:html|md|txt|json|ndjson|csv|tgz|xlsx|pdf|ofd|docx|png|jpe?g|webp|avif|svg|ics|xml)$/;
const NOT_CHECKED = /^(?:verify|assets|_astro|search|pagefind|cards)\//;

/** Whether the page that checks quotations knows a built file. */
export const isCheckedFile = (path: string): boolean => CHECKED.test(path) && !NOT_CHECKED.test(path);

/**
 * Writes which published files there are by SHA-256, path and name, in as many pieces as keep each small, so that the
 * page that checks quotations can say of a file whether it is as published. Comes after all that writes such files.
 * Returns how the pieces are named.
 */
export function writeFileHashes(folder: string, site: Site, memory: OutputMemory): QuoteManifest['files'] {
  const files = filesBelow(folder)
    .files.filter(isCheckedFile)
    .map((path) => ({ path, sha256: memory.fact(path, 'sha256', () => sha256Of(readFileSync(join(folder, path)))) }));
  const digits = shardDigits(files.length);
  const { hashes, paths, names } = fileIndex(files, digits, sha256Of);
  const put = (name: string, content: unknown) =>
    putSiteFile(folder, memory, `verify/files/${name}.json`, JSON.stringify(content));
  put('hashes', hashes);
  for (const [shard, own] of paths) put(`paths/${shard}`, own);
  for (const [shard, own] of names) put(`names/${shard}`, own);
  return { digits, folder: `${site.base}verify/files/` };
}

const sha256Of = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
