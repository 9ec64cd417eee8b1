#!/usr/bin/env node
import { readdirSync, statSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { CHUNK_SIZE } from '../../../src/build/search-index/pagefind.ts';
import { findChromium, launch } from '../../../src/release/printing/chromium.ts';
import { corpusDocuments } from '../../search/corpus-documents.ts';
import { runMeasured } from '../process-tree.ts';
import { dafu, type Engine, miniSearch, stockPagefind } from './engines.ts';
import { costTable, longestTask, pageCosts, serveWithIndex, sortTable } from './page.ts';
import { benchQueries, englishQueries } from './queries.ts';
import { type Scores, scoresOf, scoreTable } from './scores.ts';

const HELP = `Asks this search, Pagefind as it comes and MiniSearch the same questions about a made-up archive.

npm run bench:search -- [--replies 2000] [--queries 35] [--chunks ${CHUNK_SIZE}] [--peers pagefind,minisearch] [--site DIR] [--work DIR]

  --replies N     how many replies, in Chinese
  --queries N     how many queries of each kind
  --chunks LIST   chunk sizes of this project's index, in places of words; in the browser the last of them
  --peers LIST    what to compare with; empty for nothing
  --site DIR      a built site whose search page is measured in a browser, with an index of both languages in place
                  of its own; by default one is built
  --no-quality    only the costs in the browser
  --no-page       only the quality, bytes and times of the engines themselves
`;

const { values } = parseArgs({
  options: {
    replies: { type: 'string', default: '2000' },
    queries: { type: 'string', default: '35' },
    chunks: { type: 'string', default: String(CHUNK_SIZE) },
    peers: { type: 'string', default: 'pagefind,minisearch' },
    site: { type: 'string' },
    'no-quality': { type: 'boolean' },
    'no-page': { type: 'boolean' },
    work: { type: 'string', default: path.join(tmpdir(), 'dafu-bench-search') },
    help: { type: 'boolean', short: 'h' },
  },
});
if (values.help) {
  process.stdout.write(HELP);
  process.exit(0);
}

const replies = Number(values.replies);
const documents = corpusDocuments(replies, ['zh']);
const queries = benchQueries(documents, Number(values.queries), 'bench');
await rm(values.work, { recursive: true, force: true });
await mkdir(values.work, { recursive: true });
await using stack = new AsyncDisposableStack();
stack.defer(() => rm(values.work, { recursive: true, force: true }));
const browser = await launch(await findChromium());
stack.defer(() => browser.close());
const say = (text: string) => process.stdout.write(`${text}\n`);
say(`${documents.length} replies, ${queries.length} queries\n`);
if (values['no-quality'] !== true) say(`${scoreTable(await quality())}\n`);
if (values['no-page'] !== true) await costsInPage();

/** Engines one after another: only one index is in memory at a time. */
async function quality(): Promise<Scores[]> {
  const peers = values.peers.split(',');
  const makers: (() => Promise<Engine>)[] = values.chunks
    .split(',')
    .map((size) => () => dafu(documents, values.work, Number(size)));
  if (peers.includes('pagefind')) makers.push(() => stockPagefind(documents, values.work, browser));
  if (peers.includes('minisearch')) makers.push(() => miniSearch(documents));
  const scores: Scores[] = [];
  for (const make of makers) scores.push(await scoresOf(await make(), queries));
  return scores;
}

/** What the search costs in the real page, with an index of both languages. */
async function costsInPage(): Promise<void> {
  const node = process.execPath;
  const run = (...command: string[]) => runMeasured([node, ...command], { cwd: process.cwd(), env: process.env });
  const index = path.join(values.work, 'index', 'out');
  const chunk = values.chunks.split(',').at(-1) ?? '';
  const write = (...more: string[]) =>
    run('tests/bench/search/write.ts', '--replies', String(replies), '--out', index, '--chunk', chunk, ...more);
  const taken = await write();
  const again = [await write('--changed', 'newest'), await write('--changed', 'oldest')];
  const site = values.site ?? path.join(values.work, 'site');
  if (values.site === undefined) await run('src/cli/main.ts', 'build', '--out', site);
  const files = readdirSync(index, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(path.join(parentPath, name)).size, 0);
  await using served = await serveWithIndex(site, index, values.work);
  const english = englishQueries(corpusDocuments(Math.min(replies, 400), ['en']), queries.length / 2, 'bench');
  const chinese = queries.map(({ text }) => text);
  const costs = [
    await pageCosts('Chinese', browser, served, 'zh', chinese),
    await pageCosts('English', browser, served, 'en', english),
  ];
  say(`In a browser, both languages (${replies * 2} documents):\n\n${costTable(costs)}\n`);
  for (const one of costs) say(`${one.name}:\n\n${sortTable(one)}\n`);
  say(
    `Index: ${files.length} files, ${(bytes / 1024 / replies / 2).toFixed(1)} KB a document; made in ${taken.cpu_s} CPU s, ` +
      `${taken.peak_mb} MB (largest process), ${taken.peak_all_mb} MB (all)`,
  );
  for (const [place, { cpu_s, peak_all_mb }] of again.entries())
    say(`One changed reply of the ${place === 0 ? 'newest' : 'oldest'} year: ${cpu_s} CPU s, ${peak_all_mb} MB`);
  const longest = await longestTask(browser, served);
  say(`Longest task of the main thread with hostile queries: ${longest} ms (0: none of 50 ms)`);
}
