import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compressFiles } from '../../src/build/output/compress.ts';
import { sha256Of } from '../../src/model/hashes.ts';
import {
  type Envelope,
  formatEnvelope,
  formatManifest,
  hashFiles,
  type Manifest,
  trustedComment,
} from '../../src/release/manifest.ts';
import { type SecretKey, signBytes } from '../../src/release/minisign.ts';

/** Writes a release of four files, compressed and signed, into a folder. */
export async function writeRelease(folder: string, key: SecretKey): Promise<void> {
  const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
  mkdirSync(join(folder, 'zh'), { recursive: true });
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
    lockfile: sha256Of(''),
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
    manifestSha256: sha256Of(text),
    previous: null,
    signature: null,
  };
  put('manifest.json', text);
  const signature = signBytes(Buffer.from(text), key, trustedComment(envelope));
  put('manifest.json.minisig', signature);
  put('manifest.envelope.json', formatEnvelope({ ...envelope, signature }));
}
