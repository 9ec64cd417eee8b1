import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  cpSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUREAU, dafu } from '../dafu.ts';
import { addressSaidBy } from '../start-site.ts';
import { RELEASE } from './releases.ts';

const PROJECT = resolve(import.meta.dirname, '../..');
const DAY = '2031-05-01';

/** Every file below a folder, but for links, with what tells that it was written. */
function stateOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = join(entry.parentPath, entry.name);
      const { size, mtimeMs, ino } = statSync(file);
      return [relative(folder, file), size, mtimeMs, ino].join(' ');
    })
    .sort();
}

/** The number of a processor in the head of a Linux program or library (ELF, `e_machine`). */
const MACHINES: ReadonlyMap<number, string> = new Map([
  [62, 'x64'],
  [183, 'arm64'],
]);

/** The packages below a folder that hold programs or libraries for Linux, each with the processors that these are for. */
function nativePackages(folder: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const head = Buffer.alloc(20);
    const handle = openSync(file, 'r');
    readSync(handle, head);
    closeSync(handle);
    if (!head.subarray(0, 4).equals(Buffer.from('\x7fELF'))) continue;
    const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? file;
    const machine = head.readUInt16LE(18);
    found.set(name, (found.get(name) ?? new Set()).add(MACHINES.get(machine) ?? String(machine)));
  }
  return new Map([...found].map(([name, machines]) => [name, [...machines]]));
}

/** A Node on this machine that is older than the program needs. */
function olderNode(): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'node'))
    .find((node) => existsSync(node) && /^v2[0-3]\./.test(spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout));
}

