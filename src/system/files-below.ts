import { readdirSync } from 'node:fs';

/** What is below a folder, by names relative to it with `/` between. */
export interface FilesBelow {
  readonly files: readonly string[];
  readonly folders: readonly string[];
  /** Links and whatever else is neither; links are not followed. */
  readonly others: readonly string[];
}

/**
 * Lists a folder and all below it, files by code unit. Folder by folder, since `readdirSync` takes three times as long when it goes through
 * them by itself: for 121,000 files 1.1 CPU s and not 0.4. Throws where there is no such folder.
 */
export function filesBelow(folder: string): FilesBelow {
  const found = { files: [] as string[], folders: [] as string[], others: [] as string[] };
  const list = (before: string) => {
    for (const entry of readdirSync(`${folder}/${before}`, { withFileTypes: true })) {
      const name = before + entry.name;
      if (entry.isFile()) found.files.push(name);
      else if (entry.isDirectory()) {
        found.folders.push(name);
        list(`${name}/`);
      } else found.others.push(name);
    }
  };
  list('');
  found.files.sort();
  return found;
}
