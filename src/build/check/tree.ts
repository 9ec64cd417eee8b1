import { lstatSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from '../../errors.ts';
import { decodeText } from '../../rules/bytes.ts';
import { repairedText } from '../../rules/characters.ts';
import { mostBytes } from '../../rules/inspect-file.ts';
import { EDITED_ROLES, roleOf } from '../../rules/layout.ts';
import type { TreeEntry } from '../../rules/tree.ts';
import { readPlainFile } from '../../system/files.ts';
import { askGit } from '../../system/git.ts';
import { BUILD_RULES } from '../rules.ts';

/** The folders of a root that are checked. */
export const CHECKED_FOLDERS: ReadonlySet<string> = new Set(['content', 'data', 'public']);

/** What Node puts in place of bytes of a name that are not UTF-8: no file can be opened by such a name. */
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

/** The bytes of a file of a root; its size where it is too large for its type; undefined where it cannot be read. */
export function readSource(root: string, file: string): Buffer | number | undefined {
  const full = path.join(root, file);
  const read = readPlainFile(full, mostBytes(file));
  if (typeof read !== 'string') return read;
  return read === 'too-long' ? lstatSync(full, { throwIfNoEntry: false })?.size : undefined;
}

/** The text of a file of a root; empty where it is too large for its type, or cannot be read. */
export function readSourceText(root: string, file: string): string {
  const read = readSource(root, file);
  return Buffer.isBuffer(read) ? read.toString('utf8') : '';
}

/** Removes byte order marks and makes line endings LF in a root's own text files. Gives the paths it changed. */
export function fixRoot(root: string): string[] {
  return readTree(root).flatMap(({ path: file, kind }) => {
    if (kind !== 'file' || !EDITED_ROLES.has(roleOf(file).role)) return [];
    const full = path.join(root, file);
    const bytes = readSource(root, file);
    if (!Buffer.isBuffer(bytes)) return [];
    const { text } = decodeText(bytes, file);
    if (text === undefined || repairedText(text) === text) return [];
    writeFileSync(full, repairedText(text));
    return [file];
  });
}

/** Folders that commands write, and whose contents they trust. */
const WRITTEN = ['.dafu', 'releases'];

/**
 * An error for each folder that commands write and that has files in the repository: a commit could smuggle in results of checks that never
 * ran, or files that no build made.
 */
export function trackedFindings(root: string): Finding[] {
  // In any case (upper or lower): some file systems do not tell them apart.
  const wanted = WRITTEN.map((folder) => `:(icase)${folder}`);
  const tracked = askGit(root, ['ls-files', '-z', '--', ...wanted])?.split('\0') ?? [];
  return WRITTEN.flatMap((folder): Finding[] => {
    const file = tracked.find((name) => `${name.toLowerCase()}/`.startsWith(`${folder}/`));
    if (file === undefined) return [];
    return [
      {
        rule: BUILD_RULES['state-in-repository'].id,
        severity: 'error',
        place: { file },
        message: {
          zh: `${folder} 由程序写入，不应提交到仓库`,
          en: `${folder} is written by the program and must not be committed`,
        },
        hint: {
          zh: `请运行 git rm -r --cached ${folder}，把 /${folder}/ 写进 .gitignore，再提交`,
          en: `run git rm -r --cached ${folder}, add /${folder}/ to .gitignore, and commit`,
          web: {
            zh: `请在网页上删除 ${folder} 里的文件，并在 .gitignore 里加一行 /${folder}/`,
            en: `delete the files of ${folder} on the web page, and add the line /${folder}/ to .gitignore`,
          },
        },
      },
    ];
  });
}
