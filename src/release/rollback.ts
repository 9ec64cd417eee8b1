import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { stateFolder } from '../build/output/state.ts';
import { linkedName, lockFolder, switchLink } from '../build/output/switch.ts';
import { MANIFEST_FILE } from '../model/addresses.ts';
import { commandFailure, usageError } from '../terminal/failures.ts';
import { keepFiles, listReleases, releasePlaces } from './releases.ts';
import { isWhole } from './verify.ts';
import { formatVerdict, verifyTarget } from './verify-folder.ts';

/**
 * Serves an earlier release again: the named one, else the one before the current, once every file of it was compared with its
 * manifest. Gives its name. Throws a CommandError; what is served is then as it was.
 */
export async function rollBack(root: string, to: string | undefined): Promise<string> {
  const releases = join(root, 'releases');
  using _lock = lockFolder(stateFolder(root));
  const { current } = releasePlaces(releases);
  const names = listReleases(releases);
  const name = to ?? names[names.indexOf(linkedName(current) ?? '') - 1];
  if (name === undefined) throw commandFailure((words) => words.noEarlierRelease);
  if (!names.includes(name) || !existsSync(join(releases, name, MANIFEST_FILE)))
    throw usageError((words) => words.noRelease(name));
  const verdict = await verifyTarget(join(releases, name), undefined);
  if (!isWhole(verdict)) throw commandFailure((words) => words.damagedRelease(name, formatVerdict(verdict, words)));
  keepFiles(releases, name);
  switchLink(current, join(releases, name));
  return name;
}
