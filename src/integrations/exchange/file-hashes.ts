import { createHash } from 'node:crypto';
import type { QuoteManifest } from '../../exchange/quote/bundle.ts';
import { fileShards, shardDigits } from '../../exchange/quote/file-index.ts';
import type { Site } from '../../model/site.ts';
import type { OutputMemory } from '../reuse/output-memory.ts';
import { builtFiles } from './addresses.ts';
import { hashFiles } from './known-files.ts';
import { putSiteFile } from './replies.ts';

/** What readers download and may want to check: pages, texts, data and originals. */
const CHECKED = /\.(?:html|md|txt|json|csv|xlsx|pdf|ofd|docx|png|svg|ics|xml)$/;
const NOT_CHECKED = /^(?:verify|assets|_astro|pagefind|search|cards)\//;

/** Whether the page that checks quotations knows a built file. */
export const isCheckedFile = (path: string): boolean => CHECKED.test(path) && !NOT_CHECKED.test(path);

/**
 * Writes which published files there are by SHA-256, path and name, in as many pieces as keep each small, so that the
 * page that checks quotations can say of a file whether it is as published. Comes after all that writes such files.
 * `record` keeps the hashes for the next build. Returns how the pieces are named.
 */
export function writeFileHashes(
  folder: string,
  record: string,
  site: Site,
  memory: OutputMemory,
): QuoteManifest['files'] {
  const hashes = hashFiles(folder, builtFiles(folder).filter(isCheckedFile), record);
  const digits = shardDigits(hashes.size);
  const files = [...hashes].map(([path, sha256]) => ({ path, sha256 }));
  const shards = fileShards(files, digits, (name) => createHash('sha256').update(name).digest('hex'));
  for (const [kind, pieces] of Object.entries(shards)) {
    for (const [shard, entries] of pieces) {
      putSiteFile(folder, memory, `verify/files/${kind}/${shard}.json`, JSON.stringify(entries));
    }
  }
  return { digits, folder: `${site.base}verify/files/` };
}
