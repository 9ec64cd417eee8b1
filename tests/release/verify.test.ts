import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SiteError } from '../../src/errors.ts';
import { cliWords } from '../../src/language/messages/cli.ts';
import { sha256Of } from '../../src/model/hashes.ts';
import { formatManifest, hashFiles, type Manifest } from '../../src/release/manifest.ts';
import { formatPublicKey, parsePublicKey, secretKeyFrom } from '../../src/release/minisign.ts';
import { siteHandler } from '../../src/release/serving/handler.ts';
import { isWhole, type Verdict, verifyAddress, verifyFolder } from '../../src/release/verify.ts';
import { formatVerdict } from '../../src/release/verify-folder.ts';
import { writeRelease } from './small-release.ts';

const key = secretKeyFrom(Buffer.alloc(32, 7), Buffer.alloc(8, 1));
const publicKey = parsePublicKey(formatPublicKey(key));
const stranger = parsePublicKey(formatPublicKey(secretKeyFrom(Buffer.alloc(32, 9), Buffer.alloc(8, 1))));
let folder: string;
const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
const brief = ({ faults, signature }: Verdict) => ({
  faults: faults.map(({ kind, file }) => `${kind} ${file}`),
  signature,
});
const CLEAN = { faults: [], signature: 'good' };
const append = (name: string, bytes: Buffer) =>
  writeFileSync(join(folder, name), Buffer.concat([readFileSync(join(folder, name)), bytes]));
