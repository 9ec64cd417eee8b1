import { lstatSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkRoot } from '../../build/check/index.ts';
import { readTree } from '../../build/check/tree.ts';
import { type Finding, type FindingLanguage, oneLine } from '../../errors.ts';
import { cliWords } from '../../language/messages/cli.ts';
import { inboxWords } from '../../language/messages/inbox.ts';
import { readSite } from '../../reading/files.ts';
import type { TreeEntry } from '../../rules/tree.ts';
import { CommandError, findingsBehind, readOr } from '../../terminal/failures.ts';
import { type ImportOutcome, readReply, writeReply } from '../import-file.ts';
import { translateReply } from '../translate/translate-reply.ts';

const INBOX = 'inbox';
/** No letter is longer; a forge takes no larger file. */
const MOST_DOCUMENT_BYTES = 50_000_000;

/** Files that may lie in the inbox and are no documents. */
const NOT_DOCUMENTS: ReadonlySet<string> = new Set([
  'README.md',
  'README.zh-CN.md',
  '.gitkeep',
  '.DS_Store',
  'Thumbs.db',
]);

/** What became of one file of the inbox. */
export type InboxItem =
  | {
      readonly name: string;
      readonly state: 'imported';
      readonly outcome: ImportOutcome;
      readonly translation: string | undefined;
      /** The upload itself, which leaves the inbox. */
      readonly bytes: Uint8Array;
    }
  | {
      readonly name: string;
      readonly state: 'refused';
      readonly findings: readonly Finding[];
      readonly reason: string | undefined;
    }
  | { readonly name: string; readonly state: 'not-file' }
  /** The site had the reply before. */
  | { readonly name: string; readonly state: 'there'; readonly path: string }
  /** Another upload is the same reply, and was imported. */
  | { readonly name: string; readonly state: 'same'; readonly path: string; readonly other: string };

/** What became of the inbox, and what the check then found in the replies imported. */
export interface InboxResult {
  readonly items: readonly InboxItem[];
  readonly findings: readonly Finding[];
  /** Whether the site publishes no letter without its translation. */
  readonly requiresTranslation: boolean;
}

/**
 * Imports every document in `inbox/`, in the order of their names, with a draft of each translation where the site has
 * English. A document that was imported leaves the inbox; one that was refused stays, and stops no other.
 */
export async function importInbox(root: string, language: FindingLanguage): Promise<InboxResult> {
  const folder = lstatSync(join(root, INBOX), { throwIfNoEntry: false });
  // A link would have the files of another folder imported, and removed there.
  if (folder !== undefined && !folder.isDirectory())
    return { items: [{ name: INBOX, state: 'not-file' }], findings: [], requiresTranslation: false };
  const names = (folder === undefined ? [] : readdirSync(join(root, INBOX)))
    .filter((name) => !NOT_DOCUMENTS.has(name))
    .sort();
  // What is written into content must go nowhere else.
  const link = names.length === 0 ? undefined : readTree(root).find(({ kind }) => kind !== 'file');
  const items: InboxItem[] = [];
  for (const name of names) items.push(await importOne(root, name, { link, before: items, language }));
  const folders = items.flatMap((item) => (item.state === 'imported' ? [`${dirname(item.outcome.path)}/`] : []));
  const findings = folders.length === 0 ? [] : await checkRoot(root);
  return {
    items,
    findings: findings.filter(({ place }) => folders.some((own) => place.file.startsWith(own))),
    requiresTranslation:
      items.length > 0 &&
      readOr(
        () => readSite(root).requireTranslation === true,
        () => false,
      ),
  };
}

async function importOne(
  root: string,
  name: string,
  {
    link,
    before,
    language,
  }: {
    readonly link: TreeEntry | undefined;
    readonly before: readonly InboxItem[];
    readonly language: FindingLanguage;
  },
): Promise<InboxItem> {
  const file = join(root, INBOX, name);
  const words = inboxWords[language];
  const refused = (reason: string): InboxItem => ({ name, state: 'refused', findings: [], reason });
  const stats = lstatSync(file, { throwIfNoEntry: false });
  // A name that is not UTF-8 is there, and cannot be asked for.
  if (stats?.isFile() !== true) return { name, state: 'not-file' };
  if (stats.size > MOST_DOCUMENT_BYTES) return refused(words.tooLarge(MOST_DOCUMENT_BYTES / 1_000_000));
  if (link !== undefined) return refused(words.linked(oneLine(link.path)));
  try {
    const bytes = readFileSync(file);
    const outcome = await readReply(root, readSite(root), { bytes, name });
    const { path } = outcome;
    if (outcome.exists) {
      const other = before.find((item) => item.state === 'imported' && item.outcome.path === path);
      return other === undefined ? { name, state: 'there', path } : { name, state: 'same', path, other: other.name };
    }
    writeReply(root, outcome);
    const translation = draftEnglish(root, outcome, language);
    rmSync(file);
    return { name, state: 'imported', outcome, translation, bytes };
  } catch (error) {
    const findings = findingsBehind(error);
    if (error instanceof CommandError) return refused(error.say(cliWords[language]));
    if (findings.length > 0) return { name, state: 'refused', findings, reason: undefined };
    // A fault of the program with one document stops no other.
    return refused(words.unexpected(oneLine(error instanceof Error ? error.message : String(error))));
  }
}

/** Writes the places of a translation, where the site has English; gives its path. */
function draftEnglish(root: string, { id, path }: ImportOutcome, language: FindingLanguage): string | undefined {
  if (readSite(root).languages.length < 2) return undefined;
  return readOr(
    () => {
      translateReply({ root, id, method: undefined, accept: false, language });
      return path.replace(/zh\.mdx$/, 'en.mdx');
    },
    // The draft comes when the text and the record can be read.
    () => undefined,
  );
}
