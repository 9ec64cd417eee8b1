#!/usr/bin/env node
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { isRelease, makeChange, RUNS, type Run, USUAL_RUNS } from './edits.ts';
import { type OutputFile, outputChange, outputFiles } from './output-files.ts';
import { runMeasured } from './process-tree.ts';
import { copyProgram } from './program.ts';
import { type CorpusResult, type PagesResult, type PeerResult, type RunResult, resultTable } from './table.ts';

const HELP = `Builds generated corpora and says what that takes.

npm run bench -- [--replies 200,2000,10000] [--runs full,nothing,one-reply,one-new-reply,one-dataset,one-word]
                 [--peers eleventy,astro-mdx] [--peers-script FILE] [--work DIR] [--json] [--compare FILE]

  --runs LIST      what is measured, one after the other (default: all builds). A reply is one of the middle of the
                   corpus, a new one of its last year, whose index is its own. A release compresses every file: release is the first one,
                   release-one-reply and release-new-reply those after it, with one reply changed
  --json           the last line is one object: {"replies", "runs", "peers"}, or {"corpora": […]} for several sizes
  --compare FILE   shows the change against an earlier run's last line, kept in FILE
  --peers LIST     builds the same replies with other generators, and the pages of our replies alone, for a ratio in one run
  --peers-script   the program that does so (default ../shared/bench/peers.mjs)
  --work DIR       where corpora and builds stand (default: a folder under the system's temporary one)
`;

