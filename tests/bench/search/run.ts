#!/usr/bin/env node
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findChromium, launch } from '../../../src/desk/printing/chromium.ts';
import { CHUNK_PLACES } from '../../../src/integrations/search-index/bundle.ts';
import { corpusDocuments } from '../../search/corpus-documents.ts';
import { dafu, type Engine, miniSearch, stockPagefind } from './engines.ts';
import { benchQueries } from './queries.ts';
import { scoresOf, scoreTable } from './scores.ts';

const HELP = `Asks this search, Pagefind as it comes and MiniSearch the same questions about a made-up archive.

npm run bench:search -- [--replies 2000] [--queries 35] [--chunks ${CHUNK_PLACES}] [--peers pagefind,minisearch] [--work DIR]

  --replies N     how many replies, in Chinese
  --queries N     how many queries of each kind
  --chunks LIST   chunk sizes of this project's index, in places
  --peers LIST    what to compare with; empty for nothing
`;

const { values } = parseArgs({
  options: {
    replies: { type: 'string', default: '2000' },
    queries: { type: 'string', default: '35' },
    chunks: { type: 'string', default: String(CHUNK_PLACES) },
    peers: { type: 'string', default: 'pagefind,minisearch' },
    work: { type: 'string', default: path.join(tmpdir(), 'dafu-bench-search') },
    help: { type: 'boolean', short: 'h' },
  },
});
if (values.help) {
  process.stdout.write(HELP);
  process.exit(0);
}

const peers = values.peers.split(',');
const documents = corpusDocuments(Number(values.replies), ['zh']);
const queries = benchQueries(documents, Number(values.queries), 'bench');
await rm(values.work, { recursive: true, force: true });
await mkdir(values.work, { recursive: true });
await using stack = new AsyncDisposableStack();
stack.defer(() => rm(values.work, { recursive: true, force: true }));

/** Engines one after another: only one index is in memory at a time. */
const makers: (() => Promise<Engine>)[] = values.chunks
  .split(',')
  .map((places) => () => dafu(documents, values.work, Number(places)));
if (peers.includes('pagefind')) {
  const browser = await launch(await findChromium());
  stack.defer(() => browser.close());
  makers.push(() => stockPagefind(documents, values.work, browser));
}
if (peers.includes('minisearch')) makers.push(() => miniSearch(documents));

process.stdout.write(`${documents.length} replies, ${queries.length} queries\n\n`);
const scores = [];
for (const make of makers) scores.push(await scoresOf(await make(), queries));
process.stdout.write(`${scoreTable(scores)}\n`);
