import { execFileSync } from 'node:child_process';

const IDENTITY = ['-c', 'user.name=a', '-c', 'user.email=a@sample.example'];

/** Runs git in a folder and gives what it prints, trimmed. Throws with what git says where it fails. */
export function git(folder: string, ...parameters: readonly string[]): string {
  return execFileSync('git', [...IDENTITY, ...parameters], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();
}

/** Commits all that changed in a working tree, and gives the commit’s id. */
export function commitAll(folder: string): string {
  git(folder, 'add', '--all');
  git(folder, 'commit', '-q', '-m', 'a change');
  return git(folder, 'rev-parse', 'HEAD');
}
