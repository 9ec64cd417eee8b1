#!/usr/bin/env node
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { runMeasured } from '../process-tree.ts';

const HELP = `Measures what printing letters as PDF adds to a release: of a corpus of made-up replies, with and without pdf: true, and again after one
letter changed.

npm run bench:print -- [--replies 200] [--seed 1]

Writes into a folder of its own below the system's temporary one, and removes it. Prints a line of JSON for each release.
`;

const project = path.resolve(import.meta.dirname, '../../..');
const { values } = parseArgs({
  options: {
    replies: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean', short: 'h' },
  },
});
if (values.help) {
  process.stdout.write(HELP);
  process.exit(0);
}

const folder = mkdtempSync(path.join(tmpdir(), 'dafu-bench-print-'));
const run = (parameters: readonly string[]) =>
  runMeasured([process.execPath, ...parameters], { cwd: project, env: process.env });

/** A corpus in a folder of its own, whose releases print letters or do not. */
async function corpus(name: string, pdf: boolean): Promise<string> {
  const root = path.join(folder, name);
  await run(['tests/corpus/write.ts', '--replies', values.replies, '--seed', values.seed, '--out', root]);
  const site = path.join(root, 'content/site.yaml');
  if (pdf) writeFileSync(site, `${readFileSync(site, 'utf8')}\npdf: true\n`);
  return root;
}

async function release(what: string, root: string): Promise<void> {
  const { cpu_s, wall_s, peak_mb, peak_all_mb } = await run([
    ...['src/cli/main.ts', 'release', '--root', root],
    ...['--address', 'https://replies.gov.cn', '--today', '2026-11-23'],
  ]);
  const { stages } = JSON.parse(readFileSync(path.join(root, '.dafu/last-release.json'), 'utf8'));
  const served = path.join(root, 'releases/current/');
  const letters = readdirSync(served, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^[a-z]+\/replies\/([^/]+)\/\1\.[a-z]+\.pdf$/.test(file))
    .map((file) => statSync(path.join(served, file)).size);
  const megabytes = Math.round(letters.reduce((sum, bytes) => sum + bytes, 0) / 1e5) / 10;
  const taken = { cpu_s, wall_s, peak_mb, peak_all_mb, print: stages.print };
  console.log(JSON.stringify({ what, replies: Number(values.replies), letters: letters.length, megabytes, ...taken }));
}

try {
  await release('without PDFs', await corpus('plain', false));
  const root = await corpus('printing', true);
  await release('with PDFs', root);
  const replies = path.join(root, 'content/replies');
  const [first = ''] = readdirSync(replies).sort();
  const text = path.join(replies, first, 'zh.mdx');
  writeFileSync(text, readFileSync(text, 'utf8').replace(/。(\n+)$/, '！$1'));
  await release('one letter changed', root);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
