import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { secretKeyFrom } from '../../src/release/minisign.ts';
import { rollBack } from '../../src/release/rollback.ts';
import { signRelease } from '../../src/release/sign.ts';
import { writeRelease } from './small-release.ts';

const EARLIER = '1-0123456789ab';
const LATER = '2-0123456789ab';
const key = secretKeyFrom(Buffer.alloc(32, 7), Buffer.alloc(8, 1));
let root: string;
const earlier = (name: string) => join(root, 'releases', EARLIER, name);
const current = () => readlinkSync(join(root, 'releases/current'));

/** A root with two releases, of which the later is served. */
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'dafu-rollback-'));
  mkdirSync(join(root, 'content'));
  for (const name of [EARLIER, LATER]) await writeRelease(join(root, 'releases', name), key);
  symlinkSync(LATER, join(root, 'releases/current'));
});
afterEach(() => rmSync(root, { recursive: true }));

describe('going back', () => {
  test('serves the release before the current', async () => {
    expect(await rollBack(root, undefined)).toBe(EARLIER);
    expect(current()).toBe(EARLIER);
  });

  test.each<[string, () => unknown]>([
    ['has a changed page', () => writeFileSync(earlier('index.html'), 'x')],
    ['has a changed .br', () => appendFileSync(earlier('index.html.br'), 'x')],
    ['has a changed .gz', () => cpSync(earlier('zh/index.html.gz'), earlier('index.html.gz'))],
    ['has a file more', () => writeFileSync(earlier('more.html'), 'x')],
    [
      'has a link for a page',
      () => {
        renameSync(earlier('index.html'), earlier('.index'));
        symlinkSync('.index', earlier('index.html'));
      },
    ],
    [
      'has a pipe for a page',
      () => {
        rmSync(earlier('index.html'));
        execFileSync('mkfifo', [earlier('index.html')]);
      },
    ],
    [
      'has a folder for a page',
      () => {
        rmSync(earlier('index.html'));
        mkdirSync(earlier('index.html'));
      },
    ],
    ['has a damaged manifest', () => truncateSync(earlier('manifest.json'), 200)],
    [
      'has a pipe for its manifest',
      () => {
        rmSync(earlier('manifest.json'));
        execFileSync('mkfifo', [earlier('manifest.json')]);
      },
    ],
    ['has no envelope', () => rmSync(earlier('manifest.envelope.json'))],
    [
      'is a link to another folder',
      () => {
        renameSync(join(root, 'releases', EARLIER), join(root, 'elsewhere'));
        symlinkSync('../elsewhere', join(root, 'releases', EARLIER));
      },
    ],
  ])('changes nothing where the release %s', async (_, spoil) => {
    spoil();
    await expect(rollBack(root, undefined)).rejects.toThrow();
    await expect(rollBack(root, EARLIER)).rejects.toThrow();
    expect(current()).toBe(LATER);
  });

  test.each(['..', '../content', 'kept', '.next', 'current', '', '9-0123456789ab'])(
    'knows no release %j',
    async (name) => {
      await expect(rollBack(root, name)).rejects.toThrow();
      expect(current()).toBe(LATER);
    },
  );
});

test('what is no release is not signed', () => {
  truncateSync(earlier('manifest.json'), 200);
  expect(() => signRelease(root, join(root, 'releases', EARLIER), key)).toThrow('manifest.json');
  rmSync(earlier('manifest.json'));
  execFileSync('mkfifo', [earlier('manifest.json')]);
  expect(() => signRelease(root, join(root, 'releases', EARLIER), key)).toThrow('manifest.json');
});
