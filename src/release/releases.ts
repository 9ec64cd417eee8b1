import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { linked } from '../build/output/compress.ts';
import { namesIn } from '../build/output/output-folder.ts';
import { listFilesBelow } from '../system/files.ts';
import { usageError } from '../terminal/failures.ts';
import { isKept, isSearchList } from './headers/policy.ts';

/** The names in a folder of releases that are not releases. */
const CURRENT = 'current';
/** `<number>-<start of the manifest's hash>` */
const RELEASE = /^\d+-[0-9a-f]{12}$/;
const NEXT = '.next';
const KEPT = 'kept';
const REMOVED = '.removed';

/** Where things are in a folder of releases. */
interface ReleasePlaces {
  /** The link to the release that is served. */
  readonly current: string;
  /** Where the next release is made. */
  readonly next: string;
  /** Files of every kept release that pages ask for which were opened before a switch. */
  readonly kept: string;
}

/** The paths in a folder of releases. */
export function releasePlaces(folder: string): ReleasePlaces {
  return { current: join(folder, CURRENT), next: join(folder, NEXT), kept: join(folder, KEPT) };
}

/** Refuses a folder that is not empty and never held a release: what is called `kept` in it is somebody's own. Throws a CommandError. */
export function refuseOthersReleases(folder: string): void {
  if (!existsSync(folder)) return;
  const names = namesIn(folder);
  const isOurs = names.length === 0 || names.some((name) => name === CURRENT || name === NEXT || RELEASE.test(name));
  if (!isOurs) throw usageError((words) => words.outHoldsOthers(folder, names));
}

/** The names of the releases in a folder, oldest first: `<number>-<start of the manifest's hash>`. */
export function listReleases(folder: string): readonly string[] {
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && RELEASE.test(entry.name))
    .map(({ name }) => name)
    .sort((one, other) => Number.parseInt(one, 10) - Number.parseInt(other, 10));
}

/** The name of a new release after those there are. */
export function nextReleaseName(folder: string, manifestHash: string): string {
  const last = listReleases(folder).at(-1);
  return `${(last === undefined ? 0 : Number.parseInt(last, 10)) + 1}-${manifestHash.slice(0, 12)}`;
}

/**
 * Adds a release's files to those that stay served, as hard links. Names follow from content, except for the lists of
 * search indexes, of which the newest replaces older ones: pages of an earlier release continue with it.
 */
export function keepFiles(folder: string, release: string): void {
  const { kept } = releasePlaces(folder);
  const standing = new Set(listFilesBelow(kept));
  for (const name of listFilesBelow(join(folder, release)).filter(isKept)) {
    if (isSearchList(name)) rmSync(join(kept, name), { force: true });
    else if (standing.has(name)) continue;
    mkdirSync(dirname(join(kept, name)), { recursive: true });
    linked(join(folder, release, name), join(kept, name));
  }
}

/**
 * Removes the oldest releases beyond `keep`, never the served one, what a killed run left of others, and the kept files
 * that no release has any longer.
 */
export function sweepReleases(folder: string, keep: number, served: string | undefined): void {
  const releases = listReleases(folder);
  const staying = new Set([...releases.slice(-keep), served]);
  // Renamed before it is removed, so that a killed run leaves no partial release to roll back to.
  for (const name of releases)
    if (!staying.has(name)) renameSync(join(folder, name), join(folder, `.${name}${REMOVED}`));
  for (const name of readdirSync(folder))
    if (name.endsWith(REMOVED)) rmSync(join(folder, name), { recursive: true, force: true });
  const { kept } = releasePlaces(folder);
  if (!existsSync(kept)) return;
  const standing = listReleases(folder);
  for (const name of listFilesBelow(kept)) {
    if (!standing.some((release) => existsSync(join(folder, release, name)))) rmSync(join(kept, name));
  }
}
