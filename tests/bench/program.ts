import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';

const PROJECT = path.resolve(import.meta.dirname, '../..');
const PARTS = ['src', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** Copies the program into a folder, so that changing one of its files leaves the working tree alone. */
export function copyProgram(target: string): void {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const name of PARTS) {
    if (existsSync(path.join(PROJECT, name)))
      cpSync(path.join(PROJECT, name), path.join(target, name), { recursive: true });
  }
  symlinkSync(path.join(PROJECT, 'node_modules'), path.join(target, 'node_modules'));
}
