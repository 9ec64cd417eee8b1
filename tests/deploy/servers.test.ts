import { renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COMMON_HEADERS, headersOf, PAGE_HEADERS, READABLE } from '../../src/release/headers/policy.ts';
import { contentType } from '../../src/release/headers/types.ts';
import { isInstalled, needsProgram } from '../outside.ts';
import { FILES, REDIRECTS, type RunningServer, startCaddy, startNginx, startOwn } from './servers.ts';

const SERVERS = [
  { name: 'dafu serve', program: undefined, start: startOwn, encodings: ['br', 'gzip'] },
  { name: 'nginx', program: 'nginx', start: startNginx, encodings: ['gzip'] },
  { name: 'Caddy', program: 'caddy', start: startCaddy, encodings: ['br', 'gzip'] },
] as const;

/** Paths that try to leave the site or to dress one page in another's headers. None may answer with what is outside. */
const TRICKS = [
  '/..%2fsecret.txt',
  '/..%2f..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/../secret.txt',
  '/zh/../../secret.txt',
  '/assets/..%2f..%2f..%2fsecret.txt',
  '/assets/../../secret.txt',
  '/%00',
  '/zh/%00index.html',
  '/%ff%fe',
  '/\\..\\secret.txt',
  `/${'a'.repeat(3000)}`,
  '/zh/index.html/',
  '/zh/index.html/x',
  '/%c0%ae%c0%ae/secret.txt',
  '/%e0%80%ae%e0%80%ae/secret.txt',
  '/..%5csecret.txt',
  '/..;/secret.txt',
  '/zh/..%00/secret.txt',
  '/%252e%252e%252fsecret.txt',
  '/%',
  '/%zz',
  '/current/../secret.txt',
  '/kept/zh/gone-page/',
  '/1/zh/',
];

/** Folders of the site that hold files and no page. */
const FOLDERS = ['/assets/', '/data/', '/pagefind/1.6.0-3/parts/', '/embed/', '/api/'];

