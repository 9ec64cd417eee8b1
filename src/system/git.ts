import { spawnSync } from 'node:child_process';

/**
 * Options that come before every command: content that looks like a bare repository (`HEAD`, `config`, `objects/`) is
 * not treated as one, and no program named by a configuration is run.
 */
const PLAIN = [
  // A build may run as another user than the owner of the files.
  ['safe.directory', '*'],
  ['safe.bareRepository', 'explicit'],
  ['core.fsmonitor', 'false'],
  ['core.hooksPath', '/dev/null'],
].flatMap(([name, value]) => ['-c', `${name}=${value}`]);

/** The largest output that is read, in bytes. */
const MOST_BYTES = 256_000_000;

/** What git says about a folder, which it only reads; undefined where there is no repository, no git, or it refuses. */
export function askGit(folder: string, parameters: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync('git', [...PLAIN, '-C', folder, ...parameters], {
    encoding: 'utf8',
    maxBuffer: MOST_BYTES,
    env: { ...process.env, GIT_OPTIONAL_LOCKS: '0' },
  });
  return status === 0 ? stdout : undefined;
}
