import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { siteHandler } from '../../../src/desk/serving/handler.ts';
import { compressFiles } from '../../../src/integrations/release/compress.ts';
import { type Envelope, formatEnvelope, trustedComment } from '../../../src/integrations/release/envelope.ts';
import { formatManifest, hashFiles, type Manifest, sha256 } from '../../../src/integrations/release/manifest.ts';
import {
  formatPublicKey,
  parsePublicKey,
  secretKeyFrom,
  signBytes,
} from '../../../src/integrations/release/minisign.ts';
import { isWhole, type Verdict, verifyAddress, verifyFolder } from '../../../src/integrations/release/verify.ts';

const key = secretKeyFrom(Buffer.alloc(32, 7), Buffer.alloc(8, 1));
const publicKey = parsePublicKey(formatPublicKey(key));
const stranger = parsePublicKey(formatPublicKey(secretKeyFrom(Buffer.alloc(32, 9), Buffer.alloc(8, 1))));
let folder: string;
const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
const brief = ({ missing, changed, added, signature }: Verdict) => ({ missing, changed, added, signature });
const CLEAN = { missing: [], changed: [], added: [], signature: 'good' };

/** A release of four files, compressed and signed. */
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dafu-verify-'));
  mkdirSync(join(folder, 'zh'));
  put('index.html', 'cover '.repeat(200));
  put('404.html', 'not found');
  put('zh/index.html', '首页'.repeat(300));
  put('数据.csv', 'a,b\r\n');
  const manifest: Manifest = {
    format: 'dafu-manifest/1',
    address: 'https://replies.gov.cn',
    base: '/',
    today: '2031-02-03',
    content: { commit: null, clean: false },
    program: { commit: null, clean: false },
    lockfile: sha256(''),
    tools: {},
    texts: {},
    files: hashFiles(folder),
  };
  await compressFiles(folder, Object.keys(manifest.files), () => undefined);
  const text = formatManifest(manifest);
  const envelope: Envelope = {
    format: 'dafu-envelope/1',
    release: '1-0123456789ab',
    released: '2031-02-03T04:05:06.000Z',
    manifestSha256: sha256(text),
    previous: null,
    signature: null,
  };
  put('manifest.json', text);
  const signature = signBytes(Buffer.from(text), key, trustedComment(envelope));
  put('manifest.json.minisig', signature);
  put('manifest.envelope.json', formatEnvelope({ ...envelope, signature }));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a folder', () => {
  test('as it was released is whole', async () => {
    const verdict = await verifyFolder(folder, publicKey);
    expect([brief(verdict), verdict.files, isWhole(verdict)]).toEqual([CLEAN, 4, true]);
  });

  test.each<[string, () => void, Partial<Verdict>]>([
    [
      'a file changed by one byte',
      () => put('index.html', 'Cover '.repeat(200)),
      { changed: ['index.html'], added: ['index.html.br', 'index.html.gz'] },
    ],
    ['a file gone', () => rmSync(join(folder, '数据.csv')), { missing: ['数据.csv'] }],
    ['a file added', () => put('zh/evil.html', 'x'), { added: ['zh/evil.html'] }],
    [
      'a file renamed',
      () => renameSync(join(folder, '404.html'), join(folder, '405.html')),
      { missing: ['404.html'], added: ['405.html'] },
    ],
    [
      'a compressed copy of something else',
      () => cpSync(join(folder, 'index.html.gz'), join(folder, 'zh/index.html.gz')),
      { added: ['zh/index.html.gz'] },
    ],
    ['a link', () => symlinkSync('/etc/hostname', join(folder, 'link')), { added: ['link'] }],
    ['a forged signature', () => put('manifest.json.minisig', 'x'), { signature: 'bad' }],
    ['a signature taken away', () => rmSync(join(folder, 'manifest.json.minisig')), { signature: 'bad' }],
  ])('with %s is not, and says which', async (_, spoil, expected) => {
    spoil();
    const verdict = await verifyFolder(folder, publicKey);
    expect(brief(verdict)).toEqual({ ...CLEAN, ...expected });
    expect(isWhole(verdict)).toBe(false);
  });

  test('with a manifest and files exchanged together is caught by the envelope and the signature', async () => {
    put('index.html', 'other');
    rmSync(join(folder, 'index.html.br'));
    rmSync(join(folder, 'index.html.gz'));
    const manifest: Manifest = JSON.parse(
      (await import('node:fs')).readFileSync(join(folder, 'manifest.json'), 'utf8'),
    );
    put('manifest.json', formatManifest({ ...manifest, files: hashFiles(folder) }));
    expect(brief(await verifyFolder(folder, publicKey))).toMatchObject({ signature: 'bad' });
    expect(isWhole(await verifyFolder(folder))).toBe(false);
  });

  test('signed by another key is not the bureau’s', async () => {
    expect((await verifyFolder(folder, stranger)).signature).toBe('bad');
    expect((await verifyFolder(folder)).signature).toBe('unchecked');
  });

  test('without a manifest cannot be verified', async () => {
    rmSync(join(folder, 'manifest.json'));
    await expect(verifyFolder(folder)).rejects.toThrow('no manifest.json');
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
      missing: ['数据.csv'],
      changed: ['zh/index.html'],
    });
  });
});
