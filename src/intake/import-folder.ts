import { existsSync, lstatSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { type FindingLanguage, oneLine } from '../errors.ts';
import type { Encoding } from '../import/decode.ts';
import type { OutsideReaders } from '../import/read-source.ts';
import { CORRECTED } from '../import/register/columns.ts';
import { correct, recordOfText, shownValues } from '../import/register/corrections.ts';
import { isAbout, openLines } from '../import/register/open-lines.ts';
import { type ReadRow, type RegisterRow, readRegister, writeRegister } from '../import/register/workbook.ts';
import { cliWords } from '../language/messages/cli.ts';
import { type RegisterWords, registerWords } from '../language/messages/register.ts';
import { sha256Of } from '../model/hashes.ts';
import type { Site } from '../model/site.ts';
import { readSite } from '../reading/files.ts';
import { readPublishedBlocks } from '../reading/published.ts';
import { CommandError, commandFailure, findingsBehind } from '../terminal/failures.ts';
import { importSite, readReply, writeReply } from './import-file.ts';
import { type LetterSource, lettersOfArchive, lettersOfFolder } from './letter-files.ts';
import { convertAll, isOldFormat, OUTSIDE } from './outside.ts';
import { draftOf, placeOf } from './place.ts';

/** What `dafu import` is asked to do with a folder or an archive. */
export interface FolderRequest {
  readonly root: string;
  /** Path of the folder or .zip. */
  readonly source: string;
  readonly register: string | undefined;
  readonly encoding: Encoding | undefined;
  readonly mergedCells: 'spread' | 'refuse';
  readonly language: FindingLanguage;
}

/** What became of a folder: the rows of its register, how many of them this run corrected, and where the register was written. */
interface FolderOutcome {
  readonly rows: readonly RegisterRow[];
  readonly corrected: number;
  readonly register: string;
}

/** What one run knows. */
interface Run {
  readonly root: string;
  readonly site: Site;
  readonly words: RegisterWords;
  readonly request: FolderRequest;
  readonly outside: OutsideReaders;
  /** The sources of this run by the files that their replies were written to. */
  readonly written: Map<string, string>;
  /** The sources whose rows were corrected. */
  readonly corrected: Set<string>;
}

/**
 * Imports every letter of a folder or archive, and writes its register, a row a letter. What an earlier run imported is not imported
 * again; what was corrected in its row is written into the site; nothing is overwritten. One that is refused stops no other.
 * Throws a SiteError where the archive, and a CommandError where the register cannot be read or written.
 */
export async function importFolder(request: FolderRequest): Promise<FolderOutcome> {
  const { root, source, language } = request;
  const words = registerWords[language];
  const isFolder = lstatSync(source).isDirectory();
  const register =
    request.register ?? (isFolder ? join(source, 'register.xlsx') : join(dirname(source), 'register.xlsx'));
  const letters = isFolder ? lettersOfFolder(source) : lettersOfArchive(readFileSync(source), basename(source));
  const before = await rowsBefore(register, words);
  const site = readSite(root);
  const hashes = new Map(letters.map((letter) => [letter, sha256Of(letter.read())]));
  const known = (letter: LetterSource): ReadRow | undefined =>
    before.find(
      (row) =>
        row.hash === hashes.get(letter) &&
        row.file === letter.file &&
        row.path !== '' &&
        existsSync(join(root, row.path)),
    );
  const fresh = letters.filter((letter) => known(letter) === undefined);
  const outside = await outsideFor(fresh);
  const run: Run = { root, site, words, request, outside, written: new Map(), corrected: new Set() };
  for (const row of before)
    if (row.state === 'imported' || row.state === 'corrected') run.written.set(row.path, row.file);
  const rows: RegisterRow[] = [];
  for (const letter of letters) {
    const row = known(letter);
    const hash = hashes.get(letter) ?? '';
    const own = row === undefined ? await importLetter(letter, hash, run) : correctLetter(row, run);
    rows.push({ ...own, notes: before.find(({ file }) => file === letter.file)?.notes });
  }
  const bytes = await writeRegister(rows, importSite(site), language);
  try {
    writeFileSync(register, bytes);
  } catch (error) {
    throw commandFailure(() => words.locked(register), error);
  }
  return { rows, corrected: run.corrected.size, register };
}

async function rowsBefore(register: string, words: RegisterWords): Promise<readonly ReadRow[]> {
  if (!existsSync(register)) return [];
  const rows = await readRegister(readFileSync(register));
  if (rows === undefined) throw commandFailure(() => words.unreadable(register));
  return rows;
}

/** The readers of a run: old formats are converted in one go, since an office program takes seconds to start. */
async function outsideFor(letters: readonly LetterSource[]): Promise<OutsideReaders> {
  const old = letters
    .filter(({ file, read }) => isOldFormat(read(), file))
    .map(({ file, read }) => ({ name: basename(file), bytes: read() }));
  const made = await convertAll(old);
  const byDigest = new Map(
    old.flatMap(({ bytes }, index) => {
      const docx = made[index];
      return docx === undefined ? [] : [[sha256Of(bytes), docx] as const];
    }),
  );
  return { ...OUTSIDE, toDocx: async (bytes, file) => byDigest.get(sha256Of(bytes)) ?? OUTSIDE.toDocx(bytes, file) };
}

async function importLetter({ file, read }: LetterSource, hash: string, run: Run): Promise<RegisterRow> {
  const { root, site, words, request } = run;
  const { language, encoding, mergedCells } = request;
  try {
    const reply = await readReply(root, site, {
      bytes: read(),
      name: basename(file),
      encoding,
      mergedCells,
      outside: run.outside,
    });
    const other = run.written.get(reply.path);
    const values = shownValues(reply.record, importSite(site));
    if (reply.exists) {
      const open = [other === undefined ? words.thereAt(reply.path) : words.sameAs(other)];
      return { file, hash, values, open, path: '', state: other === undefined ? 'there' : 'same', sure: 'none' };
    }
    writeReply(root, reply);
    run.written.set(reply.path, file);
    const open = openLines(reply, reply.format, language);
    return {
      file,
      hash,
      values,
      open,
      path: reply.path,
      state: 'imported',
      sure: open.length === 0 ? 'sure' : 'check',
    };
  } catch (error) {
    const findings = findingsBehind(error);
    const open =
      error instanceof CommandError
        ? [error.say(cliWords[language])]
        : findings.length > 0
          ? findings.map(({ message, hint }) => `${message[language]}。${hint[language]}`)
          : // A fault of the program with one document stops no other.
            [words.unexpected(oneLine(error instanceof Error ? error.message : String(error)))];
    return { file, hash, values: {}, open, path: '', state: 'refused', sure: 'none' };
  }
}

/** Writes the corrections of a row into its reply, and moves the reply's folder where they name another and it was never published. */
function correctLetter(row: ReadRow, run: Run): RegisterRow {
  const { root, site, words } = run;
  const { file, hash } = row;
  const target = join(root, row.path);
  try {
    const { text, changed, problems } = correct(readFileSync(target, 'utf8'), row, importSite(site), words);
    const isChanged = changed.length > 0;
    if (isChanged) {
      writeFileSync(target, text);
      run.corrected.add(file);
    }
    const path = isChanged ? moved(row.path, text, run) : row.path;
    run.written.set(path, file);
    const values = shownValues(recordOfText(text, row.path), importSite(site));
    // A correction, here or in the file, answers its question; the others stay open until somebody marks the row as checked.
    const answered = CORRECTED.filter(({ key }) => values[key] !== (row.written[key] ?? ''));
    const isAnswered = (line: string) => row.isChecked || answered.some((column) => isAbout(line, column, words));
    const open = [...problems, ...row.open.filter((line) => !problems.includes(line) && !isAnswered(line))];
    return {
      file,
      hash,
      path,
      values,
      open,
      state: isChanged ? 'corrected' : (row.state ?? 'imported'),
      sure: open.length === 0 ? 'sure' : 'check',
    };
  } catch (error) {
    if (findingsBehind(error).length === 0) throw error;
    return {
      file,
      hash,
      path: row.path,
      values: row.written,
      open: [words.gone],
      state: row.state ?? 'imported',
      sure: 'check',
    };
  }
}

function moved(path: string, text: string, { root, site }: Run): string {
  const folder = dirname(path);
  const place = placeOf(root, site, draftOf(text, path));
  const isPublished = readPublishedBlocks(root, basename(folder)).length > 0;
  if (place.folder === folder || place.exists || isPublished || existsSync(join(root, place.folder))) return path;
  renameSync(join(root, folder), join(root, place.folder));
  return `${place.folder}/zh.mdx`;
}

/** Whether a path names what holds many letters: a folder or a .zip. */
export function holdsLetters(path: string): boolean {
  return existsSync(path) && (lstatSync(path).isDirectory() || extname(path).toLowerCase() === '.zip');
}

/** The report of a folder's import, for a terminal. */
export function folderReport({ rows, corrected, register }: FolderOutcome, language: FindingLanguage): string {
  const words = registerWords[language];
  if (rows.length === 0) return `${words.noLetters}\n`;
  const of = (...states: readonly RegisterRow['state'][]) => rows.filter(({ state }) => states.includes(state));
  const counts = {
    all: rows.length,
    imported: of('imported', 'corrected').length,
    clean: of('imported', 'corrected').filter(({ sure }) => sure === 'sure').length,
    corrected,
    there: of('there', 'same').length,
    refused: of('refused').length,
  };
  const refused = of('refused', 'same').map(({ file, open }) => `  ${file}  ${open[0] ?? ''}`);
  return [words.summary(counts), ...refused, words.written(register), words.next].join('\n').concat('\n');
}
