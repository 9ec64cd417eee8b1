#!/usr/bin/env node
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { makeChange } from '../edits.ts';
import { runMeasured } from '../process-tree.ts';

const HELP = `Checks a made-up archive: at first, when nothing changed, and when one reply did; says what each took.

npm run bench:check -- [--replies 2000]
`;

const project = path.resolve(import.meta.dirname, '../../..');
const { values } = parseArgs({
  options: { replies: { type: 'string', default: '2000' }, help: { type: 'boolean', short: 'h' } },
});
if (values.help) {
  process.stdout.write(HELP);
  process.exit(0);
}

const root = mkdtempSync(path.join(tmpdir(), 'dafu-bench-check-'));
try {
  const corpus = ['tests/corpus/write.ts', '--replies', values.replies, '--out', root];
  execFileSync(process.execPath, corpus, { cwd: project, stdio: ['ignore', 'inherit', 'inherit'] });
  process.stdout.write(`\n| run | CPU s | wall s | peak MB |\n| --- | --- | --- | --- |\n`);
  for (const run of ['cold', 'nothing', 'one-reply'] as const) {
    if (run === 'one-reply') makeChange(run, { root, program: project });
    const command = ['src/cli/main.ts', 'check', '--root', root, '--today', '2026-01-05', '--format', 'json'];
    const taken = await runMeasured([process.execPath, ...command], { cwd: project, env: process.env });
    process.stdout.write(`| ${run} | ${taken.cpu_s} | ${taken.wall_s} | ${taken.peak_mb} |\n`);
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
