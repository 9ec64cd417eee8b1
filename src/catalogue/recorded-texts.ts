import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readJson } from '../model/json-source.ts';
import { type PublishedText, publishedReplySchema } from '../model/published.ts';

const recordFile = (id: string) => `data/published/replies/${id}.json`;

/** SHA-256 of the record of a reply's texts; empty where it has none. */
export function recordedDigest(root: string, id: string): string {
  const full = path.join(root, recordFile(id));
  return existsSync(full) ? createHash('sha256').update(readFileSync(full)).digest('hex') : '';
}

/** The texts of a reply as they were recorded when they were published, the oldest first; none before that. Throws a SiteError. */
export function recordedTexts(root: string, id: string): readonly PublishedText[] {
  const file = recordFile(id);
  const full = path.join(root, file);
  return existsSync(full) ? readJson(readFileSync(full, 'utf8'), publishedReplySchema, file).texts : [];
}
