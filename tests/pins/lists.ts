import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pins } from './of-site.ts';

/** Where the lists stand: `program`, `bureau` (of the made-up bureau), `reply-578`, each a folder with a file a list. */
const LISTS = import.meta.dirname;

/** The committed lists of a folder. */
export function readPins(folder: string): Pins {
  if (!existsSync(join(LISTS, folder))) return {};
  const files = readdirSync(join(LISTS, folder)).sort();
  return Object.fromEntries(
    files.map((file) => [
      file.replace(/\.txt$/, ''),
      readFileSync(join(LISTS, folder, file), 'utf8')
        .trimEnd()
        .split('\n'),
    ]),
  );
}

/** Writes the lists of a folder. */
export function writePins(folder: string, pins: Pins): void {
  mkdirSync(join(LISTS, folder), { recursive: true });
  for (const [name, lines] of Object.entries(pins))
    writeFileSync(join(LISTS, folder, `${name}.txt`), `${lines.join('\n')}\n`);
}

/** What is gone from a list and what is new in it, as lines with their sign. */
export function changedLines(pinned: readonly string[], now: readonly string[]): string[] {
  const [before, after] = [new Set(pinned), new Set(now)];
  return [
    ...pinned.filter((line) => !after.has(line)).map((line) => `- ${line}`),
    ...now.filter((line) => !before.has(line)).map((line) => `+ ${line}`),
  ];
}

/** What belongs to one reply: its addresses and places, its entry in the feed of all replies, the hash of its official text. */
export function ofReply(id: string, { addresses = [], fragments = [], feeds = [], hashes = [] }: Pins): Pins {
  const own = (lines: readonly string[]) => lines.filter((line) => line.includes(id));
  return {
    addresses: own(addresses),
    fragments: own(fragments),
    feeds: own(feeds).filter((line) => /^\/[a-z]+\/feed\.xml /.test(line)),
    hashes: own(hashes).filter((line) => line.includes(' zh ')),
  };
}