describe.each(SERVERS)('$name', ({ name, program, start, encodings }) => {
  const missing = program !== undefined && !isInstalled(program);

  describe.each(['/', '/replies/'])('under %s', (base) => {
    let server: RunningServer;
    const ask: RunningServer['ask'] = (path, ...rest) => server.ask(base.slice(0, -1) + path, ...rest);
    beforeAll(async () => {
      if (!missing) server = await start(base);
    });
    afterAll(async () => {
      if (!missing) await server.stop();
    });
    /** A test that says why it is skipped where the server is not installed. */
    const check = (title: string, body: () => Promise<void>) =>
      test(title, async (context) => {
        if (program !== undefined) needsProgram(context, program);
        await body();
      });

    for (const file of Object.keys(FILES)) {
      const path = file.replace(/index\.html$/, '');
      check(`/${path} has its headers, type and content`, async () => {
        const { status, headers, body } = await ask(`/${path}`);
        expect(status).toBe(200);
        for (const [header, value] of headersOf(path))
          expect([header, headers[header.toLowerCase()]]).toEqual([header, value]);
        // Nor any that another kind of path has.
        const own = new Set(headersOf(path).map(([header]) => header));
        for (const header of [...PAGE_HEADERS, ...READABLE].map(([name]) => name).filter((name) => !own.has(name)))
          expect([header, headers[header.toLowerCase()]]).toEqual([header, undefined]);
        expect(headers['content-type']?.toLowerCase()).toBe(contentType(file));
        expect(body.toString()).toBe(FILES[file]);
      });
    }

    check('sends compressed copies to whoever takes them', async () => {
      for (const encoding of encodings) {
        for (const file of ['zh/', 'data/areas.csv', 'assets/page.1a2b3c4d.css', 'api/v1/index.json']) {
          const { headers, body } = await ask(`/${file}`, { 'accept-encoding': encoding });
          expect([file, headers['content-encoding']]).toEqual([file, encoding]);
          expect(headers.vary).toMatch(/accept-encoding/i);
          expect(headers['content-type']?.toLowerCase()).toBe(contentType(file.endsWith('/') ? 'index.html' : file));
          const expand = encoding === 'br' ? brotliDecompressSync : gunzipSync;
          expect(expand(body).toString()).toBe(FILES[file.endsWith('/') ? `${file}index.html` : file]);
        }
      }
    });

    check('names each compressed copy by an ETag of its own, and answers HEAD as GET', async () => {
      const tags = new Set<string | undefined>();
      for (const encoding of ['identity', ...encodings]) {
        const asked = { 'accept-encoding': encoding };
        const { headers } = await ask('/zh/', asked);
        tags.add(headers.etag);
        // Whoever has this copy is told that it stands; whoever has another is sent this one.
        expect((await ask('/zh/', { ...asked, 'if-none-match': headers.etag ?? '' })).status).toBe(304);
        const head = await ask('/zh/', asked, 'HEAD');
        expect([head.status, head.body.length]).toEqual([200, 0]);
        for (const each of ['etag', 'content-type', 'content-encoding', 'vary', 'last-modified'])
          expect([encoding, each, head.headers[each]]).toEqual([encoding, each, headers[each]]);
        // Caddy says no length of a compressed copy, which a server may leave out (RFC 9110, 9.3.2).
        expect([undefined, headers['content-length']]).toContain(head.headers['content-length']);
        // A cache keeps the copies apart, the plain one too.
        expect([encoding, headers.vary?.toLowerCase()]).toEqual([encoding, 'accept-encoding']);
      }
      expect(tags.size).toBe(encodings.length + 1);
    });

    check('sends the file itself to whoever refuses what it is compressed with', async () => {
      for (const accepted of ['', 'identity', 'br;q=0, gzip;q=0', 'compress']) {
        const { headers, body } = await ask('/zh/', { 'accept-encoding': accepted });
        expect([accepted, headers['content-encoding'], body.toString() === FILES['zh/index.html']]).toEqual([
          accepted,
          undefined,
          true,
        ]);
      }
    });

    check('dresses every answer in the common headers, whatever its status', async () => {
      const { headers: first } = await ask('/zh/');
      const answers: readonly (readonly [status: number, path: string, Record<string, string>, method?: string])[] = [
        [200, '/zh/', {}],
        [206, '/data/areas.csv', { range: 'bytes=0-2' }],
        [301, `/${REDIRECTS[0].from}`, {}],
        [304, '/zh/', { 'if-none-match': first.etag ?? '' }],
        [404, '/nothing', {}],
        [405, '/zh/', {}, 'POST'],
        [405, '/assets/page.1a2b3c4d.css', {}, 'POST'],
        [412, '/zh/', { 'if-match': '"another"' }],
        [412, '/assets/page.1a2b3c4d.css', { 'if-match': '"another"' }],
        [416, '/data/areas.csv', { range: 'bytes=999999-' }],
        [416, '/assets/page.1a2b3c4d.css', { range: 'bytes=999999-' }],
      ];
      for (const [expected, path, headers, method] of answers) {
        const answer = await ask(path, headers, method);
        expect([path, answer.status]).toEqual([path, expected]);
        // nginx finds that a range is outside of a file once it has set the headers, and then sets them again.
        const times = name === 'nginx' && expected === 416 ? 2 : 1;
        for (const [header, value] of COMMON_HEADERS)
          expect([expected, answer.headers[header.toLowerCase()]]).toEqual([
            expected,
            Array(times).fill(value).join(', '),
          ]);
        expect([expected, answer.headers['content-security-policy']]).toEqual([
          expected,
          expect.stringContaining("default-src 'none'"),
        ]);
        // Under the kind of its path, or as a page.
        for (const header of ['cross-origin-resource-policy', 'cache-control'])
          expect([expected, header, answer.headers[header]]).toEqual([expected, header, expect.any(String)]);
        // What was refused is not kept for long. The other servers settle how long before they look at a range, Caddy at a condition.
        const settledBefore = { nginx: [416], Caddy: [412, 416], 'dafu serve': [] as number[] }[name];
        if (expected >= 400 && !settledBefore.includes(expected))
          expect(answer.headers['cache-control'] ?? '').not.toContain('immutable');
      }
    });

    check('dresses the refusal of a request that cannot be read as every answer', async () => {
      const host = 'Host: a.example\r\n';
      const requests: readonly (readonly [statuses: readonly number[], bytes: string])[] = [
        [[400], 'nonsense\r\n\r\n'],
        [[400], `GET / HTTP/1.1\r\nno colon\r\n${host}\r\n`],
        [[400], 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n'],
        [[400], `POST / HTTP/1.1\r\n${host}Content-Length: 1\r\nContent-Length: 2\r\n\r\n`],
        [
          [200, 400, 404, 405, 501],
          `GET / HTTP/1.1\r\n${host}Transfer-Encoding: nonsense\r\nConnection: close\r\n\r\n`,
        ],
        [[400, 431], `GET / HTTP/1.1\r\n${host}X: ${'x'.repeat(100_000)}\r\n\r\n`],
        [[400, 414, 431], `GET /${'x'.repeat(100_000)} HTTP/1.1\r\n${host}\r\n`],
        [[400, 405], 'CONNECT a.example:443 HTTP/1.1\r\nHost: a.example:443\r\n\r\n'],
        [[200, 417], `GET ${base} HTTP/1.1\r\n${host}Expect: nonsense\r\nConnection: close\r\n\r\n`],
      ];
      // Go's own refusals, before Caddy sees a request, have no headers, and cannot be given any.
      for (const [statuses, bytes] of name === 'Caddy' ? [] : requests) {
        const answer = await server.send(bytes);
        const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1]);
        expect([bytes.slice(0, 60), statuses.includes(status)], answer).toEqual([bytes.slice(0, 60), true]);
        for (const [header, value] of status === 404 ? headersOf('404.html') : [...COMMON_HEADERS, ...PAGE_HEADERS])
          expect([bytes.slice(0, 60), answer.includes(`\r\n${header}: ${value}\r\n`)], answer).toEqual([
            bytes.slice(0, 60),
            true,
          ]);
      }
    });

    check('answers what is missing with the page for it, the strict headers and no caching for long', async () => {
      for (const path of [
        '/nothing',
        '/zh/nothing/',
        '/embed/nothing/',
        '/data/nothing.csv',
        '/assets/nothing.css',
        ...FOLDERS.filter((folder) => folder !== '/api/'),
      ]) {
        const { status, headers, body } = await ask(path);
        expect([path, status]).toEqual([path, 404]);
        expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
        // A program elsewhere is to see the status, and no failure of the network.
        expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
        expect(headers['access-control-allow-origin']).toBe('*');
        expect(headers['cache-control']).not.toContain('immutable');
        expect(headers['x-content-type-options']).toBe('nosniff');
        expect(headers['content-type']?.toLowerCase()).toBe('text/html; charset=utf-8');
        expect(body.toString()).toBe(FILES['404.html']);
      }
    });

    check('answers what is missing below /api in JSON, under the headers of the files there', async () => {
      for (const path of ['/api/', '/api/nothing', '/api/v1/replies/nothing.json', '/api/v2/index.json', '/api/v1/']) {
        const { status, headers, body } = await ask(path, { origin: 'https://elsewhere.example' });
        expect([path, status]).toEqual([path, 404]);
        expect(headers['content-type']?.toLowerCase()).toBe('application/problem+json; charset=utf-8');
        expect(JSON.parse(body.toString())).toEqual({ status: 404 });
        for (const [header, value] of headersOf('api/v1/index.json'))
          expect([path, header, headers[header.toLowerCase()]]).toEqual([path, header, value]);
      }
    });

    check(
      'gives the cover to everyone, whatever language a browser asks for, and every page whatever its query',
      async () => {
        for (const language of ['en', 'zh-CN,zh;q=0.9', 'x-\'"<>', '*'])
          expect((await ask('/', { 'accept-language': language })).body.toString()).toBe(FILES['index.html']);
        expect((await ask('/')).headers.vary ?? '').not.toMatch(/language/i);
        for (const query of ['?lang=en', '?../../secret.txt', '?%00%ff', '?a=%3Cscript%3E', `?${'q='.repeat(1500)}`]) {
          const { status, body } = await ask(`/zh/${query}`);
          expect([query.slice(0, 20), status, body.toString() === FILES['zh/index.html']]).toEqual([
            query.slice(0, 20),
            200,
            true,
          ]);
        }
      },
    );

    check('answers slashes too many with the page, a redirect within the site or a 404', async () => {
      for (const path of ['//zh/', '/zh//', '/zh/%2f', '///', '/assets//page.1a2b3c4d.css']) {
        const { status, headers, body } = await ask(path);
        expect([path, [200, 301, 302, 307, 308, 404].includes(status)]).toEqual([path, true]);
        expect(headers.location ?? '').not.toMatch(/^[/\\]{2}/);
        if (status === 200) expect(Object.values(FILES)).toContain(body.toString());
      }
    });

    check('sends a folder without its slash to the one with it, on the same host', async () => {
      const { status, headers } = await ask('/zh');
      expect([301, 308]).toContain(status);
      expect(headers.location).toMatch(/^(?!\/\/)(?:.*\/)?zh\/$/);
    });

    check(
      'sends former addresses on for good, a file as well as a page, under the headers of every answer',
      async () => {
        for (const { from, to } of REDIRECTS) {
          const { status, headers } = await ask(`/${from}`);
          expect([from, status]).toEqual([from, 301]);
          expect(headers.location).toMatch(
            new RegExp(`^(?:http://127[.]0[.]0[.]1:[0-9]+)?${base}${to.replaceAll('.', '[.]')}$`),
          );
          expect(headers['x-content-type-options']).toBe('nosniff');
        }
      },
    );

    check('answers conditional requests without a body', async () => {
      const first = await ask('/zh/');
      const tagged = await ask('/zh/', { 'if-none-match': first.headers.etag ?? '' });
      expect([tagged.status, tagged.body.length]).toEqual([304, 0]);
      const dated = await ask('/zh/', { 'if-modified-since': first.headers['last-modified'] ?? '' });
      expect([dated.status, dated.body.length]).toEqual([304, 0]);
      for (const { headers } of [tagged, dated]) expect(headers['cache-control']).toBe(first.headers['cache-control']);
      const stale: readonly Record<string, string>[] = [
        { 'if-none-match': '"another"' },
        { 'if-modified-since': 'Thu, 01 Jan 1970 00:00:00 GMT' },
        { 'if-modified-since': 'no date' },
        { 'if-none-match': '"another"', 'if-modified-since': first.headers['last-modified'] ?? '' },
      ];
      for (const condition of stale) {
        const { status, body } = await ask('/zh/', condition);
        expect([condition, status, body.toString()]).toEqual([condition, 200, FILES['zh/index.html']]);
      }
      expect((await ask('/zh/', { 'if-match': '"another"' })).status).toBe(412);
    });

    check('answers ranges', async () => {
      const part = await ask('/data/areas.csv', { range: 'bytes=0-2' });
      expect([part.status, part.body.toString()]).toEqual([206, 'a,b']);
      expect(part.headers['content-range']).toBe(`bytes 0-2/${FILES['data/areas.csv']?.length}`);
      expect((await ask('/data/areas.csv', { range: 'bytes=999999-' })).status).toBe(416);
      const end = await ask('/data/areas.csv', { range: 'bytes=-4' });
      expect([end.status, end.body.toString()]).toEqual([206, '1,2\n']);
      const whole = FILES['data/areas.csv'] ?? '';
      const changed = await ask('/data/areas.csv', { range: 'bytes=0-2', 'if-range': '"another"' });
      expect([changed.status, changed.body.toString()]).toEqual([200, whole]);
      // A part has the headers of the whole.
      for (const [header, value] of headersOf('data/areas.csv'))
        expect([header, part.headers[header.toLowerCase()]]).toEqual([header, value]);
      for (const range of ['bytes=abc', 'lines=0-2', 'bytes=3-1'])
        expect([range, [200, 416].includes((await ask('/data/areas.csv', { range })).status)]).toEqual([range, true]);
    });

    check(
      'lets scripts of other sites ask whether a file is still the same, and read by what they would know',
      async () => {
        const asked = {
          origin: 'https://elsewhere.example',
          'access-control-request-method': 'GET',
          'access-control-request-headers': 'if-none-match',
        };
        for (const path of ['/data/areas.csv', '/api/v1/index.json', '/api/v1/nothing.json']) {
          const { status, headers, body } = await ask(path, asked, 'OPTIONS');
          expect([path, status, body.length]).toEqual([path, 204, 0]);
          expect(headers['access-control-allow-origin']).toBe('*');
          expect(headers['access-control-allow-headers']?.toLowerCase()).toContain('if-none-match');
          const whole = await ask(path, { origin: asked.origin });
          expect(whole.headers['access-control-expose-headers']).toContain('ETag');
        }
        const { etag = '' } = (await ask('/data/areas.csv')).headers;
        const same = await ask('/data/areas.csv', { origin: asked.origin, 'if-none-match': etag });
        expect([same.status, same.headers['access-control-allow-origin']]).toEqual([304, '*']);
        // A page is for its own site.
        const page = await ask('/zh/', asked, 'OPTIONS');
        expect([page.status, page.headers['access-control-allow-origin']]).toEqual([204, undefined]);
      },
    );

    check('finds a file by its name in whatever signs it is written', async () => {
      const plain = await ask('/data/areas.csv');
      for (const path of ['/data/are%61s.csv', '/d%61ta/areas%2ecsv', '/data/areas.csv?v=1']) {
        const { status, headers, body } = await ask(path);
        expect([path, status, body.toString()]).toEqual([path, 200, plain.body.toString()]);
        for (const header of ['content-type', 'access-control-allow-origin', 'cache-control', 'etag'])
          expect([path, header, headers[header]]).toEqual([path, header, plain.headers[header]]);
      }
    });

    check('answers HEAD without a body, and refuses what changes things', async () => {
      const head = await ask('/zh/', {}, 'HEAD');
      expect([head.status, head.body.length]).toEqual([200, 0]);
      for (const method of ['POST', 'PUT', 'DELETE']) expect((await ask('/zh/', {}, method)).status).toBe(405);
    });

    for (const trick of TRICKS) {
      check(`is not tricked by ${trick.slice(0, 40)}`, async () => {
        const { status, body } = await ask(trick);
        expect(body.toString()).not.toContain('secret');
        expect(status).toBeGreaterThanOrEqual(300);
        expect(status).toBeLessThan(500);
      });
    }

    check('redirects nobody to another host', async () => {
      for (const path of ['//example.com', '//example.com/', '//example.com/..', '//zh', '/\\example.com/..']) {
        const { headers } = await server.ask(path);
        expect(headers.location ?? '').not.toMatch(/^(?:https?:)?[/\\]{2}(?!127\.0\.0\.1)/);
      }
    });

    check('gives no page the headers of frames by a path trick', async () => {
      for (const path of ['/embed/../zh/', '/embed/%2e%2e/zh/', '/data/../zh/', '/data/..%2fzh/']) {
        const { status, headers, body } = await ask(path);
        if (status !== 200) continue;
        expect(body.toString()).toContain('zh');
        expect(headers['content-security-policy']).toBe(
          headersOf('zh/').find(([each]) => each === 'Content-Security-Policy')?.[1],
        );
      }
    });

    check('still serves the hashed files of kept releases, and nothing else of them', async () => {
      const { status, headers, body } = await ask('/assets/old.9f8e7d6c.css');
      expect([status, body.toString()]).toEqual([200, 'old']);
      expect(headers['cache-control']).toContain('immutable');
      expect(headers['content-type']?.toLowerCase()).toBe('text/css; charset=utf-8');
      expect((await ask('/zh/gone-page/')).status).toBe(404);
    });

    check('serves a new release at once when the link is switched', async () => {
      const { folder } = server;
      symlinkSync('kept', join(folder, 'next'));
      renameSync(join(folder, 'next'), join(folder, 'current'));
      expect((await ask('/data/areas.csv')).status).toBe(404);
      symlinkSync('1', join(folder, 'next'));
      renameSync(join(folder, 'next'), join(folder, 'current'));
      expect((await ask('/data/areas.csv')).status).toBe(200);
    });
  });
});
