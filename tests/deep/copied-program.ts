import { cpSync, existsSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const PROJECT = resolve(import.meta.dirname, '../..');

/** The code that a section of CONTRIBUTING.md tells to write, in its order. */
export function codeOf(section: string): readonly string[] {
  const guide = readFileSync(join(PROJECT, 'CONTRIBUTING.md'), 'utf8');
  const start = guide.indexOf(`### ${section}\n`);
  const own = guide.slice(start, guide.indexOf('\n### ', start + 1));
  return [...own.matchAll(/```ts\n(.*?)```/gs)].map(([, code = '']) => code);
}

/** A copy of the program that a test changes as CONTRIBUTING.md says. */
export interface CopiedProgram {
  readonly folder: string;
  /** Writes code into a file of it, after a line that is there, or at its end; a file that is not there is made. */
  readonly write: (file: string, code: string, after?: string) => void;
}

/** Copies the program into a folder of its own, with other files and folders of the project. */
export function copyProgram(...others: readonly string[]): CopiedProgram {
  const folder = mkdtempSync(join(tmpdir(), 'dafu-program-'));
  for (const name of ['src', 'package.json', 'package-lock.json', 'tsconfig.json', ...others])
    cpSync(join(PROJECT, name), join(folder, name), { recursive: true });
  symlinkSync(join(PROJECT, 'node_modules'), join(folder, 'node_modules'));
  return {
    folder,
    write: (file, code, after) => {
      const text = existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : '';
      if (after !== undefined && !text.includes(after)) throw new Error(`${file} has no line “${after}”`);
      const changed = after === undefined ? `${text}\n${code}` : text.replace(after, () => `${after}\n${code}`);
      writeFileSync(join(folder, file), changed);
    },
  };
}
