import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { SiteError } from '../errors.ts';
import { type BureauList, bureausSchema } from '../model/bureau.ts';
import { type Dataset, datasetSchema } from '../model/dataset.ts';
import {
  DOCUMENT_KIND_LIST,
  DOCUMENT_KINDS,
  type DocumentCollection,
  type DocumentKind,
  type ListedDocument,
  shownDocument,
} from '../model/document-kinds.ts';
import { type Glossary, glossarySchema } from '../model/glossary.ts';
import { readJson } from '../model/json-source.ts';
import {
  type Languages,
  LOCALES,
  type Locale,
  originalLanguage,
  type Translated,
  USUAL_LANGUAGES,
} from '../model/locale.ts';
import {
  frontMatterOf,
  isRecord,
  isTranslation,
  type ReplyRecord,
  type ReplyTranslation,
  replyRecordSchema,
  replyTranslationSchema,
} from '../model/reply.ts';
import { languagesOf, type Site, siteSchema } from '../model/site.ts';
import { splitFrontMatter } from '../model/source-file.ts';
import { type WordList, wordListSchema } from '../model/word-list.ts';
import { readYaml } from '../model/yaml-source.ts';
import { FILE_MISSING } from '../rules/companions.ts';
import { DATASET_ID } from '../rules/figures/index.ts';
import { roleOf } from '../rules/layout.ts';
import { recently } from './once.ts';

/** A document as it is on disk: its front matter checked, its body untouched. */
interface SourceDocument<FrontMatter> {
  /** Relative to the root, with `/`. */
  readonly file: string;
  readonly frontMatter: FrontMatter;
  readonly body: string;
  /** Lines that come before the body in the file. */
  readonly linesBefore: number;
}

/** One reply as it is on disk. */
interface ReplySource {
  readonly id: string;
  /** The language of the original. */
  readonly language: Locale;
  readonly original: SourceDocument<ReplyRecord>;
  readonly translations: Translated<SourceDocument<ReplyTranslation>>;
}

/** The text of a plain file of a root: no link is followed, and no pipe waited for. Throws a SiteError. */
export function readText(root: string, file: string): string {
  const full = path.join(root, file);
  try {
    if (!lstatSync(full).isFile()) throw new Error(`${full} is no plain file`);
    return readFileSync(full, 'utf8');
  } catch (error) {
    throw new SiteError(
      {
        rule: FILE_MISSING.id,
        severity: 'error',
        place: { file },
        message: { zh: '找不到或读不了这个文件', en: 'this file is missing or cannot be read' },
        hint: { zh: '请补上这个文件', en: 'add it' },
      },
      { cause: error },
    );
  }
}

/** `content/site.yaml`, with the bureaus of `content/bureaus.yaml` where there is one. Throws a SiteError. */
export function readSite(root: string): Site {
  const text = readText(root, SITE);
  const site = readYaml(text, siteSchema(languagesOf(text)), { file: SITE, linesBefore: 0 });
  return { ...site, ...readBureaus(root, site.languages) };
}

const SITE = 'content/site.yaml';

/** By the file's stamp, so that a draft need not read it for each of thousands of replies either. */
const read = recently<Languages>(true);

/** The languages of a site; Chinese and English where its settings cannot be read. Read again when the file has changed. */
export function siteLanguages(root: string): Languages {
  const stats = statSync(path.join(root, SITE), { throwIfNoEntry: false });
  if (stats === undefined) return USUAL_LANGUAGES;
  return read(root, `${stats.size} ${stats.mtimeMs}`, () => languagesOf(readText(root, SITE)));
}

/** `content/bureaus.yaml`; nothing where there is none. Throws a SiteError. */
function readBureaus(root: string, languages: Languages): Partial<BureauList> {
  const file = 'content/bureaus.yaml';
  if (!existsSync(path.join(root, file))) return {};
  return readYaml(readText(root, file), bureausSchema(languages), { file, linesBefore: 0 });
}

/** `content/glossary.yaml`; empty where there is none. Throws a SiteError. */
export function readGlossary(root: string): Glossary {
  const file = 'content/glossary.yaml';
  if (!existsSync(path.join(root, file))) return { terms: [] };
  return readYaml(readText(root, file), glossarySchema(siteLanguages(root)), { file, linesBefore: 0 });
}

/** `content/words.yaml`; empty where there is none. Throws a SiteError. */
export function readWordList(root: string): WordList {
  const file = 'content/words.yaml';
  if (!existsSync(path.join(root, file))) return { words: [], people: [] };
  return readYaml(readText(root, file), wordListSchema, { file, linesBefore: 0 });
}

/** The names in a folder in code-point order; none where it does not exist. */
function names(root: string, folder: string): string[] {
  const full = path.join(root, folder);
  return existsSync(full) ? readdirSync(full).sort() : [];
}

/** The paths of all datasets, relative to the root. */
export function datasetFiles(root: string): string[] {
  return names(root, 'data')
    .map((name) => `data/${name}`)
    .filter((file) => roleOf(file).role === 'dataset');
}

/** One dataset. Throws a SiteError where it breaks its schema or is not called as its file. */
export function readDataset(root: string, file: string): Dataset {
  const dataset = readJson(readText(root, file), datasetSchema(siteLanguages(root)), file);
  const expected = path.posix.basename(file, '.json');
  if (dataset.id === expected) return dataset;
  throw new SiteError({
    rule: DATASET_ID.id,
    severity: 'error',
    place: { file, line: 1, column: 1 },
    message: {
      zh: `文件名是“${expected}”，而 id 是“${dataset.id}”`,
      en: `the file is called "${expected}" but its id is "${dataset.id}"`,
    },
    hint: { zh: '两者须相同', en: 'make them the same' },
  });
}

