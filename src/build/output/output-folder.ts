import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { isLitter } from '../../rules/layout.ts';
import { replaceFile } from '../../system/files.ts';
import { commandFailure, usageError } from '../../terminal/failures.ts';
import { besides, switchFolder } from './switch.ts';

/** Folders of a site that hold what people wrote, or what commands keep. No output goes there; upper and lower case are not told apart. */
const KEPT_FOLDERS: ReadonlySet<string> = new Set([
  'content',
  'data',
  'public',
  'inbox',
  'releases',
  '.dafu',
  'node_modules',
]);

/** The file by which a folder is known to hold a site, whichever it is. */
const SITE = 'content/site.yaml';

/**
 * Where a command may write: the absolute path of the named folder, with links on the way followed; it need not exist yet. `homes` are the
 * folders that must not be touched themselves, such as the root and the program. Throws a CommandError for a place that contains one of
 * them, or that is in `.git` or in the content, data or state of any site.
 */
export function outputPlace(named: string, homes: readonly string[]): string {
  if (named === '' || named.includes('\0')) throw usageError((words) => words.outUnnamed);
  const asked = resolve(named);
  return checkedPlace(join(realFolder(dirname(asked)), basename(asked)), homes);
}

/** The same for a folder that files are added to: where it is a link, its target. */
export function placeToFill(named: string, homes: readonly string[]): string {
  return checkedPlace(realFolder(outputPlace(named, homes)), homes);
}

function checkedPlace(place: string, homes: readonly string[]): string {
  const home = homes.find((each) => each === place || each.startsWith(place === sep ? sep : place + sep));
  if (home !== undefined) throw usageError((words) => words.outHoldsRoot(place));
  const steps = place.split(sep);
  if (steps.some((step) => step.toLowerCase() === '.git')) throw usageError((words) => words.outInside(place, '.git'));
  for (let depth = steps.length - 1; depth > 0; depth -= 1) {
    const above = steps.slice(0, depth).join(sep) || sep;
    const kept = (steps[depth] ?? '').toLowerCase();
    if (KEPT_FOLDERS.has(kept) && isHome(above, homes))
      throw usageError((words) => words.outInside(place, join(above, kept)));
  }
  return place;
}

const isHome = (folder: string, homes: readonly string[]): boolean =>
  homes.includes(folder) || existsSync(join(folder, SITE));

/** A path with the links in as much of it as exists followed. */
function realFolder(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    const above = dirname(path);
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' && above !== path) return join(realFolder(above), basename(path));
    throw commandFailure(
      (words) => words.notWritable(path, error instanceof Error ? error.message : String(error)),
      error,
    );
  }
}

/** The commands whose outputs are folders of their own. */
type Maker = 'build' | 'release' | 'pdf' | 'proof';

/** What a command noted of a folder that it made: the names in it. */
interface Note {
  readonly made: Maker;
  readonly names: readonly string[];
}

const noteFile = (folder: string) => besides(folder, 'made');

function readNote(folder: string): Note | undefined {
  try {
    const { made, names }: Partial<Note> = JSON.parse(readFileSync(noteFile(folder), 'utf8'));
    return made === undefined || !Array.isArray(names) ? undefined : { made, names };
  } catch {
    return undefined;
  }
}

/** The names in a folder, without the files that operating systems put everywhere. Throws a CommandError where it cannot be listed. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => !isLitter(name));
  } catch (error) {
    throw commandFailure(
      (words) => words.notWritable(folder, error instanceof Error ? error.message : String(error)),
      error,
    );
  }
}

/**
 * Refuses to replace a folder that holds anything that none of `makers` put there. `also` gives further names that are known to be theirs.
 * An empty folder may be replaced. Throws a CommandError.
 */
export function refuseOthersFolder(folder: string, makers: readonly Maker[], also: () => Iterable<string>): void {
  const note = readNote(folder);
  const own = new Set(note !== undefined && makers.includes(note.made) ? note.names : []);
  const strangeTo = (names: ReadonlySet<string>) => namesIn(folder).filter((name) => !names.has(name));
  if (strangeTo(own).length === 0) return;
  const strange = strangeTo(new Set([...own, ...also()]));
  if (strange.length > 0) throw usageError((words) => words.outHoldsOthers(folder, strange));
}

/**
 * Refuses to add files to a folder that holds files by others than the same command, or where one of `names` would overwrite a file that
 * the command did not write. Throws a CommandError.
 */
export function refuseOthersFiles(folder: string, maker: Maker, names: readonly string[]): void {
  if (!existsSync(folder)) return;
  const standing = namesIn(folder);
  const note = readNote(folder);
  const own = new Set(note?.made === maker ? note.names : []);
  const over = standing.filter((name) => names.includes(name) && !own.has(name));
  if (over.length > 0) throw usageError((words) => words.outHoldsOthers(folder, over));
  if (standing.length > 0 && !standing.some((name) => own.has(name)))
    throw usageError((words) => words.outHoldsOthers(folder, standing));
}

/** Replaces the folder that the same command made before by a finished one, and records that it made it. */
export function replaceMade(folder: string, next: string, made: Maker): void {
  // Before and after: a run that is killed in between leaves a folder whose names are recorded, old or new.
  const names = namesIn(next);
  noteMade(folder, made, names);
  switchFolder(folder, next);
  noteMade(folder, made, names);
}

/** Records beside a folder which command made it, with the names in it, so that the command may replace it the next time. */
export function noteMade(folder: string, made: Maker, names: readonly string[]): void {
  const before = readNote(folder);
  const stay = existsSync(folder) ? (before?.names ?? []).filter((name) => existsSync(join(folder, name))) : [];
  replaceFile(noteFile(folder), `${JSON.stringify({ made, names: [...new Set([...stay, ...names])].sort() })}\n`);
}
