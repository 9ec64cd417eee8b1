import { existsSync, realpathSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename, dirname, join } from 'node:path';
import { MISSING_FORMAT } from '../../formats/registry.ts';
import type { Redirect } from '../../model/addresses.ts';
import { headersOf, isKept, METHODS } from '../headers/policy.ts';
import { contentType } from '../headers/types.ts';
import { releasePlaces } from '../releases.ts';
import { answerFile, type FoundFile, findFile, refuse, sendFile } from './answers.ts';

/** Compressed copies that a release lays beside a file, best first. */
const VARIANTS = [
  { encoding: 'br', ending: '.br', named: accepting('br') },
  { encoding: 'gzip', ending: '.gz', named: accepting('gzip') },
] as const;

/** Finds a coding in an Accept-Encoding header, unless it is refused with `q=0`. */
function accepting(coding: string): RegExp {
  return new RegExp(`(?:^|[,\\s])${coding}(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))(?:[\\s;,]|$)`);
}

/**
 * Answers requests with the files of a built site, under the headers that every other server is configured with.
 * `out` is looked up again for each request, so that a switched link serves the new build at once; `redirects` say where
 * former addresses lead.
 */
export function siteHandler(
  out: string,
  base: string,
  redirects: readonly Redirect[] = [],
): (request: IncomingMessage, response: ServerResponse) => void {
  const former = new Map(redirects.map(({ from, to }) => [base + from, base + to]));
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    if (request.httpVersion === '1.1' && request.headers.host === undefined) {
      refuse(response, 400);
      return;
    }
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    if (request.method === 'OPTIONS') {
      const below = path.startsWith(base) ? path.slice(base.length) : '';
      setHeaders(response, plainPath(below) ?? below);
      response.writeHead(204, { Allow: METHODS }).end();
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      setHeaders(response, '');
      response.writeHead(405, { Allow: METHODS }).end();
      return;
    }
    const moved = former.get(path);
    if (moved !== undefined) redirect(response, moved);
    else if (`${path}/` === base) redirect(response, base);
    else if (!path.startsWith(base)) sendNotFound(request, response, out, '');
    else sendBelow(request, response, out, path.slice(base.length), path);
  };
  return (request, response) => {
    try {
      answer(request, response);
    } catch {
      // The build is gone, or cannot be read. The next request may find another one.
      if (response.headersSent) response.destroy();
      else refuse(response, 503);
    }
  };
}

function sendBelow(request: IncomingMessage, response: ServerResponse, out: string, asked: string, path: string): void {
  const page = asked === '' || asked.endsWith('/') ? 'index.html' : '';
  const plain = plainPath(asked + page);
  // Headers go by what is found, in whatever signs its name was written.
  const below = plain?.slice(0, plain.length - page.length) ?? asked;
  const found = plain === undefined ? undefined : findFile(join(folderOf(out, plain), plain));
  if (plain === undefined || found === undefined) sendNotFound(request, response, out, below);
  else if (found === 'folder') redirect(response, `${path}/${(request.url ?? '').slice(path.length)}`);
  else {
    const copy = compressedCopy(found.path, request);
    setHeaders(response, below, plain);
    response.setHeader('Vary', 'Accept-Encoding');
    if (copy !== undefined) response.setHeader('Content-Encoding', copy.encoding);
    try {
      answerFile(request, response, copy?.file ?? found);
    } catch {
      // It went away between two looks at it: a release was removed.
      sendNotFound(request, response, out, below);
    }
  }
}

/** Sets the headers of a path below the base, and the type of the file that answers it where one does. */
function setHeaders(response: ServerResponse, below: string, file?: string): void {
  for (const [header, value] of headersOf(below)) response.setHeader(header, value);
  if (file !== undefined) response.setHeader('Content-Type', contentType(file));
}

/** Where a file stands: in the build, or among the files of kept releases, which pages opened earlier still ask for. */
function folderOf(out: string, file: string): string {
  const folder = realpathSync(out);
  const { current } = releasePlaces(dirname(out));
  const kept = realFolder(releasePlaces(dirname(out)).kept);
  const gone = basename(out) === basename(current) && isKept(file) && !existsSync(join(folder, file));
  return gone && kept !== undefined && existsSync(join(kept, file)) ? kept : folder;
}

const realFolder = (path: string): string | undefined => (existsSync(path) ? realpathSync(path) : undefined);

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
function compressedCopy(path: string, request: IncomingMessage): { encoding: string; file: FoundFile } | undefined {
  const accepted = request.headers['accept-encoding'] ?? '';
  for (const { encoding, ending, named } of VARIANTS) {
    const file = named.test(String(accepted)) ? findFile(path + ending) : undefined;
    if (file !== undefined && file !== 'folder') return { encoding, file };
  }
  return undefined;
}

function redirect(response: ServerResponse, location: string): void {
  setHeaders(response, '');
  response.writeHead(301, { Location: location }).end();
}

/** The site's own page for what is not there, or, for programs that ask below `/api`, its answer in JSON. */
function sendNotFound(request: IncomingMessage, response: ServerResponse, out: string, below: string): void {
  for (const header of response.getHeaderNames()) response.removeHeader(header);
  response.statusCode = 404;
  const folder = realFolder(out);
  const names = [...(below.startsWith('api/') ? [MISSING_FORMAT.path] : []), '404.html'];
  for (const name of names) {
    const page = folder === undefined ? undefined : findFile(join(folder, name));
    setHeaders(response, name, name);
    if (page === undefined || page === 'folder') continue;
    sendFile(request, response, page);
    return;
  }
  response.end();
}
