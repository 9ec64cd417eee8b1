import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { answerTo, findFile } from '../../../src/release/serving/answers.ts';
import { siteHandler } from '../../../src/release/serving/handler.ts';
import { siteServer } from '../../../src/release/serving/server.ts';

const FILE = { path: '/x', bytes: 100, etag: '"64-1"', lastModified: 'Tue, 06 May 2025 01:00:00 GMT' };
const EARLIER = 'Tue, 06 May 2025 00:59:59 GMT';
const LATER = 'Tue, 06 May 2025 01:00:01 GMT';
const WHOLE = { status: 200 };
const part = (start: number, end: number) => ({ status: 206, part: expect.objectContaining({ start, end }) });

describe('a request for a file is owed', () => {
  const cases: readonly [Record<string, string>, object][] = [
    [{}, WHOLE],
    // Conditions (RFC 9110, section 13).
    [{ 'if-none-match': '"64-1"' }, { status: 304 }],
    [{ 'if-none-match': '"other", W/"64-1"' }, { status: 304 }],
    [{ 'if-none-match': '*' }, { status: 304 }],
    [{ 'if-none-match': '"other"' }, WHOLE],
    [{ 'if-none-match': '"other"', 'if-modified-since': LATER }, WHOLE],
    [{ 'if-modified-since': FILE.lastModified }, { status: 304 }],
    [{ 'if-modified-since': EARLIER }, WHOLE],
    [{ 'if-modified-since': 'no date' }, WHOLE],
    [{ 'if-none-match': '"64-1"', 'cache-control': 'no-cache' }, WHOLE],
    [{ 'if-match': '"64-1"' }, WHOLE],
    [{ 'if-match': '*' }, WHOLE],
    [{ 'if-match': 'W/"64-1"' }, { status: 412 }],
    [{ 'if-match': '"other"' }, { status: 412 }],
    [{ 'if-match': '"64-1"', 'if-unmodified-since': EARLIER }, WHOLE],
    [{ 'if-unmodified-since': EARLIER }, { status: 412 }],
    [{ 'if-unmodified-since': FILE.lastModified }, WHOLE],
    [{ 'if-unmodified-since': 'no date' }, WHOLE],
    // Ranges (section 14).
    [{ range: 'bytes=0-9' }, part(0, 9)],
    [{ range: 'bytes=90-' }, part(90, 99)],
    [{ range: 'bytes=-10' }, part(90, 99)],
    [{ range: 'bytes=90-1000' }, part(90, 99)],
    [{ range: 'bytes=0-9,5-19' }, part(0, 19)],
    [{ range: 'bytes=0-9,20-29' }, WHOLE],
    [{ range: 'bytes=100-' }, { status: 416 }],
    [{ range: 'bytes=9-0' }, { status: 416 }],
    [{ range: 'lines=0-9' }, WHOLE],
    [{ range: 'bytes' }, WHOLE],
    [{ range: 'bytes=0-9', 'if-range': '"64-1"' }, part(0, 9)],
    [{ range: 'bytes=0-9', 'if-range': FILE.lastModified }, part(0, 9)],
    [{ range: 'bytes=0-9', 'if-range': '"other"' }, WHOLE],
    [{ range: 'bytes=0-9', 'if-range': EARLIER }, WHOLE],
    [{ range: 'bytes=0-9', 'if-none-match': '"64-1"' }, { status: 304 }],
    [{ range: 'bytes=0-9', 'if-match': '"other"' }, { status: 412 }],
  ];
  test.each(cases)('%j', (headers, expected) => {
    expect(answerTo(headers, FILE)).toEqual(expected);
  });
});

describe('a file that is too long to be read at once', () => {
  test('is sent whole, and a long part of it, byte for byte', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dafu-serving-'));
    const bytes = Buffer.alloc(3 * 1024 * 1024 + 7, 'abcdefghijk');
    writeFileSync(join(folder, 'long.bin'), bytes);
    const server = createServer(siteHandler(folder, '/'));
    try {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as AddressInfo;
      for (const [range, start, end] of [
        [undefined, 0, bytes.length],
        ['bytes=5-2097161', 5, 2_097_162],
      ] as const) {
        const response = await fetch(`http://127.0.0.1:${port}/long.bin`, range ? { headers: { range } } : {});
        expect(Buffer.from(await response.arrayBuffer()).equals(bytes.subarray(start, end))).toBe(true);
      }
    } finally {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true });
    }
  });
});

test('a name that no file can have is not there', () => {
  for (const name of ['a'.repeat(5000), 'nothing', 'a\0b']) expect(findFile(join(tmpdir(), name))).toBeUndefined();
});

describe('a server whose build was taken away', () => {
  test('says so to each request, and serves the next build', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dafu-serving-'));
    const out = join(folder, 'dist');
    const server = siteServer(out, '/');
    try {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as AddressInfo;
      const ask = () => fetch(`http://127.0.0.1:${port}/`);
      const gone = await ask();
      expect([gone.status, gone.headers.get('x-content-type-options')]).toEqual([503, 'nosniff']);
      mkdirSync(out);
      writeFileSync(join(out, 'index.html'), 'cover');
      expect(await (await ask()).text()).toBe('cover');
    } finally {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true });
    }
  });
});

test('what a link in the site leads to is not there, though the site itself may be a link', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dafu-serving-'));
  mkdirSync(join(folder, '1/zh'), { recursive: true });
  writeFileSync(join(folder, '1/zh/index.html'), 'page');
  writeFileSync(join(folder, '1/404.html'), 'not here');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  symlinkSync('1', join(folder, 'dist'));
  symlinkSync(join(folder, 'secret.txt'), join(folder, '1/file.txt'));
  symlinkSync(folder, join(folder, '1/folder'));
  symlinkSync(join(folder, 'secret.txt'), join(folder, '1/zh/index.html.br'));
  const server = siteServer(join(folder, 'dist'), '/');
  try {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const ask = async (path: string) => {
      const response = await fetch(`http://127.0.0.1:${port}/${path}`, { headers: { 'accept-encoding': 'br' } });
      return `${response.status} ${await response.text()}`;
    };
    expect(await ask('zh/')).toBe('200 page');
    for (const path of ['file.txt', 'folder/secret.txt', 'folder/1/zh/']) expect(await ask(path)).toBe('404 not here');
  } finally {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  }
});