describe('the package, installed in an empty folder', () => {
  let home: string;
  let site: string;
  let before: readonly string[];

  /** Runs `npx dafu` in the made-up bureau's folder, which stands beside the packages. */
  const npx = (parameters: readonly string[], node = process.execPath) =>
    spawnSync('npx', ['--no-install', 'dafu', ...parameters], {
      cwd: site,
      encoding: 'utf8',
      env: { ...process.env, LANG: 'C.UTF-8', PATH: [resolve(node, '..'), process.env.PATH].join(delimiter) },
    });

  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'dafu-package-'));
    site = join(home, 'site');
    const npm = (...parameters: string[]) => {
      const { status, stderr, stdout } = spawnSync('npm', parameters, { cwd: home, encoding: 'utf8' });
      expect([status, status === 0 ? '' : stderr]).toEqual([0, '']);
      return stdout;
    };
    npm('pack', PROJECT, '--silent');
    const [tarball = ''] = readdirSync(home).filter((name) => name.endsWith('.tgz'));
    npm('install', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', `./${tarball}`);
    cpSync(BUREAU, site, { recursive: true });
    before = stateOf(join(home, 'node_modules'));
  });

  test('takes at most 300 MB besides Node, and says how to get what reads PDFs', () => {
    const bytes = before
      .filter((file) => !file.startsWith('node-'))
      .reduce((sum, file) => sum + Number(file.split(' ').at(-3)), 0);
    expect(bytes).toBeLessThan(300_000_000);
    const { status, stdout } = npx(['check', '--today', DAY, '--lang', 'en']);
    expect([status, stdout]).toEqual([1, expect.stringContaining('attachment-unreadable')]);
    const [, reader = ''] = /run npm install --save-exact (\S+)/.exec(stdout) ?? [];
    const install = [
      'install',
      '--save-exact',
      '--ignore-scripts',
      '--prefer-offline',
      '--no-audit',
      '--no-fund',
      reader,
    ];
    expect(spawnSync('npm', install, { cwd: home, encoding: 'utf8' })).toMatchObject({ status: 0 });
    before = stateOf(join(home, 'node_modules'));
  });
  afterAll(() => rmSync(home, { recursive: true }));

  test('checks and builds, byte for byte what the repository builds', async () => {
    expect(npx(['check', '--today', DAY])).toMatchObject({ status: 0, stderr: '' });
    expect(npx(['build', '--today', DAY])).toMatchObject({ status: 0, stderr: '' });
    const out = join(home, 'of-repository');
    const own = await dafu(['build', '--root', site, '--out', out, '--today', DAY]);
    expect([own.code, own.output]).toEqual([0, expect.stringContaining('Built')]);
    const differing = spawnSync('diff', ['-r', '-q', `${join(site, 'dist')}/`, out], { encoding: 'utf8' });
    expect(differing.stdout + differing.stderr).toBe('');
  });

  test('serves what it built', async () => {
    const server = spawn('npx', ['--no-install', 'dafu', 'serve', '--port', '0'], { cwd: site, detached: true });
    try {
      const address = await addressSaidBy(server);
      const page = await fetch(new URL('zh/', address));
      expect([page.status, await page.text()]).toEqual([200, readFileSync(join(site, 'dist/zh/index.html'), 'utf8')]);
    } finally {
      process.kill(-(server.pid ?? 0));
    }
  });

  test('releases, naming the commit it was made from and the packages it was tested with', () => {
    const released = npx(RELEASE);
    expect([released.status, released.stderr]).toEqual([0, '']);
    const manifest = JSON.parse(readFileSync(join(site, 'releases/current/manifest.json'), 'utf8'));
    expect(manifest.program.commit).toMatch(/^[0-9a-f]{40}$/);
    expect(existsSync(join(site, 'releases/current/sbom.cdx.json'))).toBe(true);
  });

  test('starts from a Node that is older than it needs, on the one that npm brought', (context) => {
    const node = olderNode();
    context.skip(node === undefined, 'this machine has no Node older than 24');
    const direct = spawnSync(node ?? '', [join(home, 'node_modules/dafu/bin/dafu.js'), '--version'], {
      encoding: 'utf8',
    });
    expect([direct.status, direct.stdout, direct.stderr]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/), '']);
    expect(npx(['check', '--today', DAY], node)).toMatchObject({ status: 0, stderr: '' });
  });

  test('makes a repository that can be pushed as it is: installed from it, it checks and builds', () => {
    const run = (program: string, parameters: readonly string[], cwd = join(home, 'water')) => {
      const { status, stdout, stderr } = spawnSync(program, parameters, { cwd, encoding: 'utf8' });
      expect([parameters, status, status === 0 ? '' : stdout + stderr]).toEqual([parameters, 0, '']);
      return stdout;
    };
    const init = ['dafu', 'init', 'water', '--issuer', '青溪县水务局', '--forge', 'gitlab', '--lang', 'en'];
    expect(run('npx', ['--no-install', ...init], home)).not.toMatch(/package-lock|package\.json/);
    run('git', ['init', '-q', '-b', 'main']);
    run('git', ['add', '--all']);
    run('git', ['-c', 'user.name=t', '-c', 'user.email=t@localhost', 'commit', '-q', '-m', 'first']);
    const lock = JSON.parse(readFileSync(join(home, 'water/package-lock.json'), 'utf8'));
    expect(lock.packages['node_modules/dafu']).toMatchObject({
      resolved: expect.stringMatching(/^file:packages\/dafu-.*\.tgz$/),
      integrity: expect.stringMatching(/^sha512-/),
    });
    // npm would warn of each package that wants a newer Node than the one that starts npm.
    const wanting = Object.entries<{ engines?: unknown }>(lock.packages).filter(([, { engines }]) => engines);
    expect(wanting.map(([name]) => name)).toEqual(['node_modules/dafu']);
    // A colleague's clone, with the commands of README and workflow.
    run('git', ['clone', '-q', 'water', 'clone'], home);
    const clone = join(home, 'clone');
    run('npm', ['ci', '--prefer-offline', '--silent'], clone);
    for (const step of ['check', 'build']) run('npx', ['--no-install', 'dafu', step, '--today', DAY], clone);
    expect(existsSync(join(clone, 'dist/zh/index.html'))).toBe(true);
    for (const file of [
      'README.md',
      'CODEOWNERS',
      '.gitlab-ci.yml',
      '.vscode/settings.json',
      'data/schema/site.schema.json',
    ])
      expect([file, existsSync(join(clone, file))]).toEqual([file, true]);
    expect(run('git', ['status', '--porcelain'], clone)).toBe('');
  });

  test('is bundled with Node for machines without a network: there it makes, checks and builds a site', (context) => {
    const alone = ['unshare', '--map-root-user', '--net'];
    context.skip(
      spawnSync(alone[0] ?? '', [...alone.slice(1), 'true']).status !== 0,
      'this machine gives no namespace of its own',
    );
    const bundle = join(home, 'dafu.tar.gz');
    expect(npx(['bundle', bundle])).toMatchObject({ status: 0, stderr: '' });
    const machine = mkdtempSync(join(home, 'offline-'));
    // Twice: an upgrade takes the place of what was there.
    for (const _ of ['installed', 'upgraded'])
      expect(spawnSync('tar', ['-xzf', bundle], { cwd: machine, encoding: 'utf8' })).toMatchObject({
        status: 0,
        stderr: '',
      });
    const run = (...parameters: string[]) => {
      const [program = '', ...others] = [...alone, './dafu/dafu', ...parameters];
      // Neither a Node nor npm of this machine.
      const { status, stdout, stderr } = spawnSync(program, others, {
        cwd: machine,
        encoding: 'utf8',
        env: { HOME: machine, PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LANG: 'C.UTF-8' },
      });
      expect([parameters, status, status === 0 ? '' : stdout + stderr]).toEqual([parameters, 0, '']);
    };
    run('init', 'water', '--issuer', '青溪县水务局');
    run('check', '--root', 'water', '--today', DAY);
    run('build', '--root', 'water', '--today', DAY);
    cpSync(BUREAU, join(machine, 'bureau'), { recursive: true });
    run('build', '--root', 'bureau', '--today', DAY);
    expect(existsSync(join(machine, 'bureau/dist/zh/index.html'))).toBe(true);
  });

  test('is bundled for another processor with all that is native for that one, and nothing for this one', () => {
    const unpacked = (processor: string) => {
      const bundle = join(home, `dafu-${processor}.tar.gz`);
      expect(npx(['bundle', bundle, '--cpu', processor])).toMatchObject({ status: 0, stderr: '' });
      const folder = mkdtempSync(join(home, `${processor}-`));
      expect(spawnSync('tar', ['-xzf', bundle], { cwd: folder, encoding: 'utf8' })).toMatchObject({ status: 0 });
      return nativePackages(folder);
    };
    const [here, there] = [unpacked('x64'), unpacked('arm64')];
    expect(new Set([...here.values()].flat())).toEqual(new Set(['x64']));
    expect(new Set([...there.values()].flat())).toEqual(new Set(['arm64']));
    expect([...there.keys()].sort()).toEqual([...here.keys()].map((name) => name.replace('x64', 'arm64')).sort());
    // The bundler, the search, pictures and Node itself have native code at least.
    expect(there.size).toBeGreaterThanOrEqual(4);
  });

  test('wrote nothing where the packages are', () => {
    expect(stateOf(join(home, 'node_modules'))).toEqual(before);
  });
});

test('the repository wrote nothing below itself', async () => {
  const root = mkdtempSync(join(tmpdir(), 'dafu-root-'));
  const state = () => stateOf(join(PROJECT, 'src')).concat(readdirSync(PROJECT).sort());
  cpSync(BUREAU, root, { recursive: true });
  const before = state();
  expect((await dafu(['build', '--root', root, '--today', DAY])).code).toBe(0);
  expect(state()).toEqual(before);
  rmSync(root, { recursive: true });
});
