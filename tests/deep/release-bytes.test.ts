import { spawnSync } from 'node:child_process';
import {
  chownSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyOfBureau, type DafuOptions, dafu } from '../dafu.ts';
import { change, PROJECT, RELEASE, served, servesWhole } from './releases.ts';

/** The numbers of the user that owns nothing. */
const NOBODY = '65534';
const AS_NOBODY = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];
const works = ([program = '', ...parameters]: readonly string[]) => spawnSync(program, parameters).status === 0;

/** What the manifest of a root's release says of its bytes. */
function bytesOf(root: string) {
  const { files, texts } = JSON.parse(readFileSync(join(root, 'releases/current/manifest.json'), 'utf8'));
  return { files, texts };
}

describe('the bytes of a release', () => {
  const folders: string[] = [];
  let expected: ReturnType<typeof bytesOf>;

  /** Releases the made-up bureau and gives its bytes. */
  async function release(root: string, options: DafuOptions) {
    const { code, output } = await dafu([...RELEASE, '--root', root], options);
    expect([code, output]).toEqual([0, expect.stringContaining('Released')]);
    return bytesOf(root);
  }
  const root = (parent?: string) => {
    folders.push(copyOfBureau(parent));
    return folders.at(-1) ?? '';
  };
  /** The program in another place; libraries are linked, not copied. */
  function copyOfProgram(): string {
    const project = mkdtempSync(join(PROJECT, '.dafu', '另一处 '));
    folders.push(project);
    for (const name of ['src', 'package.json', 'package-lock.json', 'astro.config.mjs', 'tsconfig.json'])
      cpSync(join(PROJECT, name), join(project, name), { recursive: true });
    expect(works(['cp', '-al', join(PROJECT, 'node_modules'), join(project, 'node_modules')])).toBe(true);
    rmSync(join(project, 'node_modules/.vite'), { recursive: true, force: true });
    return project;
  }

  beforeAll(async () => {
    const environment = { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', LC_ALL: 'C' };
    expected = await release(root(), { environment });
  });
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  test('do not depend on time zone, locale, path, number of cores or the order of files in a folder', async () => {
    const elsewhere = {
      TZ: 'America/New_York',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'C.UTF-8',
      HOME: tmpdir(),
      NODE_OPTIONS: `--import=${join(import.meta.dirname, 'reversed-folders.ts')}`,
    };
    const under = ['taskset', '-c', '0'];
    const project = copyOfProgram();
    expect(await release(root(join(PROJECT, '.dafu')), { environment: elsewhere, under, project })).toEqual(expected);
  });

  test('come from another copy of the program too, where the first one filled the root’s cache', async () => {
    const shared = root();
    for (const project of [copyOfProgram(), copyOfProgram()])
      expect(await release(shared, { project })).toEqual(expected);
  });

  test('do not depend on the user', async (context) => {
    context.skip(!works([...AS_NOBODY, process.execPath, '--version']), 'this machine allows no other user');
    const [project, own] = [copyOfProgram(), root()];
    for (const folder of [project, join(project, 'node_modules'), own])
      chownSync(folder, Number(NOBODY), Number(NOBODY));
    const environment = { USER: 'nobody', LOGNAME: 'nobody', HOME: own };
    expect(await release(own, { environment, under: AS_NOBODY, project })).toEqual(expected);
  });

  test('are not made twice from the same commits on the same day, unless a file of them was damaged since', async () => {
    const [project, own] = [copyOfProgram(), root()];
    for (const [folder, names] of [
      [project, ['src', 'astro.config.mjs', 'package-lock.json']],
      [own, ['.']],
    ] as const) {
      const git = (...parameters: readonly string[]) =>
        works(['git', '-c', 'user.name=a', '-c', 'user.email=a@sample.example', '-C', folder, ...parameters]);
      expect([git('init', '-q'), git('add', ...names), git('commit', '-q', '-m', 'all')]).toEqual([true, true, true]);
    }
    const again = async () => (await dafu([...RELEASE, '--root', own], { project })).output;
    const releases = () => readdirSync(join(own, 'releases')).filter((name) => /^\d/.test(name));
    expect(await release(own, { project })).toEqual(expected);
    expect(await again()).toMatch(/^Nothing changed: 1-/);
    expect(releases()).toHaveLength(1);
    const page = join(own, 'releases/current/zh/index.html');
    writeFileSync(page, `${readFileSync(page, 'utf8')}x`);
    expect(await again()).toContain('Released 2-');
    expect(bytesOf(own)).toEqual(expected);
  });

  test('are those of a clean start where all but one page is taken from the release before', async () => {
    const [kept, fresh] = [root(), root()];
    await release(kept, {});
    for (const own of [kept, fresh]) change(own, 7);
    const { output } = await dafu([...RELEASE, '--root', kept]);
    expect(output).toContain('Released 2-');
    expect(bytesOf(kept)).toEqual(await release(fresh, {}));
    expect(await servesWhole(kept)).toBe(true);
  });

  test('come from the sources where a file that would be taken was damaged and keeps its size and time', async () => {
    const own = root();
    await release(own, {});
    const page = join(own, 'releases', served(own), 'zh/index.html');
    const { atime, mtime } = statSync(page);
    writeFileSync(page, readFileSync(page, 'utf8').replace('</title>', '</titlE>'));
    utimesSync(page, atime, mtime);
    change(own, 7);
    const changed = await release(own, {});
    const fresh = root();
    change(fresh, 7);
    expect(changed).toEqual(await release(fresh, {}));
  });

  test('come without the network', async (context) => {
    context.skip(!works(['unshare', '--net', 'true']), 'this machine allows no network namespace');
    expect(await release(root(), { under: ['unshare', '--net'] })).toEqual(expected);
  });
});

test('the listing of a folder does come in another order where the tests ask for it', () => {
  const reversed = `--import=${join(import.meta.dirname, 'reversed-folders.ts')}`;
  const script = `import { readdirSync } from 'node:fs'; console.log(JSON.stringify(readdirSync('src')))`;
  const { stdout } = spawnSync(process.execPath, [reversed, '--input-type=module', '-e', script], {
    cwd: PROJECT,
    encoding: 'utf8',
  });
  expect(JSON.parse(stdout)).toEqual(readdirSync(join(PROJECT, 'src')).reverse());
});
