import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileShards, shardDigits } from '../../exchange/quote/file-index.ts';
import type { Site } from '../../model/site.ts';
import { builtFiles } from './addresses.ts';
import { writeSiteFile } from './replies.ts';

/** What readers download and may want to check: pages, texts, data and originals. */
const CHECKED = /\.(?:html|md|txt|json|csv|xlsx|pdf|ofd|docx|png|svg)$/;
const NOT_CHECKED = /^(?:verify|assets|_astro|pagefind|search|cards)\//;

/**
 * Writes which published files there are by SHA-256 and by name, in as many pieces as keep each small, so that the page
 * that checks quotations can say of a file whether it is as published. Returns how the pieces are named.
 */
export function writeFileHashes(folder: string, site: Site): { digits: number; folder: string } {
  const files = builtFiles(folder).filter((file) => CHECKED.test(file) && !NOT_CHECKED.test(file));
  const digits = shardDigits(files.length);
  const hashed = files.map((path) => ({
    path,
    sha256: createHash('sha256')
      .update(readFileSync(join(folder, path)))
      .digest('hex'),
  }));
  for (const [shard, entries] of fileShards(hashed, digits, (name) =>
    createHash('sha256').update(name).digest('hex'),
  )) {
    writeSiteFile(folder, `verify/files/${shard}.json`, JSON.stringify(entries));
  }
  return { digits, folder: `${site.base}verify/files/` };
}
