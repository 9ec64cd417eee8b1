import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { headersOf } from '../headers/policy.ts';

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
  const headers = [...headersOf(''), ...(status === 405 ? [['Allow', 'GET, HEAD'] as const] : [])];
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    'Content-Length: 0',
    'Connection: close',
  ];
  socket.end(`${lines.join('\r\n')}\r\n\r\n`);
}
