import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { caddyConfiguration } from '../../src/release/headers/caddy.ts';
import { nginxConfiguration } from '../../src/release/headers/nginx.ts';
import { siteServer } from '../../src/release/serving/server.ts';
import { writeFileAndFolders } from '../../src/system/files.ts';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A running server of a small site; `ask` sends a path as it is, tricks included. */
export interface RunningServer {
  readonly folder: string;
  ask(path: string, headers?: Readonly<Record<string, string>>, method?: string): Promise<Answer>;
  /** Sends bytes that may be no request, and gives all that comes back. */
  send(bytes: string): Promise<string>;
  stop(): Promise<void>;
}

const LONG = `<!doctype html><title>页</title>${'<p>一段文字。</p>'.repeat(100)}`;
/** A site of one page of every kind that headers differ for. */
export const FILES: Readonly<Record<string, string>> = {
  'index.html': `${LONG}cover`,
  '404.html': `${LONG}not found`,
  'zh/index.html': `${LONG}zh`,
  'zh/feed.xml': `<feed>${'<entry/>'.repeat(100)}</feed>`,
  'embed/chart/index.html': `${LONG}embed`,
  'data/areas.csv': `a,b\n${'1,2\n'.repeat(300)}`,
  'data/areas.xlsx': 'PK',
  'zh/replies/2024-7/index.md': '# 答复',
  'zh/replies/2024-7/index.txt': '答复',
  'zh/replies/2024-7/files/map.pdf': '%PDF-1.7',
  'zh/commitments/calendar.ics': 'BEGIN:VCALENDAR',
  'zh/feed.json': '{}',
  'charts/wells.zh.svg': '<svg/>',
  'charts/wells.zh.png': 'PNG',
  'cards/zh/replies/2024-7.png': 'PNG',
  'manifest.json': '{}',
  'sitemap.xml': '<urlset/>',
  'notice.jpg': 'JPEG',
  'assets/photo.1a2b3c4d.webp': 'WebP',
  'api/404.json': '{"status":404}',
  'api/v1/index.json': `{"a":"${'b'.repeat(600)}"}`,
  'assets/page.1a2b3c4d.css': `p{color:red}${'q{}'.repeat(300)}`,
  'pagefind/1.6.0-3/index.json': '{}',
  'pagefind/1.6.0-3/parts/zh-0123456789ab.json': '{}',
  'pagefind/1.6.0-3/zh/pagefind.js': `export {};${' '.repeat(600)}`,
  'pagefind/1.6.0-3/zh/pagefind-worker.js': `self;${' '.repeat(600)}`,
  'pagefind/1.6.0-3/zh/wasm.unknown.pagefind': 'wasm',
  'pagefind/1.6.0-3/zh/pagefind-entry.json': '{}',
  'pagefind/1.6.0-3/zh/pagefind.und_0123456789.pf_meta': 'meta',
  'pagefind/1.6.0-3/zh/fragment/und_0123456.pf_fragment': 'fragment',
  'pagefind/1.6.0-3/zh/2014-2024/pagefind-entry.json': '{}',
  'pagefind/1.6.0-3/zh/2014-2024/index/und_0123456.pf_index': 'index',
  'search/parts/zh-2025-table-0123456789ab.bin': 'table of an earlier version',
  'verify/index.json': '{}',
  'verify/parts/zh-2025.0123456789ab.json': '{}',
};

/** Where two former addresses lead: a page, which still has a file of its own as every former page has, and a file. */
export const REDIRECTS = [
  { from: 'zh/old/', to: 'zh/' },
  { from: 'data/old-wells.v1.csv', to: 'data/wells.csv' },
] as const;

/** A folder of releases with one release of FILES, compressed copies included, and one hashed file of an earlier release. */
export function writeReleases(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dafu-server-'));
  const write = (name: string, data: string | Buffer) => writeFileAndFolders(join(folder, name), data);
  for (const [name, text] of Object.entries(FILES)) {
    write(`1/${name}`, text);
    if (text.length < 512) continue;
    write(`1/${name}.br`, brotliCompressSync(text));
    write(`1/${name}.gz`, gzipSync(text));
  }
  write('kept/assets/old.9f8e7d6c.css', 'old');
  write('kept/pagefind/1.5.0-1/zh/pagefind-entry.json', 'old');
  write('kept/zh/gone-page/index.html', 'old');
  write('secret.txt', 'secret');
  symlinkSync('1', join(folder, 'current'));
  return folder;
}

export async function startNginx(base: string): Promise<RunningServer> {
  const folder = writeReleases();
  const port = await freePort();
  writeFileSync(
    join(folder, 'site.conf'),
    nginxConfiguration({ releases: folder, base, listen: `127.0.0.1:${port}`, redirects: REDIRECTS }),
  );
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/tmp-${name};`,
  );
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; ${process.getuid?.() === 0 ? 'user root;' : ''} pid ${folder}/nginx.pid; error_log ${folder}/error.log;
     events {} http { access_log off; ${temporary.join(' ')} include ${folder}/site.conf; }`,
  );
  return running(folder, port, spawn('nginx', ['-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')]));
}

export async function startCaddy(base: string): Promise<RunningServer> {
  const folder = writeReleases();
  const port = await freePort();
  writeFileSync(
    join(folder, 'Caddyfile'),
    caddyConfiguration({ releases: folder, base, listen: `http://127.0.0.1:${port}`, redirects: REDIRECTS }),
  );
  const environment = { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const parameters = ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'];
  return running(folder, port, spawn('caddy', parameters, { env: environment, stdio: 'ignore' }));
}

/** `dafu serve` as a handler, without its process. */
export async function startOwn(base: string): Promise<RunningServer> {
  const folder = writeReleases();
  const server = siteServer(join(folder, 'current'), base, REDIRECTS);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    folder,
    ask: asker(port),
    send: sender(port),
    async stop() {
      server.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function running(folder: string, port: number, child: ChildProcess): Promise<RunningServer> {
  const ask = asker(port);
  const ended = once(child, 'exit');
  // A server that neither answers nor ends is ended by the time limit of tests.
  while ((await ask('/').catch(() => undefined)) === undefined) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode} before it answered`);
    await setTimeout(100);
  }
  return {
    folder,
    ask,
    send: sender(port),
    async stop() {
      child.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Ports below those that Linux gives to whoever asks for any (32768 and up), so that no test that runs beside takes one in between. */
const [LOWEST_PORT, PORTS] = [20_000, 12_000];

/** A port that nobody listens on, begun at one that depends on the process: tests in several processes ask for others. */
async function freePort(): Promise<number> {
  for (let tries = 0; ; tries += 1) {
    const port = LOWEST_PORT + ((process.pid * 31 + tries) % PORTS);
    const server = createServer().listen(port, '127.0.0.1');
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    if (!isFree && tries < PORTS) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
}

function asker(port: number): RunningServer['ask'] {
  return (path, headers = {}, method = 'GET') =>
    new Promise((give, fail) => {
      const asked = request(
        { host: '127.0.0.1', port, path, method, headers: { ...headers }, agent: false },
        (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('end', () =>
            give({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
          );
        },
      );
      asked.on('error', fail);
      asked.end();
    });
}

function sender(port: number): RunningServer['send'] {
  return (bytes) =>
    new Promise((give) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'));
      let answer = '';
      socket.setEncoding('latin1').on('data', (part) => {
        answer += part;
      });
      // A server may close the connection before it has read all.
      socket.on('error', () => {}).on('close', () => give(answer));
    });
}