const project = path.resolve(import.meta.dirname, '../..');
const { values } = parseArgs({
  options: {
    replies: { type: 'string', default: '200,2000,10000' },
    runs: { type: 'string', default: USUAL_RUNS.join(',') },
    peers: { type: 'string', default: '' },
    'peers-script': { type: 'string', default: path.resolve(project, '../shared/bench/peers.mjs') },
    work: { type: 'string', default: path.join(tmpdir(), 'dafu-bench') },
    json: { type: 'boolean', default: false },
    compare: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});

function fail(message: string): never {
  process.stderr.write(`bench: ${message}\n`);
  process.exit(2);
}

const list = (text: string) => text.split(',').filter((part) => part !== '');

/** Nothing is published: a release is refused under the reserved names that are meant for such use. */
const RELEASE_ADDRESS = 'https://dafu-bench.org';

/** The times of the last build's or release's stages, as it recorded them. */
function recordedStages(root: string, run: Run): RunResult['stages'] {
  const record = path.join(root, '.dafu', isRelease(run) ? 'last-release.json' : 'last-build.json');
  return existsSync(record) ? JSON.parse(readFileSync(record, 'utf8')).stages : {};
}

/** The runs with the first release before those that follow one. */
const withFirstRelease = (runs: readonly Run[]): readonly Run[] =>
  RUNS.filter((run) => runs.includes(run) || (run === 'release' && runs.some(isRelease)));

/** Measures the runs of a corpus of a size, which it writes into `folder`. */
async function measureCorpus(replies: number, runs: readonly Run[], folder: string): Promise<CorpusResult> {
  const root = path.join(folder, 'root');
  const program = path.join(folder, 'program');
  copyProgram(program);
  const writer = path.join(project, 'tests/corpus/write.ts');
  execFileSync(process.execPath, [writer, '--replies', String(replies), '--out', root], { stdio: 'ignore' });
  const results: Partial<Record<Run, RunResult>> = {};
  const before = new Map<string, ReadonlyMap<string, OutputFile>>();
  for (const run of withFirstRelease(runs)) {
    makeChange(run, { root, program });
    const command = [
      process.execPath,
      path.join(program, 'src/cli/main.ts'),
      ...(isRelease(run) ? ['release', '--address', RELEASE_ADDRESS] : ['build']),
      '--root',
      root,
      '--today',
      '2026-01-05',
    ];
    const { output: _, ...taken } = await runMeasured(command, { cwd: program, env: process.env });
    const out = isRelease(run) ? 'releases/current' : 'dist';
    const after = outputFiles(path.join(root, out));
    results[run] = {
      ...taken,
      ...outputChange(before.get(out) ?? new Map(), after),
      stages: recordedStages(root, run),
    };
    process.stderr.write(`${replies} replies, ${run}: ${taken.cpu_s} CPU s, ${taken.wall_s} s\n`);
    before.set(out, after);
  }
  return { replies, runs: results };
}

/** Builds nothing but the pages of the replies, as the peers do. */
async function measurePages(root: string, cache: string): Promise<PagesResult> {
  const program = path.join(import.meta.dirname, 'reply-pages.ts');
  const command = [process.execPath, program, '--root', root, '--cache', cache];
  const { output, ...taken } = await runMeasured(command, { cwd: project, env: process.env });
  const pages = Number(/^\{"pages":(\d+)\}$/m.exec(output)?.[1]);
  process.stderr.write(`${pages} pages of replies: ${taken.cpu_s} CPU s\n`);
  return { pages, ...taken };
}

/** Builds the same texts with Eleventy and this program's own checks, parsing and rendering, where the peers' program installed it. */
async function measureWithCalls(root: string): Promise<PagesResult | undefined> {
  const peer = path.join(tmpdir(), 'dafu-peers/eleventy');
  if (!existsSync(path.join(peer, 'node_modules'))) return undefined;
  const program = path.join(import.meta.dirname, 'eleventy-with-calls.ts');
  const command = [process.execPath, program, '--root', root, '--peer', peer];
  const { output, ...taken } = await runMeasured(command, { cwd: project, env: process.env });
  return { pages: Number(/^\{"pages":(\d+)\}$/m.exec(output)?.[1]), ...taken };
}

function measurePeers(names: readonly string[], root: string, script: string): PeerResult[] {
  if (names.length > 0 && !existsSync(script))
    fail(`--peers-script must name the program that builds with peers: ${script}`);
  return names.map((name) => {
    const printed = execFileSync(process.execPath, [script, '--content', path.join(root, 'content'), '--peer', name], {
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    return JSON.parse(printed.trim().split('\n').at(-1) ?? '') as PeerResult;
  });
}

function earlierResult(file: string | undefined, replies: number): CorpusResult | undefined {
  if (file === undefined) return undefined;
  const last = JSON.parse(readFileSync(file, 'utf8').trim().split('\n').at(-1) ?? '');
  const corpora: readonly CorpusResult[] = last.corpora ?? [last];
  return corpora.find((corpus) => corpus.replies === replies);
}

if (values.help) {
  process.stdout.write(HELP);
} else {
  const sizes = list(values.replies).map(Number);
  if (sizes.length === 0 || sizes.some((size) => !Number.isInteger(size) || size < 1))
    fail('--replies must be whole numbers');
  const asked = list(values.runs);
  const runs = RUNS.filter((run) => asked.includes(run));
  if (runs.length !== asked.length) fail(`--runs can name ${RUNS.join(', ')}`);
  if (values.compare !== undefined && !existsSync(values.compare)) fail(`--compare: there is no ${values.compare}`);
  mkdirSync(values.work, { recursive: true });
  const peers = list(values.peers);
  const corpora: CorpusResult[] = [];
  const folders: string[] = [];
  for (const size of sizes) {
    const folder = mkdtempSync(path.join(values.work, `${size}-`));
    folders.push(folder);
    const measured = await measureCorpus(size, runs, folder);
    const root = path.join(folder, 'root');
    const beside = async () => ({
      pages: await measurePages(root, path.join(folder, 'pages-cache')),
      peers: measurePeers(peers, root, values['peers-script']),
      withCalls: peers.includes('eleventy') ? await measureWithCalls(root) : undefined,
    });
    const result = peers.length > 0 ? { ...measured, ...(await beside()) } : measured;
    corpora.push(result);
    process.stdout.write(`${resultTable(result, earlierResult(values.compare, size))}\n\n`);
  }
  // Only now: for minutes after files were deleted, ext4 takes longer to find room for new ones (`recently_deleted` in fs/ext4/ialloc.c).
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  if (values.json) process.stdout.write(`${JSON.stringify(corpora.length === 1 ? corpora[0] : { corpora })}\n`);
}
