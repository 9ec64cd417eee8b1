import { closeSync, createReadStream, fstatSync, lstatSync, openSync, readSync, realpathSync } from 'node:fs';
import {
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from 'node:http';
import type { Duplex } from 'node:stream';
import fresh from 'fresh';
import parseRange from 'range-parser';
import { ASK_AGAIN, headersOf, METHODS } from '../headers/policy.ts';

/** Up to here a file, or the stretch of it that is asked for, is read at once; what is longer is sent piece by piece. */
const READ_AT_ONCE = 1024 * 1024;

/** A file as it is: its path, its bytes, and what tells one state of it from another. */
export interface FoundFile {
  readonly path: string;
  readonly bytes: number;
  readonly etag: string;
  readonly lastModified: string;
}

/** The first and the last byte of a part of a file. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What is at a path below a folder that is free of links: a file, a folder, or nothing that can be sent, as what a link leads to is. */
export function findFile(path: string): FoundFile | 'folder' | undefined {
  try {
    if (realpathSync(path) !== path) return undefined;
    const stats = lstatSync(path);
    if (stats.isDirectory()) return 'folder';
    if (!stats.isFile()) return undefined;
    const etag = `"${stats.size.toString(16)}-${Math.trunc(stats.mtimeMs).toString(16)}"`;
    return { path, bytes: stats.size, etag, lastModified: stats.mtime.toUTCString() };
  } catch {
    // Nothing is there, or its name is one that no file can have.
    return undefined;
  }
}

/** What a request for a file is answered with. A status from 300 on has no body. */
type Answer =
  | { readonly status: 200 }
  | { readonly status: 206; readonly part: Stretch }
  | { readonly status: 304 | 412 | 416 };

/** What a request with these headers is owed of a file (RFC 9110; of several ranges, which a server may, the whole). */
export function answerTo(headers: IncomingHttpHeaders, file: FoundFile): Answer {
  if (isFailedCondition(headers, file)) return { status: 412 };
  if (fresh(headers, { etag: file.etag, 'last-modified': file.lastModified })) return { status: 304 };
  const { range = '', 'if-range': condition } = headers;
  const isOther = condition !== undefined && condition !== file.etag && condition !== file.lastModified;
  if (isOther || !/^bytes\s*=/.test(range)) return { status: 200 };
  const ranges = parseRange(file.bytes, range, { combine: true });
  if (ranges === -1) return { status: 416 };
  const part = ranges === -2 || ranges.length !== 1 ? undefined : ranges[0];
  return part === undefined ? { status: 200 } : { status: 206, part };
}

/** Answers a request for a file. Headers that are set already stay. Throws where it is gone meanwhile. */
export function answerFile(request: IncomingMessage, response: ServerResponse, file: FoundFile): void {
  const answer = answerTo(request.headers, file);
  response.statusCode = answer.status;
  response.setHeader('Accept-Ranges', 'bytes');
  response.setHeader('ETag', file.etag);
  response.setHeader('Last-Modified', file.lastModified);
  if (answer.status === 200) sendFile(request, response, file);
  else if (answer.status === 206) {
    const { start, end } = answer.part;
    response.setHeader('Content-Range', `bytes ${start}-${end}/${file.bytes}`);
    sendFile(request, response, file, answer.part);
  } else {
    if (answer.status === 416) response.setHeader('Content-Range', `bytes */${file.bytes}`);
    // There is no body to describe, and what was refused is kept no longer than a page.
    for (const header of ['Content-Type', 'Content-Encoding']) response.removeHeader(header);
    if (answer.status !== 304) response.setHeader(...ASK_AGAIN);
    response.end();
  }
}

/**
 * Sends a file, or a stretch of it, whatever the conditions of the request. Throws where it is gone meanwhile.
 *
 * A short one is read then and there: on a busy machine each step that waits for a thread of its own costs milliseconds, and
 * such a file is in the system's memory.
 */
export function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: FoundFile,
  { start, end }: Stretch = { start: 0, end: file.bytes - 1 },
): void {
  const length = end - start + 1;
  response.setHeader('Content-Length', length);
  if (request.method === 'HEAD' || length === 0) response.end();
  else if (length <= READ_AT_ONCE) response.end(readStretch(file.path, start, length));
  else streamStretch(response, file.path, start, end);
}

/** Whether the reader wants an answer only if the file is another than this. */
function isFailedCondition(headers: IncomingHttpHeaders, { etag, lastModified }: FoundFile): boolean {
  const match = headers['if-match'];
  if (match !== undefined) return match !== '*' && !match.split(',').some((each) => each.trim() === etag);
  const since = Date.parse(headers['if-unmodified-since'] ?? '');
  return !Number.isNaN(since) && Date.parse(lastModified) > since;
}

function readStretch(path: string, start: number, length: number): Buffer {
  const descriptor = openSync(path, 'r');
  try {
    // What was cut short meanwhile is not made up for with zeros.
    if (fstatSync(descriptor).size < start + length) throw new Error(`${path} became shorter while it was sent`);
    const bytes = Buffer.allocUnsafe(length);
    return bytes.subarray(0, readSync(descriptor, bytes, 0, length, start));
  } finally {
    closeSync(descriptor);
  }
}

function streamStretch(response: ServerResponse, path: string, start: number, end: number): void {
  const stream = createReadStream(path, { start, end });
  stream.on('error', () => response.destroy());
  response.on('close', () => stream.destroy());
  stream.pipe(response);
}

/** What is answered to a request that is refused whatever it asks for: no body, the headers of a page, and the end of the connection. */
export function refuse(response: ServerResponse, status: number): void {
  for (const header of response.getHeaderNames()) response.removeHeader(header);
  for (const [header, value] of headersOf('')) response.setHeader(header, value);
  response.writeHead(status, { Connection: 'close', 'Content-Length': 0 }).end();
}

/** Statuses of what Node's parser refuses; everything else it cannot read is a bad request. */
const STATUSES: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/**
 * Lets a server answer what no handler sees, such as broken or overlong requests, with a status and the headers of every answer; Node
 * alone would send the status only.
 */
export function refuseBroken(server: Server): void {
  /** Connections on which an answer is under way: another one in the middle of it would be taken for its content. */
  const answering = new WeakSet<Duplex>();
  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    answering.add(socket);
    response.once('close', () => answering.delete(socket));
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (answering.has(socket)) socket.destroy();
    else sendRefusal(socket, STATUSES[error.code ?? ''] ?? 400);
  });
  server.on('connect', (_request, socket) => sendRefusal(socket, 405));
  server.on('checkExpectation', (_request, response) => refuse(response, 417));
}

function sendRefusal(socket: Duplex, status: number): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const headers = [...headersOf(''), ...(status === 405 ? [['Allow', METHODS] as const] : [])];
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    'Content-Length: 0',
    'Connection: close',
  ];
  socket.end(`${lines.join('\r\n')}\r\n\r\n`);
}
