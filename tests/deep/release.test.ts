import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCache, partOfCache } from '../../src/build/output/state.ts';
import { renderingFolder } from '../../src/build/rendering/astro-folder.ts';
import { isWhole, verifyFolder } from '../../src/release/verify.ts';
import { copyOfBureau, dafu, startDafu } from '../dafu.ts';
import { change, RELEASE, served, servesWhole } from './releases.ts';

/** How often a release is killed; `.ci/run` takes a few. */
const KILLS = Number(process.env.DAFU_TEST_KILLS ?? '20');

describe('a release that is disturbed leaves what was served whole', () => {
  let root: string;
  const release = (...more: readonly string[]) => dafu([...RELEASE, '--root', root, ...more]);

  beforeAll(async () => {
    root = copyOfBureau();
    const first = await release();
    expect(first.output + first.code).toMatch(/0$/);
  });
  afterAll(() => rmSync(root, { recursive: true }));

  test(`killed at ${KILLS} seeded moments`, async () => {
    const begin = performance.now();
    change(root, 0);
    await release();
    const usual = performance.now() - begin;
    for (let round = 1; round <= KILLS; round += 1) {
      change(root, round);
      const before = served(root);
      const { child, outcome } = startDafu([...RELEASE, '--root', root]);
      // Fractions of the golden ratio spread evenly over the run, the end included, where the switch is.
      await setTimeout(usual * ((round * 0.618034) % 1) * 1.1);
      child.kill('SIGKILL');
      const { signal } = await outcome;
      expect([round, await servesWhole(root)]).toEqual([round, true]);
      if (signal === 'SIGKILL' && served(root) !== before)
        expect(readdirSync(join(root, 'releases'))).toContain(served(root));
    }
    change(root, 100);
    expect((await release()).code).toBe(0);
    expect(await servesWhole(root)).toBe(true);
    // The next run cleans up: beside the releases, and where pages are rendered.
    expect(readdirSync(join(root, 'releases')).filter((name) => name.startsWith('.'))).toEqual([]);
    expect(readdirSync(join(renderingFolder(partOfCache(openCache(root), 'release').folder), 'out'))).toEqual([]);
  });

  test('run twice at once: one says that the other runs', async () => {
    change(root, 200);
    const outcomes = await Promise.all([release(), release()]);
    expect(outcomes.map(({ code }) => code).sort()).toEqual([0, 1]);
    expect(outcomes.find(({ code }) => code === 1)?.output).toContain('Another build or release');
    expect(await servesWhole(root)).toBe(true);
  });

  test('with content that is wrong', async () => {
    const before = served(root);
    const file = join(root, 'content/pages/about/zh.mdx');
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n<script>alert(1)</script>\n`);
    const { code, output } = await release();
    expect(code).toBe(1);
    expect(output).toMatch(/content\/pages\/about\/zh\.mdx:\d+:\d+/);
    expect([served(root), await servesWhole(root)]).toEqual([before, true]);
  });

  test('and is gone back from, but never to a release that was changed since', async () => {
    const names = () => readdirSync(join(root, 'releases')).filter((name) => /^\d/.test(name));
    change(root, 300);
    expect((await release('--keep', '2')).code).toBe(0);
    expect(names()).toHaveLength(2);
    const now = served(root);
    const [earlier = ''] = names().filter((name) => name !== now);
    const back = await dafu(['rollback', '--root', root]);
    expect([back.code, served(root), await servesWhole(root)]).toEqual([0, earlier, true]);
    const page = join(root, 'releases', now, 'zh/index.html');
    writeFileSync(page, `${readFileSync(page, 'utf8')}x`);
    const damaged = await dafu(['rollback', '--root', root, '--to', now, '--lang', 'zh']);
    expect([damaged.code, damaged.output]).toEqual([
      1,
      expect.stringMatching(/没有切换：\n(?:.*\n)*不同 {2}zh\/index\.html：/),
    ]);
    expect(served(root)).toBe(earlier);
  });
});

describe('two roots released at the same time', () => {
  let roots: readonly [string, string];
  beforeAll(() => {
    roots = [copyOfBureau(), copyOfBureau()];
    for (const [at, root] of roots.entries()) change(root, at);
  });
  afterAll(() => {
    for (const root of roots) rmSync(root, { recursive: true });
  });

  test('do not get in each other’s way', async () => {
    const outcomes = await Promise.all(roots.map((root) => dafu([...RELEASE, '--root', root])));
    expect(outcomes.map(({ code }) => code)).toEqual([0, 0]);
    for (const [at, root] of roots.entries()) {
      expect(await servesWhole(root)).toBe(true);
      expect(readFileSync(join(root, 'releases/current/en/about/index.html'), 'utf8')).toContain(`Version ${at}.`);
    }
  });

  test('into one folder are one after the other', async () => {
    const parent = mkdtempSync(join(tmpdir(), 'dafu-out-'));
    const out = join(parent, 'site');
    mkdirSync(out);
    const outcomes = await Promise.all(roots.map((root) => dafu([...RELEASE, '--root', root, '--out', out])));
    expect(outcomes.map(({ code }) => code).sort()).toEqual([0, 1]);
    expect(outcomes.find(({ code }) => code === 1)?.output).toContain('Another build or release');
    expect(isWhole(await verifyFolder(out))).toBe(true);
    expect(existsSync(join(parent, '.site.next'))).toBe(false);
    rmSync(parent, { recursive: true });
  });
});
