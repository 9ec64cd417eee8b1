import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { FindingLanguage } from '../errors.ts';
import { type Encoding, encodingNamed } from '../import/decode.ts';
import { type ReadingOptions, readSource } from '../import/read-source.ts';
import { type ImportedReply, type ImportSite, importReply } from '../import/reply.ts';
import type { SourceFormat } from '../import/source.ts';
import { type ImportWords, importWords } from '../language/messages/importing.ts';
import { firstName } from '../model/bureau.ts';
import { originalLanguage } from '../model/locale.ts';
import type { Site } from '../model/site.ts';
import { readSite } from '../reading/files.ts';
import { commandFailure, usageError } from '../terminal/failures.ts';
import { OUTSIDE } from './outside.ts';
import { draftOf, placeOf } from './place.ts';

/** What `dafu import` is asked to do with one file. */
interface ImportRequest {
  readonly root: string;
  /** Path of the source. */
  readonly file: string;
  readonly number: string | undefined;
  readonly force: boolean;
  readonly encoding?: Encoding | undefined;
  readonly mergedCells?: 'spread' | 'refuse' | undefined;
  readonly language: 'zh' | 'en';
}

/** What became of a source: the reply, its format, and where it was written, relative to the root. */
export interface ImportOutcome extends ImportedReply {
  readonly id: string;
  readonly format: SourceFormat;
  readonly path: string;
}

/** What the importer has to know of a site: all names that its bureaus bear or bore, its topics and kinds of documents answered. */
export function importSite(site: Site): ImportSite {
  const names = (site.bureaus ?? []).flatMap((bureau) => bureau.names.map(firstName));
  const own = site.issuer[originalLanguage(site.languages)];
  return {
    bureaus: [own, ...names.filter((name) => name !== own)],
    kinds: site.answeredKinds,
    topics: site.topics,
  };
}

/** A file to be read as a letter, and what the user decides about it. */
interface LetterFile extends ReadingOptions {
  readonly bytes: Uint8Array;
  /** Its name, for findings and its format. */
  readonly name: string;
  readonly number?: string | undefined;
}

/** A reply that was read, and where it belongs. */
interface PlacedReply extends ImportOutcome {
  /** Whether the same reply is there already. */
  readonly exists: boolean;
}

/** Reads a source and finds its place; writes nothing. Throws a SiteError with what is wrong. */
export async function readReply(
  root: string,
  site: Site,
  { bytes, name, number, ...options }: LetterFile,
): Promise<PlacedReply> {
  const source = await readSource(bytes, name, { outside: OUTSIDE, ...options });
  const reply = importReply(source, { file: name, site: importSite(site), number });
  const { id, folder, exists } = placeOf(root, site, draftOf(reply.text, name));
  return { ...reply, id, format: source.format, path: `${folder}/zh.mdx`, exists };
}

/** Writes a reply to its folder, with the files that came in it. */
export function writeReply(root: string, { path, text, files }: PlacedReply): void {
  const target = join(root, path);
  mkdirSync(dirname(target), { recursive: true });
  for (const { name, bytes } of files) writeFileSync(join(dirname(target), name), bytes);
  writeFileSync(target, text);
}

/**
 * Imports a file as `content/replies/<id>/zh.mdx`. Writes nothing unless all of it was accounted for, and never over a
 * reply that is there unless forced. Throws a SiteError with what is wrong, or a CommandError where it may not write.
 */
export async function importFile({
  root,
  file,
  number,
  force,
  language,
  encoding,
  mergedCells,
}: ImportRequest): Promise<ImportOutcome> {
  const words = importWords[language];
  if (!existsSync(file)) throw usageError(() => words.noFile(file));
  const reply = await readReply(root, readSite(root), {
    bytes: readFileSync(file),
    name: basename(file),
    number,
    encoding,
    mergedCells,
  });
  if (reply.exists && !force) throw commandFailure(() => words.exists(reply.path));
  writeReply(root, reply);
  return reply;
}

const marked = (items: readonly string[], mark: string) => items.map((item) => `${mark}${item}\n`).join('');

/** What was changed, one line each, with its place in the source. */
export function changeLines({ changes, format }: ImportOutcome, words: ImportWords): string[] {
  return changes.map(({ kind, line, text }) => `${words.at(line, format)}  ${words.changes[kind](text)}`);
}

/** What a person has to fill in or check, one line each. */
export function questionLines(
  { questions, format }: ImportOutcome,
  words: ImportWords,
  language: FindingLanguage,
): string[] {
  return questions.map(({ line, words: asked }) =>
    line === undefined ? asked[language] : `${words.at(line, format)}  ${asked[language]}`,
  );
}

/** The report of an import, for a terminal. */
export function importReport(outcome: ImportOutcome, language: FindingLanguage): string {
  const words = importWords[language];
  const changes = changeLines(outcome, words);
  const questions = questionLines(outcome, words, language);
  return [
    `${words.written(outcome.path)}\n`,
    changes.length === 0 ? `${words.noChanges}\n` : `${words.changeTitle(changes.length)}\n${marked(changes, '  ')}`,
    `${words.accounted(outcome.characters)}\n`,
    questions.length === 0
      ? `${words.noQuestions}\n`
      : `${words.questionTitle(questions.length)}\n${marked(questions, '  □ ')}`,
    `${questions.length === 0 ? words.nextCheck : words.next}\n`,
  ].join('\n');
}

/** How `--encoding` and `--merged-cells` ask for letters to be read. Throws a CommandError where one is none of its values. */
export function readingFlags(
  {
    encoding,
    mergedCells = 'spread',
  }: { readonly encoding?: string | undefined; readonly mergedCells?: string | undefined },
  language: FindingLanguage,
): { readonly encoding: Encoding | undefined; readonly mergedCells: 'spread' | 'refuse' } {
  const words = importWords[language];
  const named = encoding === undefined ? undefined : encodingNamed(encoding);
  if (encoding !== undefined && named === undefined) throw usageError(() => words.badEncoding(encoding));
  if (mergedCells !== 'spread' && mergedCells !== 'refuse') throw usageError(() => words.badMergedCells(mergedCells));
  return { encoding: named === 'utf8' ? undefined : named, mergedCells };
}
