import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Cache } from '../src/cache/index.ts';

const PROJECT = resolve(import.meta.dirname, '..');

/** What a run of the command line came to. */
export interface Outcome {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
}

export interface DafuOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** A program before Node, such as `unshare -n`. */
  readonly under?: readonly string[];
  /** Another copy of this project to run. */
  readonly project?: string;
}

/** Starts `dafu` in a process of its own. */
export function startDafu(
  parameters: readonly string[],
  { environment = {}, under = [], project = PROJECT }: DafuOptions = {},
) {
  const [program = '', ...rest] = [...under, process.execPath, join(project, 'src/cli/main.ts'), ...parameters];
  const child = spawn(program, rest, { cwd: project, env: { ...process.env, LANG: 'C.UTF-8', ...environment } });
  return { child, outcome: outcomeOf(child) };
}

/** Runs `dafu` to its end. */
export function dafu(parameters: readonly string[], options?: DafuOptions): Promise<Outcome> {
  return startDafu(parameters, options).outcome;
}

/**
 * The made-up bureau that the program is tested with: both languages, replies of several shapes, a dataset for each kind of
 * chart, a report. What is in `content/` and `data/` is the bureau's own, and no test of the program reads it.
 */
export const BUREAU = resolve(import.meta.dirname, 'bureau');

/** A copy of the made-up bureau in a folder of its own. */
export function copyOfBureau(parent = tmpdir()): string {
  const root = mkdtempSync(join(parent, 'dafu-root-'));
  cpSync(BUREAU, root, { recursive: true, filter: (source) => !source.endsWith('/.dafu') });
  return root;
}

function outcomeOf(child: ChildProcess): Promise<Outcome> {
  let output = '';
  const hear = (part: Buffer) => {
    output += part.toString();
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  return new Promise((give, fail) => {
    child.once('error', fail);
    child.once('close', (code, signal) => give({ code, signal, output }));
  });
}

/** A cache in a folder of a test's own. */
export const cacheIn = (folder: string): Cache => ({ folder, program: 'program', lasting: true });
