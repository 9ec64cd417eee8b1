import { spawnSync } from 'node:child_process';

/**
 * What git is told before anything that is in a folder: files of a repository in the place of content (`HEAD`, `config`, `objects/`) are no
 * repository, and no program that a configuration names is run.
 */
const PLAIN = [
  // A build by another user than the owner of the files is asked for.
  ['safe.directory', '*'],
  ['safe.bareRepository', 'explicit'],
  ['core.fsmonitor', 'false'],
  ['core.hooksPath', '/dev/null'],
].flatMap(([name, value]) => ['-c', `${name}=${value}`]);

/** How many bytes of an answer are taken at most. */
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
