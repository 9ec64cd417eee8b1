import { fileForm, pathPattern } from '../../formats/format.ts';
import { FORMAT_GROUPS } from '../../formats/registry.ts';
import type { Redirect } from '../../model/addresses.ts';
import { CONTENT_TYPES } from './types.ts';

/** A response header and its value. */
export type Header = readonly [name: string, value: string];

/** The one Content-Security-Policy of every page: nothing inline, nothing from elsewhere. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
] as const;

/** The methods that are allowed: none that changes anything. */
export const METHODS = 'GET, HEAD, OPTIONS';

/** Features of the browser that no page uses. */
const PERMISSIONS = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb', 'browsing-topics'];

/** Headers of every response, whatever its path. */
export const COMMON_HEADERS: readonly Header[] = [
  ['Strict-Transport-Security', 'max-age=31536000; includeSubDomains'],
  ['X-Content-Type-Options', 'nosniff'],
];

/** Headers, besides the policy, that matter where a browser shows a response as a page or runs it as a worker. */
export const SHOWN_HEADERS: readonly Header[] = [
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ['Permissions-Policy', PERMISSIONS.map((feature) => `${feature}=()`).join(', ')],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
];

const shown = (policy: string): readonly Header[] => [['Content-Security-Policy', policy], ...SHOWN_HEADERS];

const FRAMED_NOWHERE: readonly Header[] = [
  ...shown([...PAGE_POLICY, "frame-ancestors 'none'"].join('; ')),
  ['Cross-Origin-Resource-Policy', 'same-origin'],
];
const FRAMED_ANYWHERE: readonly Header[] = [
  ...shown([...PAGE_POLICY, 'frame-ancestors *'].join('; ')),
  ['Cross-Origin-Resource-Policy', 'cross-origin'],
];
/** Scripts of other sites may read a file. */
const READ_ANYWHERE: readonly Header[] = [
  ['Cross-Origin-Resource-Policy', 'cross-origin'],
  ['Access-Control-Allow-Origin', '*'],
];
/**
 * They may also read its ETag and make conditional requests. Browsers ask first (OPTIONS), which every server answers.
 */
export const READABLE: readonly Header[] = [
  ...READ_ANYWHERE,
  ['Access-Control-Expose-Headers', 'ETag, Content-Range'],
  ['Access-Control-Allow-Headers', 'If-None-Match, If-Modified-Since, If-Range, Range'],
];
const OPEN_DATA: readonly Header[] = [
  ...shown("default-src 'none'; style-src 'self'; frame-ancestors 'none'; sandbox"),
  ...READABLE,
];

/** Files that a viewer shows: no script can be in them, and viewers of PDF that browsers bring need their own styles. */
const VIEWED: readonly Header[] = [...shown("script-src 'none'; base-uri 'none'; frame-ancestors 'none'"), ...READABLE];
/** The page for 404: scripts of other sites shall see that status rather than a network error. */
const MISSING: readonly Header[] = [...shown([...PAGE_POLICY, "frame-ancestors 'none'"].join('; ')), ...READABLE];

/** The list and the script of the search index, which other sites may merge (Pagefind's `mergeIndex`). */
const SHARED_WITH_ALL: readonly Header[] = [...shown("default-src 'none'; frame-ancestors 'none'"), ...READABLE];
/** A worker has the policy of its own response: this one compiles Pagefind's WebAssembly, which no page may. */
const SEARCH_WORKER: readonly Header[] = [
  ...shown("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; frame-ancestors 'none'"),
  ['Cross-Origin-Resource-Policy', 'same-origin'],
];

/** Hashed names never change what they hold. */
const FOR_A_YEAR: Header = ['Cache-Control', 'public, max-age=31536000, immutable'];
/** Everything else is asked for again, and answered with 304 where it is the same. */
export const ASK_AGAIN: Header = ['Cache-Control', 'public, max-age=0, must-revalidate'];

/** A kind of path, as every server is configured with it: a regular expression over the path below the base. */
export interface PathRule {
  readonly name: string;
  /** Matches the whole path below the site's base, without a leading slash. */
  readonly pattern: RegExp;
  readonly headers: readonly Header[];
}

/**
 * What pages opened before a switch still ask for: what pages load, the search index of a version (of the first, `search/parts`), and
 * the texts of the quotation check but for their list.
 */
