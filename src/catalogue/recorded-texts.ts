import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readJson } from '../model/json-source.ts';
import { type PublishedText, publishedReplySchema } from '../model/published.ts';

/** The texts of a reply as they were recorded when they were published, the oldest first; none before that. Throws a SiteError. */
export function recordedTexts(root: string, id: string): readonly PublishedText[] {
  const file = `data/published/replies/${id}.json`;
  const full = path.join(root, file);
  return existsSync(full) ? readJson(readFileSync(full, 'utf8'), publishedReplySchema, file).texts : [];
}
