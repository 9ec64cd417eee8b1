import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import type { TestContext } from 'vitest';

/** Programs of others that tests read our files with: `.ci/programs.txt` lists them, `.ci/run` installs them. */
const LISTED = new Set(
  readFileSync(resolve(import.meta.dirname, '../.ci/programs.txt'), 'utf8')
    .split('\n')
    .flatMap((line) => /^(\/?[a-z][\w./-]*) /.exec(line)?.[1] ?? []),
);

/** Whether a listed program is installed. Throws where the list does not name it: then nobody would install it. */
export function isInstalled(program: string): boolean {
  if (!LISTED.has(program)) throw new Error(`${program} is not in .ci/programs.txt, so .ci/run does not install it`);
  // What is no program but read by one, such as a style or a module, is listed by its file.
  if (program.startsWith('/')) return existsSync(program);
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Skips a test, saying why, where a program is not installed; in continuous integration the test fails: none is skipped unseen. */
export function needsProgram({ skip }: Pick<TestContext, 'skip'>, program: string): void {
  if (isInstalled(program)) return;
  const reason = `${program} is not installed on this machine`;
  if (process.env.CI === 'true') throw new Error(`${reason}: .ci/run installs it`);
  skip(reason);
}

/** Where Debian keeps Python's modules; `needsPython` asks for the ones that a test imports. */
const PYTHON = '/usr/bin/python3';
const MODULES = '/usr/lib/python3/dist-packages';

/** As `needsProgram`, for Python and some of its modules. */
export function needsPython(context: Pick<TestContext, 'skip'>, ...modules: readonly string[]): void {
  for (const file of [PYTHON, ...modules.map((name) => `${MODULES}/${name}/__init__.py`)]) needsProgram(context, file);
}

/** Runs lines of Python, and gives the JSON that they print. Throws with what they say where they fail. */
export function runPython<Answer>(lines: readonly string[], parameters: readonly string[] = []): Answer {
  const { status, stdout, stderr } = spawnSync(PYTHON, ['-c', lines.join('\n'), ...parameters], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`Python: ${stderr}`);
  return JSON.parse(stdout);
}
