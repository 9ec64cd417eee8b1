import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MANIFEST_FILE } from '../integrations/release/manifest.ts';
import { deskFailure, usageError } from './failures.ts';
import { lockFolder } from './output/lock.ts';
import { listReleases, releasePlaces } from './output/releases.ts';
import { linkedName, switchLink } from './output/switch.ts';

/** Serves an earlier release again: the named one, else the one before the current. Gives its name. Throws a DeskError. */
export function rollBack(root: string, to: string | undefined): string {
  const releases = join(root, 'releases');
  using _lock = lockFolder(join(root, '.dafu'));
  const { current } = releasePlaces(releases);
  const names = listReleases(releases);
  const name = to ?? names[names.indexOf(linkedName(current) ?? '') - 1];
  if (name === undefined) throw deskFailure((words) => words.noEarlierRelease);
  if (!names.includes(name) || !existsSync(join(releases, name, MANIFEST_FILE)))
    throw usageError((words) => words.noRelease(name));
  switchLink(current, join(releases, name));
  return name;
}
