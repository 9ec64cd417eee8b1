import { existsSync, realpathSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename, dirname, join } from 'node:path';
import send from 'send';
import type { Redirect } from '../../model/redirect.ts';
import { headersOf, isHashed } from '../headers/policy.ts';
import { contentType } from '../headers/types.ts';
import { releasePlaces } from '../output/releases.ts';

/** Compressed copies that a release lays beside a file, best first. */
const VARIANTS = [
  { encoding: 'br', ending: '.br' },
  { encoding: 'gzip', ending: '.gz' },
] as const;

type Variant = (typeof VARIANTS)[number];

/**
 * Answers requests with the files of a built site, under the headers that every other server is configured with.
 * `out` is looked up anew for each request, so that a switched link serves the new build at once; `redirects` say where
 * former addresses lead.
 */
export function siteHandler(
  out: string,
  base: string,
  redirects: readonly Redirect[] = [],
): (request: IncomingMessage, response: ServerResponse) => void {
  const former = new Map(redirects.map(({ from, to }) => [base + from, base + to]));
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    const moved = former.get(path);
    if (moved !== undefined) redirect(response, moved);
    else if (`${path}/` === base) redirect(response, base);
    else if (!path.startsWith(base)) sendNotFound(request, response, out);
    else sendBelow(request, response, out, path.slice(base.length), path);
  };
}

function sendBelow(request: IncomingMessage, response: ServerResponse, out: string, below: string, path: string): void {
  const name = below === '' || below.endsWith('/') ? `${below}index.html` : below;
  const plain = plainPath(name);
  if (plain === undefined) {
    sendNotFound(request, response, out);
    return;
  }
  const folder = folderOf(out, plain);
  const variant = compressedCopy(join(folder, plain), request);
  send(request, `/${name}${variant?.ending ?? ''}`, {
    root: folder,
    index: false,
    dotfiles: 'allow',
    cacheControl: false,
  })
    .on('directory', () => redirect(response, `${path}/${(request.url ?? '').slice(path.length)}`))
    .on('headers', (reply: ServerResponse) => {
      for (const [header, value] of headersOf(below)) reply.setHeader(header, value);
      reply.setHeader('Content-Type', contentType(plain));
      reply.setHeader('Vary', 'Accept-Encoding');
      if (variant) reply.setHeader('Content-Encoding', variant.encoding);
    })
    .on('error', (error: { status?: number }) => {
      if (error.status === 412 || error.status === 416) response.writeHead(error.status).end();
      else sendNotFound(request, response, out);
    })
    .pipe(response);
}

/** Where a file stands: in the build, or among the hashed files of kept releases, which pages opened earlier still ask for. */
function folderOf(out: string, file: string): string {
  const folder = realpathSync(out);
  const { current, kept } = releasePlaces(dirname(out));
  const gone = basename(out) === basename(current) && isHashed(file) && !existsSync(join(folder, file));
  return gone && existsSync(join(kept, file)) ? kept : folder;
}

/** The path decoded, or undefined where it plays tricks: bad encoding, NUL, empty, `.` or `..` segments, backslashes. */
function plainPath(path: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return undefined;
  return decoded.split('/').some((segment) => ['', '.', '..'].includes(segment)) ? undefined : decoded;
}

/** The best compressed copy of a file that the request accepts; undefined where the file itself is to be sent. */
function compressedCopy(file: string, request: IncomingMessage): Variant | undefined {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  return VARIANTS.find(
    ({ encoding, ending }) =>
      new RegExp(`(?:^|[,\\s])${encoding}(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))(?:[\\s;,]|$)`).test(accepted) &&
      statSync(file + ending, { throwIfNoEntry: false })?.isFile() === true,
  );
}

function redirect(response: ServerResponse, location: string): void {
  for (const [header, value] of headersOf('')) response.setHeader(header, value);
  response.writeHead(301, { Location: location }).end();
}

/** The site's own page for what is not there. */
function sendNotFound(request: IncomingMessage, response: ServerResponse, out: string): void {
  response.statusCode = 404;
  for (const name of ['If-None-Match', 'If-Modified-Since', 'Range'] as const)
    delete request.headers[name.toLowerCase()];
  send(request, '/404.html', {
    root: realpathSync(out),
    index: false,
    cacheControl: false,
    etag: false,
    lastModified: false,
  })
    .on('headers', (reply: ServerResponse) => {
      for (const [header, value] of headersOf('404.html')) reply.setHeader(header, value);
      reply.setHeader('Content-Type', contentType('404.html'));
    })
    .on('error', () => response.end())
    .pipe(response);
}
