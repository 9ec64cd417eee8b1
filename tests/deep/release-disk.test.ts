import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dafu } from '../dafu.ts';
import { change, PROJECT, RELEASE, served, servesWhole } from './releases.ts';

const KIB = 1024;
const MIB = 1024 * KIB;
const succeeds = (program: string, ...parameters: readonly string[]) => spawnSync(program, parameters).status === 0;

describe('a release onto a disk that refuses it leaves what was served whole', () => {
  let disk: string;
  let mounted = false;
  /** Gives the disk so many bytes more than it holds. */
  const leave = (bytes: number) => {
    const { blocks, bfree, bsize } = statfsSync(disk);
    expect(succeeds('mount', '-o', `remount,rw,size=${(blocks - bfree) * bsize + bytes}`, disk)).toBe(true);
  };

  beforeAll(async () => {
    disk = mkdtempSync(join(tmpdir(), 'dafu-disk-'));
    mounted = succeeds('mount', '-t', 'tmpfs', '-o', 'size=512m', 'tmpfs', disk);
    if (!mounted) return;
    for (const folder of ['content', 'data']) cpSync(join(PROJECT, folder), join(disk, folder), { recursive: true });
    const first = await dafu([...RELEASE, '--root', disk]);
    expect(first.output + first.code).toMatch(/0$/);
  });
  afterAll(() => {
    if (mounted) succeeds('umount', disk);
    rmSync(disk, { recursive: true });
  });

  /** Asserts that a release says what stopped it, and that what was served is as it was. */
  async function expectRefused(why: RegExp, ...more: readonly string[]): Promise<void> {
    const before = served(disk);
    const { code, output } = await dafu([...RELEASE, '--root', disk, ...more]);
    expect([code, output]).toEqual([1, expect.stringMatching(why)]);
    expect([served(disk), await servesWhole(disk)]).toEqual([before, true]);
  }
  const SKIPPED = 'this machine allows no small file system to be mounted';

  // It is full at once, while pages are written, and while they are compressed.
  test.for([64 * KIB, MIB, 2 * MIB, 3 * MIB])('with %i bytes left on it', async (bytes, context) => {
    context.skip(!mounted, SKIPPED);
    change(disk, bytes);
    leave(bytes);
    await expectRefused(/^dafu: .* cannot be written: .*no space left on device/im);
  });

  test.for([
    ['en', /^dafu: .*releases.* cannot be written: .*read-only/im],
    ['zh', /^dafu: 不能写入 .*releases/m],
  ] as const)('whose folder of releases may not be written, told in %s', async ([language, why], context) => {
    context.skip(!mounted, SKIPPED);
    leave(64 * MIB);
    const releases = join(disk, 'releases');
    expect(succeeds('mount', '--bind', releases, releases)).toBe(true);
    expect(succeeds('mount', '-o', 'remount,ro,bind', releases)).toBe(true);
    try {
      await expectRefused(why, '--lang', language);
    } finally {
      succeeds('umount', releases);
    }
  });

  test('that is read-only altogether', async (context) => {
    context.skip(!mounted, SKIPPED);
    expect(succeeds('mount', '-o', 'remount,ro', disk)).toBe(true);
    await expectRefused(/^dafu: .* cannot be written: /m);
  });

  test('and the next run, with room, succeeds and leaves nothing of those before', async (context) => {
    context.skip(!mounted, SKIPPED);
    leave(256 * MIB);
    const { code } = await dafu([...RELEASE, '--root', disk]);
    expect([code, await servesWhole(disk)]).toEqual([0, true]);
    expect(readdirSync(join(disk, 'releases')).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});
