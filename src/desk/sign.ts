import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnvelope } from '../integrations/release/envelope.ts';
import { ENVELOPE_FILE, MANIFEST_FILE, sha256 } from '../integrations/release/manifest.ts';
import type { SecretKey } from '../integrations/release/minisign.ts';
import { deskFailure, usageError } from './failures.ts';
import { writeEnvelope } from './finish-release.ts';
import { lockFolder } from './output/lock.ts';
import { releasePlaces } from './output/releases.ts';

/** Signs the manifest of a release: the named folder, else the current release. Gives the folder. Throws a DeskError. */
export function signRelease(root: string, named: string | undefined, key: SecretKey): string {
  const folder = named ?? releasePlaces(join(root, 'releases')).current;
  if (!existsSync(join(folder, ENVELOPE_FILE))) throw usageError((words) => words.notARelease(folder, ENVELOPE_FILE));
  using _lock = lockFolder(join(root, '.dafu'));
  const envelope = parseEnvelope(readFileSync(join(folder, ENVELOPE_FILE), 'utf8'));
  if (sha256(readFileSync(join(folder, MANIFEST_FILE))) !== envelope.manifestSha256)
    throw deskFailure((words) => words.notARelease(folder, MANIFEST_FILE));
  writeEnvelope(folder, envelope, key);
  return folder;
}
