import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { PROJECT_FOLDER } from '../../system/program.ts';
import { PACKAGES } from './repository.ts';

/** What npm noted of the packages that it installed. */
const installedSchema = z.object({ packages: z.record(z.string(), z.object({ resolved: z.string().optional() })) });

/**
 * The tarball that this program was installed from, as npm noted it: an absolute path or an https address. Undefined where it is no
 * installed package, or the file is gone since.
 */
export function ownTarball(): string | undefined {
  const packages = dirname(PROJECT_FOLDER);
  const record = join(packages, '.package-lock.json');
  if (basename(packages) !== 'node_modules' || !existsSync(record)) return undefined;
  const noted = installedSchema.parse(JSON.parse(readFileSync(record, 'utf8')));
  const { resolved } = noted.packages[`node_modules/${basename(PROJECT_FOLDER)}`] ?? {};
  if (resolved?.startsWith('https://')) return resolved;
  const file = resolved?.startsWith('file:') ? resolve(packages, resolved.slice('file:'.length)) : undefined;
  // npm notes a path from the folder that holds node_modules, or, for a linked package, from node_modules.
  const found = [file, resolved && resolve(dirname(packages), resolved.replace(/^file:/, ''))];
  return found.find((place) => place !== undefined && existsSync(place));
}

/** Puts a tarball into a repository, where it is a file, and gives how package.json names it. */
export function placeTarball(tarball: string, folder: string): string {
  if (tarball.startsWith('https://')) return tarball;
  mkdirSync(join(folder, PACKAGES), { recursive: true });
  copyFileSync(tarball, join(folder, PACKAGES, basename(tarball)));
  return `file:${PACKAGES}/${basename(tarball)}`;
}

/**
 * How long npm may take to ask for what the lock names, in milliseconds. By itself it asks for each package three times, and where a
 * firewall drops what is sent, waits for minutes each time.
 */
const LOCK_MILLISECONDS = 120_000;

/** Lets npm write package-lock.json, with the hash of every package; false where it cannot, as without a network. */
export function writeLock(folder: string): boolean {
  const parameters = [
    'install',
    '--package-lock-only',
    '--ignore-scripts',
    '--prefer-offline',
    '--fetch-retries=0',
    '--no-audit',
    '--no-fund',
  ];
  return spawnSync('npm', parameters, { cwd: folder, stdio: 'ignore', timeout: LOCK_MILLISECONDS }).status === 0;
}
