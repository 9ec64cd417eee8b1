import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestTally } from './reporter.ts';

/**
 * The whole test command: formatter and linter, types of pages and code, then the named parts of the tests (`node tests/run.ts deep`;
 * by default unit and site). Its last line is `N passed, N failed`, of all of them together.
 *
 * `long` is a sample of the long tests, for `.ci/run`: ten random edits compared byte for byte with full builds, several processes with one, a release
 * killed three times, gone back from and made over that of an earlier version, one that prints its letters, the development server, the pictures.
 */
const LONG = ['incremental', 'jobs', 'release', 'kept-release', 'printed-letters', 'dev', 'visual'].map(
  (name) => `tests/deep/${name}.test.ts`,
);
const A_FEW = { DAFU_TEST_EDITS: '10', DAFU_TEST_KILLS: '3' };
const parts = process.argv.length > 2 ? process.argv.slice(2) : ['unit', 'site'];
const projects = parts.filter((part) => part !== 'long');
const checks = projects.includes('unit')
  ? [
      ['biome', 'check', '--error-on-warnings', '.'],
      ['astro', 'check'],
      ['tsc', '--noEmit'],
    ]
  : [];
const programs = resolve(import.meta.dirname, '../node_modules/.bin');

const NOTHING: TestTally = { passed: 0, failed: 0, skipped: 0 };
let passed = 0;
let failed = 0;
let skipped = 0;

for (const check of checks) {
  if (run(check)) passed += 1;
  else failed += 1;
}

const folder = mkdtempSync(join(tmpdir(), 'dafu-tests-'));
if (projects.length > 0) test(projects.flatMap((project) => ['--project', project]));
if (parts.includes('long')) test(['--project', 'deep', ...LONG], A_FEW);
rmSync(folder, { recursive: true });

console.log(`${skipped} skipped (reasons above)`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** Runs Vitest and adds up what it came to. */
function test(parameters: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const file = join(folder, 'tally.json');
  rmSync(file, { force: true });
  const wentWell = run(['vitest', 'run', ...parameters], { ...environment, DAFU_TEST_TALLY: file });
  const tally: TestTally = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : NOTHING;
  passed += tally.passed;
  // Vitest that failed without a failed test could not begin at all, for want of a browser or a build.
  failed += wentWell ? tally.failed : Math.max(1, tally.failed);
  skipped += tally.skipped;
}

/** Runs a program of this project with its output shown, and says whether it exited with 0. */
function run([program = '', ...parameters]: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  console.log(`\n> ${[program, ...parameters].join(' ')}`);
  const { status } = spawnSync(join(programs, program), parameters, {
    stdio: 'inherit',
    cwd: resolve(import.meta.dirname, '..'),
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...environment },
  });
  return status === 0;
}
