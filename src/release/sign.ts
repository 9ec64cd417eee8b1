import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { stateFolder } from '../build/output/state.ts';
import { lockFolder } from '../build/output/switch.ts';
import { ENVELOPE_FILE, MANIFEST_FILE } from '../model/addresses.ts';
import { digestPlainFile } from '../system/files.ts';
import { PROJECT_FOLDER } from '../system/program.ts';
import { commandFailure, usageError } from '../terminal/failures.ts';
import { writeEnvelope } from './finish-release.ts';
import { readEnvelope, readManifest } from './manifest.ts';
import {
  formatPublicKey,
  formatSecretKey,
  type PublicKey,
  parsePublicKey,
  parseSecretKey,
  type SecretKey,
  secretKeyFrom,
} from './minisign.ts';
import { releasePlaces } from './releases.ts';

/** Reads the key to sign with. Its password, where it has one, comes from MINISIGN_PASSWORD. Throws a CommandError. */
export function readSecretKey(file: string, root: string): SecretKey {
  refuseInside(file, root);
  return reading(file, () => parseSecretKey(readFileSync(file, 'utf8'), process.env.MINISIGN_PASSWORD));
}

/** Reads a public key from its file, or from its one line. Throws a CommandError. */
export function readPublicKey(key: string): PublicKey {
  return reading(key, () => parsePublicKey(existsSync(key) ? readFileSync(key, 'utf8') : key));
}

/** Makes a pair of keys: the secret one for its owner's eyes only, the public one beside it. Overwrites nothing. */
export function makeKeys(file: string, root: string): void {
  refuseInside(file, root);
  for (const path of [file, `${file}.pub`]) {
    if (existsSync(path)) throw usageError((words) => words.keyExists(path));
  }
  const key = secretKeyFrom(randomBytes(32), randomBytes(8));
  writeFileSync(file, formatSecretKey(key), { mode: 0o600, flag: 'wx' });
  writeFileSync(`${file}.pub`, formatPublicKey(key), { flag: 'wx' });
}

/** A key in the repository would be committed one day, and one in the site's folder published. */
function refuseInside(file: string, root: string): void {
  const folder = dirname(resolve(file));
  const path = join(existsSync(folder) ? realpathSync(folder) : folder, basename(file));
  if ([root, PROJECT_FOLDER].some((forbidden) => path.startsWith(forbidden + sep)))
    throw usageError((words) => words.keyInRepository(path));
}

function reading<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw commandFailure((words) => words.badKey(file, error instanceof Error ? error.message : String(error)), error);
  }
}

/** Signs the manifest of a release: the named folder, else the current release. Gives the folder. Throws a CommandError or a SiteError. */
export function signRelease(root: string, named: string | undefined, key: SecretKey): string {
  const folder = named ?? releasePlaces(join(root, 'releases')).current;
  if (!existsSync(join(folder, ENVELOPE_FILE))) throw usageError((words) => words.notARelease(folder, ENVELOPE_FILE));
  using _lock = lockFolder(stateFolder(root));
  const envelope = readEnvelope(folder);
  // A key signs nothing that no program of the bureau wrote.
  readManifest(folder);
  const manifest = digestPlainFile(join(folder, MANIFEST_FILE));
  if (typeof manifest === 'string' || manifest.sha256 !== envelope.manifestSha256)
    throw commandFailure((words) => words.notARelease(folder, MANIFEST_FILE));
  writeEnvelope(folder, envelope, key);
  return folder;
}
