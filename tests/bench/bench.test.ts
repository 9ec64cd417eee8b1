import { expect, test } from 'vitest';
import { outputChange } from './output-files.ts';
import { runMeasured } from './process-tree.ts';
import { type CorpusResult, type RunResult, resultTable } from './table.ts';

const file = (hash: string, inode: number, bytes = 1_000_000) => ({ hash, inode, bytes });
const files = (...entries: [string, ReturnType<typeof file>][]) => new Map(entries);

test('a deployment sends what is new, other or gone; linked files were not written', () => {
  const before = files(
    ['same', file('a', 1)],
    ['linked', file('b', 2)],
    ['other', file('c', 3)],
    ['gone', file('d', 4)],
  );
  const after = files(['same', file('a', 5)], ['linked', file('b', 2)], ['other', file('x', 6)], ['new', file('e', 7)]);
  expect(outputChange(before, after)).toEqual({
    files: 4,
    mb: 4,
    written_files: 3,
    written_mb: 3,
    changed_files: 3,
  });
});

test('CPU time of child processes counts', async () => {
  const spin = 'const end = process.cpuUsage().user + 300000; while (process.cpuUsage().user < end);';
  const parent = `require('child_process').execFileSync(process.execPath, ['-e', ${JSON.stringify(spin)}])`;
  const taken = await runMeasured([process.execPath, '-e', parent], { cwd: '.', env: process.env });
  expect(taken.cpu_s).toBeGreaterThan(0.3);
  expect(taken.peak_all_mb).toBeGreaterThanOrEqual(taken.peak_mb);
});

test('a command that fails says what it printed', async () => {
  const failing = [process.execPath, '-e', 'console.error("why it failed"); process.exit(3)'];
  await expect(runMeasured(failing, { cwd: '.', env: process.env })).rejects.toThrow(/exit code 3[\s\S]*why it failed/);
});

test('the table shows the change against an earlier run and the ratio to a peer', () => {
  const run = (cpu_s: number): RunResult => ({
    cpu_s,
    wall_s: 1,
    peak_mb: 1,
    peak_all_mb: 1,
    files: 1,
    mb: 1,
    written_files: 1,
    written_mb: 1,
    changed_files: 1,
    stages: { render: { cpu_s, wall_s: 1 } },
  });
  const peer = { peer: 'p', version: 'p@1', documents: 2, cpu_s: 4, wall_s: 4, peak_mb: 1 };
  const pages = { pages: 2, cpu_s: 6, wall_s: 6, peak_mb: 1, peak_all_mb: 1 };
  const now: CorpusResult = { replies: 200, runs: { full: run(6) }, pages, peers: [peer] };
  const table = resultTable(now, { replies: 200, runs: { full: run(12) } });
  expect(table).toContain('| full | 6 (−50 %) |');
  expect(table).toContain('render 6 (−50 %)');
  expect(table).toContain('ours take 1.50 times its CPU time');
});
