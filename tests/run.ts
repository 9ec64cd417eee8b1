import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestTally } from './reporter.ts';

/**
 * The whole test command: formatter and linter, types of pages and code, then the tests of the named Vitest projects
 * (`node tests/run.ts deep`; by default unit and site). Its last line is `N passed, N failed`.
 */
const projects = process.argv.length > 2 ? process.argv.slice(2) : ['unit', 'site'];
const checks = projects.includes('unit')
  ? [
      ['biome', 'check', '--error-on-warnings', '.'],
      ['astro', 'check'],
      ['tsc', '--noEmit'],
    ]
  : [];
const programs = resolve(import.meta.dirname, '../node_modules/.bin');

let passed = 0;
let failed = 0;
let skipped = 0;

for (const check of checks) {
  if (run(check)) passed += 1;
  else failed += 1;
}

const folder = mkdtempSync(join(tmpdir(), 'dafu-tests-'));
const file = join(folder, 'tally.json');
const vitest = ['vitest', 'run', ...projects.flatMap((project) => ['--project', project])];
const wentWell = run(vitest, { DAFU_TEST_TALLY: file });
if (existsSync(file)) {
  const tally: TestTally = JSON.parse(readFileSync(file, 'utf8'));
  passed += tally.passed;
  failed += tally.failed;
  skipped += tally.skipped;
}
// Vitest that failed without a failed test could not begin at all, for want of a browser or a build.
if (!wentWell && failed === 0) failed = 1;
rmSync(folder, { recursive: true });

console.log(`${skipped} skipped (reasons above)`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

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
