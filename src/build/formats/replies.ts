import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type ChangeJson, publicDay, replyChanges } from '../../formats/api/changes.ts';
import type { ReplyItemJson, ReplyJson } from '../../formats/api/reply.ts';
import { askerId, namesSomebody } from '../../model/askers.ts';
import { nameSlug } from '../../model/facets.ts';
import { sha256Of } from '../../model/hashes.ts';
import { LOCALES, type Locale } from '../../model/locale.ts';
import type { Site } from '../../model/site.ts';
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

/** Makes and writes a file of the built site, or takes over the last build's file where that was made from the same `key`. */
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
 * As `deriveSiteFile`, for a JSON file named by the hash of its content: `name` is its path without hash and extension. No other file is
 * made from the same `key`. Gives its path.
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
  const path = `${name}.${sha256Of(content).slice(0, 12)}.json`;
  writeSiteFile(folder, path, content);
  memory.wrote(path, key);
  return path;
}

/** Writes a file of the built site, or takes over the last build's where its content is the same. */
export const putSiteFile = (folder: string, memory: OutputMemory, path: string, content: string): void =>
  deriveSiteFile(folder, memory, path, sha256Of(content), () => content);

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
  /** As lists of the JSON interface give it. */
  readonly item: ReplyItemJson;
  /** What happened to it, for the list of changes. */
  readonly happened: readonly ChangeJson[];
  /** The bodies at which it was asked, and who asked: each by its segment in addresses. */
  readonly bodies: readonly Named[];
  readonly askers: readonly Named[];
}

/** A name as printed, by its place in addresses; `detail` tells it from others of the same name. */
interface Named {
  readonly id: string;
  readonly name: string;
  readonly detail?: string | undefined;
}

/** The replies of a built site as its JSON interface gives them, read one at a time: what is derived is what was published. */
export interface BuiltReplies {
  /** By code point. */
  readonly ids: readonly string[];
  read(id: string): ReplyJson;
  /** Not read again where it is unchanged since the last build. */
  listed(id: string): ListedReply;
}

function listedReply(text: string, site: Site): ListedReply {
  const reply: ReplyJson = JSON.parse(text);
  const sha256 = sha256Of(text);
  const { number, title, topics, issuer, issuers, bureaus, date } = reply;
  return {
    ...{ number, title, topics, issuer, issuers, bureaus, date },
    kinds: reply.answeredDocuments.map(({ kind }) => kind),
    year: reply.date.slice(0, 4),
    sha256,
    item: itemOf(reply),
    happened: replyChanges(reply, sha256, site),
    ...askedBy(reply),
    day: publicDay(reply),
    languages: builtLanguages(reply),
    changes: [...reply.corrections, ...(reply.withdrawn === undefined ? [] : [reply.withdrawn])].map(
      ({ date }) => date,
    ),
  };
}

/** What lists say of a reply: its summary, and the hash of its original. */
function itemOf(reply: ReplyJson): ReplyItemJson {
  const { id, number, date, published, issuer, issuers, bureaus, topics, answered, title, url, json } = reply;
  const { withdrawn, updated, outcome, issuerNames, links, hashes } = reply;
  return {
    ...{ id, number, date, published, issuer, issuers, bureaus, topics, answered, title, url, json },
    ...{ withdrawn: withdrawn?.date, updated, outcome, issuerNames, links, hash: Object.values(hashes)[0] ?? '' },
  };
}

/** Who asked, and of which body, as the original names them. */
function askedBy({ answeredDocuments }: ReplyJson): Pick<ListedReply, 'bodies' | 'askers'> {
  const documents = answeredDocuments.flatMap((document) => originalOf(document) ?? []);
  const askers = documents.flatMap((document) => {
    const { body, session, proposers } = document;
    const detail = [body, session].filter(Boolean).join(' ');
    return proposers
      .filter(namesSomebody)
      .map((name) => ({ id: askerId(name, document), name, ...(detail === '' ? {} : { detail }) }));
  });
  const bodies = documents.flatMap(({ body }) => (body === undefined ? [] : [{ id: nameSlug(body), name: body }]));
  return { bodies, askers };
}

/** What is said of a document in the language of the original, which comes first. */
function originalOf(document: ReplyJson['answeredDocuments'][number]) {
  const { kind: _, text: __, words: ___, ...said } = document;
  return Object.values(said)[0];
}

/** Opens the replies of a built folder; none where it has no JSON interface. */
export function builtReplies(folder: string, site: Site, memory: OutputMemory): BuiltReplies {
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
    listed: (id) => memory.fact(`${place}/${id}.json`, 'listed', () => listedReply(text(id), site)),
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
function builtLanguages(reply: ReplyJson): Locale[] {
  return LOCALES.filter((locale) => reply.url[locale] !== undefined);
}
