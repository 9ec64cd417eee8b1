import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { digestPlainFile } from '../integrations/plain-file.ts';
import { readEnvelope } from '../integrations/release/envelope.ts';
import { ENVELOPE_FILE, MANIFEST_FILE, readManifest } from '../integrations/release/manifest.ts';
import type { SecretKey } from '../integrations/release/minisign.ts';
import { deskFailure, usageError } from './failures.ts';
import { writeEnvelope } from './finish-release.ts';
import { lockFolder } from './output/lock.ts';
import { releasePlaces } from './output/releases.ts';
import { stateFolder } from './output/state.ts';

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
