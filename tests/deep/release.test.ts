import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isWhole, verifyFolder } from '../../src/integrations/release/verify.ts';
import { copyOfContent, dafu, startDafu } from '../dafu.ts';

const PROJECT = resolve(import.meta.dirname, '../..');
const RELEASE = ['release', '--address', 'https://replies.gov.cn', '--today', '2026-11-23'];

describe('a release that is disturbed leaves what was served whole', () => {
  let root: string;
  const served = () => readlinkSync(join(root, 'releases/current'));
  const whole = async () => isWhole(await verifyFolder(join(root, 'releases/current/')));
  /** Makes the next release differ from the last, so that old and new can be told apart. */
  const change = (mark: number) => {
    for (const [locale, sentence] of [
      ['zh', `第${mark}版。`],
      ['en', `Version ${mark}.`],
    ] as const) {
      const file = `content/pages/about/${locale}.mdx`;
      writeFileSync(join(root, file), `${readFileSync(join(PROJECT, file), 'utf8')}\n${sentence}\n`);
    }
  };

  beforeAll(async () => {
    root = copyOfContent();
    const first = await dafu([...RELEASE, '--root', root]);
    expect(first.output + first.code).toMatch(/0$/);
  });
  afterAll(() => rmSync(root, { recursive: true }));

  test('killed at twenty seeded moments', async () => {
    const begin = performance.now();
    change(0);
    await dafu([...RELEASE, '--root', root]);
    const usual = performance.now() - begin;
    for (let round = 1; round <= 20; round += 1) {
      change(round);
      const before = served();
      const { child, outcome } = startDafu([...RELEASE, '--root', root]);
      // Fractions of the golden ratio spread evenly over the run, the end included, where the switch is.
      await setTimeout(usual * ((round * 0.618034) % 1) * 1.1);
      child.kill('SIGKILL');
      const { signal } = await outcome;
      expect([round, await whole()]).toEqual([round, true]);
      if (signal === 'SIGKILL' && served() !== before) expect(readdirSync(join(root, 'releases'))).toContain(served());
    }
    change(100);
    const last = await dafu([...RELEASE, '--root', root]);
    expect(last.code).toBe(0);
    expect(await whole()).toBe(true);
    expect(existsSync(join(root, 'releases/.next'))).toBe(false);
  });

  test('run twice at once: one says that the other runs', async () => {
    change(200);
    const outcomes = await Promise.all([dafu([...RELEASE, '--root', root]), dafu([...RELEASE, '--root', root])]);
    expect(outcomes.map(({ code }) => code).sort()).toEqual([0, 1]);
    expect(outcomes.find(({ code }) => code === 1)?.output).toContain('Another build or release');
    expect(await whole()).toBe(true);
  });

  test('with content that is wrong', async () => {
    const before = served();
    const file = join(root, 'content/pages/about/zh.mdx');
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n<script>alert(1)</script>\n`);
    const { code, output } = await dafu([...RELEASE, '--root', root]);
    expect(code).toBe(1);
    expect(output).toMatch(/content\/pages\/about\/zh\.mdx:\d+:\d+/);
    expect([served(), await whole()]).toEqual([before, true]);
    change(300);
  });

  test('on a disk that fills up', async (context) => {
    const disk = mkdtempSync(join(tmpdir(), 'dafu-disk-'));
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]).status === 0;
    context.skip(!mounted, 'this machine allows no small file system to be mounted');
    try {
      for (const folder of ['content', 'data']) cpSync(join(PROJECT, folder), join(disk, folder), { recursive: true });
      mkdirSync(join(disk, 'releases'));
      const { code, output } = await dafu([...RELEASE, '--root', disk]);
      expect(code).toBe(1);
      expect(output).toMatch(/cannot be written/);
      expect(existsSync(join(disk, 'releases/current'))).toBe(false);
    } finally {
      spawnSync('umount', [disk]);
      rmSync(disk, { recursive: true });
    }
  });
});

describe('the bytes of a release', () => {
  const filesOf = (root: string) => {
    const { files, texts } = JSON.parse(readFileSync(join(root, 'releases/current/manifest.json'), 'utf8'));
    return { files, texts };
  };

  test('do not depend on time zone, locale, user name, path or number of cores', async () => {
    const [here, there] = [copyOfContent(), copyOfContent(join(PROJECT, '.dafu'))];
    const project = mkdtempSync(join(PROJECT, '.dafu', '另一处 '));
    try {
      // The program itself stands elsewhere too; libraries are linked, not copied.
      for (const name of ['src', 'package.json', 'package-lock.json', 'astro.config.mjs', 'tsconfig.json'])
        cpSync(join(PROJECT, name), join(project, name), { recursive: true });
      expect(spawnSync('cp', ['-al', join(PROJECT, 'node_modules'), join(project, 'node_modules')]).status).toBe(0);
      const [one, other] = [
        await dafu([...RELEASE, '--root', here], {
          environment: { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', LC_ALL: 'C' },
        }),
        await dafu([...RELEASE, '--root', there], {
          environment: {
            TZ: 'America/New_York',
            LANG: 'tr_TR.UTF-8',
            LC_ALL: 'C.UTF-8',
            USER: 'other',
            HOME: tmpdir(),
          },
          under: ['taskset', '-c', '0'],
          project,
        }),
      ];
      expect([one.code, other.code, other.output]).toEqual([0, 0, expect.anything()]);
      expect(filesOf(there)).toEqual(filesOf(here));
    } finally {
      for (const folder of [here, there, project]) rmSync(folder, { recursive: true });
    }
  });

  test('come without the network', async (context) => {
    const alone = ['unshare', '--net'];
    context.skip(spawnSync('unshare', ['--net', 'true']).status !== 0, 'this machine allows no network namespace');
    const root = copyOfContent();
    const { code, output } = await dafu([...RELEASE, '--root', root], { under: alone });
    rmSync(root, { recursive: true });
    expect([code, output]).toEqual([0, expect.stringContaining('Released')]);
  });
});
