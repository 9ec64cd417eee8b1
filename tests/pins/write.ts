import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { BUREAU } from '../dafu.ts';
import { changedLines, ofReply, readPins, writePins } from './lists.ts';
import { pinsOfProgram } from './of-program.ts';
import { type Pins, pinsOfSite } from './of-site.ts';

/** `npm run pins`: rewrites the lists of what others hold on to, and says what changed in them. Each line gone is a decision. */
const PROJECT = resolve(import.meta.dirname, '../..');
const TODAY = '2026-11-23';

function write(folder: string, pins: Pins): void {
  const before = readPins(folder);
  for (const [name, lines] of Object.entries(pins))
    for (const line of changedLines(before[name] ?? [], lines)) console.log(`${folder}/${name}  ${line}`);
  writePins(folder, pins);
}

/** Builds a copy of a content folder and gives its lists. */
async function pinsOfContent(source: string, ...parameters: readonly string[]): Promise<Pins> {
  const root = mkdtempSync(join(tmpdir(), 'dafu-pins-'));
  try {
    for (const folder of ['content', 'data', 'public'])
      if (existsSync(join(source, folder))) cpSync(join(source, folder), join(root, folder), { recursive: true });
    const { status } = spawnSync(
      process.execPath,
      ['src/cli/main.ts', 'build', '--root', root, '--today', TODAY, '--lang', 'en', ...parameters],
      { cwd: PROJECT, stdio: ['ignore', 'ignore', 'inherit'] },
    );
    if (status !== 0) throw new Error(`${source} does not build`);
    return await pinsOfSite(join(root, 'dist'));
  } finally {
    rmSync(root, { recursive: true });
  }
}

write('bureau', await pinsOfContent(BUREAU));
write('program', await pinsOfProgram());
// Where a bureau publishes other replies, this list stays what it was.
const [id = ''] = readPins('reply-578')['hashes']?.[0]?.split(' ') ?? [];
const published = ofReply(id, await pinsOfContent(PROJECT));
if ((published['addresses'] ?? []).length > 0) write('reply-578', published);
