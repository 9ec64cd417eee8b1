import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ReplyJson } from '../../exchange/api/reply.ts';
import type { Locale } from '../../model/locale.ts';

/** Writes a file of the built site, making its folder; `path` is relative to the built folder, with `/`. */
export function writeSiteFile(folder: string, path: string, content: string | Uint8Array): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** The replies of a built site as its JSON interface gives them, read one at a time: what is derived is what was published. */
export interface BuiltReplies {
  /** By code point. */
  readonly ids: readonly string[];
  read(id: string): ReplyJson;
}

/** Opens the replies of a built folder; none where it has no JSON interface. */
export function builtReplies(folder: string): BuiltReplies {
  const replies = join(folder, 'api/v1/replies');
  const ids = listOrNone(replies)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
  return { ids, read: (id) => JSON.parse(readFileSync(join(replies, `${id}.json`), 'utf8')) as ReplyJson };
}

/** The names in a folder; none where there is no such folder. */
function listOrNone(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** The languages that a built reply is in. */
export function builtLanguages(reply: ReplyJson): Locale[] {
  return reply.url.en === undefined ? ['zh'] : ['zh', 'en'];
}
