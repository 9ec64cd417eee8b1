import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FIXTURES = join(import.meta.dirname, 'fixtures');

/** The releases that earlier versions made (fixtures/README.md), by the names of their folders. */
export const KEPT_RELEASES = readdirSync(FIXTURES).filter((name) => name.startsWith('release-'));

/** What a kept release needs to be taken as the one that is served. */
export interface KeptRelease {
  /** A root of its own in a temporary folder, with content, records and `releases/`. */
  readonly root: string;
  /** The folder of the release in it. */
  readonly folder: string;
  readonly name: string;
  /** The file of the public key. */
  readonly key: string;
}

/** Lays out a kept release as it was served. */
export function layOut(kept: string): KeptRelease {
  const root = mkdtempSync(join(tmpdir(), 'dafu-kept-'));
  for (const folder of ['content', 'data'])
    cpSync(join(FIXTURES, kept, folder), join(root, folder), { recursive: true });
  execFileSync('tar', ['-xzf', join(FIXTURES, kept, 'releases.tar.gz'), '-C', root]);
  const name = readlinkSync(join(root, 'releases/current'));
  return { root, folder: join(root, 'releases', name), name, key: join(FIXTURES, kept, 'minisign.pub') };
}
