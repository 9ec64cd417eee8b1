import { cpSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Cache, isOfOtherProgram } from '../../cache/index.ts';
import { type MachineSecret, machineSecret, sealed } from '../../system/machine-secret.ts';
import { programFingerprint } from '../../system/program.ts';
import { commandFailure } from '../../terminal/failures.ts';

/** The folder of a root in which commands keep their state, and its parts. */
const STATE = '.dafu';
const CACHE = 'cache';
const PARTS = [STATE, `${STATE}/${CACHE}`, `${STATE}/builds`];

/** Whether the state of a root is in plain folders, none of them a link. */
export function isOwnState(root: string): boolean {
  return strangePart(root) === undefined;
}

function strangePart(root: string): string | undefined {
  return PARTS.map((part) => join(root, part)).find(
    (path) => lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === false,
  );
}

/** The folder of a root's state, which need not exist yet. Throws a CommandError where it or a part of it is a link. */
export function stateFolder(root: string): string {
  const strange = strangePart(root);
  if (strange !== undefined) throw commandFailure((words) => words.stateIsOther(strange));
  return join(root, STATE);
}

/**
 * The cache of a root, for this program on this machine. Only this machine knows the name of its folder, so that nothing that was
 * committed, or unpacked with the content, can be in it. Throws as `stateFolder`.
 */
export function openCache(root: string, secret: MachineSecret = machineSecret(root)): Cache {
  return {
    folder: join(stateFolder(root), CACHE, sealed(secret, 'cache', '').slice(0, 22)),
    program: programFingerprint(),
    sealingKey: sealed(secret, 'cache entries', ''),
    lasting: secret.lasting,
  };
}

/** A part of a cache that must not mix with the rest: pages for another address, and what they show. */
export const partOfCache = (cache: Cache, name: string): Cache => ({ ...cache, folder: join(cache.folder, name) });

/** Files that earlier versions kept directly in the folder. */
const FORMER: ReadonlySet<string> = new Set(['search', 'attachments', 'charts', 'exchange', 'audit']);

/** Removes what other programs, machines or versions left in the cache of a root. */
export function sweepCaches(root: string, cache: Cache): void {
  const caches = join(stateFolder(root), CACHE);
  for (const name of namesIn(caches)) if (join(caches, name) !== cache.folder) remove(join(caches, name));
  for (const name of namesIn(cache.folder))
    if (FORMER.has(name) || isOfOtherProgram(cache, name)) remove(join(cache.folder, name));
}

const namesIn = (folder: string): readonly string[] =>
  lstatSync(folder, { throwIfNoEntry: false }) === undefined ? [] : readdirSync(folder);

const remove = (path: string): void => rmSync(path, { recursive: true, force: true });

/**
 * Makes an empty folder for this process's build. The caller must be the only one to render: everything in `parent` is removed, since
 * killed processes left it. The system is not asked whether those still run: a process whose parent was killed can stay in its table long
 * after it ended.
 */
export function freshStaging(parent: string): string {
  rmSync(parent, { recursive: true, force: true });
  const folder = join(parent, String(process.pid));
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Moves a folder to a free path: by renaming on the same disk, by copying to another. */
export function moveFolder(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    renameSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    // With a filter, Node copies file by file and reports the disk's error; without one it reports a full disk as an input/output error.
    cpSync(from, to, { recursive: true, preserveTimestamps: true, filter: () => true });
    rmSync(from, { recursive: true });
  }
}

/** The numbered builds of a folder, oldest first. */
function listBuilds(folder: string): readonly number[] {
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder)
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .sort((a, b) => a - b);
}

/** A folder that does not exist yet, numbered after every build there is. */
export function freshBuild(folder: string): string {
  return join(folder, String((listBuilds(folder).at(-1) ?? 0) + 1));
}

/** The name of the build that was made before another; undefined where there is none. */
export function buildBefore(folder: string, name: string | undefined): string | undefined {
  const before = listBuilds(folder).findLast((number) => number < Number(name));
  return before === undefined ? undefined : String(before);
}

/** Removes every build but the named ones; unfinished ones go too. */
export function sweepBuilds(folder: string, keep: readonly (string | undefined)[]): void {
  for (const number of listBuilds(folder)) {
    if (!keep.includes(String(number))) rmSync(join(folder, String(number)), { recursive: true, force: true });
  }
}
