import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { PDF_READER } from '../attachments/pdf.ts';
import type { FindingLanguage } from '../errors.ts';
import { initWords } from '../language/messages/init.ts';
import { PROJECT_FOLDER } from '../system/program.ts';
import { commandFailure } from '../terminal/failures.ts';
import { PACKAGES } from './init/repository.ts';

/** What npm records about the packages it installed. */
const installedSchema = z.object({ packages: z.record(z.string(), z.object({ resolved: z.string().optional() })) });

/**
 * The tarball that this program was installed from, as npm recorded it: an absolute path or an https address. Undefined
 * where the program is not an installed package, or the file no longer exists.
 */
export function ownTarball(): string | undefined {
  const packages = dirname(PROJECT_FOLDER);
  const record = join(packages, '.package-lock.json');
  if (basename(packages) !== 'node_modules' || !existsSync(record)) return undefined;
  const noted = installedSchema.parse(JSON.parse(readFileSync(record, 'utf8')));
  const { resolved } = noted.packages[`node_modules/${basename(PROJECT_FOLDER)}`] ?? {};
  if (resolved?.startsWith('https://')) return resolved;
  const file = resolved?.startsWith('file:') ? resolve(packages, resolved.slice('file:'.length)) : undefined;
  // npm records the path relative to the folder that holds node_modules, or, for a linked package, to node_modules.
  const found = [file, resolved && resolve(dirname(packages), resolved.replace(/^file:/, ''))];
  return found.find((place) => place !== undefined && existsSync(place));
}

/** Copies a tarball that is a file into a repository, and gives the specifier for package.json. */
export function placeTarball(tarball: string, folder: string): string {
  if (tarball.startsWith('https://')) return tarball;
  mkdirSync(join(folder, PACKAGES), { recursive: true });
  copyFileSync(tarball, join(folder, PACKAGES, basename(tarball)));
  return `file:${PACKAGES}/${basename(tarball)}`;
}

/**
 * How long npm may take to write the lockfile, in milliseconds. npm asks for each package three times, and waits
 * minutes each time behind a firewall that drops packets.
 */
const LOCK_MILLISECONDS = 120_000;

/**
 * Has npm write package-lock.json with the hash of every package; false where it cannot, for example without a network.
 */
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
  const { status } = spawnSync('npm', parameters, { cwd: folder, stdio: 'ignore', timeout: LOCK_MILLISECONDS });
  if (status === 0) forgetEngines(join(folder, 'package-lock.json'));
  return status === 0;
}

const lockSchema = z.looseObject({
  packages: z.record(z.string(), z.looseObject({ engines: z.unknown().optional() })),
});

/**
 * Takes out of a lockfile which Node each package wants, but for the program's own. npm compares that with the Node that starts it and
 * warns by the dozen; none of them runs on that one, but on the one that the program brings.
 */
function forgetEngines(file: string): void {
  const { packages, ...others } = lockSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const without = Object.entries(packages).map(([path, { engines, ...entry }]) =>
    path === OWN_ENTRY ? [path, { ...entry, engines }] : [path, entry],
  );
  writeFileSync(file, `${JSON.stringify({ ...others, packages: Object.fromEntries(without) }, null, 2)}\n`);
}
const OWN_ENTRY = 'node_modules/dafu';

/** The processors for which a bundle can be made; the system is Linux. */
export const PROCESSORS = ['x64', 'arm64'] as const;
type Processor = (typeof PROCESSORS)[number];

/** Starts the program on the Node that is in the bundle, wherever that was unpacked. */
const launcher = (processor: Processor) => `#!/bin/sh
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
PATH="$here/node_modules/node-linux-${processor}/bin:$PATH"
export PATH
exec node "$here/node_modules/dafu/bin/dafu.js" "$@"
`;

/**
 * Writes an archive (`.tar.gz`) of the program, its dependencies, the PDF reader and Node, for a Linux machine without
 * a network. Needs npm, tar, and a network or a filled npm cache. Throws a CommandError where one of them fails.
 */
export function writeBundle(out: string, tarball: string, processor: Processor, language: FindingLanguage): void {
  const words = initWords[language];
  const folder = mkdtempSync(join(tmpdir(), 'dafu-bundle-'));
  const run = (program: string, parameters: readonly string[]) => {
    const { status, stderr } = spawnSync(program, parameters, { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw commandFailure(() => words.notBundled(program, stderr?.trim() ?? ''));
  };
  try {
    const dafu = placeTarball(tarball, folder);
    writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ private: true, dependencies: { dafu } })}\n`);
    const machine = ['--os=linux', `--cpu=${processor}`, '--libc=glibc'];
    const quietly = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'];
    run('npm', ['install', ...machine, ...quietly, '--save-exact', PDF_READER]);
    writeFileSync(join(folder, 'dafu'), launcher(processor));
    chmodSync(join(folder, 'dafu'), 0o755);
    run('tar', ['-czf', out, '--transform', 'flags=rh;s,^\\.,dafu,', '.']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
