import { appendFileSync, cpSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { dafu } from '../dafu.ts';
import { KEPT_RELEASES, layOut } from './kept-release.ts';

/** That it can be released over and gone back to is in tests/deep/kept-release.test.ts. */
describe.each(KEPT_RELEASES)('%s, made by an earlier version,', (kept) => {
  const { root, folder, name, key } = layOut(kept);
  afterAll(() => rmSync(root, { recursive: true }));
  const verify = () => dafu(['verify', folder, '--key', key, '--lang', 'en']);

  test('is verified, with its signature', async () => {
    const { code, output } = await verify();
    expect([code, output]).toEqual([0, expect.stringContaining('signature')]);
  });

  test('has content that the check finds nothing wrong with', async () => {
    const { code, output } = await dafu(['check', '--root', root, '--today', '2026-11-23', '--lang', 'en']);
    expect([code, output]).toEqual([0, expect.not.stringMatching(/ {2}(?:error|warning) {2}/)]);
  });

  test('is gone back to from a later one', async () => {
    const later = join(root, 'releases/2-000000000000');
    cpSync(folder, later, { recursive: true });
    rmSync(join(root, 'releases/current'));
    symlinkSync('2-000000000000', join(root, 'releases/current'));
    const { code, output } = await dafu(['rollback', '--root', root, '--lang', 'en']);
    expect([code, output, readlinkSync(join(root, 'releases/current'))]).toEqual([0, expect.any(String), name]);
  });

  test('is refused with one byte more in a page', async () => {
    appendFileSync(join(folder, 'zh/index.html'), ' ');
    const { code, output } = await verify();
    expect([code, output]).toEqual([1, expect.stringContaining('zh/index.html')]);
  });
});
