import { linkSync, mkdirSync } from 'node:fs';
import path from 'node:path';

/** Makes a file of an output the earlier build's, without copying it; false where the disk cannot. */
export function linkFile(from: string, to: string, file: string): boolean {
  const target = path.join(to, file);
  const link = () => linkSync(path.join(from, file), target);
  try {
    link();
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) return false;
  }
  try {
    mkdirSync(path.dirname(target), { recursive: true });
    link();
    return true;
  } catch {
    return false;
  }
}
