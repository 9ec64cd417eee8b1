import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readSite } from '../catalogue/files.ts';
import { usageError } from './failures.ts';
import { caddyConfiguration } from './headers/caddy.ts';
import { nginxConfiguration } from './headers/nginx.ts';
import { staticHostHeaders } from './headers/static-host.ts';
import { listFilesBelow } from './output/tree.ts';

/** The configuration of a server for a root's site: nginx, caddy, or the `_headers` file of a host of static files. */
export function serverConfiguration(
  server: string,
  root: string,
  releases: string,
  listen: string | undefined,
): string {
  const { base } = readSite(root);
  if (server === 'nginx') return nginxConfiguration({ releases, base, listen: listen ?? '80' });
  if (server === 'caddy') return caddyConfiguration({ releases, base, listen: listen ?? ':80' });
  const dist = join(root, 'dist');
  if (!existsSync(dist)) throw usageError((words) => words.notBuilt(dist));
  return staticHostHeaders(listFilesBelow(`${dist}/`), base);
}
