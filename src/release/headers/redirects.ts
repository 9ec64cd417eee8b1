import type { Redirect } from '../../model/redirect.ts';

/** Where each former path leads, as paths below the base. A path holds no character that means something to a server. */
export type Redirects = readonly Redirect[];

/** Lines for nginx's `server` block. An exact location comes before any other, a page at the former address included. */
export function nginxRedirects(redirects: Redirects, base: string): string[] {
  return redirects.map(({ from, to }) => `location = ${base}${from} { return 301 ${base}${to}; }`);
}

/** Lines for Caddy's `route`, where the base is stripped from the path already. */
export function caddyRedirects(redirects: Redirects, base: string): string[] {
  return redirects.map(({ from, to }) => `redir /${from} ${base}${to} 301`);
}

/** The `_redirects` file of hosts such as Cloudflare Pages and Netlify. */
export function staticHostRedirects(redirects: Redirects, base: string): string {
  return redirects.map(({ from, to }) => `${base}${from} ${base}${to} 301\n`).join('');
}
