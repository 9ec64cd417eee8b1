#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

const HELP = `Tries the parsers with made-up input for as long as you like; every change runs a small fixed part of it.

npm run fuzz -- [--seconds 30] [--seed N] [NAME…]

  --seconds S   how long each property is tried
  --seed N      the same seed tries the same input (default: 578)
  NAME          only tests whose names hold this, such as "importer"

A failure names the input. Correct the parser, and add the input to tests/fuzz/crashes.test.ts.
`;

const { values, positionals } = parseArgs({
  options: {
    seconds: { type: 'string', default: '30' },
    seed: { type: 'string', default: '578' },
    help: { type: 'boolean', short: 'h' },
  },
  allowPositionals: true,
});
if (values.help) {
  process.stdout.write(HELP);
  process.exit(0);
}
const project = resolve(import.meta.dirname, '../..');
const { status } = spawnSync(
  resolve(project, 'node_modules/.bin/vitest'),
  ['run', '--project', 'unit', 'tests/fuzz/parsers.test.ts', ...positionals.flatMap((name) => ['-t', name])],
  {
    cwd: project,
    stdio: 'inherit',
    env: { ...process.env, DAFU_FUZZ_SECONDS: values.seconds, DAFU_FUZZ_SEED: values.seed },
  },
);
process.exitCode = status ?? 1;
