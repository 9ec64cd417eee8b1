#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { findChromium, launch } from '../../../src/release/printing/chromium.ts';
import { runMeasured } from '../process-tree.ts';

const HELP = `Measures how long whoever edits waits for dafu dev: from its start to the first page, and from saving a paragraph to its place on the open page.

npm run bench:dev -- [--replies 2000] [--seed 1] [--saves 10]

Writes a corpus of made-up replies into a folder of its own below the system's temporary one, and removes it. The server is started twice: the
second time it has what the first one kept. Prints a line of JSON for each start and one for the saves.
`;

const project = path.resolve(import.meta.dirname, '../../..');
const { values } = parseArgs({
  options: {
    replies: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    saves: { type: 'string', default: '10' },
    help: { type: 'boolean', short: 'h' },
  },
});
if (values.help) {
  process.stdout.write(HELP);
  process.exit(0);
}

const folder = mkdtempSync(path.join(tmpdir(), 'dafu-bench-dev-'));
const root = path.join(folder, 'root');
const seconds = (milliseconds: number) => Math.round(milliseconds / 10) / 100;
const tell = (line: object) => console.log(JSON.stringify({ replies: Number(values.replies), ...line }));

/** A running `dafu dev`, which has said its address. */
interface Server {
  readonly address: string;
  /** Milliseconds from its start. */
  readonly since: () => number;
  /** Resolves when the check that it began with has been told. */
  readonly checked: Promise<void>;
  readonly stop: () => Promise<void>;
}

async function startServer(): Promise<Server> {
  const began = performance.now();
  const parameters = ['src/cli/main.ts', 'dev', '--root', root, '--port', '0', '--lang', 'en', '--today', '2026-01-05'];
  const child = spawn(process.execPath, parameters, { cwd: project });
  const ended = new Promise<void>((give) => child.once('exit', () => give()));
  let said = '';
  const hears = (pattern: RegExp) =>
    new Promise<string>((give, fail) => {
      const look = () => {
        const found = pattern.exec(said)?.[0];
        if (found !== undefined) give(found);
      };
      for (const stream of [child.stdout, child.stderr]) stream.on('data', look);
      child.once('exit', () => fail(new Error(`dafu dev ended:\n${said}`)));
    });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (said += part.toString()));
  const checked = hears(/\d+ error/).then(() => {});
  checked.catch(() => {});
  const address = await hears(/http:\/\/127\.0\.0\.1:\d+/);
  const stop = async () => {
    child.kill();
    await ended;
  };
  return { address, since: () => performance.now() - began, checked, stop };
}

/** A reply in the middle of the corpus, and its page. */
function someReply(): { readonly file: string; readonly page: string } {
  const ids = readdirSync(path.join(root, 'content/replies')).sort();
  const id = ids[Math.floor(ids.length / 2)] ?? '';
  return { file: path.join(root, 'content/replies', id, 'zh.mdx'), page: `/zh/replies/${id}/` };
}

/** Saves a sentence at the end of a file, as editors do, and gives how many milliseconds later the open page shows it. */
async function save(file: string, sentence: string, page: Page): Promise<number> {
  writeFileSync(`${file}.new`, `${readFileSync(file, 'utf8').trimEnd()}${sentence}\n`);
  const began = performance.now();
  renameSync(`${file}.new`, file);
  await page.getByText(sentence).first().waitFor();
  return performance.now() - began;
}

try {
  const writer = ['tests/corpus/write.ts', '--replies', values.replies, '--seed', values.seed, '--out', root];
  await runMeasured([process.execPath, ...writer], { cwd: project, env: process.env });
  const { file, page: place } = someReply();
  const browser = await launch(await findChromium());
  const page = await browser.newPage();
  page.setDefaultTimeout(120_000);
  for (const what of ['first start', 'second start']) {
    const server = await startServer();
    const listening = server.since();
    await page.goto(server.address + place);
    tell({ what, address_s: seconds(listening), page_s: seconds(server.since()) });
    await server.checked;
    tell({ what: `${what}, checked`, checked_s: seconds(server.since()) });
    if (what === 'second start') {
      const taken: number[] = [];
      for (let number = 1; number <= Number(values.saves); number += 1) {
        taken.push(await save(file, `特此补充说明之${number}。`, page));
        // The check of this change ends before the next: nobody saves while the page is still being shown.
        await page.waitForTimeout(4000);
      }
      const sorted = taken.toSorted((one, other) => one - other);
      const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
      tell({ what: 'saved', saves: taken.length, median_s: seconds(median), longest_s: seconds(sorted.at(-1) ?? 0) });
    }
    await server.stop();
  }
  await browser.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
