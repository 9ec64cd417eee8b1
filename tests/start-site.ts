import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

const PROJECT = resolve(import.meta.dirname, '..');

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
  let said = '';
  const address = await new Promise<string>((give, fail) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/\S+/.exec(said)?.[0];
      if (found) give(found);
    };
    server.stdout.on('data', listen);
    server.stderr.on('data', listen);
    server.once('exit', () => fail(new Error(`dafu serve did not start:\n${said}`)));
  });
  return {
    address,
    async stop() {
      const ended = once(server, 'exit');
      server.kill();
      await ended;
    },
  };
}
