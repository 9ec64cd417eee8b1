import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes what was made for a path of the site where nothing stands; false where something does, such as a file of `public/`.
 * At once, where Astro hands each page to other threads three times: for thousands of small files that is most of the cost.
 */
export function writePage(out: string, file: string, content: string | Uint8Array): boolean {
  const target = path.join(out, file);
  const write = () => writeFileSync(target, content, { flag: 'wx' });
  try {
    write();
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST') return false;
    if (code !== 'ENOENT') throw error;
  }
  mkdirSync(path.dirname(target), { recursive: true });
  write();
  return true;
}
