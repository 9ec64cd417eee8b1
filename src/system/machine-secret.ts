import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, linkSync, lstatSync, mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';
import { readPlainFile } from './files.ts';

/**
 * A secret of this user on this machine, which no committed file can know: with it a command recognises its own cache.
 * `lasting` says whether later runs have it too.
 */
export interface MachineSecret {
  readonly bytes: Buffer;
  readonly lasting: boolean;
}

const BYTES = 32;
/** The secret of this process alone, where none can be stored. */
const PASSING: MachineSecret = { bytes: randomBytes(BYTES), lasting: false };

/**
 * The secret of this user, made the first time, in a file that only this user can read: in `$XDG_STATE_HOME` (or
 * `%LOCALAPPDATA%`), else below the home folder. Where that cannot be written, or is inside the root or its repository,
 * so that it could be committed, the secret of this process.
 */
export function machineSecret(root: string, environment: NodeJS.ProcessEnv = process.env): MachineSecret {
  try {
    const folder = stateFolder(environment);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (isInside(realpathSync(folder), repositoryOf(root))) return PASSING;
    const file = join(folder, 'secret');
    const bytes = readSecret(file) ?? makeSecret(file);
    return bytes === undefined ? PASSING : { bytes, lasting: true };
  } catch {
    return PASSING;
  }
}

/**
 * A keyed hash of a text in base64url, as a name or a seal that only holders of the secret can make; `use` separates
 * purposes.
 */
export function sealed({ bytes }: MachineSecret, use: string, text: string): string {
  return createHmac('sha256', bytes).update(`${use}\0${text}`).digest('base64url');
}

function stateFolder({ XDG_STATE_HOME: state, LOCALAPPDATA: local }: NodeJS.ProcessEnv): string {
  return join(resolve(state || local || join(homedir(), '.local/state')), 'dafu');
}

/** The outermost folder above a root that is under version control; the root itself where none is. */
function repositoryOf(root: string): string {
  let found = root;
  for (let folder = root; folder !== dirname(folder); folder = dirname(folder))
    if (existsSync(join(folder, '.git'))) found = folder;
  return found;
}

const isInside = (path: string, folder: string): boolean => path === folder || path.startsWith(folder + sep);

/** The secret in a file; undefined unless the file belongs to this user and nobody else can read it. */
function readSecret(file: string): Buffer | undefined {
  const text = readPlainFile(file, 1000);
  if (typeof text === 'string') return undefined;
  const { uid, mode } = lstatSync(file);
  const isOwn = process.getuid === undefined || (uid === process.getuid() && (mode & 0o077) === 0);
  const bytes = Buffer.from(text.toString('latin1').trim(), 'hex');
  return isOwn && bytes.length === BYTES ? bytes : undefined;
}

/** Makes a secret where there is no valid one. Of two concurrent runs, both use the first one's. */
function makeSecret(file: string): Buffer | undefined {
  const unfinished = `${file}.${process.pid}`;
  rmSync(unfinished, { force: true });
  writeFileSync(unfinished, `${randomBytes(BYTES).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  try {
    if (readSecret(file) === undefined) rmSync(file, { force: true });
    linkSync(unfinished, file);
  } catch {
    // Another run was first.
  } finally {
    rmSync(unfinished, { force: true });
  }
  return readSecret(file);
}
