import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { machineSecret, sealed } from '../../system/machine-secret.ts';
import { commandFailure } from '../../terminal/failures.ts';

/** The folder of a root in which commands keep what they need again, and its parts. */
const STATE = '.dafu';
const CACHE = 'cache';
const PARTS = [STATE, `${STATE}/${CACHE}`, `${STATE}/builds`];

/** What of the cache is named by the file itself: its entries have seals of their own. */
const CHECK_CACHE = 'check.ndjson';

/** Whether the state of a root is in folders of its own, none of which leads elsewhere. */
export function isOwnState(root: string): boolean {
  return strangePart(root) === undefined;
}

function strangePart(root: string): string | undefined {
  return PARTS.map((part) => join(root, part)).find(
    (path) => lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === false,
  );
}

/** The folder of a root's state, whether it is there yet or not. Throws a CommandError where it or a part of it is no folder but a link. */
export function stateFolder(root: string): string {
  const strange = strangePart(root);
  if (strange !== undefined) throw commandFailure((words) => words.stateIsOther(strange));
  return join(root, STATE);
}

/**
 * Where builds of a root keep what the next one can use. Its name is one that only this machine knows, so that nothing that was committed,
 * or unpacked with the content, can stand in it.
 */
export function cacheFolder(root: string): string {
  return join(stateFolder(root), CACHE, sealed(machineSecret(root), 'cache', '').slice(0, 22));
}

/** Removes what other programs, machines or versions left in the cache of a root. */
export function sweepCaches(root: string): void {
  const own = cacheFolder(root);
  const caches = join(stateFolder(root), CACHE);
  for (const name of lstatSync(caches, { throwIfNoEntry: false }) === undefined ? [] : readdirSync(caches)) {
    const path = join(caches, name);
    if (path !== own && name !== CHECK_CACHE) rmSync(path, { recursive: true, force: true });
  }
}
