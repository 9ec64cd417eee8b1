import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { decodeText } from '../../rules/bytes.ts';
import { repairedText } from '../../rules/characters.ts';
import { EDITED_ROLES, roleOf } from '../../rules/layout.ts';
import { readSource, readTree } from './tree.ts';

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