const replaceBy = (name: string, make: (path: string) => void) => {
  rmSync(join(folder, name));
  make(join(folder, name));
};
const pipe = (path: string) => execFileSync('mkfifo', [path]);
/** Ends with the test's process; a socket that nobody accepts on. */
const socket = (path: string) => createSocket().listen(path).unref();

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dafu-verify-'));
  await writeRelease(folder, key);
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a folder', () => {
  test('as it was released is whole', async () => {
    const verdict = await verifyFolder(folder, publicKey);
    expect([brief(verdict), verdict.files, isWhole(verdict)]).toEqual([CLEAN, 4, true]);
  });

  test.each<[string, () => unknown, readonly string[], Verdict['signature']?]>([
    ['a file changed by one byte', () => put('index.html', 'Cover '.repeat(200)), ['changed index.html']],
    ['a file gone', () => rmSync(join(folder, '数据.csv')), ['missing 数据.csv']],
    ['a file added', () => put('zh/evil.html', 'x'), ['added zh/evil.html']],
    [
      'a file renamed',
      () => renameSync(join(folder, '404.html'), join(folder, '405.html')),
      ['missing 404.html', 'added 405.html'],
    ],
    ['a link', () => symlinkSync('/etc/hostname', join(folder, 'link')), ['not-file link']],
    ['a pipe', () => pipe(join(folder, 'pipe')), ['not-file pipe']],
    ['a socket', () => socket(join(folder, 'socket')), ['not-file socket']],
    [
      'a link to the same in the place of a file',
      () => {
        renameSync(join(folder, 'index.html'), join(folder, '..', `${basename(folder)}-elsewhere`));
        symlinkSync(join(folder, '..', `${basename(folder)}-elsewhere`), join(folder, 'index.html'));
      },
      ['not-file index.html'],
    ],
    ['a pipe in the place of a file', () => replaceBy('index.html', pipe), ['not-file index.html']],
    ['a socket in the place of a file', () => replaceBy('index.html', socket), ['not-file index.html']],
    ['a folder in the place of a file', () => replaceBy('index.html', mkdirSync), ['not-file index.html']],
    [
      'a file in the place of a folder',
      () => {
        rmSync(join(folder, 'zh'), { recursive: true });
        put('zh', 'x');
      },
      ['missing zh/index.html', 'added zh'],
    ],
    [
      'a folder that is a link to another',
      () => {
        renameSync(join(folder, 'zh'), join(folder, '.zh'));
        symlinkSync('.zh', join(folder, 'zh'));
      },
      ['added .zh/index.html', 'added .zh/index.html.br', 'added .zh/index.html.gz', 'not-file zh'],
    ],
    [
      'a compressed copy of something else',
      () => cpSync(join(folder, 'index.html.gz'), join(folder, 'zh/index.html.gz')),
      ['other-copy zh/index.html.gz'],
    ],
    ...(['.br', '.gz'] as const).flatMap((ending): [string, () => unknown, string[]][] => {
      const copy = `index.html${ending}`;
      const named = [`other-copy ${copy}`];
      const pack = ending === '.br' ? brotliCompressSync : gzipSync;
      return [
        [`a ${ending} that is no such thing`, () => put(copy, 'x'), named],
        [`an empty ${ending}`, () => put(copy, ''), named],
        [
          `a ${ending} of one letter more`,
          () => writeFileSync(join(folder, copy), pack(`${'cover '.repeat(200)}x`)),
          named,
        ],
        [`a ${ending} cut short`, () => truncateSync(join(folder, copy), 10), named],
        [`a ${ending} with more behind it`, () => append(copy, Buffer.from('more')), named],
        [`a ${ending} with zeros behind it`, () => append(copy, Buffer.alloc(8)), named],
        [`a ${ending} with another behind it`, () => append(copy, pack('')), named],
        [`a ${ending} that unpacks to 100 MB`, () => writeFileSync(join(folder, copy), pack(Buffer.alloc(1e8))), named],
        [`a ${ending} that is a pipe`, () => replaceBy(copy, pipe), [`not-file ${copy}`]],
        [`a ${ending} that is a folder`, () => replaceBy(copy, mkdirSync), []],
        [
          `a ${ending} that is a link to the same`,
          () => {
            renameSync(join(folder, copy), join(folder, '..', `${basename(folder)}-copy`));
            symlinkSync(join(folder, '..', `${basename(folder)}-copy`), join(folder, copy));
          },
          [`not-file ${copy}`],
        ],
        [`a ${ending} of a file that has none`, () => put(`数据.csv${ending}`, 'x'), [`other-copy 数据.csv${ending}`]],
        [
          `a ${ending} of the manifest`,
          () => writeFileSync(join(folder, `manifest.json${ending}`), pack('{}')),
          [`added manifest.json${ending}`],
        ],
        [
          `a ${ending} with the name of nothing`,
          () => put(`constructor${ending}`, 'x'),
          [`added constructor${ending}`],
        ],
      ];
    }),
    [
      'a .gz that names a file',
      () => {
        const bytes = readFileSync(join(folder, 'index.html.gz'));
        bytes[3] = 8;
        writeFileSync(
          join(folder, 'index.html.gz'),
          Buffer.concat([bytes.subarray(0, 10), Buffer.from('x\0'), bytes.subarray(10)]),
        );
      },
      ['other-copy index.html.gz'],
    ],
    [
      'an envelope taken away',
      () => rmSync(join(folder, 'manifest.envelope.json')),
      ['missing manifest.envelope.json'],
      'bad',
    ],
    [
      'an envelope that is nonsense',
      () => put('manifest.envelope.json', '[1]'),
      ['damaged manifest.envelope.json'],
      'bad',
    ],
    [
      'an envelope cut short',
      () => truncateSync(join(folder, 'manifest.envelope.json'), 40),
      ['damaged manifest.envelope.json'],
      'bad',
    ],
    [
      'a pipe for an envelope',
      () => replaceBy('manifest.envelope.json', pipe),
      ['not-file manifest.envelope.json'],
      'bad',
    ],
    ['a forged signature', () => put('manifest.json.minisig', 'x'), [], 'bad'],
    ['a long signature', () => put('manifest.json.minisig', 'x\n'.repeat(1e6)), [], 'bad'],
    ['a signature taken away', () => rmSync(join(folder, 'manifest.json.minisig')), [], 'bad'],
    ['a pipe for a signature', () => replaceBy('manifest.json.minisig', pipe), [], 'bad'],
  ])('with %s is not, and says which', async (_, spoil, faults, signature = 'good') => {
    spoil();
    const verdict = await verifyFolder(folder, publicKey);
    expect(brief(verdict)).toEqual({ faults, signature });
    expect(isWhole(verdict)).toBe(faults.length === 0 && signature === 'good');
    const words = formatVerdict(verdict, cliWords.zh) + formatVerdict(verdict, cliWords.en);
    for (const fault of faults) expect(words).toContain(fault.slice(fault.indexOf(' ') + 1));
  });

  test('with a manifest and files exchanged together is caught by the envelope and the signature', async () => {
    put('index.html', 'other');
    rmSync(join(folder, 'index.html.br'));
    rmSync(join(folder, 'index.html.gz'));
    const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    put('manifest.json', formatManifest({ ...manifest, files: hashFiles(folder) }));
    expect(brief(await verifyFolder(folder, publicKey))).toMatchObject({ signature: 'bad' });
    expect(isWhole(await verifyFolder(folder))).toBe(false);
  });

  test('signed by another key is not the bureau’s', async () => {
    expect((await verifyFolder(folder, stranger)).signature).toBe('bad');
    expect((await verifyFolder(folder)).signature).toBe('unchecked');
  });

  const manifest = (): Record<string, unknown> => JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const files = (others: Readonly<Record<string, unknown>>) =>
    put('manifest.json', JSON.stringify({ ...manifest(), files: others }));
  const digest = { sha256: sha256Of(''), bytes: 0 };
  test.each<[string, () => unknown, RegExp]>([
    ['is missing', () => rmSync(join(folder, 'manifest.json')), /manifest\.json: this file is missing$/],
    ['is a pipe', () => replaceBy('manifest.json', pipe), /manifest\.json: this is no plain file/],
    ['is a folder', () => replaceBy('manifest.json', mkdirSync), /manifest\.json: this is no plain file/],
    ['is a link', () => replaceBy('manifest.json', (path) => symlinkSync('/etc/hostname', path)), /no plain file/],
    ['is a device', () => replaceBy('manifest.json', (path) => symlinkSync('/dev/zero', path)), /no plain file/],
    ['is empty', () => put('manifest.json', ''), /manifest\.json.*: from here on this is not JSON/],
    ['is cut short', () => truncateSync(join(folder, 'manifest.json'), 300), /manifest\.json:\d+:\d+: from here on/],
    ['is not text', () => writeFileSync(join(folder, 'manifest.json'), Buffer.alloc(9, 0xff)), /not text in UTF-8/],
    ['is larger than any', () => truncateSync(join(folder, 'manifest.json'), 5e9), /too large/],
    ['is nested deep', () => put('manifest.json', '['.repeat(1e5)), /not JSON|must be/],
    ['is a list', () => put('manifest.json', '[]'), /manifest\.json: "\(root\)" must be fields, not a list$/],
    ['is null', () => put('manifest.json', 'null'), /manifest\.json: "\(root\)" must be fields, not empty$/],
    [
      'is of another kind',
      () => put('manifest.json', '{"format":"dafu-manifest/2"}'),
      /"format" must be one of: dafu-manifest\/1/,
    ],
    ['has no files', () => files('x' as never), /"files" must be fields, not text$/],
    ['has files of nothing', () => files({ 'index.html': null }), /"files.index.html" must be fields, not empty$/],
    ['has no hashes', () => files({ a: { sha256: 'x', bytes: 0 } }), /"files.a.sha256" must match/],
    [
      'has a length of less than nothing',
      () => files({ a: { ...digest, bytes: -1 } }),
      /"files.a.bytes" must be at least 0/,
    ],
    ...['../secret', '/etc/hostname', 'a/../../secret', './a', 'a//b', 'a/', '', 'a\\b', 'a\nb', 'a\0b', '\ud800'].map(
      (name): [string, () => unknown, RegExp] => [
        `names a file ${JSON.stringify(name)}`,
        () => files({ [name]: digest }),
        /must be the name of a file below the folder/,
      ],
    ),
  ])('whose manifest %s is refused by a sentence that names it', async (_, spoil, said) => {
    spoil();
    const error: unknown = await verifyFolder(folder).then(
      () => undefined,
      (thrown) => thrown,
    );
    expect(error).toBeInstanceOf(SiteError);
    expect(String((error as SiteError).message).split('\n')[0]).toMatch(said);
    for (const { place, message } of (error as SiteError).findings) {
      expect(place.file).toBe(join(folder, 'manifest.json'));
      expect(message.zh).toMatch(/\p{Script=Han}/u);
    }
  });
});