const REPLIES = 'content/replies';

const textIn = (root: string, folder: string, locale: Locale): string => path.join(root, folder, `${locale}.mdx`);

/** Whether a folder holds a reply: a text in the site's first language, or another that is a record of its own. */
function holdsReply(root: string, folder: string): boolean {
  const languages = siteLanguages(root);
  return (
    existsSync(textIn(root, folder, originalLanguage(languages))) || recordIn(root, folder, languages) !== undefined
  );
}

/** The language of a text in a folder that is a record although it is not in the site's first language. */
function recordIn(root: string, folder: string, languages: Languages): Locale | undefined {
  return LOCALES.find(
    (locale) =>
      locale !== originalLanguage(languages) &&
      existsSync(textIn(root, folder, locale)) &&
      isRecord(frontMatterOf(readText(root, `${folder}/${locale}.mdx`)), locale, languages),
  );
}

/** The language of the original in a folder: the site's first, unless the text in that says itself that it translates another. */
function originalIn(root: string, folder: string): Locale {
  const languages = siteLanguages(root);
  const first = originalLanguage(languages);
  const isFirst = existsSync(textIn(root, folder, first)) && !isTranslation(readText(root, `${folder}/${first}.mdx`));
  return isFirst ? first : (recordIn(root, folder, languages) ?? first);
}

/** The language of a reply's original. */
export const replyLanguage = (root: string, id: string): Locale => originalIn(root, replyFolder(root, id));

/** The site's languages, that of a reply's original first. */
export function languagesFromOriginal(root: string, id: string): Languages {
  const own = replyLanguage(root, id);
  return [own, ...siteLanguages(root).filter((locale) => locale !== own)];
}

/**
 * The ids of all replies in code-point order: the folders that hold a text under `content/replies/`, or under a bureau's
 * folder there (`content/replies/<bureau>/<folder>` has the id `<bureau>-<folder>`).
 */
export function replyIds(root: string): string[] {
  return names(root, REPLIES)
    .flatMap((name) => {
      const folder = `${REPLIES}/${name}`;
      if (holdsReply(root, folder)) return [name];
      if (!statSync(path.join(root, folder)).isDirectory()) return [];
      return names(root, folder).flatMap((own) => (holdsReply(root, `${folder}/${own}`) ? [`${name}-${own}`] : []));
    })
    .sort();
}

/** The folder of a reply, relative to the root: right under `content/replies/`, or in the folder of a bureau there. */
export function replyFolder(root: string, id: string): string {
  const flat = `${REPLIES}/${id}`;
  if (holdsReply(root, flat)) return flat;
  const hyphens = [...id.matchAll(/-/g)].map(({ index }) => index);
  const inBureau = hyphens.map((at) => `${REPLIES}/${id.slice(0, at)}/${id.slice(at + 1)}`);
  return inBureau.find((folder) => holdsReply(root, folder)) ?? flat;
}

/** The path of a reply's text in a language, relative to the root. */
export function replyFile(root: string, id: string, locale: Locale): string {
  return `${replyFolder(root, id)}/${locale}.mdx`;
}

function readDocument<Schema extends z.ZodType>(
  root: string,
  file: string,
  schema: Schema,
): SourceDocument<z.infer<Schema>> {
  const { frontMatter, body, bodyLine } = splitFrontMatter(readText(root, file), file);
  return {
    file,
    frontMatter: readYaml(frontMatter, schema, { file, linesBefore: 1 }),
    body,
    linesBefore: bodyLine - 1,
  };
}

/** One reply with its translations. Throws a SiteError with what is wrong in either. */
export function readReply(root: string, id: string): ReplySource {
  // What a record leaves in plain words is in the language of its original.
  const written = languagesFromOriginal(root, id);
  const language = originalLanguage(written);
  const translations = LOCALES.flatMap((locale) => {
    const file = replyFile(root, id, locale);
    if (locale === language || !existsSync(path.join(root, file))) return [];
    return [[locale, readDocument(root, file, replyTranslationSchema)] as const];
  });
  return {
    id,
    language,
    original: readDocument(root, replyFile(root, id, language), replyRecordSchema(written)),
    translations: Object.fromEntries(translations),
  };
}

/** What is listed of the documents of a kind in some languages, by language and then by id. Throws a SiteError. */
function readDocuments(root: string, collection: DocumentCollection, languages: readonly Locale[]): ListedDocument[] {
  const kind: DocumentKind = DOCUMENT_KINDS[collection];
  const folder = `content/${collection}`;
  return languages.flatMap((locale) =>
    names(root, folder).flatMap((id): ListedDocument[] => {
      const file = `${folder}/${id}/${locale}.mdx`;
      if (!existsSync(path.join(root, file))) return [];
      return [{ collection, id, locale, ...shownDocument(kind, readDocument(root, file, kind.schema).frontMatter) }];
    }),
  );
}

/** The same of every kind. Throws a SiteError. */
export const readAllDocuments = (root: string, languages: readonly Locale[]): ListedDocument[] =>
  DOCUMENT_KIND_LIST.flatMap(([collection]) => readDocuments(root, collection, languages));
