import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { type OfficialText, parseOfficialText } from '../../src/markdown/official-text.ts';
import { type Dataset, datasetSchema } from '../../src/model/dataset.ts';
import { splitFrontMatter } from '../../src/model/front-matter.ts';
import { glossarySchema } from '../../src/model/glossary.ts';
import { readJson } from '../../src/model/json-source.ts';
import type { Locale } from '../../src/model/locale.ts';
import {
  type ReplyRecord,
  type ReplyTranslation,
  replyRecordSchema,
  replyTranslationSchema,
} from '../../src/model/reply.ts';
import { siteSchema } from '../../src/model/site.ts';
import { readYaml } from '../../src/model/yaml-source.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** The text of a file of the project. */
export const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

const names = (folder: string): string[] => readdirSync(join(ROOT, folder)).sort();

/** The front matter of a file, checked, and its body parsed as official text. */
function readDocument<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): { record: z.infer<Schema>; text: OfficialText } {
  const { frontMatter, body, bodyLine } = splitFrontMatter(read(file), file);
  return {
    record: readYaml(frontMatter, schema, { file, linesBefore: 1 }),
    text: parseOfficialText(body, { file, linesBefore: bodyLine - 1 }),
  };
}

/** A published reply in both languages. */
export interface PublishedReply {
  readonly id: string;
  readonly zh: { readonly record: ReplyRecord; readonly text: OfficialText };
  readonly en: { readonly record: ReplyTranslation; readonly text: OfficialText };
}

/** Every reply under content/replies. */
export const replies = (): PublishedReply[] =>
  names('content/replies').map((id) => ({
    id,
    zh: readDocument(`content/replies/${id}/zh.mdx`, replyRecordSchema),
    en: readDocument(`content/replies/${id}/en.mdx`, replyTranslationSchema),
  }));

/** Every dataset under data/, by its file's name. */
export const datasets = (): { readonly name: string; readonly dataset: Dataset }[] =>
  names('data')
    .filter((name) => name.endsWith('.json') && name !== 'commitments.json')
    .map((name) => ({
      name: name.replace(/\.json$/, ''),
      dataset: readJson(read(`data/${name}`), datasetSchema, `data/${name}`),
    }));

export const site = () =>
  readYaml(read('content/site.yaml'), siteSchema, { file: 'content/site.yaml', linesBefore: 0 });

export const glossary = () =>
  readYaml(read('content/glossary.yaml'), glossarySchema, { file: 'content/glossary.yaml', linesBefore: 0 });

/** The texts of a reply's blocks in one language. */
export const texts = (reply: PublishedReply, locale: Locale): string[] =>
  reply[locale].text.blocks.map(({ text }) => text);