export const KEPT = /^(?:assets|(?:search|verify)\/parts|pagefind\/[^/]+)\/.+$/;

/** Whether a path below the base stays served after a switch. */
export function isKept(path: string): boolean {
  return KEPT.test(path);
}

/** The files of a search index that say what it holds today: the others are named by what they hold, or by their version. */
const SEARCH_LIST = /^pagefind\/[^/]+\/(?:[^/]+\/)*(?:index|pagefind-entry)\.json$/;

/** Whether a path that stays served may hold something else after a switch. */
export function isSearchList(path: string): boolean {
  return SEARCH_LIST.test(path);
}

/** Endings of what the site itself is made of: read by its own pages only, unless it is data. */
const OWN_ENDINGS: ReadonlySet<string> = new Set(['html', 'css', 'js', 'woff2', 'wasm']);
/** Every other file may be taken away, whoever put it there: what formats write, what is beside letters and in `public/`. */
const FORMATS = FORMAT_GROUPS.flatMap(({ formats }) => formats);
const TAKEN = [...new Set([...Object.keys(CONTENT_TYPES), ...FORMATS.map(fileForm)])].filter(
  (ending) => !OWN_ENDINGS.has(ending),
);
const IMAGES = ['png', 'jpe?g', 'webp', 'avif', 'gif', 'svg'];
const viewed = FORMATS.filter(({ headers }) => headers === 'viewed');

/** The kinds of paths. The first that matches gives a response its headers, besides the common ones. */
export const PATH_RULES: readonly PathRule[] = [
  {
    name: 'hashed-image',
    pattern: new RegExp(`^assets/.+\\.(?:${IMAGES.join('|')})$`),
    headers: [...OPEN_DATA, FOR_A_YEAR],
  },
  { name: 'hashed', pattern: /^(?:assets|(?:search|verify)\/parts)\/.+$/, headers: [...FRAMED_NOWHERE, FOR_A_YEAR] },
  {
    name: 'search-worker',
    pattern: /^pagefind\/[^/]+\/[^/]+\/pagefind-worker\.js$/,
    headers: [...SEARCH_WORKER, FOR_A_YEAR],
  },
  { name: 'search-list', pattern: SEARCH_LIST, headers: [...SHARED_WITH_ALL, ASK_AGAIN] },
  {
    name: 'search-script',
    pattern: /^pagefind\/[^/]+\/[^/]+\/pagefind\.js$/,
    headers: [...SHARED_WITH_ALL, FOR_A_YEAR],
  },
  {
    // Binary files that only the search's scripts read, some forty with a first query: no browser shows or runs them,
    // whatever they hold, and a policy would be as large as many of them.
    name: 'search-data',
    pattern:
      /^pagefind\/[^/]+\/(?:parts\/[^/]+\.(?:json|bin)|(?:[^/]+\/)+[^/]+\.(?:pagefind|pf_meta|pf_index|pf_fragment|pf_filter))$/,
    headers: [...READ_ANYWHERE, FOR_A_YEAR],
  },
  { name: 'embed', pattern: /^embed\/.*$/, headers: [...FRAMED_ANYWHERE, ASK_AGAIN] },
  { name: 'files', pattern: /^[a-z]+\/replies\/[^/]+\/files\/.+$/, headers: [...VIEWED, ASK_AGAIN] },
  ...viewed.map((format) => ({
    name: `viewed-${format.id}`,
    pattern: new RegExp(`^${pathPattern(format)}$`),
    headers: [...VIEWED, ASK_AGAIN],
  })),
  { name: 'open', pattern: new RegExp(`^.*\\.(?:${TAKEN.join('|')})$`), headers: [...OPEN_DATA, ASK_AGAIN] },
  { name: 'missing', pattern: /^404\.html$/, headers: [...MISSING, ASK_AGAIN] },
];

/** What every other path gets. */
export const PAGE_HEADERS: readonly Header[] = [...FRAMED_NOWHERE, ASK_AGAIN];

/** All headers of the response to a path below the base (`zh/replies/`, `` for the cover). */
export function headersOf(path: string): readonly Header[] {
  const rule = PATH_RULES.find(({ pattern }) => pattern.test(path));
  return [...COMMON_HEADERS, ...(rule?.headers ?? PAGE_HEADERS)];
}

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
