import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { TreeEntry } from '../../rules/tree.ts';

/** The folders of a root that are checked. */
export const CHECKED_FOLDERS: ReadonlySet<string> = new Set(['content', 'data', 'public']);

/** Every file below a root's `content/`, `data/` and `public/`, in code-point order. Links are named, never followed. */
export function readTree(root: string): TreeEntry[] {
  const entries: TreeEntry[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (folder === '' && !CHECKED_FOLDERS.has(entry.name)) continue;
      if (entry.isDirectory()) walk(name);
      else entries.push({ path: name, kind: entry.isSymbolicLink() ? 'symlink' : entry.isFile() ? 'file' : 'other' });
    }
  };
  walk('');
  return entries.sort((one, other) => (one.path < other.path ? -1 : 1));
}
