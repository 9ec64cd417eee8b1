import type { z } from 'zod';
import { type Bilingual, type Finding, type Place, SiteError } from '../errors.ts';
import { schemaFindings } from '../model/schema-findings.ts';
import type { Unread } from '../system/plain-file.ts';
import { RELEASE_RULES } from './rules.ts';

/** A manifest of 10,000 replies has 20 MB. */
export const MOST_RECORD_BYTES = 100_000_000;
/** How many faults of one record are reported. */
const MOST_FAULTS = 5;

const HINT: Bilingual = {
  zh: '这份发布已经损坏或被改动：请从别处取回，或重新发布',
  en: 'this release is damaged or was changed: fetch it from elsewhere, or release again',
};

const UNREAD: Readonly<Record<Unread, Bilingual>> = {
  missing: { zh: '没有这个文件', en: 'this file is missing' },
  'not-file': {
    zh: '这不是普通文件，而是链接、文件夹或别的东西',
    en: 'this is no plain file, but a link, a folder or something else',
  },
  'too-long': { zh: '这个文件太大，不会是发布时写的', en: 'this file is too large to be what a release wrote' },
  unreadable: { zh: '这个文件读不了', en: 'this file cannot be read' },
};

/**
 * Reads a record that a release wrote of itself, such as its manifest: `file` is its name, `read` its bytes or why there are none.
 * Throws a SiteError that names the file and what is wrong in it.
 */
export function readRecord<Schema extends z.ZodType>(
  read: Buffer | Unread,
  schema: Schema,
  file: string,
): z.infer<Schema> {
  if (typeof read === 'string') throw damaged({ file }, UNREAD[read]);
  return parseRecord(textOf(read, file), schema, file);
}

function parseRecord<Schema extends z.ZodType>(text: string, schema: Schema, file: string): z.infer<Schema> {
  const result = schema.safeParse(jsonValue(text, file), { reportInput: true });
  if (result.success) return result.data;
  throw new SiteError(
    schemaFindings({ issues: result.error.issues.slice(0, MOST_FAULTS) }, () => ({ file })).map((finding) => ({
      ...finding,
      hint: HINT,
    })),
  );
}

function textOf(bytes: Buffer, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw damaged({ file }, { zh: '这个文件不是 UTF-8 文字', en: 'this file is not text in UTF-8' }, error);
  }
}

function jsonValue(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const [line, column] = (/line (\d+) column (\d+)/.exec(String(error)) ?? []).slice(1).map(Number);
    const place = { file, ...(line && column ? { line, column } : {}) };
    throw damaged(
      place,
      { zh: '从这里起不是完整的 JSON', en: 'from here on this is not JSON, or it ends too soon' },
      error,
    );
  }
}

function damaged(place: Place, message: Bilingual, cause?: unknown): SiteError {
  const finding: Finding = { rule: RELEASE_RULES['release-damaged'].id, severity: 'error', place, message, hint: HINT };
  return new SiteError(finding, { cause });
}
