import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { filesBelow } from '../../system/files-below.ts';

/** Every file below a folder, relative to it with `/`, by code unit; none where the folder does not exist. */
export const listFilesBelow = (folder: string): readonly string[] =>
  existsSync(folder) ? filesBelow(folder).files : [];

/** The same with links and whatever else is no folder. */
export function listEntriesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const { files, others } = filesBelow(folder);
  return [...files, ...others].sort();
}

/** Writes a file in one step: whoever reads it finds the old text or the new one whole, also after a crash. */
export function replaceFile(file: string, text: string): void {
  const next = `${file}.next`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(next, text);
  renameSync(next, file);
}
