import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { dafu } from './dafu.ts';

const PROJECT = resolve(import.meta.dirname, '..');

/** The day that the tests take for today, so that nothing they see depends on when they run. */
export const TEST_DAY = '2026-11-23';

/** A running `dafu serve`. */
export interface ServedSite {
  readonly address: string;
  stop(): Promise<void>;
}

/** Starts `dafu serve` on a port that the system chooses; fails with what it said where it does not start. */
export async function startSite(parameters: readonly string[]): Promise<ServedSite> {
  const server = spawn(process.execPath, ['src/cli/main.ts', 'serve', '--port', '0', '--lang', 'en', ...parameters], {
    cwd: PROJECT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const address = await addressSaidBy(server);
  return {
    address,
    async stop() {
      const ended = once(server, 'exit');
      server.kill();
      await ended;
    },
  };
}

/** The address that a server prints when it is ready; fails with what it said where it ends before. */
export function addressSaidBy(server: ChildProcess): Promise<string> {
  return new Promise((give, fail) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/\S+(?=\s)/.exec(said)?.[0];
      if (found) give(found);
    };
    server.stdout?.on('data', listen);
    server.stderr?.on('data', listen);
    server.once('exit', () => fail(new Error(`The server did not start:\n${said}`)));
  });
}

/** Builds a root and serves it; `stop` removes the root. Fails with what the build said. */
export async function startBuilt(root: string): Promise<ServedSite> {
  const { code, output } = await dafu(['build', '--root', root, '--today', TEST_DAY, '--lang', 'en']);
  if (code !== 0) {
    rmSync(root, { recursive: true });
    throw new Error(`The site could not be built for the tests:\n${output}`);
  }
  const { address, stop } = await startSite(['--root', root]);
  return {
    address,
    async stop() {
      await stop();
      rmSync(root, { recursive: true });
    },
  };
}
