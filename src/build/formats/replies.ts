import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ReplyJson } from '../../formats/api/reply.ts';
import { feedDay } from '../../formats/feed/entries.ts';
import { LOCALES, type Locale } from '../../model/locale.ts';
import type { OutputMemory } from '../reuse/output-memory.ts';

/** Writes a file of the built site, making its folder; `path` is relative to the built folder, with `/`. */
export function writeSiteFile(folder: string, path: string, content: string | Uint8Array): void {
  const file = join(folder, path);
  try {
    writeFileSync(file, content);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** Makes and writes a file of the built site, or lets it be the last build's where that was made from the same `key`. */
export function deriveSiteFile(
  folder: string,
  memory: OutputMemory,
  path: string,
  key: string,
  make: () => string,
): void {
  if (memory.reuse(path, key)) return;
  writeSiteFile(folder, path, make());
  memory.wrote(path, key);
}

/**
 * As `deriveSiteFile`, for a JSON file that is named by what it holds: `name` is its path without hash and ending. No other
 * file is made from the same `key`. Gives its path.
 */
export function deriveNamedFile(
  folder: string,
  memory: OutputMemory,
  name: string,
  key: string,
  make: () => string,
): string {
  const known = memory.reuseMade(key);
  if (known !== undefined) return known;
  const content = make();
  const path = `${name}.${createHash('sha256').update(content).digest('hex').slice(0, 12)}.json`;
  writeSiteFile(folder, path, content);
  memory.wrote(path, key);
  return path;
}

/** Writes a file of the built site, or lets it be the last build's where that holds the same. */
export const putSiteFile = (folder: string, memory: OutputMemory, path: string, content: string): void =>
  deriveSiteFile(folder, memory, path, createHash('sha256').update(content).digest('hex'), () => content);

/** What lists and feeds say of a reply without its text. */
export interface ListedReply {
  /** SHA-256 of its JSON. */
  readonly sha256: string;
  readonly number?: string | undefined;
  readonly title: ReplyJson['title'];
  readonly topics: readonly string[];
  readonly kinds: readonly string[];
  readonly issuer: string;
  readonly issuers: readonly string[];
  readonly bureaus?: readonly string[] | undefined;
  /** `YYYY-MM-DD` of the document. */
  readonly date: string;
  readonly year: string;
  readonly day: string;
  readonly languages: readonly Locale[];
  /** The days of its corrections and of its withdrawal. */
  readonly changes: readonly string[];
}

/** The replies of a built site as its JSON interface gives them, read one at a time: what is derived is what was published. */
export interface BuiltReplies {
  /** By code point. */
  readonly ids: readonly string[];
  read(id: string): ReplyJson;
  /** Without reading it again, where it stayed as it was in the last build. */
  listed(id: string): ListedReply;
}

function listedReply(text: string): ListedReply {
  const reply: ReplyJson = JSON.parse(text);
  const { number, title, topics, issuer, issuers, bureaus, date } = reply;
  return {
    ...{ number, title, topics, issuer, issuers, bureaus, date },
    kinds: reply.answeredDocuments.map(({ kind }) => kind),
    year: reply.date.slice(0, 4),
    sha256: createHash('sha256').update(text).digest('hex'),
    day: feedDay(reply),
    languages: builtLanguages(reply),
    changes: [...reply.corrections, ...(reply.withdrawn === undefined ? [] : [reply.withdrawn])].map(
      ({ date }) => date,
    ),
  };
}

/** Opens the replies of a built folder; none where it has no JSON interface. */
export function builtReplies(folder: string, memory: OutputMemory): BuiltReplies {
  const place = 'api/v1/replies';
  const replies = join(folder, place);
  const text = (id: string) => readFileSync(join(replies, `${id}.json`), 'utf8');
  const ids = listOrNone(replies)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
  return {
    ids,
    read: (id): ReplyJson => JSON.parse(text(id)),
    listed: (id) => memory.fact(`${place}/${id}.json`, 'listed', () => listedReply(text(id))),
  };
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
  return LOCALES.filter((locale) => reply.url[locale] !== undefined);
}
