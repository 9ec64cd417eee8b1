import { lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { mostBytes } from '../../rules/inspect-file.ts';
import type { TreeEntry } from '../../rules/tree.ts';
import { readPlainFile } from '../../system/files.ts';

/** The folders of a root that are checked. */
export const CHECKED_FOLDERS: ReadonlySet<string> = new Set(['content', 'data', 'public']);

/** What Node puts for bytes of a name that are not UTF-8: by such a name nothing is found. */
const NOT_TEXT = '\ufffd';

/** Every file below a root's `content/`, `data/` and `public/`, in code-point order. Links are named, never followed. */
export function readTree(root: string): TreeEntry[] {
  const entries: TreeEntry[] = [];
  const add = (name: string, kind: TreeEntry['kind']) => entries.push({ path: name, kind });
  const walk = (folder: string): void => {
    const listed = listFolder(path.join(root, folder));
    if (listed === undefined) add(folder, 'unreadable');
    for (const entry of listed ?? []) {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (folder === '' && !CHECKED_FOLDERS.has(entry.name)) continue;
      if (entry.name.includes(NOT_TEXT) && !isThere(path.join(root, name))) add(name, 'misnamed');
      else if (entry.isDirectory()) walk(name);
      else add(name, entry.isSymbolicLink() ? 'symlink' : entry.isFile() ? 'file' : 'other');
    }
  };
  walk('');
  return entries.sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** What is in a folder; undefined where the system does not tell. */
function listFolder(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return undefined;
  }
}

function isThere(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}

/** The bytes of a file of a root; how many there are where they are too many for what it is; undefined where it cannot be read. */
export function readSource(root: string, file: string): Buffer | number | undefined {
  const full = path.join(root, file);
  const read = readPlainFile(full, mostBytes(file));
  if (typeof read !== 'string') return read;
  return read === 'too-long' ? lstatSync(full, { throwIfNoEntry: false })?.size : undefined;
}

/** The text of a file of a root; empty where it is too long for what it is, or cannot be read. */
export function readSourceText(root: string, file: string): string {
  const read = readSource(root, file);
  return Buffer.isBuffer(read) ? read.toString('utf8') : '';
}
