import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { packageFolder } from '../../system/program.ts';

/** A browser program that starts on this machine, and the environment it needs besides the usual. */
export interface FoundChromium {
  readonly executablePath: string;
  readonly environment: Readonly<Record<string, string>>;
}

const INSTALLED = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** Where the browser from npm is unpacked: in the user's cache, by its version. */
function unpackedFolder(packaged: string): string {
  const { version }: { version: string } = JSON.parse(readFileSync(join(packaged, 'package.json'), 'utf8'));
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'dafu', `chromium-${version}`);
}

/**
 * A browser: `$CHROMIUM_PATH`, else an installed Chromium or Chrome, else the one in @sparticuz/chromium.
 * Throws one clear sentence where none of them starts.
 */
export async function findChromium(): Promise<FoundChromium> {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (starts(named)) return { executablePath: named, environment: {} };
    throw new Error(`CHROMIUM_PATH names ${named}, which does not start: correct or unset it.`);
  }
  for (const program of INSTALLED) {
    const path = onPath(program);
    if (path !== undefined && starts(path)) return { executablePath: path, environment: {} };
  }
  const packaged = await packagedChromium();
  if (packaged) return packaged;
  throw new Error('No browser: install Chromium or Chrome, or set CHROMIUM_PATH to one.');
}

/** The browser in @sparticuz/chromium: the same everywhere, whatever else is installed. `undefined` where it does not start. */
export async function packagedChromium(): Promise<FoundChromium | undefined> {
  const unpacked = await unpackChromium();
  if (unpacked === undefined) return undefined;
  const environment = [{}, unpacked.environment].find((each) => starts(unpacked.executablePath, each));
  return environment && { ...unpacked, environment };
}

/** Starts a browser without its own calls home, with more arguments where they are needed. */
export async function launch(
  { executablePath, environment }: FoundChromium,
  others: readonly string[] = [],
): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  return chromium.launch({
    executablePath,
    // Under the C locale Chromium finds no text in a page, neither by its search nor by a text fragment.
    env: { ...process.env, LC_ALL: 'en_US.UTF-8', ...environment },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      ...others,
    ],
  });
}

/** What a browser says that it is: `Chromium 153.0.8010.0`. */
export function versionOf({ executablePath, environment }: FoundChromium): string {
  return spawnSync(executablePath, ['--version'], {
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  }).stdout.trim();
}

function starts(program: string, environment: Readonly<Record<string, string>> = {}): boolean {
  return spawnSync(program, ['--version'], { env: { ...process.env, ...environment } }).status === 0;
}

function onPath(program: string): string | undefined {
  const candidates = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, program));
  return candidates.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Unpacks the browser from npm with the libraries (libnss3 and others) that a bare machine lacks. */
async function unpackChromium(): Promise<FoundChromium | undefined> {
  const folder = packageFolder('@sparticuz/chromium');
  if (folder === undefined) return undefined;
  const unpacked = unpackedFolder(folder);
  const whole = join(unpacked, 'whole');
  if (!existsSync(whole)) rmSync(unpacked, { recursive: true, force: true });
  mkdirSync(unpacked, { recursive: true });
  const usual = process.env.TMPDIR;
  // The package unpacks to the temporary folder, and takes what is there for whole.
  process.env.TMPDIR = unpacked;
  try {
    const { default: packaged, inflate } = await import('@sparticuz/chromium');
    const executablePath = await packaged.executablePath();
    const libraries = join(await inflate(join(folder, 'bin/al2023.tar.br')), 'lib');
    writeFileSync(whole, '');
    return { executablePath, environment: { LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(unpacked, 'fonts') } };
  } finally {
    if (usual === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = usual;
  }
}