describe('a served copy', () => {
  const servers: Server[] = [];
  afterAll(() => {
    for (const server of servers) server.close();
  });
  const serve = async () => {
    const server = createServer(siteHandler(folder, '/'));
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };

  test('is whole, or names what is missing and changed', async () => {
    const address = await serve();
    expect(brief(await verifyAddress(address, publicKey))).toEqual(CLEAN);
    put('zh/index.html', 'x');
    for (const copy of ['.br', '.gz']) rmSync(join(folder, `zh/index.html${copy}`));
    rmSync(join(folder, '数据.csv'));
    expect(brief(await verifyAddress(address, publicKey))).toEqual({
      ...CLEAN,
      faults: ['changed zh/index.html', 'missing 数据.csv'],
    });
  });

  test.each([
    ['.br', brotliCompressSync],
    ['.gz', gzipSync],
  ])('with another %s beside a right page is not whole', async (ending, pack) => {
    const address = await serve();
    for (const other of [pack('evil '.repeat(200)), Buffer.from('nonsense'), pack(Buffer.alloc(1e8))]) {
      writeFileSync(join(folder, `index.html${ending}`), other);
      expect(brief(await verifyAddress(address, publicKey))).toEqual({
        ...CLEAN,
        faults: [`other-copy index.html${ending}`],
      });
    }
  });

  test('that leads elsewhere is not whole, and nobody goes there', async () => {
    const asked: string[] = [];
    const server = createServer(({ url = '' }, response) => {
      asked.push(url);
      const own = /^\/(?:manifest|404)/.test(url);
      if (own) response.end(readFileSync(join(folder, url.slice(1))));
      else response.writeHead(302, { location: '/manifest.json' }).end();
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(brief(await verifyAddress(address, publicKey)).faults).toEqual([
      'unreadable index.html',
      'unreadable zh/index.html',
      'unreadable 数据.csv',
    ]);
    expect(asked.filter((url) => url === '/manifest.json').length).toBe(1);
  });

  test('whose server is not there is said to be so', async () => {
    await expect(verifyAddress('http://127.0.0.1:9')).rejects.toThrow('fetch failed');
  });
});
