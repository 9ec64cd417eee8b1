import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readSite } from '../../reading/files.ts';
import { readRedirects } from '../../reading/published.ts';
import { listFilesBelow } from '../../system/files.ts';
import { usageError } from '../../terminal/failures.ts';
import { caddyConfiguration } from './caddy.ts';
import { nginxConfiguration } from './nginx.ts';
import { staticHostRedirects } from './policy.ts';
import { staticHostHeaders } from './static-host.ts';

/** The servers that a configuration can be written for; a host of static files has one for headers and one for redirects. */
export const SERVERS = ['nginx', 'caddy', 'static-host', 'static-host-redirects'] as const;
export type Server = (typeof SERVERS)[number];

/** Characters with a meaning in a server's configuration. */
const CONFIGURES = /[\p{Cc}"'`;{}$#\\]/u;

/** The configuration of a server for a root's site, with the redirects of its data/redirects.json. Throws a SiteError. */
export function serverConfiguration(
  server: Server,
  root: string,
  releases: string,
  listen: string | undefined,
): string {
  for (const [option, value] of [
    ['--releases', releases],
    ['--listen', listen ?? ''],
  ] as const)
    if (CONFIGURES.test(value)) throw usageError((words) => words.badServerValue(option, value));
  if (/\s/.test(releases)) throw usageError((words) => words.badServerValue('--releases', releases));
  const { base } = readSite(root);
  const { entries: redirects } = readRedirects(root);
  if (server === 'nginx') return nginxConfiguration({ releases, base, redirects, listen: listen ?? '80' });
  if (server === 'caddy') return caddyConfiguration({ releases, base, redirects, listen: listen ?? ':80' });
  if (server === 'static-host-redirects') return staticHostRedirects(redirects, base);
  const dist = join(root, 'dist');
  if (!existsSync(dist)) throw usageError((words) => words.notBuilt(dist));
  return staticHostHeaders(listFilesBelow(`${dist}/`), base);
}
