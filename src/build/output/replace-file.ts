import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a file in one step: whoever reads it finds the old text or the new one whole, also after a crash. */
export function replaceFile(file: string, text: string): void {
  const next = `${file}.next`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(next, text);
  renameSync(next, file);
}
