import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { lockFolder } from '../build/output/lock.ts';
import { stateFolder } from '../build/output/state.ts';
import { ENVELOPE_FILE, MANIFEST_FILE } from '../model/release-files.ts';
import { digestPlainFile } from '../system/plain-file.ts';
import { deskFailure, usageError } from '../terminal/failures.ts';
import { readEnvelope } from './envelope.ts';
import { writeEnvelope } from './finish-release.ts';
import { readManifest } from './manifest.ts';
import type { SecretKey } from './minisign.ts';
import { releasePlaces } from './releases.ts';

/** Signs the manifest of a release: the named folder, else the current release. Gives the folder. Throws a DeskError or a SiteError. */
export function signRelease(root: string, named: string | undefined, key: SecretKey): string {
  const folder = named ?? releasePlaces(join(root, 'releases')).current;
  if (!existsSync(join(folder, ENVELOPE_FILE))) throw usageError((words) => words.notARelease(folder, ENVELOPE_FILE));
  using _lock = lockFolder(stateFolder(root));
  const envelope = readEnvelope(folder);
  // A key signs nothing that no program of the bureau wrote.
  readManifest(folder);
  const manifest = digestPlainFile(join(folder, MANIFEST_FILE));
  if (typeof manifest === 'string' || manifest.sha256 !== envelope.manifestSha256)
    throw deskFailure((words) => words.notARelease(folder, MANIFEST_FILE));
  writeEnvelope(folder, envelope, key);
  return folder;
}
