import { rmSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { isWhole, verifyFolder } from '../../src/release/verify.ts';
import { filesBelow } from '../../src/system/files.ts';
import { dafu } from '../dafu.ts';
import { KEPT_RELEASES, layOut } from '../pins/kept-release.ts';
import { served } from './releases.ts';

/** A bureau upgrades: the program of today releases over what an earlier version published. */
describe.each(KEPT_RELEASES)('%s', (kept) => {
  const { root, folder, name } = layOut(kept);
  afterAll(() => rmSync(root, { recursive: true }));

  test('is followed by a release of this version, which has every page of it', async () => {
    const parameters = ['--root', root, '--address', 'https://letters.sample.gov.cn', '--today', '2026-11-24'];
    const { code, output } = await dafu(['release', ...parameters, '--record', '--lang', 'en']);
    expect([code, output]).toEqual([0, expect.stringContaining('Released')]);
    expect(served(root)).toMatch(/^2-/);
    const now = new Set(filesBelow(`${root}/releases/current`).files);
    const pages = filesBelow(folder).files.filter((file) => file.endsWith('.html') && !file.startsWith('style/'));
    expect(pages.filter((file) => !now.has(file))).toEqual([]);
  });

  test('and is gone back to', async () => {
    expect(await dafu(['rollback', '--root', root])).toMatchObject({ code: 0 });
    expect([served(root), isWhole(await verifyFolder(`${root}/releases/current/`))]).toEqual([name, true]);
  });
});
