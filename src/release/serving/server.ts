import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Redirect } from '../../model/addresses.ts';
import { readSite } from '../../reading/files.ts';
import { readRedirects } from '../../reading/published.ts';
import { commandFailure, usageError } from '../../terminal/failures.ts';
import { refuseBroken } from './answers.ts';
import { siteHandler } from './handler.ts';

/** What `dafu serve` is asked for; port 0 lets the system choose. */
interface ServeRequest {
  readonly root: string;
  readonly out: string;
  readonly host: string;
  readonly port: number;
}

/** A server for a built site that does not listen yet. What it answers to a request that cannot be read has the headers of every answer too. */
export function siteServer(out: string, base: string, redirects: readonly Redirect[] = []): Server {
  // The handler says itself what is wrong with a request that names no host, under the headers of every answer.
  const server = createServer({ requireHostHeader: false }, siteHandler(out, base, redirects));
  refuseBroken(server);
  return server;
}

/** Serves a built site until the process ends, and gives its address. Throws a CommandError where the port is not to be had. */
export async function serveSite({ root, out, host, port }: ServeRequest): Promise<string> {
  if (!existsSync(out)) throw usageError((words) => words.notBuilt(out));
  const { base } = readSite(root);
  const server = siteServer(out, base, readRedirects(root).entries);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') reject(commandFailure((words) => words.portTaken(port), error));
      else if (error.code === 'EACCES') reject(commandFailure((words) => words.notAllowed(port), error));
      else reject(error);
    });
    server.listen(port, host, resolve);
  });
  const { port: given } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${given}${base}`;
}
