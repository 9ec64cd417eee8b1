import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { importWords } from '../../i18n/importing.ts';
import { readSource } from '../../import/read-source.ts';
import { type ImportedReply, importReply } from '../../import/reply.ts';
import type { SourceText } from '../../import/source.ts';
import { type Site, siteSchema } from '../../model/site.ts';
import { readYaml } from '../../model/yaml-source.ts';
import { deskFailure, usageError } from '../failures.ts';

/** What `dafu import` is asked to do. */
export interface ImportRequest {
  readonly root: string;
  /** Path of the source. */
  readonly file: string;
  readonly number: string | undefined;
  readonly force: boolean;
  readonly language: 'zh' | 'en';
}

/** What became of a source: the reply, its format, and where it was written, relative to the root. */
export interface ImportOutcome extends ImportedReply {
  readonly format: SourceText['format'];
  readonly path: string;
}

/** The site's own record. Throws a SiteError where it is wrong. */
export function readSite(root: string): Site {
  const file = 'content/site.yaml';
  return readYaml(readFileSync(join(root, file), 'utf8'), siteSchema, { file, linesBefore: 0 });
}

/**
 * Imports a file as `content/replies/<id>/zh.mdx`. Writes nothing unless all of it was accounted for, and never over a
 * reply that is there unless forced. Throws a SiteError with what is wrong, or a DeskError where it may not write.
 */
export async function importFile({ root, file, number, force, language }: ImportRequest): Promise<ImportOutcome> {
  const words = importWords[language];
  if (!existsSync(file)) throw usageError(() => words.noFile(file));
  const site = readSite(root);
  const name = basename(file);
  const source = await readSource(readFileSync(file), name);
  const topics = site.topics.map(({ id }) => id);
  const reply = importReply(source, { file: name, issuer: site.issuer.zh, topics, number });
  const path = `content/replies/${reply.id}/zh.mdx`;
  const target = join(root, path);
  if (existsSync(target) && !force) throw deskFailure(() => words.exists(path));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, reply.text);
  return { ...reply, format: source.format, path };
}
