import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readJson } from '../model/json-source.ts';
import { type PublishedText, publishedReplyFile, publishedReplySchema } from '../model/published.ts';

/** SHA-256 of the record of a reply's texts; empty where it has none. */
export function recordedDigest(root: string, id: string): string {
  const full = path.join(root, publishedReplyFile(id));
  return existsSync(full) ? createHash('sha256').update(readFileSync(full)).digest('hex') : '';
}

/** The texts of a reply as they were recorded when they were published, the oldest first; none before that. Throws a SiteError. */
export function recordedTexts(root: string, id: string): readonly PublishedText[] {
  const file = publishedReplyFile(id);
  const full = path.join(root, file);
  return existsSync(full) ? readJson(readFileSync(full, 'utf8'), publishedReplySchema, file).texts : [];
}
