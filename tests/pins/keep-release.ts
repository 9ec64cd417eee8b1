import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import metadata from '../../package.json' with { type: 'json' };

/** Keeps a signed and recorded release of this version as a fixture that later versions are tested with (fixtures/README.md). */
const PROJECT = resolve(import.meta.dirname, '../..');
const target = join(import.meta.dirname, 'fixtures', `release-${metadata.version}`);
if (existsSync(target)) throw new Error(`${target} is there already: a kept release is never written again`);

const root = mkdtempSync(join(tmpdir(), 'dafu-keep-'));
const key = join(root, 'minisign.key');
const dafu = (...parameters: readonly string[]) =>
  execFileSync(process.execPath, ['src/cli/main.ts', ...parameters, '--lang', 'en'], {
    cwd: PROJECT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
try {
  cpSync(join(PROJECT, 'tests/browser/full-record'), root, { recursive: true });
  dafu('sign', '--new-key', key);
  const address = ['--address', 'https://letters.sample.gov.cn', '--today', '2026-11-23'];
  dafu('release', '--root', root, '--key', key, '--record', ...address);
  for (const folder of ['content', 'data']) cpSync(join(root, folder), join(target, folder), { recursive: true });
  cpSync(`${key}.pub`, join(target, 'minisign.pub'));
  const plain = ['--sort=name', '--mtime=2000-01-01 00:00Z', '--owner=0', '--group=0', '--numeric-owner'];
  execFileSync('tar', [...plain, '-C', root, '-czf', join(target, 'releases.tar.gz'), 'releases']);
} finally {
  rmSync(root, { recursive: true });
}
